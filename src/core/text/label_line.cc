// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "core/text/label_line.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <optional>

namespace milepost {
namespace {

// Caps that keep every attempt at a label bounded, so that a line full of separators is still read in linear time.
constexpr std::size_t kMaxMarkedLabel = 96;
constexpr std::size_t kMaxPlainLabel = 40;
constexpr std::size_t kMaxPlainWords = 5;
constexpr std::size_t kMaxAside = 96;     // "(if applicable)" between a label and its colon
constexpr std::size_t kMaxWrapped = 512;  // "_Label: value_"
constexpr std::size_t kMaxSymbols = 24;   // emoji before a label
constexpr std::size_t kMaxSplit = 8192;   // a value is searched for further labels only so far

constexpr std::string_view kFullwidthColon = "\xEF\xBC\x9A";
constexpr std::array<std::string_view, 5> kSeparators = {"|", "\xC2\xB7", "\xE2\x80\xA2", "\xE2\x80\x94",
                                                         "\xE2\x80\x93"};
constexpr std::array<std::string_view, 3> kLineBreaks = {"<br>", "<br/>", "<br />"};

bool is_blank(char c) { return c == ' ' || c == '\t'; }
bool is_ascii_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_high(char c) { return (static_cast<unsigned char>(c) & 0x80U) != 0; }

// Length of the UTF-8 sequence that `c` leads; 1 for ASCII and for stray bytes.
std::size_t sequence_length(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC0 ? 2 : 1;
}

// Symbols and emoji, as opposed to letters of any script: U+2000..U+2BFF, U+FE0F, and the planes of emoji.
bool is_symbol(std::string_view text) {
  if (text.size() < 3) return false;
  const auto first = static_cast<unsigned char>(text[0]);
  const auto second = static_cast<unsigned char>(text[1]);
  if (first == 0xF0) return second == 0x9F;
  if (first == 0xE2) return second <= 0xAF;
  return text.starts_with("\xEF\xB8\x8F");
}

bool is_box_drawing(std::string_view text) {
  return text.size() >= 3 && text[0] == '\xE2' && (text[1] == '\x94' || text[1] == '\x95');
}

// Length of a vertical bar of a banner (│ ┃ ║) at the start of `text`, or 0.
std::size_t vertical_length(std::string_view text) {
  for (const std::string_view bar : {"\xE2\x94\x82", "\xE2\x94\x83", "\xE2\x95\x91"})
    if (text.starts_with(bar)) return bar.size();
  return 0;
}

std::size_t colon_length(std::string_view text) {
  if (text.starts_with(':')) return 1;
  return text.starts_with(kFullwidthColon) ? kFullwidthColon.size() : 0;
}

struct Found {
  Label label;
  std::size_t value_begin = 0;
  std::optional<std::size_t> wrapped_end;  // the closing mark when the marks wrap label and value together
};

class LabelScanner {
 public:
  LabelScanner(std::string_view bytes, ByteRange line, bool allow_plain)
      : bytes_(bytes), end_(line.end), allow_plain_(allow_plain) {}

  void scan(std::size_t begin, std::vector<Label>& into);
  void scan_banner(std::size_t begin, std::vector<Label>& into);

 private:
  [[nodiscard]] std::string_view rest(std::size_t at) const { return bytes_.substr(at, end_ - at); }
  [[nodiscard]] std::size_t skip_blanks(std::size_t at) const;
  [[nodiscard]] std::size_t skip_symbols(std::size_t at) const;
  [[nodiscard]] ByteRange trimmed(std::size_t begin, std::size_t end) const;
  [[nodiscard]] std::optional<Found> label_at(std::size_t at, bool plain) const;
  [[nodiscard]] std::optional<Found> marked_at(std::size_t at) const;
  [[nodiscard]] std::optional<Found> with_marks(std::size_t inner, std::size_t close, std::string_view mark) const;
  [[nodiscard]] std::optional<Found> wrapped(std::size_t inner, std::size_t close, LabelStyle style) const;
  [[nodiscard]] std::optional<Found> plain_at(std::size_t at, LabelStyle style) const;
  [[nodiscard]] std::size_t find_close(std::size_t inner, std::string_view mark) const;
  [[nodiscard]] std::size_t skip_aside(std::size_t at) const;
  [[nodiscard]] std::size_t separator_length(std::size_t at) const;
  [[nodiscard]] std::size_t next_label(std::size_t at, Found& next) const;
  [[nodiscard]] std::size_t trim_value_end(std::size_t begin, std::size_t end) const;

  std::string_view bytes_;  // borrows from: the caller's source
  std::size_t end_;
  bool allow_plain_;
};

std::size_t LabelScanner::skip_blanks(std::size_t at) const {
  while (at < end_ && is_blank(bytes_[at])) ++at;
  return at;
}

std::size_t LabelScanner::skip_symbols(std::size_t at) const {
  const std::size_t limit = std::min(end_, at + kMaxSymbols);
  std::size_t here = at;
  while (here < limit && (is_blank(bytes_[here]) || (is_symbol(rest(here)) && !is_box_drawing(rest(here)))))
    here += sequence_length(bytes_[here]);
  return std::min(here, end_);
}

ByteRange LabelScanner::trimmed(std::size_t begin, std::size_t end) const {
  begin = std::min(skip_blanks(begin), end);
  while (end > begin && is_blank(bytes_[end - 1])) --end;
  return {static_cast<ByteOffset>(begin), static_cast<ByteOffset>(end)};
}

// The closing mark that belongs to an opening one before `inner`; npos if there is none near enough.
std::size_t LabelScanner::find_close(std::size_t inner, std::string_view mark) const {
  const std::string_view window = bytes_.substr(inner, std::min(end_ - inner, kMaxWrapped));
  const char sign = mark.front();
  for (std::size_t at = window.find(sign); at != std::string_view::npos; at = window.find(sign, at)) {
    std::size_t run = at;
    while (run < window.size() && window[run] == sign) ++run;
    const bool inside_word =
        sign == '_' && run < window.size() && (is_ascii_letter(window[run]) || is_digit(window[run]));
    if (run - at >= mark.size() && (mark.size() > 1 || run - at != 2) && !inside_word && at > 0 &&
        !is_blank(window[at - 1]))
      return inner + at;
    at = run;
  }
  return std::string_view::npos;
}

// Past "(if applicable)" and blanks, when that is all that stands before a colon; otherwise `at`.
std::size_t LabelScanner::skip_aside(std::size_t at) const {
  std::size_t here = skip_blanks(at);
  if (here >= end_ || bytes_[here] != '(') return here;
  const std::size_t close = bytes_.substr(0, std::min(end_, here + kMaxAside)).find(')', here);
  return close == std::string_view::npos ? here : skip_blanks(close + 1);
}

std::optional<Found> LabelScanner::marked_at(std::size_t at) const {
  for (const std::string_view mark : {"***", "**", "__", "*", "_"}) {
    if (!rest(at).starts_with(mark)) continue;
    const std::size_t inner = at + mark.size();
    if (inner >= end_ || is_blank(bytes_[inner]) || bytes_[inner] == mark.front()) return std::nullopt;
    const std::size_t close = find_close(inner, mark);
    return close == std::string_view::npos ? std::nullopt : with_marks(inner, close, mark);
  }
  return std::nullopt;
}

std::optional<Found> LabelScanner::with_marks(std::size_t inner, std::size_t close, std::string_view mark) const {
  const LabelStyle style = mark.size() > 1 ? LabelStyle::bold : LabelStyle::italic;
  const std::string_view content = bytes_.substr(inner, close - inner);
  const std::size_t after = close + mark.size();
  const std::size_t inside_colon = content.ends_with(':')               ? 1
                                   : content.ends_with(kFullwidthColon) ? kFullwidthColon.size()
                                                                        : 0;
  if (content.size() <= kMaxMarkedLabel + inside_colon) {
    if (inside_colon != 0) return Found{{trimmed(inner, close - inside_colon), {}, style}, after, std::nullopt};
    const std::size_t colon = skip_aside(after);
    const std::size_t length = colon < end_ ? colon_length(rest(colon)) : 0;
    if (length != 0) return Found{{trimmed(inner, close), {}, style}, colon + length, std::nullopt};
  }
  return wrapped(inner, close, style);
}

// "**Status: Done**": the marks go round label and value.
std::optional<Found> LabelScanner::wrapped(std::size_t inner, std::size_t close, LabelStyle style) const {
  const LabelScanner inside(bytes_, {static_cast<ByteOffset>(inner), static_cast<ByteOffset>(close)}, true);
  auto found = inside.plain_at(inside.skip_symbols(inner), style);
  if (found) found->wrapped_end = close;
  return found;
}

std::optional<Found> LabelScanner::plain_at(std::size_t at, LabelStyle style) const {
  if (at >= end_ || !(is_ascii_letter(bytes_[at]) || (is_high(bytes_[at]) && !is_symbol(rest(at)))))
    return std::nullopt;
  if (colon_length(rest(at)) != 0) return std::nullopt;
  const std::size_t limit = std::min(end_, at + kMaxPlainLabel + 1);
  std::size_t words = 1;
  for (std::size_t here = at; here < limit; ++here) {
    const char c = bytes_[here];
    if (const std::size_t length = colon_length(rest(here)); length != 0) {
      const std::size_t value = here + length;
      if (length == 1 && value < end_ && !is_blank(bytes_[value])) return std::nullopt;
      return Found{{trimmed(at, here), {}, style}, value, std::nullopt};
    }
    if (std::string_view("`[]<>*|={}\"!?;,").find(c) != std::string_view::npos) return std::nullopt;
    const bool before_blank = here + 1 < end_ && is_blank(bytes_[here + 1]);
    if (c == '.' && before_blank) return std::nullopt;
    if (!is_blank(c) && before_blank && ++words > kMaxPlainWords + 1) return std::nullopt;
  }
  return std::nullopt;
}

std::optional<Found> LabelScanner::label_at(std::size_t at, bool plain) const {
  at = skip_symbols(at);
  if (at >= end_) return std::nullopt;
  if (bytes_[at] == '*' || bytes_[at] == '_') return marked_at(at);
  return plain ? plain_at(at, LabelStyle::plain) : std::nullopt;
}

// Length of a separator at `at` together with the blanks around it, or of an HTML line break; 0 if there is none.
std::size_t LabelScanner::separator_length(std::size_t at) const {
  const std::size_t mark = skip_blanks(at);
  if (mark >= end_) return 0;
  for (const std::string_view line_break : kLineBreaks)
    if (rest(mark).starts_with(line_break)) return mark + line_break.size() - at;
  if (mark == at) return 0;
  for (const std::string_view separator : kSeparators) {
    const std::size_t after = mark + separator.size();
    if (rest(mark).starts_with(separator) && after < end_ && is_blank(bytes_[after])) return skip_blanks(after) - at;
  }
  return 0;
}

// Where the value that begins at `at` ends because another label follows; fills `next` with that label. end_ if none.
std::size_t LabelScanner::next_label(std::size_t at, Found& next) const {
  bool in_code = false;
  const std::size_t limit = std::min(end_, at + kMaxSplit);
  for (std::size_t here = at; here < limit; ++here) {
    const char c = bytes_[here];
    if (c == '`') in_code = !in_code;
    if (in_code || !(is_blank(c) || c == '<')) continue;
    const std::size_t separator = separator_length(here);
    const std::size_t start = separator != 0 ? here + separator : skip_blanks(here);
    // Without a separator only a bold label is plain enough to end a value.
    const bool bold = rest(start).starts_with("**") || rest(start).starts_with("__");
    if (separator == 0 && !bold) {
      here = std::max(here, start == here ? here : start - 1);
      continue;
    }
    auto found = label_at(start, allow_plain_);
    if (found && (separator != 0 || !found->wrapped_end)) {
      next = *found;
      return here;
    }
  }
  return end_;
}

std::size_t LabelScanner::trim_value_end(std::size_t begin, std::size_t end) const {
  for (;;) {
    while (end > begin && is_blank(bytes_[end - 1])) --end;
    const std::string_view value = bytes_.substr(begin, end - begin);
    std::size_t cut = value.ends_with('\\') ? 1 : 0;
    for (const std::string_view line_break : kLineBreaks)
      if (value.ends_with(line_break)) cut = line_break.size();
    if (cut == 0) return end;
    end -= cut;
  }
}

void LabelScanner::scan(std::size_t begin, std::vector<Label>& into) {
  auto found = label_at(begin, allow_plain_);
  while (found) {
    Found next;
    const std::size_t from = found->wrapped_end.value_or(found->value_begin);
    const std::size_t stop = next_label(from, next);
    const std::size_t value_end = found->wrapped_end.value_or(stop);
    const std::size_t value_begin = std::min(skip_blanks(found->value_begin), value_end);
    if (!found->label.label.empty()) {
      found->label.value = {static_cast<ByteOffset>(value_begin),
                            static_cast<ByteOffset>(trim_value_end(value_begin, value_end))};
      into.push_back(found->label);
    }
    if (stop == end_) return;
    found = next;
  }
}

void LabelScanner::scan_banner(std::size_t begin, std::vector<Label>& into) {
  std::size_t at = begin;
  while (at < end_) {
    while (at < end_ && (is_blank(bytes_[at]) || vertical_length(rest(at)) != 0))
      at += std::max<std::size_t>(1, vertical_length(rest(at)));
    std::size_t stop = at;
    while (stop < end_ && vertical_length(rest(stop)) == 0) ++stop;
    const LabelScanner cell(bytes_, {0, static_cast<ByteOffset>(stop)}, true);
    if (auto found = cell.plain_at(cell.skip_symbols(at), LabelStyle::banner)) {
      found->label.value = cell.trimmed(found->value_begin, stop);
      into.push_back(found->label);
    }
    at = stop;
  }
}

}  // namespace

void find_labels(std::string_view bytes, ByteRange line, bool allow_plain, std::vector<Label>& into) {
  const std::string_view text = slice(bytes, line);
  if (text.empty()) return;
  // Most lines have no colon at all; this is the whole cost for them.
  if (std::memchr(text.data(), ':', text.size()) == nullptr && text.find(kFullwidthColon) == std::string_view::npos)
    return;
  LabelScanner scanner(bytes, line, allow_plain);
  std::size_t begin = line.begin;
  while (begin < line.end && is_blank(bytes[begin])) ++begin;
  if (vertical_length(text.substr(begin - line.begin)) != 0) return scanner.scan_banner(begin, into);
  scanner.scan(begin, into);
}

}  // namespace milepost
