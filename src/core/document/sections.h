// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// What the sections of a document are for: each heading gets the rule of its dialect, by its folded title, or that of
// the section around it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/document/dialect.h"
#include "core/document/outline.h"

namespace milepost {

// Remembers folded headings, because documents of one tree share most of theirs.
class SectionClassifier {
 public:
  void classify(std::string_view bytes, const Dialect& dialect, Outline& outline);

 private:
  std::uint16_t rule_of(const Dialect& dialect, std::string_view title);

  struct Memory {
    const Dialect* dialect = nullptr;
    WordMap<std::uint16_t> known;  // raw heading text -> rule + 1
  };
  Memory& memory_of(const Dialect& dialect);

  std::vector<Memory> memories_;  // one for each dialect that was met: trees mix a few of them
  std::string buffer_;
};

// The rule of a heading, nullptr when nothing is known.
[[nodiscard]] const SectionRule* section_rule(const Dialect& dialect, const Heading& heading);

}  // namespace milepost
