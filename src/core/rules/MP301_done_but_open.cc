// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include <algorithm>
#include <string>
#include <vector>

#include "core/document/sections.h"
#include "core/rules/contexts.h"
#include "core/rules/finding_sink.h"
#include "core/rules/progress_words.h"
#include "core/rules/rule_list.h"
#include "core/text/inline.h"

namespace milepost {
namespace {

void check(const ItemContext& context, FindingSink& sink) {
  const Progress& progress = context.item.progress;
  const bool counts_itself = progress.boxes.total + progress.tasks.total > 0;
  if (!context.is(StatusCategory::done) || !counts_itself || progress.computed.value_or(100) >= 100) return;
  sink.report(spot_of(context, *context.item.status), "says done, yet " + progress_words(progress),
              "tick what is done, move the rest to where it will be done, or take the status back");
}

struct OpenPart {
  std::uint32_t heading;
  std::size_t open;
};

// Where the open boxes of an item stand, by the heading above them; sections that do not count are passed over.
std::vector<OpenPart> find_open_parts(const DocumentContext& context, ByteRange within) {
  const Scan scan = context.reading.scan();
  const auto& headings = scan.outline.headings;
  std::vector<OpenPart> parts;
  std::uint32_t next = 0;
  for (std::uint32_t i = 0; i < scan.markdown.blocks.size(); ++i) {
    const Block& block = scan.markdown.blocks[i];
    if (next < headings.size() && headings[next].block == i) ++next;
    const bool is_box = block.kind == BlockKind::list_item && block.box != kNoOffset && scan.bytes[block.box] == ' ';
    if (!is_box || next == 0 || !within.contains(block.range.begin) || next - 1 == scan.outline.title) continue;
    const SectionRule* rule = section_rule(context.reading.dialect(), headings[next - 1]);
    if (rule != nullptr && !rule->counts) continue;
    if (parts.empty() || parts.back().heading != next - 1) parts.push_back({next - 1, 0});
    ++parts.back().open;
  }
  return parts;
}

// Criteria that nobody ticked and work that nobody did are two things; the names of the sections tell them apart.
void refine(const DocumentContext& context, Finding& finding) {
  constexpr std::size_t kShown = 3;
  constexpr std::size_t kLongest = 40;
  const auto& items = context.reading.items();
  const auto item = std::ranges::find_if(items, [&](const Item& candidate) {
    return candidate.status && candidate.status->where.begin == finding.range.begin;
  });
  if (item == items.end() || finding.range.empty()) return;
  const std::vector<OpenPart> parts = find_open_parts(context, item->range);
  std::string names;
  for (std::size_t i = 0; i < parts.size() && i < kShown; ++i) {
    const std::string title = plain_text(context.text(context.reading.scan().outline.headings[parts[i].heading].text));
    if (title.empty() || title.size() > kLongest) continue;
    names += (names.empty() ? "" : ", ") + std::to_string(parts[i].open) + " under '" + title + "'";
  }
  if (parts.size() > kShown && !names.empty()) names += " and others";
  if (!names.empty()) finding.message += "; open: " + names;
}

}  // namespace

constinit const Rule kDoneButOpen{.about = {.id = "MP301",
                                            .slug = "done-but-open",
                                            .since = "0.1.0",
                                            .group = RuleGroup::truth,
                                            .severity = Severity::warning,
                                            .summary = "a done milestone with open boxes or tasks"},
                                  .check_item = check,
                                  .refine = refine};

}  // namespace milepost
