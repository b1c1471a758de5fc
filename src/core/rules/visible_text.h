// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// VisibleText: whether a byte of a document is text that a reader sees, or code, comment or front matter. Rules that
// look for words search the bytes first, which is quick, and ask here about the few places that they find. Asked in
// rising order it costs a lookup each; the code spans of a block are found once.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "core/document/field_table.h"
#include "core/text/inline.h"

namespace milepost {

class VisibleText {
 public:
  explicit VisibleText(const Scan& scan) : scan_(scan) {}

  // In a fence, an indented block or a code span.
  [[nodiscard]] bool is_code(ByteOffset at);
  // Prose, a heading or a cell: no code, no comment, no front matter, no destination of a link.
  [[nodiscard]] bool is_text(ByteOffset at);
  // The line around the byte.
  [[nodiscard]] std::string_view line_at(ByteOffset at) const;
  // The innermost block; kNoBlock in front matter and between blocks.
  [[nodiscard]] std::uint32_t block_at(ByteOffset at) const;

 private:
  void enter(std::uint32_t block);
  [[nodiscard]] bool is_in(ByteOffset at, bool code_only) const;

  Scan scan_;
  std::uint32_t entered_ = kNoBlock;
  std::vector<Inline> inlines_;  // of the block that was entered
  std::vector<ByteRange> code_, other_;
};

// Each link and image of the text with a destination of its own, in order.
void for_each_link(const Scan& scan, const std::function<void(const Inline&)>& visit);

// From one document to another, both relative to the root: "../plans/M1.md".
[[nodiscard]] std::string relative_path(std::string_view from, std::string_view to);

}  // namespace milepost
