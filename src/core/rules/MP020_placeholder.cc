// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>

#include "core/rules/contexts.h"
#include "core/rules/finding_sink.h"
#include "core/rules/rule_list.h"
#include "core/text/inline.h"

namespace milepost {
namespace {

// Words such as "unassigned" say something; these are what templates leave.
bool is_leftover(std::string_view text) {
  constexpr std::array<std::string_view, 6> kMarks{"{", "[", "<", "YYYY", "@handle", "XX"};
  return std::ranges::any_of(kMarks,
                             [text](std::string_view mark) { return text.find(mark) != std::string_view::npos; });
}

void check(const DocumentContext& context, FindingSink& sink) {
  for (const RawField& field : context.reading.fields().all()) {
    const std::string_view written = context.text(field.value);
    if (written.empty() || field.value.size() > 200 || !is_leftover(written)) continue;
    if (!context.reading.values().is_placeholder(plain_text(written))) continue;
    sink.report(
        field.value,
        "the " + std::string(role_name(context.reading.dialect(), field.role)) + " is still what the template left",
        "write the value, or remove the line");
  }
}

}  // namespace

constinit const Rule kPlaceholder{.about = {.id = "MP020",
                                            .slug = "placeholder",
                                            .since = "0.1.0",
                                            .group = RuleGroup::reading,
                                            .severity = Severity::info,
                                            .summary = "a placeholder of the template stands where a value belongs"},
                                  .check_document = check};

}  // namespace milepost
