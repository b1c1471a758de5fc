// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <vector>

#include "core/base/byte_set.h"
#include "core/document/normalise/fold.h"
#include "core/document/path_parts.h"
#include "core/rules/contexts.h"
#include "core/rules/finding_sink.h"
#include "core/rules/rule_list.h"
#include "core/rules/value_place.h"
#include "core/text/inline.h"

namespace milepost {
namespace {

constexpr std::size_t kLongest = 160;
constexpr std::size_t kLongestChoice = 30;
constexpr std::size_t kFewest = 3;  // "Low/Medium" may mean something between the two

using Choices = std::vector<std::string_view>;

Choices choices_of(std::string_view text, char sign) {
  Choices choices;
  while (true) {
    const std::size_t end = text.find(sign);
    std::string_view one = text.substr(0, end);
    while (one.starts_with(' ')) one.remove_prefix(1);
    while (one.ends_with(' ') || one.ends_with('\\')) one.remove_suffix(1);
    if (one.empty() || one.size() > kLongestChoice) return {};
    choices.push_back(one);
    if (end == std::string_view::npos) return choices;
    text.remove_prefix(end + 1);
  }
}

// Statuses of at least two categories: "planned | active | done".
bool are_statuses(const ValueReader& values, const Choices& choices) {
  std::optional<StatusCategory> first;
  bool differ = false;
  for (const std::string_view choice : choices) {
    const auto status = values.status(choice);
    if (!status || status->category == StatusCategory::unknown || !status->note.empty()) return false;
    if (first && *first != status->category) differ = true;
    first = status->category;
  }
  return differ;
}

bool are_levels(const Choices& choices) {
  constexpr std::array<std::string_view, 8> kLevels{"low",      "med",  "medium",   "high",
                                                    "critical", "none", "moderate", "major"};
  return std::ranges::all_of(choices, [&](std::string_view choice) {
    return std::ranges::find(kLevels, fold_phrase(choice)) != kLevels.end();
  });
}

// All of them are words that the dialect lists for one field.
bool are_listed(const Dialect& dialect, const Choices& choices) {
  return std::ranges::any_of(dialect.form.values, [&](const auto& values) {
    return std::ranges::all_of(choices, [&](std::string_view choice) {
      const auto says = [choice](const FormWord& word) { return equals_ignoring_case(word.text, choice); };
      return std::ranges::any_of(values.second, says);
    });
  });
}

bool is_menu(const DocumentContext& context, std::string_view text) {
  if (text.size() > kLongest) return false;
  for (const char sign : {'|', '/'}) {
    const Choices choices = choices_of(text, sign);
    if (choices.size() < kFewest) continue;
    return are_levels(choices) || are_statuses(context.reading.values(), choices) ||
           are_listed(context.reading.dialect(), choices);
  }
  return false;
}

void check_range(const DocumentContext& context, ByteRange range, FindingSink& sink) {
  const std::string_view written = context.text(range);
  constexpr ByteSet kSigns("|/");
  if (written.size() > kLongest || !kSigns.meets(written)) return;
  if (!is_menu(context, plain_cell_text(written))) return;
  sink.report(range, "all choices of the template stand here, and none is chosen", "keep the one that holds");
}

// A menu has two slashes or more; most rows have none.
bool may_hold_menu(std::string_view row) {
  const std::size_t first = row.find('/');
  return first != std::string_view::npos && row.find('/', first + 1) != std::string_view::npos;
}

void check_field(const DocumentContext& context, const RawField& field, FindingSink& sink) {
  constexpr ByteSet kSigns("|/");
  if (field.value.size() > kLongest || !kSigns.meets(context.text(field.value))) return;
  if (!is_template_field(context, field)) check_range(context, field.value, sink);
}

void check(const DocumentContext& context, FindingSink& sink) {
  const Markdown& markdown = context.reading.scan().markdown;
  for (const RawField& field : context.reading.fields().all())
    if (field.carrier != Carrier::table) check_field(context, field, sink);
  for (const Block& block : markdown.blocks) {
    if (block.kind != BlockKind::table_row || (block.flags & kHeaderRow) != 0) continue;
    if (!may_hold_menu(context.text(block.range))) continue;
    for (std::uint32_t c = 0; c < block.cells_count; ++c)
      check_range(context, markdown.cells[block.cells_begin + c], sink);
  }
}

}  // namespace

constinit const Rule kMenuLeft{.about = {.id = "MP209",
                                         .slug = "menu-left",
                                         .since = "0.1.0",
                                         .group = RuleGroup::leftovers,
                                         .severity = Severity::warning,
                                         .summary = "all choices of the template, none of them chosen"},
                               .check_document = check};

}  // namespace milepost
