// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>
#include <string>

#include "core/document/fold.h"
#include "core/document/path_parts.h"
#include "core/rules/contexts.h"
#include "core/rules/finding_sink.h"
#include "core/rules/rule_list.h"
#include "core/rules/value_place.h"
#include "core/text/inline.h"

namespace milepost {
namespace {

constexpr std::uint32_t kNone = kNoBlock;

struct RiskColumns {
  std::uint32_t risk = kNone;
  std::uint32_t mitigation = kNone;
};

// Folding each header costs; in other scripts than Latin the words are looked up.
bool may_hold_risks(std::string_view header) {
  const bool is_ascii = std::ranges::all_of(header, [](unsigned char c) { return c < 0x80; });
  return !is_ascii || contains_ignoring_case(header, "risk") || contains_ignoring_case(header, "threat");
}

RiskColumns columns_of(const Scan& scan, const Dialect& dialect, const Block& header) {
  RiskColumns columns;
  std::string buffer;
  for (std::uint32_t c = 0; c < header.cells_count; ++c) {
    const auto role =
        dialect.columns.find(fold_words(slice(scan.bytes, scan.markdown.cells[header.cells_begin + c]), buffer));
    if (role == dialect.columns.end()) continue;
    if (role->second == "risk" && columns.risk == kNone) columns.risk = c;
    if (role->second == "mitigation" && columns.mitigation == kNone) columns.mitigation = c;
  }
  return columns;
}

bool says_nothing(std::string_view bytes, ByteRange cell) {
  constexpr std::array<std::string_view, 7> kSigns{"", "-", "\u2013", "\u2014", "?", "TBD", "TODO"};
  const std::string_view text = slice(bytes, without_wrapping(bytes, cell));
  return std::ranges::find(kSigns, text) != kSigns.end();
}

void check_rows(const DocumentContext& context, std::uint32_t table, RiskColumns columns, FindingSink& sink) {
  const Markdown& markdown = context.reading.scan().markdown;
  for (std::uint32_t i = table + 2; i < markdown.blocks[table].end; ++i) {
    const Block& row = markdown.blocks[i];
    if (row.cells_count <= columns.risk || row.cells_count <= columns.mitigation) continue;
    const ByteRange risk = markdown.cells[row.cells_begin + columns.risk];
    const ByteRange answer = markdown.cells[row.cells_begin + columns.mitigation];
    if (!says_nothing(context.bytes(), answer) || says_nothing(context.bytes(), risk)) continue;
    if (context.reading.values().risk(plain_cell_text(context.text(risk)))) continue;  // "None" is no risk
    sink.report(risk, "this risk has no mitigation", "say what is done about it, or that it is accepted");
  }
}

void check(const DocumentContext& context, FindingSink& sink) {
  const Item& item = context.reading.items().front();
  if (!is_open(item)) return;
  const Scan scan = context.reading.scan();
  const auto& blocks = scan.markdown.blocks;
  for (std::uint32_t i = 0; i + 1 < blocks.size(); ++i) {
    if (blocks[i].kind != BlockKind::table || !may_hold_risks(context.text(blocks[i + 1].range))) continue;
    const RiskColumns columns = columns_of(scan, context.reading.dialect(), blocks[i + 1]);
    if (columns.risk != kNone && columns.mitigation != kNone) check_rows(context, i, columns, sink);
  }
}

}  // namespace

constinit const Rule kRiskWithoutMitigation{.about = {.id = "MP608",
                                                      .slug = "risk-without-mitigation",
                                                      .since = "0.1.0",
                                                      .group = RuleGroup::hygiene,
                                                      .severity = Severity::info,
                                                      .summary = "a risk in a table with no mitigation beside it"},
                                            .check_document = check};

}  // namespace milepost
