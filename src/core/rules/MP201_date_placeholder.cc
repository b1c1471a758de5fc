// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>
#include <cctype>

#include "core/document/path_parts.h"
#include "core/rules/contexts.h"
#include "core/rules/finding_sink.h"
#include "core/rules/rule_list.h"
#include "core/rules/value_place.h"
#include "core/rules/visible_text.h"

namespace milepost {
namespace {

constexpr std::string_view kWord = "YYYY-MM-DD";

bool is_word(std::string_view bytes, std::size_t at) {
  const auto joins = [](char c) {
    return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '/' || c == '-' || c == '_' || c == '%' ||
           c == '\'' || c == '"';
  };
  const bool begins = at == 0 || !joins(bytes[at - 1]);
  const std::size_t end = at + kWord.size();
  const bool is_italic = at > 0 && bytes[at - 1] == '_';
  return (begins || is_italic) && (end >= bytes.size() || !joins(bytes[end]) || bytes[end] == '_');
}

// "dates are written YYYY-MM-DD" speaks about the word.
bool speaks_of_format(std::string_view line) {
  constexpr std::array<std::string_view, 6> kWords{"format", "written", "iso", "template", "prefix", "pattern"};
  return std::ranges::any_of(kWords, [line](std::string_view word) { return contains_ignoring_case(line, word); });
}

void check(const DocumentContext& context, FindingSink& sink) {
  const std::string_view bytes = context.bytes();
  VisibleText visible(context.reading.scan());
  FieldSpots told(context, is_template_field);
  for (std::size_t at = bytes.find(kWord); at != std::string_view::npos; at = bytes.find(kWord, at + kWord.size())) {
    const auto offset = static_cast<ByteOffset>(at);
    if (!is_word(bytes, at) || !visible.is_text(offset) || speaks_of_format(visible.line_at(offset))) continue;
    if (told.hold(offset)) continue;
    sink.report(ByteRange{offset, static_cast<ByteOffset>(at + kWord.size())},
                "the template's word for a date was never replaced", "write the date, or remove the line");
  }
}

}  // namespace

constinit const Rule kDatePlaceholder{.about = {.id = "MP201",
                                                .slug = "date-placeholder",
                                                .since = "0.1.0",
                                                .group = RuleGroup::leftovers,
                                                .severity = Severity::warning,
                                                .summary = "the template's word for a date was never replaced"},
                                      .check_document = check};

}  // namespace milepost
