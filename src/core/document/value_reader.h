// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// ValueReader: the text of a field to its value, with the words of all dialects. One per thread; it remembers status
// cells, because ten thousand tables say the same dozen things. Each method gives nothing for a value that is absent,
// a placeholder or not understood; what was dropped stays in the value's own text or note.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/document/dialect.h"
#include "core/document/item.h"
#include "core/document/normalise/dependency.h"
#include "core/document/normalise/identifier.h"
#include "core/document/normalise/percent.h"
#include "core/document/normalise/words.h"

namespace milepost {

enum class DateTrouble : std::uint8_t { none, impossible };

class ValueReader {
 public:
  explicit ValueReader(const Words& words) : words_(words) {}  // borrows: the tables must outlive the reader

  [[nodiscard]] std::optional<Status> status(std::string_view text) const;
  // The category of a table cell; remembered.
  [[nodiscard]] StatusCategory cell(std::string_view text);
  [[nodiscard]] std::optional<Date> date(std::string_view text, DateTrouble& trouble) const;
  // `bare` is the unit of a number without one, for keys that name it (estimated_hours: 8).
  [[nodiscard]] std::optional<Effort> effort(std::string_view text, std::optional<EffortUnit> bare) const;
  [[nodiscard]] std::optional<double> percent(std::string_view text, BareNumber bare) const;
  [[nodiscard]] std::optional<std::string> owner(std::string_view text) const;
  [[nodiscard]] std::optional<Risk> risk(std::string_view text) const;
  // What a dependency value names; `where` of each reference is relative to `text`, `path` is the link as written.
  [[nodiscard]] std::vector<Reference> dependencies(std::string_view text, DependencyForm form) const;
  [[nodiscard]] HeadingParts title(std::string_view heading) const;
  // The id that a text begins with; else the first one in it that is an id wherever it stands.
  [[nodiscard]] std::optional<IdMatch> identifier(std::string_view text) const;
  [[nodiscard]] std::optional<IdMatch> leading_identifier(std::string_view text) const;
  // "MILESTONE_TAX_TABLES must land first": the file name of a tracker used as its name.
  [[nodiscard]] std::optional<std::string> leading_file_name(std::string_view text) const;
  [[nodiscard]] bool is_placeholder(std::string_view text);
  // The text, repaired if it was decoded with the wrong code page; `was_repaired` says so.
  [[nodiscard]] static std::string repaired(std::string text, bool& was_repaired);

 private:
  const Words& words_;
  WordMap<StatusCategory> cells_;
  WordMap<bool> placeholders_;
};

}  // namespace milepost
