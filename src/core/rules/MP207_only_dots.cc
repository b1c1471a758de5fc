// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include <string>
#include <vector>

#include "core/rules/contexts.h"
#include "core/rules/finding_sink.h"
#include "core/rules/rule_list.h"
#include "core/rules/value_place.h"
#include "core/text/inline.h"

namespace milepost {
namespace {

constexpr const char* kMessage = "only dots stand here, as the template left them";
constexpr const char* kAdvice = "write what belongs here, or remove it";

bool is_dots(std::string_view bytes, ByteRange range) {
  constexpr ByteOffset kMost = 12;  // "- [ ] **...**" without the bullet; nothing longer needs a look
  if (range.size() < 3 || range.size() > kMost) return false;
  const std::string_view text = slice(bytes, without_wrapping(bytes, range));
  return text == "..." || text == "\u2026";
}

// A last entry of dots says "and so on"; a list of nothing else says nothing.
void check_list(const Scan& scan, std::uint32_t list, FindingSink& sink) {
  const auto& blocks = scan.markdown.blocks;
  std::vector<std::uint32_t> dots;
  std::size_t entries = 0;
  for (std::uint32_t i = list + 1; i < blocks[list].end; i = blocks[i].end) {
    ++entries;
    const bool is_short = blocks[i].end <= i + 2;
    if (is_short && is_dots(scan.bytes, blocks[i].content)) dots.push_back(i);
  }
  if (dots.empty() || (dots.size() == 1 && entries > 1)) return;
  for (const std::uint32_t i : dots) sink.report(blocks[i].content, kMessage, kAdvice);
}

// A row of dots alone between others says "and so on" too.
void check_table(const Scan& scan, std::uint32_t table, FindingSink& sink) {
  const auto& blocks = scan.markdown.blocks;
  const std::uint32_t rows = blocks[table].end - table - 2;
  for (std::uint32_t i = table + 2; i < blocks[table].end; ++i) {
    std::vector<ByteRange> dots;
    std::uint32_t filled = 0;
    for (std::uint32_t c = 0; c < blocks[i].cells_count; ++c) {
      const ByteRange cell = scan.markdown.cells[blocks[i].cells_begin + c];
      if (is_dots(scan.bytes, cell))
        dots.push_back(cell);
      else if (!cell.empty())
        ++filled;
    }
    const bool goes_on = filled == 0 && rows > 1;
    if (!dots.empty() && !goes_on) sink.report(dots.front(), kMessage, kAdvice);
  }
}

void check(const DocumentContext& context, FindingSink& sink) {
  const Scan scan = context.reading.scan();
  for (const RawField& field : context.reading.fields().all())
    if (field.node == 0 && field.carrier != Carrier::table && is_dots(scan.bytes, field.value))
      sink.report(field.value, kMessage, kAdvice);
  for (std::uint32_t i = 0; i < scan.markdown.blocks.size(); ++i) {
    if (scan.markdown.blocks[i].kind == BlockKind::list) check_list(scan, i, sink);
    if (scan.markdown.blocks[i].kind == BlockKind::table) check_table(scan, i, sink);
  }
}

}  // namespace

constinit const Rule kOnlyDots{.about = {.id = "MP207",
                                         .slug = "only-dots",
                                         .since = "0.1.0",
                                         .group = RuleGroup::leftovers,
                                         .severity = Severity::warning,
                                         .summary = "dots where an entry, a cell or a value belongs"},
                               .check_document = check};

}  // namespace milepost
