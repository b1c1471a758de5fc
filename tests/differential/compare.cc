// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "differential/compare.h"

#include <algorithm>

#include "core/base/ascii.h"
#include "core/base/utf8.h"
#include "core/text/markdown.h"
#include "differential/outline.h"

namespace milepost::testing {
namespace {

struct Facets {
  bool text = true;
  bool tight = true;
  bool lines = true;
};

bool has_exact_last_line(std::string_view kind) { return kind == "p" || kind == "fence" || kind == "row"; }

// cmark-gfm takes "- [ ] see [x]" for done, because it looks for "[x]" anywhere in the line, and it sees a box only in
// an item that begins its line: not behind "> " or another marker.
bool is_same_kind(const OutlineNode& ours, const OutlineNode& theirs) {
  if (ours.kind == theirs.kind) return true;
  if (ours.kind == "task open" && theirs.kind == "task done") return ours.second_box;
  return ours.inner_marker && theirs.kind == "li";
}

bool is_same_text(const OutlineNode& ours, const OutlineNode& theirs) {
  return ours.text == theirs.text || (!ours.text_with_box.empty() && ours.text_with_box == theirs.text);
}

bool is_same(const OutlineNode& ours, const OutlineNode& theirs, const Facets& facets) {
  if (ours.depth != theirs.depth || !is_same_kind(ours, theirs)) return false;
  if (facets.text && !is_same_text(ours, theirs)) return false;
  if (facets.tight && ours.tight != theirs.tight) return false;
  if (!facets.lines || theirs.line == 0) return true;
  const bool check_last = has_exact_last_line(ours.kind) && ours.last_line != 0;
  return ours.line == theirs.line && (!check_last || ours.last_line == theirs.last_line);
}

std::string around(const Outline& outline, std::size_t at) {
  const auto begin = outline.begin() + static_cast<std::ptrdiff_t>(at > 0 ? at - 1 : 0);
  const auto end = outline.begin() + static_cast<std::ptrdiff_t>(std::min(outline.size(), at + 3));
  return begin < end ? to_string(Outline(begin, end)) : "(end)\n";
}

bool contains(std::string_view text, std::string_view wanted) { return text.find(wanted) != std::string_view::npos; }

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

// CommonMark 0.30 and 0.31 allow "<!x" in lower case, "<!X>" without a blank, and nearly anything inside a comment, and
// know other tags. Both oracles are older.
bool has_new_markup(std::string_view text) {
  std::string lower(text);
  std::ranges::transform(lower, lower.begin(), to_lower);
  if (contains(lower, "<textarea") || contains(lower, "<search") || contains(lower, "<source")) return true;
  if (contains(lower, "</textarea") || contains(lower, "</search") || contains(lower, "</source")) return true;
  for (std::size_t at = text.find("<!"); at != std::string_view::npos; at = text.find("<!", at + 1)) {
    if (at + 2 < text.size() && is_letter(text[at + 2])) return true;
    const std::string_view inner = text.substr(std::min(at + 4, text.size()));
    if (inner.starts_with('>') || inner.starts_with("->") || contains(inner.substr(0, inner.find("-->") + 1), "--"))
      return true;
  }
  return false;
}

// With runs of several lengths cmark-gfm forgets closing backticks, and openers of emphasis, that it has seen.
bool has_runs_of_two_lengths(std::string_view text, char mark) {
  std::size_t known = 0;
  for (std::size_t at = text.find(mark); at != std::string_view::npos;) {
    const std::size_t end = std::min(text.find_first_not_of(mark, at), text.size());
    if (known != 0 && known != end - at) return true;
    known = end - at;
    at = text.find(mark, end);
  }
  return false;
}

// A line of blanks only, not empty.
bool has_line_of_blanks(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find_first_of("\r\n", at), text.size());
    if (end > at && fold_blanks(text.substr(at, end - at)).empty()) return true;
    at = end + 1;
  }
  return false;
}

bool has_empty_item(const Outline& outline) {
  for (std::size_t i = 0; i < outline.size(); ++i)
    if (outline[i].kind == "li" && (i + 1 == outline.size() || outline[i + 1].depth <= outline[i].depth)) return true;
  return false;
}

OutlineResult without_bytes(OutlineResult result, std::string_view dropped) {
  for (OutlineNode& node : result.nodes) std::erase_if(node.text, [&](char c) { return contains(dropped, {&c, 1}); });
  return result;
}

// What the scan says about the input.
struct Features {
  bool definition = false;          // has a link reference definition
  bool table_in_paragraph = false;  // a table directly behind a paragraph's lines
  bool deep = false;                // nests more than half as deep as we allow
  bool unclosed_html = false;
  bool table = false;
  bool table_behind_definition = false;
  bool break_in_item = false;  // a thematic break directly in a list item
  bool table_in_item = false;
};

Features features_of(std::string_view text) {
  Features found;
  Markdown scan;
  scan_markdown(text, 0, scan);
  std::vector<std::uint32_t> depth(scan.blocks.size(), 0);
  for (std::size_t i = 0; i < scan.blocks.size(); ++i) {
    const Block& block = scan.blocks[i];
    if (block.parent != kNoBlock) depth[i] = depth[block.parent] + 1;
    found.deep = found.deep || depth[i] > kMaxNesting / 2;
    found.definition = found.definition || block.kind == BlockKind::link_reference_definition;
    found.unclosed_html = found.unclosed_html || (block.kind == BlockKind::html && (block.flags & kUnclosed) != 0);
    found.table = found.table || block.kind == BlockKind::table;
    found.break_in_item = found.break_in_item || (block.kind == BlockKind::thematic_break && block.parent != kNoBlock);
    found.table_in_item = found.table_in_item || (block.kind == BlockKind::table && block.parent != kNoBlock);
    const bool behind_definition = i > 0 && scan.blocks[i - 1].kind == BlockKind::link_reference_definition;
    found.table_behind_definition |= block.kind == BlockKind::table && behind_definition;
    const bool behind_text = i > 0 && scan.blocks[i - 1].kind == BlockKind::paragraph;
    found.table_in_paragraph = found.table_in_paragraph || (block.kind == BlockKind::table && behind_text);
  }
  return found;
}

// Neither oracle reads bytes as bytes: NUL and malformed UTF-8 come back as U+FFFD.
bool has_odd_bytes(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = code_point_at(text, at);
    if (!c.is_valid || c.value == 0 || c.value == '\f' || c.value == '\v') return true;
    at += c.length;
  }
  return false;
}

// "[a]: b(c" is no definition, says the specification.
bool has_open_parenthesis_in_definition(std::string_view text) {
  const std::size_t at = text.find("]:");
  return at != std::string_view::npos && contains(text.substr(at), "(");
}

bool is_mark(char c) { return c == '*' || c == '_'; }

// cmark-gfm looks through '~' when it asks what stands beside a run of emphasis marks.
bool has_mark_beside_tilde(std::string_view text) {
  for (std::size_t at = text.find('~'); at != std::string_view::npos; at = text.find('~', at + 1))
    if ((at > 0 && is_mark(text[at - 1])) || (at + 1 < text.size() && is_mark(text[at + 1]))) return true;
  return false;
}

// What a reader sees is compared, unless it hangs on something that plain_text does not know or decides otherwise:
// whether a reference is defined.
bool is_text_comparable(std::string_view text) {
  return !has_odd_bytes(text) && !has_mark_beside_tilde(text) && !contains(text, "][");
}

// "- [x]" with nothing behind it, not even a blank.
bool is_bare_box(const OutlineNode& node) {
  return node.kind == "p" && node.text.size() >= 3 && node.text[0] == '[' && node.text[2] == ']';
}

std::string explain_cmark(std::string_view text, const Features& features, const OutlineResult& ours) {
  if (features.table_behind_definition) return "the definition is still a paragraph when a table takes its last line";
  if (ours.boxes.size() > 0 && contains(text, "] [") && contains(text, "]:")) return "a definition may follow a box";
  if (has_new_markup(text)) return "markup that is new since CommonMark 0.29";
  if (std::ranges::any_of(ours.nodes, &OutlineNode::empty_box)) return "an item with an empty box has no paragraph";
  if (has_open_parenthesis_in_definition(text)) return "takes a destination with an open parenthesis";
  if (contains(text, "<?") && contains(text, "??"))
    return "does not see the end of an instruction behind two question marks";
  if (has_empty_item(ours.nodes) && has_line_of_blanks(text)) return "an empty item goes on over a line of blanks";
  return "";
}

// md4c: a table's header must be the first line of its paragraph, and a delimiter cell wants more than one dash or a
// colon; one column without pipes is none.
bool has_table_of_gfm_only(std::string_view text, const Features& features, const OutlineResult& theirs) {
  if (features.table_in_paragraph) return true;
  const bool has_theirs =
      std::ranges::any_of(theirs.nodes, [](const OutlineNode& node) { return node.kind == "table"; });
  return has_theirs != features.table || contains(text, "| - |") || contains(text, "|-|");
}

// A comment and, in the next line, a tag: two HTML blocks.
bool has_adjacent_html(const Outline& outline) {
  const auto is_pair = [](const OutlineNode& a, const OutlineNode& b) {
    return a.kind == "html" && b.kind == "html" && a.depth == b.depth;
  };
  return std::ranges::adjacent_find(outline, is_pair) != outline.end();
}

// Text of an item or a quote, and in the next line, outside it, a lone tag.
bool has_html_behind_item(const Outline& outline) {
  const auto is_pair = [](const OutlineNode& a, const OutlineNode& b) {
    return a.kind == "p" && b.kind == "html" && a.depth > b.depth && a.last_line + 1 == b.line;
  };
  return std::ranges::adjacent_find(outline, is_pair) != outline.end();
}

std::string explain_md4c(std::string_view text, const Features& features, const OutlineResult& ours,
                         const OutlineResult& theirs) {
  if (std::ranges::any_of(ours.nodes, &OutlineNode::empty_box))
    return "an item with an empty box has an empty paragraph";
  if (has_adjacent_html(ours.nodes)) return "adjacent HTML blocks are one";
  if (has_html_behind_item(ours.nodes)) return "a lone tag outside its item is text";
  if (features.unclosed_html) return "an HTML block that is never closed is a paragraph";
  if (has_new_markup(text)) return "markup that is new since CommonMark 0.29";
  if (contains(text, "<?")) return "an indented <? interrupts a paragraph";
  if (has_empty_item(theirs.nodes)) return "an empty item that ends in a blank interrupts a paragraph";
  if (has_table_of_gfm_only(text, features, theirs)) return "tables are narrower than in GFM";
  return "";
}

// Exceptions are looked at only after a difference, so that they hide as little as possible.
void compare_outlines(const OutlineResult& ours, const OutlineResult& theirs, const Facets& facets,
                      Comparison& result) {
  std::size_t at = 0;
  const std::size_t shared = std::min(ours.nodes.size(), theirs.nodes.size());
  while (at < shared && is_same(ours.nodes[at], theirs.nodes[at], facets)) ++at;
  if (at == ours.nodes.size() && at == theirs.nodes.size()) return;
  result.same = false;
  result.report = "ours:\n" + around(ours.nodes, at) + "oracle:\n" + around(theirs.nodes, at);
}

// Whether the only difference to cmark-gfm is the text, and md4c's text is ours: emphasis and inline HTML have changed
// since CommonMark 0.29.
bool is_text_of_md4c(const OutlineResult& ours, std::string_view text, Facets facets, const OutlineResult& cmark) {
  facets.text = false;
  Comparison structure;
  compare_outlines(ours, cmark, facets, structure);
  facets = {.text = true, .tight = false, .lines = false};
  Comparison words;
  compare_outlines(ours, outline_by_md4c(text), facets, words);
  return structure.same && words.same;
}

std::string explain_text(std::string_view text, const OutlineResult& ours, const OutlineResult& theirs,
                         const Facets& facets) {
  const auto is_same_without = [&](std::string_view dropped) {
    Comparison rest;
    compare_outlines(without_bytes(ours, dropped), without_bytes(theirs, dropped), facets, rest);
    return rest.same;
  };
  if (contains(text, "`") && is_same_without(" ")) return "a lazy line keeps its blanks inside a code span";
  const bool has_odd_runs = has_runs_of_two_lengths(text, '*') || has_runs_of_two_lengths(text, '_');
  if (has_odd_runs && is_same_without("*_")) return "openers of emphasis that were passed over once are forgotten";
  if (has_runs_of_two_lengths(text, '~') && is_same_without("~"))
    return "a run of tildes of another length in between takes the opener away";
  return "";
}

// md4c is asked for the structure and the places of boxes: it knows no lines and has views of its own on emphasis and
// looseness. The oracles resolve references, plain_text does not. cmark-gfm counts the lines of a paragraph behind a
// definition, and of a table behind a paragraph's lines, from the wrong line; it takes the backslash from the pipes of
// such a paragraph; a thematic break takes the blank line behind it, and a table makes the list of its item loose; and
// a definition is no block of its item.
Facets facets_for(Oracle oracle, std::string_view text, const Features& features) {
  Facets facets;
  const bool is_cmark = oracle == Oracle::cmark;
  const bool has_escaped_pipe = features.table_in_paragraph && contains(text, "\\|");
  facets.lines = !features.definition && !features.table_in_paragraph;
  facets.text = is_cmark && !features.definition && !has_escaped_pipe && is_text_comparable(text) &&
                !has_runs_of_two_lengths(text, '`');
  facets.tight = is_cmark && !features.definition && !features.break_in_item && !features.table_in_item;
  return facets;
}

bool agrees_in_full(const Comparison& comparison) { return comparison.same && comparison.explained.empty(); }

}  // namespace

Comparison compare_with(Oracle oracle, std::string_view text) {
  Comparison result;
  const Features features = features_of(text);
  if (features.deep) {
    result.explained = "nests deeper than we go";
    return result;
  }
  const bool is_cmark = oracle == Oracle::cmark;
  const OutlineResult ours = outline_by_milepost(text);
  const OutlineResult theirs = is_cmark ? outline_by_cmark(text) : outline_by_md4c(text);
  const Facets facets = facets_for(oracle, text, features);
  compare_outlines(ours, theirs, facets, result);
  if (result.same && !is_cmark && ours.boxes != theirs.boxes) {
    result.same = false;
    result.report = "the boxes stand elsewhere\n";
  }
  if (result.same) return result;
  result.explained = is_cmark ? explain_cmark(text, features, ours) : explain_md4c(text, features, ours, theirs);
  if (result.explained.empty() && !is_cmark && std::ranges::any_of(ours.nodes, is_bare_box))
    result.explained = "a box without a blank behind it counts";
  if (result.explained.empty() && is_cmark && facets.text && is_text_of_md4c(ours, text, facets, theirs))
    result.explained = "md4c sees the text as we do";
  if (result.explained.empty() && is_cmark) result.explained = explain_text(text, ours, theirs, facets);
  if (result.explained.empty() && !is_cmark && agrees_in_full(compare_with(Oracle::cmark, text)))
    result.explained = "cmark-gfm sees it as we do";
  result.same = !result.explained.empty();
  return result;
}

}  // namespace milepost::testing
