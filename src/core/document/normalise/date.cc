// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "core/document/normalise/date.h"

#include <algorithm>

#include "core/base/ascii.h"

namespace milepost {
namespace {

constexpr std::size_t kMaxProse = 1U << 20U;  // no line of a document is longer than what a scan admits
constexpr std::string_view kYear = "\xE5\xB9\xB4";
constexpr std::string_view kMonth = "\xE6\x9C\x88";
constexpr std::string_view kDay = "\xE6\x97\xA5";

enum class Where : std::uint8_t { value, prose };

struct Number {
  unsigned value = 0;
  std::size_t digits = 0;
};

// Reads one notation after the other at a place of the text. The cursor only moves forward; every notation is bounded.
class DateScanner {
 public:
  DateScanner(std::string_view text, const MonthWords& months, Where where)
      : text_(text), months_(months), where_(where) {}

  std::optional<DateReading> next();

 private:
  [[nodiscard]] std::optional<DateReading> read_at(std::size_t at) const;
  [[nodiscard]] std::optional<DateReading> starts_with_number(std::size_t at) const;
  [[nodiscard]] std::optional<DateReading> year_first(std::size_t at, unsigned year) const;
  [[nodiscard]] std::optional<DateReading> japanese(std::size_t at, unsigned year) const;
  [[nodiscard]] std::optional<DateReading> day_or_month_first(std::size_t at, Number first) const;
  [[nodiscard]] std::optional<DateReading> day_then_name(std::size_t at, Number day) const;
  [[nodiscard]] std::optional<DateReading> compact(std::size_t at) const;
  [[nodiscard]] std::optional<DateReading> quarter(std::size_t at) const;
  [[nodiscard]] std::optional<DateReading> month_name(std::size_t at) const;
  [[nodiscard]] std::optional<DateReading> after_name(std::size_t begin, std::size_t at, unsigned month) const;

  [[nodiscard]] DateReading day(std::size_t begin, std::size_t end, unsigned year, unsigned month, unsigned day) const;
  [[nodiscard]] DateReading first_of(std::size_t begin, std::size_t end, unsigned year, unsigned month) const;
  [[nodiscard]] Number number_at(std::size_t at) const;
  [[nodiscard]] std::size_t dash_at(std::size_t at) const;
  [[nodiscard]] std::size_t separator_at(std::size_t at) const;
  [[nodiscard]] std::size_t skip_blanks(std::size_t at) const;
  [[nodiscard]] std::size_t skip_ordinal(std::size_t at) const;
  [[nodiscard]] std::size_t skip_day_range(std::size_t at) const;
  [[nodiscard]] std::size_t skip_time(std::size_t at) const;
  [[nodiscard]] bool word_ends(std::size_t at) const;
  [[nodiscard]] std::optional<std::pair<unsigned, std::size_t>> month_at(std::size_t at) const;
  [[nodiscard]] bool is_year(Number number) const {
    return number.digits == 4 && number.value >= 1900 && number.value <= 2199;
  }

  std::string_view text_;  // borrows from: the caller
  const MonthWords& months_;
  Where where_;
  std::size_t at_ = 0;
};

Number DateScanner::number_at(std::size_t at) const {
  Number number;
  while (at < text_.size() && is_digit(text_[at]) && number.digits < 9) {
    number.value = number.value * 10 + static_cast<unsigned>(text_[at] - '0');
    ++number.digits;
    ++at;
  }
  return number;
}

std::size_t DateScanner::dash_at(std::size_t at) const {
  if (at >= text_.size()) return 0;
  const CodePoint point = code_point_at(text_, at);
  return is_dash(point.value) ? point.length : 0;
}

// Length of '-' in any form, '/' or '.', or 0.
std::size_t DateScanner::separator_at(std::size_t at) const {
  if (at < text_.size() && (text_[at] == '/' || text_[at] == '.')) return 1;
  return dash_at(at);
}

std::size_t DateScanner::skip_blanks(std::size_t at) const {
  while (at < text_.size()) {
    if (text_[at] == ' ' || text_[at] == '\t')
      ++at;
    else if (text_.substr(at).starts_with("\xC2\xA0"))
      at += 2;
    else
      break;
  }
  return at;
}

bool DateScanner::word_ends(std::size_t at) const {
  if (at >= text_.size()) return true;
  const CodePoint point = code_point_at(text_, at);
  return !(is_digit(text_[at]) || is_letter(point.value));
}

// Past "st", "nd", "rd", "th" or "." behind a day.
std::size_t DateScanner::skip_ordinal(std::size_t at) const {
  for (const std::string_view ending : {"st", "nd", "rd", "th"})
    if (text_.substr(std::min(at, text_.size())).starts_with(ending) && word_ends(at + 2)) return at + 2;
  return at < text_.size() && text_[at] == '.' ? at + 1 : at;
}

// Past the "–7" of "3–7": the first day counts.
std::size_t DateScanner::skip_day_range(std::size_t at) const {
  const std::size_t dash = skip_blanks(at);
  const std::size_t length = dash_at(dash);
  if (length == 0) return at;
  const std::size_t begin = skip_blanks(dash + length);
  const Number second = number_at(begin);
  return second.digits == 1 || second.digits == 2 ? skip_ordinal(begin + second.digits) : at;
}

// Past "T10:15:30.123Z", " 10:15", " 10:15 +02:00", " 10:15 UTC".
std::size_t DateScanner::skip_time(std::size_t at) const {
  std::size_t here = at;
  if (here < text_.size() && (text_[here] == 'T' || text_[here] == 't'))
    ++here;
  else
    here = skip_blanks(here);
  const Number hour = number_at(here);
  here += hour.digits;
  if (here == at || hour.digits == 0 || hour.digits > 2 || here >= text_.size() || text_[here] != ':' ||
      number_at(here + 1).digits != 2)
    return at;
  here += 3;
  for (const char sign : {':', '.'})
    if (here < text_.size() && text_[here] == sign && number_at(here + 1).digits > 0)
      here += 1 + number_at(here + 1).digits;
  if (here < text_.size() && (text_[here] == 'Z' || text_[here] == 'z') && word_ends(here + 1)) return here + 1;
  const std::size_t zone = skip_blanks(here);
  if (text_.substr(std::min(zone, text_.size())).starts_with("UTC")) return zone + 3;
  if (zone >= text_.size() || (text_[zone] != '+' && text_[zone] != '-')) return here;
  const Number offset = number_at(zone + 1);
  if (offset.digits == 4) return zone + 5;
  const bool colon =
      offset.digits == 2 && zone + 3 < text_.size() && text_[zone + 3] == ':' && number_at(zone + 4).digits == 2;
  return colon ? zone + 6 : here;
}

DateReading DateScanner::day(std::size_t begin, std::size_t end, unsigned year, unsigned month, unsigned day) const {
  DateReading reading;
  reading.date = Date::from_civil(static_cast<int>(year), month, day);
  reading.impossible = !reading.date;
  const std::size_t time = skip_time(end);
  reading.note = trimmed(text_.substr(end, time - end));
  if (reading.note.starts_with('T') || reading.note.starts_with('t')) reading.note.erase(0, 1);
  reading.within = {static_cast<ByteOffset>(begin), static_cast<ByteOffset>(time)};
  return reading;
}

DateReading DateScanner::first_of(std::size_t begin, std::size_t end, unsigned year, unsigned month) const {
  DateReading reading;
  reading.date = Date::from_civil(static_cast<int>(year), month, 1);
  reading.impossible = !reading.date;
  reading.precision = DatePrecision::month;
  reading.within = {static_cast<ByteOffset>(begin), static_cast<ByteOffset>(end)};
  return reading;
}

// A month's name at `at`: its number and where it ends. "may" in prose is a verb unless a number follows or precedes,
// which the callers ask for.
std::optional<std::pair<unsigned, std::size_t>> DateScanner::month_at(std::size_t at) const {
  std::size_t end = at;
  while (end < text_.size() && end - at < 24) {
    const CodePoint point = code_point_at(text_, end);
    if (!is_letter(point.value)) break;
    end += point.length;
  }
  if (end - at < 3 || end - at >= 24) return std::nullopt;
  // A number follows every name that is part of a date; most words are dismissed here.
  std::size_t next = end;
  while (next < text_.size() && next - end < 4 && (text_[next] == ' ' || text_[next] == '.' || text_[next] == ','))
    ++next;
  if (next >= text_.size() || (text_[next] != '\t' && is_letter(code_point_at(text_, next).value))) return std::nullopt;
  const auto month = months_.find_exact(fold_phrase(text_.substr(at, end - at)));
  return month ? std::optional(std::pair(*month, end)) : std::nullopt;
}

std::optional<DateReading> DateScanner::japanese(std::size_t at, unsigned year) const {
  const auto rest = [&](std::size_t from) { return text_.substr(std::min(from, text_.size())); };
  std::size_t here = skip_blanks(at + 4 + kYear.size());
  const Number month = number_at(here);
  here += month.digits;
  if (month.digits == 0 || month.digits > 2 || !rest(here).starts_with(kMonth)) return std::nullopt;
  here += kMonth.size();
  const std::size_t day_begin = skip_blanks(here);
  const Number number = number_at(day_begin);
  const std::size_t end = day_begin + number.digits;
  if (number.digits == 0 || number.digits > 2 || !rest(end).starts_with(kDay))
    return first_of(at, here, year, month.value);
  return day(at, end + kDay.size(), year, month.value, number.value);
}

std::optional<DateReading> DateScanner::year_first(std::size_t at, unsigned year) const {
  if (text_.substr(at + 4).starts_with(kYear)) return japanese(at, year);
  const std::size_t first = separator_at(at + 4);
  if (first != 0) {
    const std::size_t month_begin = at + 4 + first;
    const Number month = number_at(month_begin);
    const std::size_t month_end = month_begin + month.digits;
    const std::size_t second = separator_at(month_end);
    const Number number = number_at(month_end + second);
    const bool same = text_.substr(at + 4, first) == text_.substr(std::min(month_end, text_.size()), second) ||
                      (dash_at(at + 4) != 0 && dash_at(month_end) != 0);
    if ((month.digits == 1 || month.digits == 2) && second != 0 && same && (number.digits == 1 || number.digits == 2))
      return day(at, month_end + second + number.digits, year, month.value, number.value);
    const bool quarter_follows = where_ == Where::value && month_begin + 1 < text_.size() &&
                                 (text_[month_begin] == 'Q' || text_[month_begin] == 'q');
    if (quarter_follows) return quarter(at);
    const bool is_month =
        month.digits == 2 && month.value >= 1 && month.value <= 12 && word_ends(month_end) && dash_at(month_end) == 0;
    if (where_ == Where::value && is_month) return first_of(at, month_end, year, month.value);
  }
  if (where_ == Where::prose || !word_ends(at + 4)) return std::nullopt;
  if (auto found = quarter(at)) return found;
  if (first != 0 && number_at(at + 4 + first).digits != 0) return std::nullopt;
  DateReading reading = first_of(at, at + 4, year, 1);
  reading.precision = DatePrecision::year;
  return reading;
}

// "Q2 2026", "2026 Q2", "2026-Q2".
std::optional<DateReading> DateScanner::quarter(std::size_t at) const {
  const bool year_before = is_digit(text_[at]);
  std::size_t here = at;
  Number year;
  if (year_before) {
    year = number_at(here);
    here = skip_blanks(here + year.digits);
    here += dash_at(here);
  }
  if (here + 1 >= text_.size() || (text_[here] != 'Q' && text_[here] != 'q') || text_[here + 1] < '1' ||
      text_[here + 1] > '4')
    return std::nullopt;
  const auto month = static_cast<unsigned>(text_[here + 1] - '1') * 3 + 1;
  here += 2;
  if (!year_before) {
    const std::size_t begin = skip_blanks(here) + dash_at(skip_blanks(here));
    year = number_at(begin);
    here = begin + year.digits;
  }
  if (!is_year(year) || !word_ends(here)) return std::nullopt;
  DateReading reading = first_of(at, here, year.value, month);
  reading.precision = DatePrecision::quarter;
  return reading;
}

std::optional<DateReading> DateScanner::day_then_name(std::size_t at, Number number) const {
  std::size_t here = skip_blanks(skip_day_range(skip_ordinal(at + number.digits)));
  here = skip_blanks(here + dash_at(here));
  if (text_.substr(std::min(here, text_.size())).starts_with("of ")) here = skip_blanks(here + 3);
  const auto name = here < text_.size() ? month_at(here) : std::nullopt;
  if (!name) return std::nullopt;
  here = skip_ordinal(name->second);
  if (here < text_.size() && text_[here] == ',') ++here;
  here = skip_blanks(here);
  here += dash_at(here);
  const Number year = number_at(here);
  if (!is_year(year) || !word_ends(here + 4)) return std::nullopt;
  return day(at, here + 4, year.value, name->first, number.value);
}

// "16.01.2026" is German; "16/1/2026" and "1-16-2026" only when one reading is impossible.
std::optional<DateReading> DateScanner::day_or_month_first(std::size_t at, Number first) const {
  if (auto named = day_then_name(at, first)) return named;
  const std::size_t one = at + first.digits;
  const std::size_t length = separator_at(one);
  if (length == 0) return std::nullopt;
  const bool dot = text_[one] == '.';
  const std::size_t begin = dot ? skip_blanks(one + length) : one + length;
  const Number second = number_at(begin);
  const std::size_t two = begin + second.digits;
  const std::size_t length_two = separator_at(two);
  if (second.digits == 0 || second.digits > 2 || length_two == 0 ||
      (text_[two] != text_[one] && !(dash_at(one) != 0 && dash_at(two) != 0)))
    return std::nullopt;
  const std::size_t year_begin = dot ? skip_blanks(two + length_two) : two + length_two;
  const Number year = number_at(year_begin);
  if (!is_year(year) || !word_ends(year_begin + 4)) return std::nullopt;
  const std::size_t end = year_begin + 4;
  if (dot) return day(at, end, year.value, second.value, first.value);
  if (first.value > 12 || first.value == second.value) return day(at, end, year.value, second.value, first.value);
  if (second.value > 12) return day(at, end, year.value, first.value, second.value);
  DateReading reading;
  reading.within = {static_cast<ByteOffset>(at), static_cast<ByteOffset>(end)};
  reading.note = "ambiguous: day or month first";
  return reading;
}

// 20260117, only where a value is a date and nothing else.
std::optional<DateReading> DateScanner::compact(std::size_t at) const {
  const Number number = number_at(at);
  const unsigned year = number.value / 10000;
  const bool exists =
      Date::from_civil(static_cast<int>(year), number.value / 100 % 100, number.value % 100).has_value();
  if (where_ == Where::prose || year < 1990 || year > 2099 || !exists || !word_ends(at + 8) || dash_at(at + 8) != 0)
    return std::nullopt;
  return day(at, at + 8, year, number.value / 100 % 100, number.value % 100);
}

std::optional<DateReading> DateScanner::starts_with_number(std::size_t at) const {
  const Number number = number_at(at);
  if (is_year(number)) return year_first(at, number.value);
  if (number.digits == 8) return compact(at);
  if (number.digits == 1 || number.digits == 2) return day_or_month_first(at, number);
  return std::nullopt;
}

std::optional<DateReading> DateScanner::month_name(std::size_t at) const {
  const auto name = month_at(at);
  if (!name) return std::nullopt;
  std::size_t here = name->second;
  if (here < text_.size() && text_[here] == '.') ++here;
  return after_name(at, here, name->first);
}

// What follows a month's name: "16th, 2026", "3–7 2026", "2026", ", 2026", "-2026", "3 – February 5, 2026".
std::optional<DateReading> DateScanner::after_name(std::size_t begin, std::size_t at, unsigned month) const {
  std::size_t here = skip_blanks(at);
  if (here < text_.size() && text_[here] == ',') here = skip_blanks(here + 1);
  here += dash_at(here);
  const Number number = number_at(here);
  if (is_year(number) && word_ends(here + 4)) return first_of(begin, here + 4, number.value, month);
  if (number.digits == 0 || number.digits > 2) return std::nullopt;
  std::size_t end = skip_day_range(skip_ordinal(here + number.digits));
  // "November 28 – December 3, 2025": the year stands at the second date.
  const std::size_t dash = skip_blanks(end);
  if (const std::size_t length = dash_at(dash); length != 0) {
    const std::size_t second = skip_blanks(dash + length);
    if (const auto name = second < text_.size() ? month_at(second) : std::nullopt) {
      const std::size_t day_begin = skip_blanks(name->second);
      const Number day_number = number_at(day_begin);
      if (day_number.digits == 1 || day_number.digits == 2) end = skip_ordinal(day_begin + day_number.digits);
    }
  }
  std::size_t year_begin = skip_blanks(end);
  if (year_begin < text_.size() && text_[year_begin] == ',') year_begin = skip_blanks(year_begin + 1);
  const Number year = number_at(year_begin);
  if (!is_year(year) || !word_ends(year_begin + 4)) return std::nullopt;
  return day(begin, year_begin + 4, year.value, month, number.value);
}

std::optional<DateReading> DateScanner::read_at(std::size_t at) const {
  if (is_digit(text_[at])) return starts_with_number(at);
  if (where_ == Where::value && (text_[at] == 'Q' || text_[at] == 'q'))
    if (auto found = quarter(at)) return found;
  return month_name(at);
}

std::optional<DateReading> DateScanner::next() {
  while (at_ < text_.size()) {
    const CodePoint point = code_point_at(text_, at_);
    const bool word = is_digit(text_[at_]) || is_letter(point.value);
    if (!word) {
      at_ += point.length;
      continue;
    }
    if (auto found = read_at(at_)) {
      at_ = found->within.end;
      return found;
    }
    // On to the end of this word or number, so that no date begins inside one ("v2026", "abc12.1.2026").
    const bool digit = is_digit(text_[at_]);
    while (at_ < text_.size() && !word_ends(at_)) {
      if (!digit && is_digit(text_[at_]) && is_cjk(point.value)) break;
      at_ += code_point_at(text_, at_).length;
    }
  }
  return std::nullopt;
}

// The value without the date, quotes and brackets around nothing.
std::string rest_of(std::string_view value, ByteRange within) {
  const auto clean = [](std::string_view part) {
    constexpr std::string_view kEdges = " \t\"'()[]*_`,;:-~.";
    while (!part.empty() && kEdges.find(part.front()) != std::string_view::npos) part.remove_prefix(1);
    while (!part.empty() && kEdges.find(part.back()) != std::string_view::npos) part.remove_suffix(1);
    return std::string(part);
  };
  const std::string before = clean(value.substr(0, within.begin));
  const std::string after = clean(value.substr(within.end));
  return before.empty() || after.empty() ? before + after : before + " " + after;
}

}  // namespace

DateReading normalise_date(std::string_view value, const MonthWords& months) {
  value = value.substr(0, std::min(value.size(), kMaxProse));
  DateReading best;
  // A full date anywhere in the value beats a vague one before it: "Q1 2026 (2026-02-14)".
  for (const Where where : {Where::prose, Where::value}) {
    auto found = DateScanner(value, months, where).next();
    if (!found || (best.date && best.precision <= found->precision)) continue;
    if (!best.within.empty() && !found->date) continue;
    if (best.impossible) continue;
    best = std::move(*found);
  }
  if (best.within.empty()) return best;
  const std::string rest = rest_of(value, best.within);
  if (!rest.empty()) best.note += best.note.empty() ? rest : "; " + rest;
  return best;
}

std::optional<DateReading> find_first_date(std::string_view text, const MonthWords& months) {
  return DateScanner(text.substr(0, std::min(text.size(), kMaxProse)), months, Where::prose).next();
}

}  // namespace milepost
