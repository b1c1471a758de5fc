// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
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

// The length of "<Short Name>" at the sign; 0 for tags, comments and what else begins so.
std::size_t length_at(std::string_view text) {
  if (text.size() < 4 || std::isalpha(static_cast<unsigned char>(text[1])) == 0) return 0;
  constexpr ByteSet kEnds(">\n<=\"");
  const std::size_t end = kEnds.find_in(text.substr(1, kLongest + 1)) + 1;
  return end == 0 || text[end] != '>' || end < 3 ? 0 : end + 1;
}

// "List<Name>", "/runs/<id>", "--to <file>" inside a command: names of arguments.
bool is_argument(std::string_view bytes, std::size_t at) {
  if (at == 0) return false;
  const auto before = static_cast<unsigned char>(bytes[at - 1]);
  if (std::isalnum(before) != 0) return true;
  constexpr std::string_view kJoints = "/-_.=:`'\"\\<$@";
  return kJoints.find(static_cast<char>(before)) != std::string_view::npos;
}

// The names of closing tags: what is closed somewhere is no slot.
std::set<std::string_view> closed_tags(std::string_view bytes) {
  std::set<std::string_view> names;
  for (std::size_t at = bytes.find("</"); at != std::string_view::npos; at = bytes.find("</", at + 2)) {
    const std::size_t end = bytes.substr(at, kLongest).find('>');
    if (end != std::string_view::npos) names.insert(bytes.substr(at + 2, end - 2));
  }
  return names;
}

// HTML that CommonMark takes a slot such as "<Short Name>" for hides it from readers; authors see it all the same.
bool is_shown(VisibleText& visible, const Scan& scan, ByteOffset at) {
  const std::uint32_t block = visible.block_at(at);
  if (block == kNoBlock) return false;
  const Block& found = scan.markdown.blocks[block];
  return found.kind == BlockKind::html ? found.marker == '<' : visible.is_text(at);
}

void check(const DocumentContext& context, FindingSink& sink) {
  const std::string_view bytes = context.bytes();
  const Scan scan = context.reading.scan();
  VisibleText visible(scan);
  FieldSpots told(context, is_template_field);
  const std::set<std::string_view> closed = closed_tags(bytes);
  for (std::size_t at = bytes.find('<'); at != std::string_view::npos; at = bytes.find('<', at + 1)) {
    const std::size_t length = is_argument(bytes, at) ? 0 : length_at(bytes.substr(at));
    if (length == 0) continue;
    const std::string_view inside = bytes.substr(at + 1, length - 2);
    const auto offset = static_cast<ByteOffset>(at);
    const ByteRange range{offset, static_cast<ByteOffset>(at + length)};
    const bool has_words = may_be_slot(inside);
    if ((!has_words && !asks_for_something(inside)) || !is_shown(visible, scan, offset) || told.hold(offset)) continue;
    const bool stands_alone = is_alone(bytes, place_at(scan, visible.block_at(offset), offset), range);
    if (!stands_alone && !(has_words && asks_for_something(inside))) continue;
    if (closed.contains(inside)) continue;
    sink.report(range, "the placeholder " + std::string(context.text(range)) + " was never replaced",
                "write what belongs here, or remove it");
  }
}

}  // namespace

constinit const Rule kAnglePlaceholder{.about = {.id = "MP206",
                                                 .slug = "angle-placeholder",
                                                 .since = "0.1.0",
                                                 .group = RuleGroup::leftovers,
                                                 .severity = Severity::warning,
                                                 .summary = "a placeholder in angle brackets was never replaced"},
                                       .check_document = check};

}  // namespace milepost
