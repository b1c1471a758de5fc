// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// Markdown value: the text of a value where Markdown carries it: escaped so that it is read as itself and nothing
// around it is read differently, and put into label lines, cells, frames and headings with their padding. A value that
// is complete Markdown by itself ("[Docs](a.md)", "`make`") is Markdown; marks that would pair with others are escaped.
#pragma once

#include <string>
#include <string_view>

#include "core/lifecycle/edit_draft.h"

namespace milepost {

enum class MarkdownPlace : std::uint8_t { label_line, cell, banner, heading };

// What the value at `where` stands in.
[[nodiscard]] MarkdownPlace markdown_place(const EditDraft& draft, ByteRange where);

// An error when the place can not hold the value.
[[nodiscard]] Result<std::string> escape_value(std::string_view value, MarkdownPlace place);

// Replaces the value at `where` by `text`, which is escaped; padding of cells and frames is kept or mended.
[[nodiscard]] Result<void> replace_markdown_value(EditDraft& draft, ByteRange where, const std::string& text);

}  // namespace milepost
