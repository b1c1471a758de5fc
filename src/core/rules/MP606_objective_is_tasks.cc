// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include <array>
#include <string>

#include "core/document/sections.h"
#include "core/rules/contexts.h"
#include "core/rules/finding_sink.h"
#include "core/rules/progress_words.h"
#include "core/rules/rule_list.h"

namespace milepost {
namespace {

constexpr std::array kOptions{RuleOption{.name = "fewest", .number = 3, .summary = "boxes that make a list of tasks"}};

// A task may be a list of tasks.
bool has_objective(ItemKind kind) {
  return kind == ItemKind::milestone || kind == ItemKind::plan || kind == ItemKind::epic || kind == ItemKind::phase;
}

void check(const DocumentContext& context, FindingSink& sink) {
  if (!has_objective(context.reading.items().front().kind)) return;
  const Scan scan = context.reading.scan();
  for (std::uint32_t h = 0; h < scan.outline.headings.size(); ++h) {
    const Heading& heading = scan.outline.headings[h];
    const SectionRule* rule = section_rule(context.reading.dialect(), heading);
    if (heading.inherited || rule == nullptr || rule->kind != "objective") continue;
    std::size_t boxes = 0;
    bool has_prose = false;
    const std::uint32_t end = own_blocks_end(scan.outline, h);
    for (std::uint32_t i = heading.block + 1; i < end; ++i) {
      const Block& block = scan.markdown.blocks[i];
      boxes += block.kind == BlockKind::list_item && block.box != kNoOffset ? 1 : 0;
      has_prose = has_prose || (block.kind == BlockKind::paragraph && block.parent == kNoBlock);
    }
    if (has_prose || static_cast<std::int64_t>(boxes) < context.options.integer("fewest")) continue;
    sink.report(heading.text, "this objective is a list of " + count_words(boxes, "box", "boxes") + " and nothing else",
                "say what is different afterwards, and move the tasks to their own section");
  }
}

}  // namespace

constinit const Rule kObjectiveIsTasks{.about = {.id = "MP606",
                                                 .slug = "objective-is-tasks",
                                                 .since = "0.1.0",
                                                 .group = RuleGroup::hygiene,
                                                 .severity = Severity::info,
                                                 .summary = "an objective that is a list of tasks",
                                                 .options = kOptions},
                                       .check_document = check};

}  // namespace milepost
