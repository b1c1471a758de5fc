// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// FieldTable: what a document (or a section that is an item of its own) states, by role: every place that states a
// role, best first. Front matter, the head, sections of metadata and the footer all feed it; readers take the first
// place that holds a usable value and can see the others, so that contradictions are found and never overwritten.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/document/dialect.h"
#include "core/document/labels.h"
#include "core/document/outline.h"
#include "core/text/front_matter.h"

namespace milepost {

// How much less a section is trusted than the head of the document: from this rank on a field stands further down.
inline constexpr std::uint16_t kSectionPenalty = 2000;

struct RawField {
  Role role = Role::none;
  std::uint16_t rank = 0;  // lower is more trusted
  Carrier carrier = Carrier::label;
  ByteRange label;
  ByteRange value;                 // as written, quotes of YAML included
  std::uint32_t line = 0;          // from 0
  std::uint32_t node = 0;          // front matter: index of the YAML node; 0 for all others
  std::uint32_t block = kNoBlock;  // labels: the leaf block that holds it
};

// Everything a scan of one document has found before meaning is given to it. Borrows from: the reader's buffers.
struct Scan {
  std::string_view path;
  std::string_view bytes;
  const FrontMatter& front_matter;
  const Markdown& markdown;
  const Outline& outline;
};

class FieldTable {
 public:
  void clear() { fields_.clear(); }

  // `folded_keys` are those of the root mapping, in its order.
  void add_front_matter(const Scan& scan, const Dialect& dialect, ItemKind kind,
                        std::span<const std::string> folded_keys);
  // Labels with their role; `penalty` makes places less trusted than the head (sections, footer).
  void add_labels(const Scan& scan, const Dialect& dialect, std::span<const PlacedLabel> labels, std::uint16_t penalty);
  // A field found by other means (heading "Status: done", first line under "## Status").
  void add(const RawField& field) { fields_.push_back(field); }
  // To be called once after everything was added.
  void sort();

  [[nodiscard]] std::span<const RawField> all() const { return fields_; }
  // The fields of one role, best first.
  [[nodiscard]] std::span<const RawField> of(Role role) const;

 private:
  std::vector<RawField> fields_;
};

}  // namespace milepost
