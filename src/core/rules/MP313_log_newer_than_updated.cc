// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include <optional>
#include <string>

#include "core/document/sections.h"
#include "core/rules/contexts.h"
#include "core/rules/finding_sink.h"
#include "core/rules/rule_list.h"

namespace milepost {
namespace {

constexpr std::size_t kIsoLength = 10;

// The day at the beginning of a line of a log: "- 2026-01-02: Began", "[2026-01-02 08:35]: text", "### 2026-01-02".
std::optional<Date> day_of(std::string_view line) {
  const std::size_t begin = line.find_first_of("0123456789");
  if (begin == std::string_view::npos || begin > 8) return std::nullopt;
  return Date::from_iso(line.substr(begin, kIsoLength));
}

struct Entry {
  Date day;
  ByteRange line;
};

// The newest entry of the sections that are logs.
std::optional<Entry> newest_entry(const DocumentContext& context) {
  std::optional<Entry> newest;
  const Scan scan = context.reading.scan();
  const auto take = [&](ByteRange line) {
    const auto day = day_of(slice(scan.bytes, line));
    if (day && (!newest || newest->day < *day)) newest = Entry{*day, line};
  };
  for (const Heading& heading : scan.outline.headings) {
    const SectionRule* rule = section_rule(context.reading.dialect(), heading);
    if (rule == nullptr || rule->record != "log") continue;
    if (heading.inherited) take(heading.text);
    for (std::uint32_t i = heading.block + 1; i < heading.block_end; ++i) {
      const Block& block = scan.markdown.blocks[i];
      if (block.kind == BlockKind::heading) break;
      if (block.kind == BlockKind::list_item || block.kind == BlockKind::table_row) take(block.content);
    }
  }
  return newest;
}

bool is_iso(std::string_view text) { return Date::from_iso(text.substr(0, kIsoLength)).has_value(); }

void check(const DocumentContext& context, FindingSink& sink) {
  const auto& updated = context.reading.items().front().updated;
  if (!updated || updated->where.empty()) return;
  const auto entry = newest_entry(context);
  if (!entry || entry->day <= updated->value || context.facts.today < entry->day) return;
  Finding& found = sink.report(
      updated->where,
      "was last updated " + to_string(updated->value) + ", yet its log has an entry of " + to_string(entry->day),
      "set the day of the last update");
  if (!is_iso(context.text(updated->where))) return;
  const ByteRange day{updated->where.begin, static_cast<ByteOffset>(updated->where.begin + kIsoLength)};
  found.fixes.push_back(
      fix_here(context, "set it to " + to_string(entry->day), FixSafety::safe, {{day, to_string(entry->day)}}));
}

}  // namespace

constinit const Rule kLogNewerThanUpdated{.about = {.id = "MP313",
                                                    .slug = "log-newer-than-updated",
                                                    .since = "0.1.0",
                                                    .group = RuleGroup::truth,
                                                    .severity = Severity::warning,
                                                    .fix = FixOffer::safe,
                                                    .summary = "the log has an entry after the day of the last update"},
                                          .check_document = check};

}  // namespace milepost
