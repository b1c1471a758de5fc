// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// Suppressions: comments by which an author says that a finding is known and meant.
//   <!-- milepost-disable-next-line MP301: the last box is for the release day, until 2027-01-01 -->
// Where it holds is in its name: -line, -next-line, -section (with all below it), -file. In front matter the same words
// stand behind a '#'. One that silences nothing, has expired or is not understood is itself a finding.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/date.h"
#include "core/document/document_reading.h"

namespace milepost {

enum class SuppressionReach : std::uint8_t { line, next_line, section, file };

struct Suppression {
  SuppressionReach reach = SuppressionReach::line;
  std::vector<std::size_t> rules;  // by index; empty when `trouble` says why
  std::string words;               // the rules as written
  std::string reason;
  std::optional<Date> until;
  ByteRange where;               // the comment
  std::uint32_t first_line = 1;  // what it covers, from 1
  std::uint32_t last_line = 1;
  std::string trouble;  // why it is not understood; "" when it is
  std::string advice;
};

inline constexpr std::size_t kSuppressionsMost = 1000;

// All of a document, in their order. Costs a search for one word where there are none.
[[nodiscard]] std::vector<Suppression> find_suppressions(const DocumentReading& reading);

// Whether it silences a finding of the rule at the line (0: of the whole file, which only a file-wide one does).
[[nodiscard]] bool covers(const Suppression& suppression, std::size_t rule, std::uint32_t line);

}  // namespace milepost
