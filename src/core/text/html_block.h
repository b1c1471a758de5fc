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

// Length of one complete open or closing tag at the start of `text`, else 0. It may span lines inside `text`.
[[nodiscard]] std::size_t html_tag_length(std::string_view text);

}  // namespace milepost
