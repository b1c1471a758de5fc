// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// Inlines: links, images, autolinks and code spans inside a line or a paragraph, as byte ranges, and the plain text of
// a piece of Markdown as a reader sees it. Done on demand per span, because most spans are never looked at.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/byte_range.h"

namespace milepost {

enum class InlineKind : std::uint8_t { link, image, reference_link, autolink, code_span, html_comment };

struct Inline {
  InlineKind kind = InlineKind::link;
  ByteRange range;        // the whole construct
  ByteRange text;         // link, image: the text between the brackets; code span: the content
  ByteRange destination;  // link, image, autolink: the destination without <> ; reference_link: the label
};

// Appends the inlines of `span` in order. Nested constructs inside a link text are listed after the link.
void scan_inlines(std::string_view bytes, ByteRange span, std::vector<Inline>& into);

// The text a reader sees: emphasis marks, code ticks, link syntax, HTML tags and comments gone; backslash escapes and
// character references resolved; runs of blanks folded to one, ends trimmed. Invalid UTF-8 is kept.
[[nodiscard]] std::string plain_text(std::string_view markdown);

// The same for a table cell, where "\\|" is a pipe even inside a code span.
[[nodiscard]] std::string plain_cell_text(std::string_view cell);

}  // namespace milepost
