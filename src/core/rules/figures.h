// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// Figures: numbers with a unit as people type them ("12", "12.5 hours", "**~3 h**"), and the label lines of a whole
// document by name ("**Total Effort**: 12 person-weeks"), for the rules that compute what was typed. What is a range, a
// sentence or has another shape is no figure, so that nobody is told a wrong sum.
#pragma once

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/document/labels.h"
#include "core/rules/contexts.h"

namespace milepost {

struct Figure {
  double number = 0;
  std::string unit;  // folded, one spelling for all: "hour", "day", "week", "%"; "" : none
  ByteRange digits;  // within the text that was parsed
};

[[nodiscard]] std::optional<Figure> parse_figure(std::string_view text);

// "12", "12.5": at most two decimals.
[[nodiscard]] std::string figure_text(double number);

// Whether one of the words stands in the text. The words should begin with a letter that is rare.
[[nodiscard]] bool mentions(std::string_view text, std::initializer_list<std::string_view> words);

// All label lines of a document, for the few documents where a rule has something to look for.
class LabelLines {
 public:
  explicit LabelLines(const DocumentContext& context);

  [[nodiscard]] const std::vector<PlacedLabel>& all() const { return labels_; }
  // The first of this name; names are folded. nullptr: none, or two that differ.
  [[nodiscard]] const PlacedLabel* find(std::initializer_list<std::string_view> names) const;
  // The figure that the label states; its digits are offsets in the document.
  [[nodiscard]] std::optional<Figure> figure(std::initializer_list<std::string_view> names) const;

 private:
  const DocumentContext& context_;
  std::vector<PlacedLabel> labels_;
  std::vector<std::string> names_;  // folded, parallel
};

}  // namespace milepost
