// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// InlineSyntax: what stands at one place inside a span of Markdown: a code span, something in angle brackets, the tail
// of a link. scan_inlines and plain_text both walk with it. Looking ahead in vain costs from a budget that is a small
// multiple of the span, so that hostile text takes linear time; when it is spent, marks are plain text.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

#include "core/base/byte_range.h"
#include "core/text/inline.h"

namespace milepost {

class InlineSyntax {
 public:
  // borrows from: the text
  InlineSyntax(std::string_view bytes, ByteRange span);

  [[nodiscard]] std::uint32_t run_length(ByteOffset at) const;

  // The code span that the backticks at `at` open.
  std::optional<Inline> code_span_at(ByteOffset at);
  // An autolink or HTML comment at '<'; any other tag is an html_comment with an empty `text`.
  std::optional<Inline> angle_at(ByteOffset at);
  // A bare web address (GFM) at `at`.
  std::optional<Inline> bare_link_at(ByteOffset at) const;

  struct LinkTail {
    ByteOffset end = 0;
    ByteRange destination;
    bool is_reference = false;
  };
  // What follows the ']' that ends at `at`: "(destination 'title')", "[label]" or "[]" (`text` is then the label).
  std::optional<LinkTail> link_tail_at(ByteOffset at, ByteRange text);

 private:
  static constexpr std::uint32_t kMaxTicks = 80;

  std::optional<LinkTail> inline_tail(ByteOffset at);
  std::optional<LinkTail> reference_tail(ByteOffset at, ByteRange text);
  [[nodiscard]] std::optional<ByteRange> destination_at(ByteOffset at) const;
  [[nodiscard]] ByteOffset title_end(ByteOffset at) const;
  [[nodiscard]] ByteOffset skip_space(ByteOffset at) const;
  [[nodiscard]] ByteOffset next_escaped(ByteOffset at) const;
  void find_ticks();
  bool spend(std::size_t looked_at);
  [[nodiscard]] std::string_view rest(ByteOffset at) const { return bytes_.substr(at, span_.end - at); }

  std::string_view bytes_;
  ByteRange span_;
  std::size_t budget_;
  bool knows_ticks_ = false;
  std::array<ByteOffset, kMaxTicks + 1> last_ticks_{};  // where the last run of each length begins
};

// The character that "&name;" or "&#123;" at the start of `text` stands for, as UTF-8 appended to `into`; gives the
// length of the reference, 0 if it is none.
std::size_t append_character_reference(std::string_view text, std::string& into);

}  // namespace milepost
