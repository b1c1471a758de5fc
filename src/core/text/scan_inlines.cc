// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include <algorithm>
#include <optional>

#include "core/text/inline.h"
#include "core/text/inline_syntax.h"
#include "core/text/line_shape.h"

namespace milepost {
namespace {

class InlineScan {
 public:
  // borrows from: the text and the inlines, for one scan
  InlineScan(std::string_view bytes, ByteRange span, std::vector<Inline>& into)
      : bytes_(bytes), span_(span), into_(into), syntax_(bytes, span) {}

  void run() {
    const auto first = static_cast<std::ptrdiff_t>(into_.size());
    ByteOffset at = span_.begin;
    while (at < span_.end) at = take(at);
    std::ranges::stable_sort(into_.begin() + first, into_.end(), {},
                             [](const Inline& found) { return found.range.begin; });
  }

 private:
  struct Bracket {
    ByteOffset at = 0;  // of '[' or of the '!' before it
    bool is_image = false;
  };

  // Takes what stands at `at` and gives the place behind it.
  ByteOffset take(ByteOffset at) {
    switch (bytes_[at]) {
      case '\\':
        return std::min(at + 2, span_.end);
      case '`': {
        const auto code = syntax_.code_span_at(at);
        return code ? add(*code) : at + syntax_.run_length(at);
      }
      case '<': {
        const auto found = syntax_.angle_at(at);
        if (!found) return at + 1;
        const bool is_tag = found->kind == InlineKind::html_comment && found->text.begin == found->range.begin;
        return is_tag ? found->range.end : add(*found);
      }
      case '!':
        if (at + 1 == span_.end || bytes_[at + 1] != '[') return at + 1;
        brackets_.push_back({at, true});
        return at + 2;
      case '[':
        brackets_.push_back({at, false});
        return at + 1;
      case ']':
        return close_bracket(at);
      case 'h':
      case 'w': {
        const auto link = syntax_.bare_link_at(at);
        return link && !is_inside_link_text() ? add(*link) : at + 1;
      }
      default:
        return at + 1;
    }
  }

  // Addresses inside the text of a link are its text; whether the bracket becomes a link is not known yet.
  [[nodiscard]] bool is_inside_link_text() const { return !brackets_.empty() && brackets_.size() > inactive_; }

  ByteOffset close_bracket(ByteOffset at) {
    if (brackets_.empty()) return at + 1;
    const Bracket open = brackets_.back();
    brackets_.pop_back();
    const bool is_active = open.is_image || brackets_.size() >= inactive_;
    inactive_ = std::min(inactive_, brackets_.size());
    if (!is_active) return at + 1;
    const ByteRange text{open.at + (open.is_image ? 2 : 1), at};
    const auto tail = syntax_.link_tail_at(at + 1, text);
    if (!tail) return at + 1;
    // Links do not nest: brackets that are still open can only become images.
    if (!open.is_image) inactive_ = brackets_.size();
    const InlineKind kind = open.is_image        ? InlineKind::image
                            : tail->is_reference ? InlineKind::reference_link
                                                 : InlineKind::link;
    return add({kind, {open.at, tail->end}, text, tail->destination});
  }

  ByteOffset add(const Inline& found) {
    into_.push_back(found);
    return found.range.end;
  }

  std::string_view bytes_;
  ByteRange span_;
  std::vector<Inline>& into_;
  InlineSyntax syntax_;
  std::vector<Bracket> brackets_;
  std::size_t inactive_ = 0;  // brackets below this number can not open a link any more
};

}  // namespace

void scan_inlines(std::string_view bytes, ByteRange span, std::vector<Inline>& into) {
  InlineScan(bytes, span, into).run();
}

}  // namespace milepost
