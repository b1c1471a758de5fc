// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// HTML blocks: the seven start conditions of CommonMark 0.31 and the end conditions of the first five. Types 6 and 7
// end at a blank line; type 7 can not interrupt a paragraph.
#pragma once

#include <cstdint>
#include <string_view>

namespace milepost {

enum class HtmlBlock : std::uint8_t { none, raw_text, comment, instruction, declaration, cdata, known_tag, lone_tag };

// `rest` begins with '<'.
[[nodiscard]] HtmlBlock html_block_start(std::string_view rest);

// Whether a block of this type ends with the line `rest`.
[[nodiscard]] bool ends_html_block(HtmlBlock type, std::string_view rest);

[[nodiscard]] constexpr bool ends_at_blank_line(HtmlBlock type) { return type >= HtmlBlock::known_tag; }

struct HtmlTagShape {
  std::size_t length = 0;     // of one complete open or closing tag at the start of the text; 0: none
  std::size_t looked_at = 0;  // bytes that were read to find out
};
// `text` begins with '<'. The tag may span lines inside it.
[[nodiscard]] HtmlTagShape html_tag_shape(std::string_view text);

}  // namespace milepost
