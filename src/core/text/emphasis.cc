// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "core/text/emphasis.h"

#include <algorithm>

#include "core/text/line_shape.h"

namespace milepost {
namespace {

constexpr bool is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

// Beyond ASCII only the characters count that really stand next to emphasis in documents: no-break space and the
// general punctuation block (dashes, quotes, ellipsis, arrows are symbols and count as punctuation since 0.31).
bool is_wide_space(std::string_view text) { return text == "\xC2\xA0" || text == "\xE3\x80\x80"; }
bool is_wide_punctuation(std::string_view text) {
  if (text.size() == 3 && text[0] == '\xE2') return true;  // U+2000..U+2FFF: punctuation and symbols
  if (text.size() == 3 && text.starts_with("\xE3\x80")) return true;
  if (text.size() == 4 && text.starts_with("\xF0\x9F")) return true;  // emoji
  return text.size() == 2 && text[0] == '\xC2';
}

std::string_view last_character(std::string_view text) {
  std::size_t at = text.size();
  while (at > 0 && text.size() - at < 4) {
    --at;
    if ((static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U) break;
  }
  return text.substr(at);
}

std::string_view first_character(std::string_view text) {
  std::size_t length = text.empty() ? 0 : 1;
  while (length < text.size() && length < 4 && (static_cast<unsigned char>(text[length]) & 0xC0U) == 0x80U) ++length;
  return text.substr(0, length);
}

bool is_blank_side(std::string_view character) {
  return character.empty() || (character.size() == 1 && is_space(character[0])) || is_wide_space(character);
}

bool is_punctuation_side(std::string_view character) {
  if (character.size() == 1) return is_punctuation_char(character[0]);
  return is_wide_punctuation(character);
}

bool can_pair(const DelimiterRun& opener, const DelimiterRun& closer) {
  if (opener.mark != closer.mark) return false;
  if (closer.mark == '~') return opener.left() == closer.left();
  if (!opener.can_close && !closer.can_open) return true;
  return (opener.count + closer.count) % 3 != 0 || (opener.count % 3 == 0 && closer.count % 3 == 0);
}

std::size_t kind_of(const DelimiterRun& closer) {
  const std::size_t mark = closer.mark == '*' ? 0 : closer.mark == '_' ? 1 : 2;
  const std::size_t size = closer.mark == '~' ? closer.left() % 3 : closer.count % 3;
  return mark * 6 + (closer.can_open ? 3 : 0) + size;
}

class Pairing {
 public:
  // borrows from: the runs, for one call
  Pairing(std::vector<DelimiterRun>& runs, std::size_t first) : runs_(runs), first_(first) {
    bottoms_.fill(static_cast<std::ptrdiff_t>(first));
  }

  void run() {
    for (std::size_t i = first_; i < runs_.size(); ++i) {
      if (runs_[i].can_close) close(i);
      if (runs_[i].can_open && runs_[i].left() > 0) {
        runs_[i].before = top_;
        top_ = static_cast<std::ptrdiff_t>(i);
      }
    }
  }

 private:
  void close(std::size_t index) {
    DelimiterRun& closer = runs_[index];
    while (closer.left() > 0) {
      const std::ptrdiff_t found = find_opener(closer);
      if (found < 0) {
        bottoms_[kind_of(closer)] = static_cast<std::ptrdiff_t>(index);
        return;
      }
      DelimiterRun& opener = runs_[static_cast<std::size_t>(found)];
      const bool is_strong = opener.left() >= 2 && closer.left() >= 2;
      const std::uint32_t used = closer.mark == '~' ? closer.left() : is_strong ? 2 : 1;
      opener.cut_back += used;
      closer.cut_front += used;
      top_ = opener.left() == 0 ? opener.before : found;  // runs in between can not pair any more
    }
  }

  [[nodiscard]] std::ptrdiff_t find_opener(const DelimiterRun& closer) const {
    const std::ptrdiff_t bottom = bottoms_[kind_of(closer)];
    for (std::ptrdiff_t at = top_; at >= bottom; at = runs_[static_cast<std::size_t>(at)].before)
      if (can_pair(runs_[static_cast<std::size_t>(at)], closer)) return at;
    return -1;
  }

  std::vector<DelimiterRun>& runs_;
  std::size_t first_;
  std::ptrdiff_t top_ = -1;
  std::array<std::ptrdiff_t, 18> bottoms_{};
};

}  // namespace

DelimiterRun classify_run(char mark, std::uint32_t count, std::string_view before, std::string_view after) {
  const std::string_view left = last_character(before);
  const std::string_view right = first_character(after);
  const bool left_blank = is_blank_side(left);
  const bool right_blank = is_blank_side(right);
  const bool left_mark = is_punctuation_side(left);
  const bool right_mark = is_punctuation_side(right);
  const bool opens = !right_blank && (!right_mark || left_blank || left_mark);
  const bool closes = !left_blank && (!left_mark || right_blank || right_mark);
  DelimiterRun run;
  run.mark = mark;
  run.count = count;
  run.can_open = mark == '_' ? opens && (!closes || left_mark) : opens;
  run.can_close = mark == '_' ? closes && (!opens || right_mark) : closes;
  if (mark == '~' && count > 2) run.can_open = run.can_close = false;
  return run;
}

void pair_runs(std::vector<DelimiterRun>& runs, std::size_t first) { Pairing(runs, first).run(); }

}  // namespace milepost
