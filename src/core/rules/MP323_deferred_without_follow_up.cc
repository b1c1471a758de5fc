// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>
#include <string>

#include "core/document/path_parts.h"
#include "core/document/sections.h"
#include "core/rules/contexts.h"
#include "core/rules/finding_sink.h"
#include "core/rules/rule_list.h"

namespace milepost {
namespace {

bool says_deferred(std::string_view text) {
  constexpr std::array<std::string_view, 4> kWords{"deferred", "postponed", "moved out", "punted"};
  return std::ranges::any_of(kWords, [text](std::string_view word) { return contains_ignoring_case(text, word); });
}

// Whether the text names a place: a link, a number of an issue, anything with an id, a version or a name of a file.
bool names_a_place(std::string_view text) {
  const bool has_mark = text.find("](") != std::string_view::npos || text.find('#') != std::string_view::npos ||
                        text.find('`') != std::string_view::npos || text.find("http") != std::string_view::npos;
  const bool has_number = text.find_first_of("0123456789") != std::string_view::npos;
  constexpr std::array<std::string_view, 12> kWords{" to ",  " until ", "later",   "future",  "next", "follow",
                                                    "phase", "sprint",  "backlog", "because", "see ", "out of scope"};
  return has_mark || has_number ||
         std::ranges::any_of(kWords, [text](std::string_view word) { return contains_ignoring_case(text, word); });
}

bool has_follow_ups(const DocumentContext& context) {
  return std::ranges::any_of(context.reading.scan().outline.headings, [&](const Heading& heading) {
    const SectionRule* rule = section_rule(context.reading.dialect(), heading);
    return rule != nullptr && (rule->record == "follow_up" || rule->record == "scope_out");
  });
}

// A box with a letter of its own or open, in a document that is done.
void check(const DocumentContext& context, FindingSink& sink) {
  const Item& item = context.reading.items().front();
  const bool is_done = item.status && item.status->value.category == StatusCategory::done;
  if (!is_done || item.progress.boxes.total == 0 || has_follow_ups(context)) return;
  for (const Block& block : context.reading.scan().markdown.blocks) {
    if (block.kind != BlockKind::list_item || block.box == kNoOffset || context.bytes()[block.box] != ' ') continue;
    const std::string_view text = context.text(block.content);
    if (!says_deferred(text) || names_a_place(text)) continue;
    sink.report(block.content, "was deferred, and nothing says to where",
                "name the milestone or issue that takes it over, or say that it was given up");
  }
}

}  // namespace

constinit const Rule kDeferredWithoutFollowUp{.about = {.id = "MP323",
                                                        .slug = "deferred-without-follow-up",
                                                        .since = "0.1.0",
                                                        .group = RuleGroup::truth,
                                                        .severity = Severity::info,
                                                        .stage = RuleStage::preview,
                                                        .summary = "something was deferred, and nothing says to where"},
                                              .check_document = check};

}  // namespace milepost
