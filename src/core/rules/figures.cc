// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "core/rules/figures.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <utility>

#include "core/base/ascii.h"
#include "core/document/fold.h"

namespace milepost {
namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 18> kUnits{{{"h", "hour"},
                                                                                {"hr", "hour"},
                                                                                {"hrs", "hour"},
                                                                                {"hour", "hour"},
                                                                                {"hours", "hour"},
                                                                                {"d", "day"},
                                                                                {"day", "day"},
                                                                                {"days", "day"},
                                                                                {"w", "week"},
                                                                                {"week", "week"},
                                                                                {"weeks", "week"},
                                                                                {"person weeks", "person week"},
                                                                                {"person week", "person week"},
                                                                                {"person days", "person day"},
                                                                                {"min", "minute"},
                                                                                {"minutes", "minute"},
                                                                                {"points", "point"},
                                                                                {"sprints", "sprint"}}};

// What may stand around a figure and says nothing.
std::size_t skip_marks(std::string_view text, std::size_t at) {
  while (at < text.size() && (text[at] == '*' || text[at] == ' ' || text[at] == '`' || text[at] == '~')) ++at;
  return at;
}

std::optional<std::string> unit_of(std::string_view text) {
  while (!text.empty() && (text.back() == ' ' || text.back() == '*' || text.back() == '`' || text.back() == '.'))
    text.remove_suffix(1);
  while (!text.empty() && (text.front() == ' ' || text.front() == '*')) text.remove_prefix(1);
  if (text.empty()) return std::string();
  if (text == "%") return std::string("%");
  if (text.find_first_of("0123456789+-/–<>()") != std::string_view::npos && !text.starts_with("person-"))
    return std::nullopt;
  std::string folded;
  fold_words(text, folded);
  const auto known = std::ranges::find(kUnits, folded, [](const auto& unit) { return std::string(unit.first); });
  return known == kUnits.end() ? std::nullopt : std::optional(std::string(known->second));
}

}  // namespace

std::optional<Figure> parse_figure(std::string_view text) {
  const std::size_t begin = skip_marks(text, 0);
  std::size_t end = begin;
  while (end < text.size() && is_digit(text[end])) ++end;
  if (end == begin || end - begin > 9) return std::nullopt;
  if (end + 1 < text.size() && text[end] == '.' && is_digit(text[end + 1])) {
    ++end;
    while (end < text.size() && is_digit(text[end])) ++end;
  }
  if (end - begin > 20) return std::nullopt;
  auto unit = unit_of(text.substr(end));
  if (!unit) return std::nullopt;
  Figure figure{0, *std::move(unit), {static_cast<ByteOffset>(begin), static_cast<ByteOffset>(end)}};
  std::from_chars(text.data() + begin, text.data() + end, figure.number);
  return figure;
}

std::string figure_text(double number) {
  std::array<char, 40> buffer{};
  const double rounded = std::round(number * 100) / 100;
  const auto [end, error] = std::to_chars(buffer.data(), buffer.data() + buffer.size(), rounded);
  return error == std::errc() ? std::string(buffer.data(), end) : std::string("?");
}

bool mentions(std::string_view text, std::initializer_list<std::string_view> words) {
  return std::ranges::any_of(words,
                             [text](std::string_view word) { return text.find(word) != std::string_view::npos; });
}

LabelLines::LabelLines(const DocumentContext& context) : context_(context) {
  const Scan scan = context.reading.scan();
  const auto end = static_cast<std::uint32_t>(scan.markdown.blocks.size());
  collect_labels(scan.bytes, scan.markdown, 0, end, PlainLabels::no, labels_);
  std::string buffer;
  for (const PlacedLabel& label : labels_) names_.emplace_back(fold_words(context.text(label.label), buffer));
}

const PlacedLabel* LabelLines::find(std::initializer_list<std::string_view> names) const {
  const PlacedLabel* first = nullptr;
  for (std::size_t i = 0; i < labels_.size(); ++i) {
    if (std::ranges::find(names, names_[i]) == names.end()) continue;
    if (first != nullptr && context_.text(first->value) != context_.text(labels_[i].value)) return nullptr;
    if (first == nullptr) first = &labels_[i];
  }
  return first;
}

std::optional<Figure> LabelLines::figure(std::initializer_list<std::string_view> names) const {
  const PlacedLabel* label = find(names);
  if (label == nullptr) return std::nullopt;
  auto figure = parse_figure(context_.text(label->value));
  if (!figure) return std::nullopt;
  figure->digits = {label->value.begin + figure->digits.begin, label->value.begin + figure->digits.end};
  return figure;
}

}  // namespace milepost
