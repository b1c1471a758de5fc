// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "growth/shapes.h"

#include <algorithm>
#include <array>

namespace milepost::testing {
namespace {

// What makes a text a milestone document, so that its values are read.
constexpr std::string_view kHead = "# Milestone 1: Boats\n\n**Status:** active\n\n";

constexpr std::array kShapes{
    // Blocks
    Shape{"quotes-in-quotes", kHead, ">", " a\n"},
    Shape{"quotes-and-items", kHead, "> - ", "a\n"},
    Shape{"items-in-items", kHead, "- ", "a\n"},
    Shape{"numbers-in-numbers", kHead, "1. ", "a\n"},
    Shape{"quote-lines", kHead, "> a\n", ""},
    Shape{"lazy-lines", "> > > > > > > > > > > > > > > >\n", "a\n", ""},
    Shape{"boxes", kHead, "- [ ] b%\n", ""},
    Shape{"boxes-with-blank-lines", kHead, "- [x] b\n\n", ""},
    Shape{"headings", kHead, "## a\n", ""},
    Shape{"setext", kHead, "a\n===\n", ""},
    Shape{"one-paragraph", kHead, "a\n", ""},
    Shape{"one-line", kHead, "a ", "\n"},
    Shape{"blank-lines", kHead, "\n", "a\n"},
    Shape{"blanks", kHead, " ", "a\n"},
    Shape{"tabs", kHead, "\t", "a\n"},
    Shape{"carriage-returns", kHead, "\r", "a"},
    Shape{"fences", kHead, "```\n", ""},
    Shape{"longer-fences", kHead, "`", "\na\n"},
    Shape{"fence-never-closed", "# M1\n\n```\n", "~~~~\n", ""},
    Shape{"comments-opened", kHead, "<!-- ", "\n"},
    Shape{"comment-lines", kHead, "<!--\n", ""},
    Shape{"details", kHead, "<details>\n", ""},
    Shape{"quotes-then-lines", kHead, ">", "\n", "a\n"},
    Shape{"items-then-lines", kHead, "- ", "\n", "a\n"},
    Shape{"items-then-blank-lines", kHead, "- ", "a\n", "\n"},
    Shape{"tags", kHead, "<div\n", ""},
    Shape{"instructions", kHead, "<?a ", "\n"},
    Shape{"definitions", kHead, "[a%]: b\n", ""},
    Shape{"definitions-unfinished", kHead, "[a]: b '\n", ""},
    Shape{"definition-labels-opened", kHead, "[\n", ""},
    Shape{"breaks", kHead, "* ", "a\n"},
    Shape{"rules", kHead, "---\n", ""},
    // Tables
    Shape{"rows", "# M1: a\n\n| ID | Title | Status |\n|---|---|---|\n", "| M% | a | done |\n", ""},
    Shape{"one-wide-row", "# M1: a\n\n| a |\n|---|\n", "| b ", "\n"},
    Shape{"wide-header", "# M1: a\n\n", "|-", "|\n"},
    Shape{"pipes", "# M1: a\n\n", "|", "\n|-|\n"},
    Shape{"tables", kHead, "| Task | Status |\n|---|---|\n| a | done |\n\n", ""},
    Shape{"headers-without-rows", kHead, "a|b\n", ""},
    Shape{"escaped-pipes", "# M1: a\n\n| a |\n|---|\n|", "\\|", "|\n"},
    Shape{"wide-rows-then-rows", "# M1: a\n\n| a | b |\n|---|---|\n", "|a", "\n", "\n|a"},
    // Inlines
    Shape{"brackets-opened", kHead, "[", "\n"},
    Shape{"brackets-closed", kHead, "]", "\n"},
    Shape{"links-opened", kHead, "[a](", "\n"},
    Shape{"links-in-links", kHead, "[a](<b", "\n"},
    Shape{"links", kHead, "[a](M%.md) ", "\n"},
    Shape{"images", kHead, "![", "\n"},
    Shape{"references", kHead, "[a] ", "\n"},
    Shape{"destinations", kHead, "[a](((", "\n"},
    Shape{"backticks", kHead, "`a``b```c````d", "\n"},
    Shape{"brackets-opened-then-closed", kHead, "[a", "\n", "](b)"},
    Shape{"stars-then-lines-under", kHead, "*a ", "\n", "_b "},
    Shape{"references-then-definitions", kHead, "[a%] ", "\n", "\n\n[a%]: b"},
    Shape{"stars", kHead, "*a **b ", "\n"},
    Shape{"stars-closed", kHead, "a* ", "\n"},
    Shape{"lines-under", kHead, "_a __b_ ", "\n"},
    Shape{"tildes", kHead, "~~a ~b ", "\n"},
    Shape{"entities", kHead, "&amp", "\n"},
    Shape{"entities-closed", kHead, "&amp;", "\n"},
    Shape{"backslashes", kHead, "\\", "\n"},
    Shape{"angles", kHead, "<a ", "\n"},
    Shape{"angles-and-quotes", kHead, "<a b='", "\n"},
    Shape{"addresses", kHead, "http://a.b ", "\n"},
    // Meaning
    Shape{"status-lines", kHead, "**Status:** done\n\n", ""},
    Shape{"label-lines", kHead, "- **Label %:** value\n", ""},
    Shape{"labels-on-one-line", kHead, "**a:** b | ", "\n"},
    Shape{"milestones-as-headings", "# Milestones\n\n", "## M%: a\n\nStatus: planned\n\n", ""},
    Shape{"the-same-heading", "# Milestones\n\n", "## M1: a\n\nStatus: planned\n\n", ""},
    Shape{"counted-headings", "# Milestones\n\n", "## %. a\n\n- [ ] b\n\n", ""},
    Shape{"counted-headings-without-a-name", "# Roadmap\n\n", "## %. a\n\nStatus: planned\n\n", ""},
    Shape{"brackets-behind-a-dependency", "# M2: a\n\n## Dependencies\n\n- M1 ", "(", "\n"},
    Shape{"bracket-pairs-behind-a-dependency", "# M2: a\n\n## Dependencies\n\n- M1 ", "(a) ", "\n"},
    Shape{"dependencies-with-open-brackets", "# M2: a\n\n## Dependencies\n\n", "- M% (a\n", ""},
    Shape{"dependencies-of-one-sentence", "# M2: a\n\n## Dependencies\n\n", "M% ", "\n"},
    Shape{"dependency-sentences", "# M1: a\n\nText", ". Depends on: M%", "\n"},
    Shape{"sentences-in-a-status", "# M1: a\n\n**Status:** planned", ". Depends on: M%", "\n"},
    Shape{"colons", "# M1: a\n\nText. a", ":", "\n"},
    Shape{"dependencies", "# M1: a\n\n**Depends on:** ", "M%, ", "\n"},
    Shape{"dates", "# M1: a\n\n**Due:** ", "2026-01-15 ", "\n"},
    Shape{"months", "# M1: a\n\n**Due:** ", "jan ", "\n"},
    Shape{"digits", "# M1: a\n\n**Due:** ", "1", "\n"},
    Shape{"dots", "# M1.", "1.", " a\n\n**Status:** active\n"},
    Shape{"owners", "# M1: a\n\n**Owner:** ", "@a, ", "\n"},
    Shape{"efforts", "# M1: a\n\n**Effort:** ", "1-2h ", "\n"},
    Shape{"percentages", "# M1: a\n\n**Progress:** ", "5% ", "\n"},
    Shape{"parentheses", "# M1: a\n\n**Status:** done ", "(", "\n"},
    Shape{"status-words", "# M1: a\n\n**Status:** ", "done ", "\n"},
    Shape{"emoji", "# M1: a\n\n**Status:** ", "\xE2\x9C\x85", "\n"},
    Shape{"mojibake", "# M1: a\n\n**Status:** ", "\xC3\xA2\xC5\x93\xE2\x80\xA6", "\n"},
    Shape{"malformed-bytes", kHead, "\xFF", "\n"},
    Shape{"nul-bytes", kHead, std::string_view("\0", 1), "\n"},
    Shape{"long-heading", "# ", "a ", "\n\n**Status:** active\n"},
    Shape{"phases", kHead, "## Phase %\n\n- [ ] a\n\n", ""},
    Shape{"risks", kHead, "### Risk %: a\n\n**Impact:** high\n\n", ""},
    Shape{"milestones-then-dependencies", "# Milestones\n\n", "## M%: a\n\n", "\n", "\n**Depends on:** M1, M%\n"},
    Shape{"headings-then-links", "# Milestones\n\n", "## M%: a\n\n", "\n", "- [M%](#m%-a)\n"},
    // Front matter
    Shape{"keys", "---\nid: M1\nstatus: active\n", "k%: v\n", "---\n# a\n"},
    Shape{"the-same-key", "---\nid: M1\n", "k: v\n", "---\n# a\n"},
    Shape{"a-list", "---\nid: M1\ntags:\n", "  - a\n", "---\n# a\n"},
    Shape{"a-flow-list", "---\nid: M1\ntags: [", "a, ", "]\n---\n# a\n"},
    Shape{"flow-lists-opened", "---\nid: M1\ntags: ", "[", "\n---\n# a\n"},
    Shape{"flow-maps-opened", "---\nid: M1\ntags: ", "{a: ", "\n---\n# a\n"},
    Shape{"maps-in-maps", "---\nid: M1\n", "- - ", "a\n---\n# a\n"},
    Shape{"broken-lines", "---\nid: M1\n", "a: b: c\n", "---\n# a\n"},
    Shape{"quotes-opened", "---\nid: M1\n", "a: \"b\n", "---\n# a\n"},
    Shape{"block-text", "---\nid: M1\na: |\n", "  b\n", "---\n# a\n"},
    Shape{"aliases", "---\nid: &a M1\n", "k%: *a\n", "---\n# a\n"},
    Shape{"yaml-comments", "---\nid: M1\n", "# c\n", "---\n# a\n"},
    Shape{"never-closed", "---\nid: M1\n", "a: b\n", ""},
};

void repeat(std::string_view piece, std::size_t size, std::string& text) {
  const std::size_t mark = piece.find('%');
  for (std::size_t number = 1; text.size() < size; ++number) {
    text += piece.substr(0, mark);
    if (mark == std::string_view::npos) continue;
    text += std::to_string(number);
    text += piece.substr(mark + 1);
  }
}

}  // namespace

std::span<const Shape> shapes() { return kShapes; }

std::string make_text(const Shape& shape, std::size_t size) {
  std::string text(shape.begin);
  size -= std::min(size, shape.end.size());
  repeat(shape.piece, shape.second.empty() ? size : size / 2, text);
  if (!shape.second.empty()) repeat(shape.second, size, text);
  text += shape.end;
  return text;
}

}  // namespace milepost::testing
