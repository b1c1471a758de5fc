// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "core/rules/contexts.h"
#include "core/rules/finding_sink.h"
#include "core/rules/rule_list.h"

namespace milepost {
namespace {

void check(const DocumentContext& context, FindingSink& sink) {
  const Outline& outline = context.reading.scan().outline;
  std::uint32_t first = kNoBlock;
  for (std::uint32_t i = 0; i < outline.headings.size(); ++i) {
    if (outline.headings[i].level != 1) continue;
    if (first != kNoBlock) {
      sink.report(outline.headings[i].text,
                  "the document has a title already, in line " + std::to_string(outline.headings[first].line + 1),
                  "make this heading a section with '##'");
      return;
    }
    first = i;
  }
}

}  // namespace

constinit const Rule kSeveralTitles{.about = {.id = "MP104",
                                              .slug = "several-titles",
                                              .since = "0.1.0",
                                              .group = RuleGroup::form,
                                              .severity = Severity::info,
                                              .summary = "more than one heading of the first level"},
                                    .check_document = check};

}  // namespace milepost
