// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>
#include <cctype>
#include <string>

#include "core/document/fold.h"
#include "core/document/path_parts.h"
#include "core/rules/contexts.h"
#include "core/rules/finding_sink.h"
#include "core/rules/rule_list.h"
#include "core/rules/value_place.h"

namespace milepost {
namespace {

constexpr std::size_t kLongest = 120;
constexpr std::size_t kLongestNoun = 30;

// "Deliverable 1" of "Deliverable 1: Description"; empty where the text does not begin with words and a number.
std::string_view numbered_part(std::string_view text) {
  std::size_t end = 0;
  while (end < std::min(text.size(), kLongestNoun) &&
         (std::isalpha(static_cast<unsigned char>(text[end])) != 0 || text[end] == ' '))
    ++end;
  const std::size_t digits = end;
  while (end < text.size() && end < digits + 2 && std::isdigit(static_cast<unsigned char>(text[end])) != 0) ++end;
  const bool has_both = digits > 1 && end > digits && text[digits - 1] == ' ';
  return has_both ? text.substr(0, end) : std::string_view{};
}

bool is_noun(const Dialect& dialect, std::string_view numbered) {
  std::string buffer;
  const std::string_view folded = fold_words(numbered.substr(0, numbered.rfind(' ')), buffer);
  const auto& entries = dialect.form.entries;
  return std::ranges::find(entries, folded) != entries.end();
}

// What follows says nothing either: nothing at all, or ": Description".
bool says_nothing(std::string_view rest) {
  constexpr std::string_view kSigns = " :*_-.";
  const std::size_t begin = rest.find_first_not_of(kSigns);
  if (begin == std::string_view::npos) return true;
  rest.remove_prefix(begin);
  constexpr std::array<std::string_view, 5> kWords{"description", "description here", "description and rationale",
                                                   "description (reason)", "details"};
  if (const std::size_t bracket = rest.find(" (Estimated"); bracket != std::string_view::npos)
    rest = rest.substr(0, bracket);
  return std::ranges::any_of(kWords, [rest](std::string_view word) { return equals_ignoring_case(rest, word); });
}

// "Task 1" alone may name a task that stands elsewhere; "Deliverable 1" names nothing.
bool may_be_name(std::string_view numbered, std::string_view rest) {
  constexpr std::array<std::string_view, 8> kNames{"task", "step",     "phase",   "milestone",
                                                   "risk", "question", "feature", "requirement"};
  const std::string_view noun = numbered.substr(0, numbered.rfind(' '));
  const auto says = [noun](std::string_view name) { return equals_ignoring_case(noun, name); };
  return rest.find_first_not_of(" :*_-.") == std::string_view::npos && std::ranges::any_of(kNames, says);
}

void check(const DocumentContext& context, FindingSink& sink) {
  const auto& blocks = context.reading.scan().markdown.blocks;
  for (std::uint32_t i = 0; i < blocks.size(); ++i) {
    const Block& block = blocks[i];
    if (block.kind != BlockKind::list_item || block.content.size() > kLongest) continue;
    const ByteRange range = without_wrapping(context.bytes(), block.content);
    const std::string_view text = context.text(range);
    const std::string_view numbered = numbered_part(text);
    if (numbered.empty()) continue;
    const std::string_view rest = text.substr(numbered.size());
    // An entry with more below it is a heading of its own.
    const bool is_leaf = block.end <= i + 1 || (block.end == i + 2 && blocks[i + 1].lines_count <= 1);
    if (!is_leaf || !says_nothing(rest) || may_be_name(numbered, rest) || !is_noun(context.reading.dialect(), numbered))
      continue;
    sink.report(range, "'" + std::string(numbered) + "' is the template's entry; it says nothing yet",
                "write the entry, or remove it");
  }
}

}  // namespace

constinit const Rule kNumberedEntry{.about = {.id = "MP212",
                                              .slug = "numbered-entry",
                                              .since = "0.1.0",
                                              .group = RuleGroup::leftovers,
                                              .severity = Severity::warning,
                                              .summary = "an entry of the template such as 'Deliverable 1'"},
                                    .check_document = check};

}  // namespace milepost
