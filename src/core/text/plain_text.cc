// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// plain_text of inline.h: one walk that writes what may be visible, then takes out the emphasis marks and the brackets
// of links, whose fate is known only later.
#include <algorithm>
#include <array>
#include <string>

#include "core/text/emphasis.h"
#include "core/text/inline.h"
#include "core/text/inline_syntax.h"
#include "core/text/line_shape.h"

namespace milepost {
namespace {

constexpr bool is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

// Bytes that can be anything but themselves. A text without them, as most titles and values are, needs no walk.
constexpr std::array<bool, 256> kSigns = [] {
  std::array<bool, 256> table{};
  for (const char c : std::string_view("\\&`<*_~[")) table[static_cast<unsigned char>(c)] = true;
  return table;
}();
constexpr bool is_sign(char c) { return kSigns[static_cast<unsigned char>(c)]; }

// Blanks become one, none at the ends.
std::string fold_spaces(std::string_view text) {
  std::string folded;
  folded.reserve(text.size());
  bool gap = false;
  for (const char c : text) {
    if (is_space(c)) {
      gap = true;
      continue;
    }
    if (gap && !folded.empty()) folded.push_back(' ');
    gap = false;
    folded.push_back(c);
  }
  return folded;
}

bool is_line_break(std::string_view tag) {
  return tag.size() > 3 && to_lower_char(tag[1]) == 'b' && to_lower_char(tag[2]) == 'r' && !is_alpha_char(tag[3]);
}

class PlainText {
 public:
  // borrows from: the text
  explicit PlainText(std::string_view text)
      : text_(text), span_{0, static_cast<ByteOffset>(text.size())}, syntax_(text, span_) {}

  std::string run() {
    out_.reserve(text_.size());
    ByteOffset at = 0;
    while (at < span_.end) at = take(at);
    pair_runs(runs_, 0);
    cut_runs(0);
    return fold();
  }

 private:
  struct Bracket {
    ByteOffset at = 0;       // behind the bracket, in the text
    std::size_t out_at = 0;  // of the bracket, in the output
    std::size_t runs = 0;
    std::uint32_t width = 1;
  };
  struct Cut {
    std::size_t at = 0;
    std::size_t length = 0;
  };

  // Takes what stands at `at` and gives the place behind it.
  ByteOffset take(ByteOffset at) {
    switch (text_[at]) {
      case '\\':
        return take_escape(at);
      case '&': {
        const std::size_t length = append_character_reference(text_.substr(at), out_);
        return length > 0 ? at + static_cast<ByteOffset>(length) : copy(at, 1);
      }
      case '`':
        return take_code(at);
      case '<':
        return take_angle(at);
      case '*':
      case '_':
      case '~':
        return take_run(at);
      case '!':
        if (at + 1 == span_.end || text_[at + 1] != '[') return copy(at, 1);
        return open_bracket(at, 2);
      case '[':
        return open_bracket(at, 1);
      case ']':
        return close_bracket(at);
      default:
        return copy(at, 1);
    }
  }

  ByteOffset copy(ByteOffset at, std::uint32_t length) {
    out_.append(text_.substr(at, length));
    return at + length;
  }

  ByteOffset take_escape(ByteOffset at) {
    if (at + 1 == span_.end) return copy(at, 1);
    if (text_[at + 1] == '\n' || text_[at + 1] == '\r') return at + 1;  // hard line break
    if (!is_punctuation_char(text_[at + 1])) return copy(at, 1);
    return copy(at + 1, 1);
  }

  ByteOffset take_code(ByteOffset at) {
    const auto code = syntax_.code_span_at(at);
    if (!code) return copy(at, syntax_.run_length(at));
    out_.append(slice(text_, code->text));
    return code->range.end;
  }

  ByteOffset take_angle(ByteOffset at) {
    const auto found = syntax_.angle_at(at);
    if (!found) return copy(at, 1);
    const std::string_view written = slice(text_, found->range);
    if (found->kind == InlineKind::autolink)
      out_.append(slice(text_, found->text));
    else if (is_line_break(written))
      out_.push_back(' ');
    return found->range.end;
  }

  ByteOffset take_run(ByteOffset at) {
    const std::uint32_t length = syntax_.run_length(at);
    DelimiterRun run = classify_run(text_[at], length, text_.substr(0, at), text_.substr(at + length));
    run.at = out_.size();
    if (run.can_open || run.can_close) runs_.push_back(run);
    return copy(at, length);
  }

  ByteOffset open_bracket(ByteOffset at, std::uint32_t width) {
    brackets_.push_back({at + width, out_.size(), runs_.size(), width});
    return copy(at, width);
  }

  ByteOffset close_bracket(ByteOffset at) {
    if (brackets_.empty()) return copy(at, 1);
    const Bracket open = brackets_.back();
    brackets_.pop_back();
    const bool is_active = open.width == 2 || brackets_.size() >= inactive_;
    inactive_ = std::min(inactive_, brackets_.size());
    if (!is_active) return copy(at, 1);
    const auto tail = syntax_.link_tail_at(at + 1, {open.at, at});
    if (!tail) return copy(at, 1);
    if (open.width == 1) inactive_ = brackets_.size();
    cuts_.push_back({open.out_at, open.width});
    pair_runs(runs_, open.runs);
    cut_runs(open.runs);
    return tail->end;
  }

  // Marks inside a link pair among themselves only, so they leave the list when the link closes.
  void cut_runs(std::size_t first) {
    for (std::size_t i = first; i < runs_.size(); ++i) {
      const DelimiterRun& run = runs_[i];
      if (run.cut_front > 0) cuts_.push_back({run.at, run.cut_front});
      if (run.cut_back > 0) cuts_.push_back({run.at + run.count - run.cut_back, run.cut_back});
    }
    runs_.resize(first);
  }

  // Blanks become one, none at the ends; what was cut does not hold them apart.
  std::string fold() {
    std::ranges::sort(cuts_, {}, &Cut::at);
    std::string folded;
    folded.reserve(out_.size());
    bool gap = false;
    std::size_t next = 0;
    for (std::size_t at = 0; at < out_.size(); ++at) {
      if (next < cuts_.size() && cuts_[next].at == at) {
        at += cuts_[next++].length - 1;
        continue;
      }
      if (is_space(out_[at])) {
        gap = true;
        continue;
      }
      if (gap && !folded.empty()) folded.push_back(' ');
      gap = false;
      folded.push_back(out_[at]);
    }
    return folded;
  }

  std::string_view text_;
  ByteRange span_;
  InlineSyntax syntax_;
  std::string out_;
  std::vector<DelimiterRun> runs_;
  std::vector<Bracket> brackets_;
  std::vector<Cut> cuts_;
  std::size_t inactive_ = 0;
};

}  // namespace

std::string plain_text(std::string_view markdown) {
  return std::ranges::none_of(markdown, is_sign) ? fold_spaces(markdown) : PlainText(markdown).run();
}

std::string plain_cell_text(std::string_view cell) {
  if (cell.find("\\|") == std::string_view::npos) return plain_text(cell);
  std::string unescaped;
  for (std::size_t at = 0; at < cell.size(); ++at) {
    if (cell.substr(at).starts_with("\\|")) ++at;
    unescaped.push_back(cell[at]);
  }
  return plain_text(unescaped);
}

}  // namespace milepost
