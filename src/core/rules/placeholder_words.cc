// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "core/rules/placeholder_words.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <string>

#include "core/document/fold.h"
#include "core/document/path_parts.h"

namespace milepost {
namespace {

// What templates ask for; they stand last: "Milestone Name".
constexpr std::array<std::string_view, 45> kNouns{
    "name",        "names",   "title",    "description", "descriptions", "date",        "dates",     "owner",
    "author",      "url",     "number",   "role",        "reason",       "value",       "email",     "handle",
    "username",    "summary", "details",  "path",        "person",       "percentage",  "criterion", "rationale",
    "placeholder", "slug",    "filename", "text",        "here",         "amount",      "duration",  "estimate",
    "deadline",    "hours",   "outcome",  "impact",      "mitigation",   "probability", "assignee",  "reviewer",
    "stakeholder", "member",  "goal",     "objective",   "count"};
// What they begin with: "insert link", "your team".
constexpr std::array<std::string_view, 13> kLeads{"insert",   "your",     "brief",      "enter",  "specify",
                                                  "describe", "fill",     "short",      "choose", "add",
                                                  "select",   "detailed", "placeholder"};
// Words that are marks when they stand alone in brackets.
constexpr std::array<std::string_view, 10> kMarks{"text",    "here",  "path", "value",     "details",
                                                  "summary", "hours", "goal", "objective", "role"};

bool is_plain(std::string_view inside) {
  return !inside.empty() && inside.size() <= 60 && std::ranges::all_of(inside, [](unsigned char c) {
    return std::isalnum(c) != 0 || c == ' ' || c == '-' || c == '_' || c == '/' || c == '\'' || c == ',' || c == ':' ||
           c == '.' || c >= 0x80;
  });
}

bool is_in_capitals(std::string_view inside) {
  return std::ranges::none_of(inside, [](unsigned char c) { return std::islower(c) != 0; });
}

template <std::size_t N>
bool is_one_of(const std::array<std::string_view, N>& words, std::string_view word) {
  return std::ranges::find(words, word) != words.end();
}

// "[setup, testing, vitest]" is a list of words, "[None recorded]" says something, "[Severity: 3/10]" too.
bool says_something(std::string_view inside) {
  constexpr std::array<std::string_view, 8> kAnswers{"none", "no ",  "not ", "nothing",
                                                     "n/a",  "all ", "see ", "optional"};
  const auto begins = [inside](std::string_view answer) {
    return equals_ignoring_case(inside.substr(0, answer.size()), answer);
  };
  const bool is_graded = inside.find(':') != std::string_view::npos &&
                         std::ranges::any_of(inside, [](unsigned char c) { return std::isdigit(c) != 0; });
  bool is_list = inside.find(',') != std::string_view::npos;
  for (std::size_t at = inside.find(' '); is_list && at != std::string_view::npos; at = inside.find(' ', at + 1))
    is_list = at > 0 && inside[at - 1] == ',';
  return is_graded || is_list || std::ranges::any_of(kAnswers, begins);
}

}  // namespace

bool asks_for_something(std::string_view inside) {
  if (!is_plain(inside) || is_in_capitals(inside)) return false;
  std::string buffer;
  std::string_view folded = fold_words(inside, buffer);
  const std::size_t first_end = std::min(folded.find(' '), folded.size());
  const std::string_view first = folded.substr(0, first_end);
  const bool is_single = first_end == folded.size();
  if (!is_single && is_one_of(kLeads, first)) return true;
  // "Feature name 1": the number counts the slots.
  const bool is_counted = !folded.empty() && std::isdigit(static_cast<unsigned char>(folded.back())) != 0;
  if (is_counted && !is_single) folded = folded.substr(0, folded.rfind(' '));
  const std::string_view last = folded.substr(folded.rfind(' ') + 1);
  return is_one_of(kNouns, last) && !(is_single && is_one_of(kMarks, last));
}

bool may_be_slot(std::string_view inside) {
  return is_plain(inside) && !is_in_capitals(inside) && inside.find(' ') != std::string_view::npos &&
         std::isalpha(static_cast<unsigned char>(inside.front())) != 0 && !says_something(inside);
}

}  // namespace milepost
