// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include <algorithm>
#include <cctype>
#include <set>
#include <string>

#include "core/base/byte_set.h"
#include "core/rules/contexts.h"
#include "core/rules/finding_sink.h"
#include "core/rules/placeholder_words.h"
#include "core/rules/rule_list.h"
#include "core/rules/value_place.h"
#include "core/rules/visible_text.h"

namespace milepost {
namespace {

constexpr std::size_t kLongest = 60;

// The length of "[Name]" at the bracket; 0 for boxes, links, references, footnotes and attributes of code.
std::size_t length_at(std::string_view text) {
  if (text.size() < 4 || std::isalpha(static_cast<unsigned char>(text[1])) == 0) return 0;
  constexpr ByteSet kEnds("]\n[");
  const std::size_t end = kEnds.find_in(text.substr(1, kLongest + 1)) + 1;
  if (end == 0 || text[end] != ']' || end < 3) return 0;
  const char after = end + 1 < text.size() ? text[end + 1] : '\n';
  const bool leads_on =
      after == '(' || after == '[' || after == ':' || std::isalnum(static_cast<unsigned char>(after)) != 0;
  return leads_on ? 0 : end + 1;
}

std::string lower_case(std::string_view text) {
  std::string lower(text);
  std::ranges::transform(lower, lower.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return lower;
}

bool is_begun_by_text(std::string_view bytes, std::size_t at) {
  if (at == 0) return false;
  const auto before = static_cast<unsigned char>(bytes[at - 1]);
  return std::isalnum(before) != 0 || before == ']' || before == '!' || before == '\\' || before == '[' ||
         before == '#';
}

// The labels of "[Name]: target", lower case as they stand: such brackets are links.
std::set<std::string> defined_labels(const Scan& scan) {
  std::set<std::string> labels;
  for (const Block& block : scan.markdown.blocks) {
    if (block.kind != BlockKind::link_reference_definition) continue;
    const std::string_view text = slice(scan.bytes, block.range);
    labels.insert(lower_case(text.substr(1, std::max<std::size_t>(text.find(']'), 1) - 1)));
  }
  return labels;
}

// "[In Progress]" says something, "[How it was fixed]" asks.
bool is_status(const DocumentContext& context, std::string_view inside) {
  if (std::ranges::count(inside, ' ') > 2) return false;
  const auto status = context.reading.values().status(inside);
  return status && status->category != StatusCategory::unknown;
}

void check(const DocumentContext& context, FindingSink& sink) {
  const std::string_view bytes = context.bytes();
  const Scan scan = context.reading.scan();
  VisibleText visible(scan);
  FieldSpots told(context, is_template_field);
  const std::set<std::string> labels = defined_labels(scan);
  for (std::size_t at = bytes.find('['); at != std::string_view::npos; at = bytes.find('[', at + 1)) {
    const std::size_t length = is_begun_by_text(bytes, at) ? 0 : length_at(bytes.substr(at));
    if (length == 0) continue;
    const auto offset = static_cast<ByteOffset>(at);
    const ByteRange range{offset, static_cast<ByteOffset>(at + length)};
    const std::string_view inside = bytes.substr(at + 1, length - 2);
    const bool asks = asks_for_something(inside);
    if (!asks && !may_be_slot(inside)) continue;
    const bool is_slot =
        visible.is_text(offset) && (asks || is_alone(bytes, place_at(scan, visible.block_at(offset), offset), range));
    if (!is_slot || labels.contains(lower_case(inside)) || is_status(context, inside) || told.hold(offset)) continue;
    sink.report(range, "the placeholder " + std::string(context.text(range)) + " was never replaced",
                "write what belongs here, or remove it");
  }
}

}  // namespace

constinit const Rule kBracketPlaceholder{.about = {.id = "MP205",
                                                   .slug = "bracket-placeholder",
                                                   .since = "0.1.0",
                                                   .group = RuleGroup::leftovers,
                                                   .severity = Severity::warning,
                                                   .summary = "a placeholder in brackets was never replaced"},
                                         .check_document = check};

}  // namespace milepost
