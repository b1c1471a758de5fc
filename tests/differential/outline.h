// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// Outline: the block structure of a document in the common words of three parsers, ours, cmark-gfm and md4c, so that
// they can be compared line by line. What only one of them knows (definitions, offsets) is left out or marked unknown.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace milepost::testing {

struct OutlineNode {
  int depth = 0;
  std::string kind;    // "p", "h1".."h6", "hr", "ul", "ol", "li", "task open", "task done", "quote", "fence",
                       // "indented", "html", "table", "row"
  int line = 0;        // of its first line, counted from 1; 0: unknown
  int last_line = 0;   // 0: unknown, or a fence that is never closed
  std::string text;    // as a reader sees it, blanks folded; of code without any blanks; of a row with its cells
  bool tight = false;  // list
  // Ours only, for what cmark-gfm does differently:
  bool second_box = false;    // "[x]" follows on the line of an open task
  bool inner_marker = false;  // a task whose marker is not the first thing on its line
  bool empty_box = false;     // a task with nothing on its line but the box
  std::string text_with_box;  // first paragraph of a task, the box as text
};

using Outline = std::vector<OutlineNode>;

struct OutlineResult {
  Outline nodes;
  std::vector<long> boxes;  // offsets, where the parser knows them
};

[[nodiscard]] OutlineResult outline_by_milepost(std::string_view text);
[[nodiscard]] OutlineResult outline_by_cmark(std::string_view text);
[[nodiscard]] OutlineResult outline_by_md4c(std::string_view text);

[[nodiscard]] std::string to_string(const Outline& outline);

// Folds runs of blanks to one and trims.
[[nodiscard]] std::string fold_blanks(std::string_view text);
// "<br>", "<BR/>" ...: the only tag that a reader sees.
[[nodiscard]] bool is_line_break(std::string_view tag);
[[nodiscard]] std::string without_blanks(std::string_view text);

}  // namespace milepost::testing
