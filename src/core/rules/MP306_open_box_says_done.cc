// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>

#include "core/document/path_parts.h"
#include "core/rules/contexts.h"
#include "core/rules/finding_sink.h"
#include "core/rules/rule_list.h"

namespace milepost {
namespace {

constexpr std::array<std::string_view, 4> kMarks{"\u2705", "\u2714\ufe0f", "\u2714", "\u2611"};

// "(\u2705 Complete)", "(done)"
bool is_done_bracket(std::string_view bracket) {
  constexpr std::array<std::string_view, 6> kWords{"done", "complete", "completed", "finished", "implemented", "fixed"};
  bracket = bracket.substr(1, bracket.size() - 2);
  bool has_mark = false;
  for (const std::string_view mark : kMarks) {
    if (!bracket.starts_with(mark)) continue;
    bracket.remove_prefix(mark.size());
    has_mark = true;
  }
  while (bracket.starts_with(' ')) bracket.remove_prefix(1);
  if (bracket.empty()) return has_mark;
  return std::ranges::any_of(kWords, [bracket](std::string_view word) { return equals_ignoring_case(bracket, word); });
}

bool ends_with_done(std::string_view text) {
  while (!text.empty() && (text.back() == ' ' || text.back() == '*' || text.back() == '.')) text.remove_suffix(1);
  if (text.ends_with("~~") && text.starts_with("~~") && text.find("~~", 2) == text.size() - 2) return true;
  if (text.ends_with(')')) {
    const std::size_t open = text.rfind('(');
    return open != std::string_view::npos && is_done_bracket(text.substr(open));
  }
  const auto mark = std::ranges::find_if(kMarks, [text](std::string_view m) { return text.ends_with(m); });
  if (mark == kMarks.end()) return false;
  text.remove_suffix(mark->size());
  while (text.ends_with(' ')) text.remove_suffix(1);
  // "status set to \u2705" speaks of another mark.
  constexpr std::array<std::string_view, 5> kBefore{" to", "\u2192", "->", "=", " as"};
  return std::ranges::none_of(kBefore, [text](std::string_view before) { return text.ends_with(before); });
}

void check(const DocumentContext& context, FindingSink& sink) {
  for (const Block& block : context.reading.scan().markdown.blocks) {
    if (block.kind != BlockKind::list_item || block.box == kNoOffset || context.bytes()[block.box] != ' ') continue;
    std::string_view text = context.text(block.content);
    const std::size_t close = text.find(']');
    if (close == std::string_view::npos) continue;
    text.remove_prefix(close + 1);
    while (text.starts_with(' ')) text.remove_prefix(1);
    if (!ends_with_done(text)) continue;
    Finding& found = sink.report(block.content, "this box is open, but its text says that it is done",
                                 "tick the box, or take the word back");
    found.fixes.push_back(fix_here(context, "tick the box", FixSafety::unsafe, {{{block.box, block.box + 1}, "x"}}));
  }
}

}  // namespace

constinit const Rule kOpenBoxSaysDone{.about = {.id = "MP306",
                                                .slug = "open-box-says-done",
                                                .since = "0.1.0",
                                                .group = RuleGroup::truth,
                                                .severity = Severity::warning,
                                                .fix = FixOffer::unsafe,
                                                .summary = "a box is open, but its text says that it is done"},
                                      .check_document = check};

}  // namespace milepost
