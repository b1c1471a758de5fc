// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// Edit mask: two readings of a document as lists of lines in which the bytes of intended values are blanked out, by
// what the reader says of where they stand. The lines must then be equal, except for whole lines that an intended
// change may add or take away. Half of the proof; it knows nothing of the writers.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/document/edit_plan.h"
#include "core/document/parsed_document.h"

namespace milepost {

inline constexpr char kMask = '\x01';

struct MaskedLine {
  std::string text;  // with masks; of a touched table or frame also without padding
  std::string eol;
  ByteOffset begin = 0;  // in the source; of the first line when a mask has joined several
  ByteOffset end = 0;
};

struct MaskedPair {
  std::vector<MaskedLine> before;
  std::vector<MaskedLine> after;
};
[[nodiscard]] MaskedPair mask_documents(const ParsedDocument& before, const ParsedDocument& after,
                                        std::span<const IntendedChange> intended);

// A stretch of lines that is not the same in both.
struct Hunk {
  std::size_t old_begin = 0, old_end = 0;
  std::size_t new_begin = 0, new_end = 0;
};
// Few and short; one for everything when the two are far apart.
[[nodiscard]] std::vector<Hunk> find_hunks(const MaskedPair& pair);

// The role that an intended change is about: of a role itself, a key or a label; "" if it is about none.
[[nodiscard]] std::string intended_role(const Dialect& dialect, const IntendedChange& change);

// Whether a change is about a field: a role, a key or a label.
[[nodiscard]] bool is_field_change(const IntendedChange& change);

// The places of an intended field in one reading: values as written.
[[nodiscard]] std::vector<ByteRange> intended_places(const ParsedDocument& parsed, const IntendedChange& change);

// The node at a path of keys; 0 when there is none.
[[nodiscard]] std::uint32_t node_of_path(const FrontMatter& front_matter, std::string_view path);

// The bytes between the brackets of all boxes that count, in order.
[[nodiscard]] std::vector<ByteOffset> counted_boxes(const ParsedDocument& parsed);

}  // namespace milepost
