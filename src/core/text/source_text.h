// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// SourceText: the bytes of one document exactly as they were read, with the questions that need lines or columns.
// Nothing is ever normalised: BOM, CRLF, NUL, invalid UTF-8 and a missing last newline stay. Lines end at LF, CRLF or
// a lone CR (as in CommonMark). The line table is built on first use, so that a scan that never asks for one is cheap.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/byte_range.h"

namespace milepost {

// Both count from 1. `byte_column` counts UTF-8 bytes, `utf16_column` UTF-16 code units (for LSP, minus 1).
struct LineColumn {
  std::uint32_t line = 1;
  std::uint32_t byte_column = 1;
};

enum class EolStyle : std::uint8_t { none, lf, crlf, cr, mixed };

// Why a file is not read as Markdown.
enum class ContentKind : std::uint8_t { text, binary, git_crypt };

// Looks at the first bytes only: NUL in the first 8 KiB makes it binary (UTF-16 with BOM too), "\0GITCRYPT\0"
// git_crypt.
[[nodiscard]] ContentKind classify_content(std::string_view bytes);

class SourceText {
 public:
  explicit SourceText(std::string bytes) : bytes_(std::move(bytes)) {}

  [[nodiscard]] std::string_view bytes() const& { return bytes_; }
  std::string_view bytes() && = delete;
  [[nodiscard]] std::string_view slice(ByteRange range) const& { return milepost::slice(bytes_, range); }
  std::string_view slice(ByteRange range) && = delete;

  [[nodiscard]] bool has_bom() const;              // UTF-8 byte order mark
  [[nodiscard]] ByteOffset content_begin() const;  // 3 after a BOM, else 0
  [[nodiscard]] bool ends_with_newline() const;
  [[nodiscard]] EolStyle eol_style() const;
  [[nodiscard]] bool is_valid_utf8() const;

  // What follows the last line ending is a line too, even when it is empty, as in an editor: "a\n" has two.
  [[nodiscard]] std::uint32_t line_count() const;
  // Line `index` counts from 0; the range excludes the line ending.
  [[nodiscard]] ByteRange line(std::uint32_t index) const;
  [[nodiscard]] LineColumn position(ByteOffset offset) const;
  // UTF-16 code units from the start of the line to `offset`; invalid bytes count as one unit each.
  [[nodiscard]] std::uint32_t utf16_column(ByteOffset offset) const;
  // The reverse, for LSP: `line` from 0, `utf16_units` from 0; clamped to the end of the line.
  [[nodiscard]] ByteOffset offset_at_utf16(std::uint32_t line, std::uint32_t utf16_units) const;

 private:
  const std::vector<ByteOffset>& line_begins() const;

  std::string bytes_;
  mutable std::vector<ByteOffset> line_begins_;  // empty until asked for; one thread per SourceText
};

}  // namespace milepost
