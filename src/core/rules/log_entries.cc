// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "core/rules/log_entries.h"

#include <string>

#include "core/document/sections.h"
#include "core/rules/finding_sink.h"

namespace milepost {
namespace {

constexpr std::size_t kIsoLength = 10;

// The day at the beginning of a line of a log: "- 2026-01-02: Began", "[2026-01-02 08:35]: text", "### 2026-01-02".
std::optional<Date> day_of(std::string_view line) {
  const std::size_t begin = line.find_first_of("0123456789");
  if (begin == std::string_view::npos || begin > 8) return std::nullopt;
  return Date::from_iso(line.substr(begin, kIsoLength));
}

}  // namespace

std::optional<LogEntry> find_newest_entry(const DocumentContext& context) {
  std::optional<LogEntry> newest;
  const Scan scan = context.reading.scan();
  const auto take = [&](ByteRange line) {
    const auto day = day_of(slice(scan.bytes, line));
    if (day && (!newest || newest->day < *day)) newest = LogEntry{*day, line};
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

void offer_day(const DocumentContext& context, Finding& finding, Date day) {
  if (!Date::from_iso(context.text(finding.range).substr(0, kIsoLength))) return;
  const ByteRange old{finding.range.begin, static_cast<ByteOffset>(finding.range.begin + kIsoLength)};
  finding.fixes.push_back(fix_here(context, "set it to " + to_string(day), FixSafety::safe, {{old, to_string(day)}}));
}

}  // namespace milepost
