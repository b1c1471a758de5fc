// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include <algorithm>
#include <string>

#include "core/document/sections.h"
#include "core/rules/contexts.h"
#include "core/rules/finding_sink.h"
#include "core/rules/rule_list.h"

namespace milepost {
namespace {

// "definition_of_done" as people read it.
std::string in_words(const std::string& kind) {
  std::string words = kind;
  std::ranges::replace(words, '_', ' ');
  return words;
}

bool has_section(const DocumentContext& context, const FormChoice& choice) {
  const Dialect& dialect = context.reading.dialect();
  return std::ranges::any_of(context.reading.scan().outline.headings, [&](const Heading& heading) {
    const SectionRule* rule = section_rule(dialect, heading);
    return rule != nullptr && std::ranges::find(choice, rule->kind) != choice.end();
  });
}

void check(const DocumentContext& context, FindingSink& sink) {
  const Item& item = context.reading.items().front();
  const auto& sections = form_of(context.reading.dialect().form, item.kind).sections;
  const Outline& outline = context.reading.scan().outline;
  // A document without any section has another form altogether.
  if (sections.empty() || outline.headings.size() < 2) return;
  for (const FormChoice& choice : sections) {
    if (has_section(context, choice)) continue;
    const ByteRange title = outline.title == kNoBlock ? ByteRange{} : outline.headings[outline.title].text;
    sink.report(Spot{{context.document, 0}, title, item.line},
                "the section '" + in_words(choice.front()) + "' is missing; documents of this family must have it",
                "add it, and say 'none' where there is nothing to say");
  }
}

}  // namespace

constinit const Rule kRequiredSection{.about = {.id = "MP114",
                                                .slug = "required-section",
                                                .since = "0.1.0",
                                                .group = RuleGroup::form,
                                                .severity = Severity::info,
                                                .summary = "a section that the family demands is missing"},
                                      .check_document = check};

}  // namespace milepost
