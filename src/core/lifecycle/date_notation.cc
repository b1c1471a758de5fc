// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "core/lifecycle/date_notation.h"

#include <array>
#include <charconv>
#include <utility>
#include <vector>

#include "core/text/line_shape.h"
#include "core/text/text_edit.h"

namespace milepost {
namespace {

using MonthNames = std::array<std::string_view, 12>;

constexpr std::array<MonthNames, 4> kMonthNames{{
    {"january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
     "december"},
    {"jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"},
    {"januar", "februar", "märz", "april", "mai", "juni", "juli", "august", "september", "oktober", "november",
     "dezember"},
    {"jan", "feb", "mär", "apr", "mai", "jun", "jul", "aug", "sep", "okt", "nov", "dez"},
}};

unsigned to_number(std::string_view digits) {
  unsigned value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

std::string padded(unsigned value, std::size_t width) {
  std::string text = std::to_string(value);
  return text.size() < width ? std::string(width - text.size(), '0') + text : text;
}

// The digit groups and the first month name of a date as written.
struct DateText {
  std::vector<ByteRange> numbers;
  ByteRange month;  // the name; empty if there is none
  const MonthNames* names = nullptr;
};

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = to_lower_char(c);
  return out;
}

bool is_word_char(char c) { return is_alpha_char(c) || (static_cast<unsigned char>(c) & 0x80U) != 0; }

DateText take_apart(std::string_view written, unsigned month) {
  DateText parts;
  for (ByteOffset at = 0; at < written.size();) {
    const ByteOffset begin = at;
    if (is_digit_char(written[at])) {
      while (at < written.size() && is_digit_char(written[at])) ++at;
      parts.numbers.push_back({begin, at});
      continue;
    }
    while (at < written.size() && is_word_char(written[at])) ++at;
    if (at == begin) {
      ++at;
      continue;
    }
    const std::string word = lower(slice(written, {begin, at}));
    for (const MonthNames& names : kMonthNames)
      if (parts.names == nullptr && month > 0 && word == names.at(month - 1)) {
        parts.month = {begin, at};
        parts.names = &names;
      }
  }
  return parts;
}

std::string in_case_of(std::string_view name, std::string_view like) {
  std::string out(name);
  const bool upper = like.size() > 1 && like[1] >= 'A' && like[1] <= 'Z';
  for (std::size_t i = 0; i < out.size(); ++i) {
    const bool raise = upper || (i == 0 && like[0] >= 'A' && like[0] <= 'Z');
    if (raise && out[i] >= 'a' && out[i] <= 'z') out[i] = static_cast<char>(out[i] - 32);
  }
  return out;
}

std::string_view ordinal_of(unsigned day) {
  if (day % 100 >= 11 && day % 100 <= 13) return "th";
  switch (day % 10) {
    case 1:
      return "st";
    case 2:
      return "nd";
    case 3:
      return "rd";
    default:
      return "th";
  }
}

class Rewriter {
 public:
  Rewriter(std::string_view written, const DateReading& reading, const DateAndTime& wanted)
      : written_(written), reading_(reading), wanted_(wanted), parts_(take_apart(written, reading.date->month())) {}

  std::optional<std::string> run() {
    switch (reading_.precision) {
      case DatePrecision::year:
        return parts_.numbers.size() == 1 ? finish({year(0)}) : std::nullopt;
      case DatePrecision::quarter:
        return quarter();
      case DatePrecision::month:
        return month();
      case DatePrecision::day:
        return day();
    }
    return std::nullopt;
  }

 private:
  struct Change {
    ByteRange range;
    std::string text;
  };
  [[nodiscard]] std::string_view number(std::size_t index) const { return slice(written_, parts_.numbers[index]); }
  [[nodiscard]] Change year(std::size_t index) const {
    return {parts_.numbers[index], padded(static_cast<unsigned>(wanted_.date.year()), 4)};
  }
  [[nodiscard]] Change name() const {
    return {parts_.month, in_case_of(parts_.names->at(wanted_.date.month() - 1), slice(written_, parts_.month))};
  }
  [[nodiscard]] std::optional<std::size_t> year_index() const {
    for (std::size_t i = 0; i < parts_.numbers.size(); ++i)
      if (number(i).size() == 4 && to_number(number(i)) == static_cast<unsigned>(reading_.date->year())) return i;
    return std::nullopt;
  }

  std::optional<std::string> quarter() {
    const auto at = year_index();
    if (!at || parts_.numbers.size() != 2) return std::nullopt;
    return finish({year(*at), {parts_.numbers[1 - *at], std::to_string((wanted_.date.month() + 2) / 3)}});
  }

  std::optional<std::string> month() {
    const auto at = year_index();
    if (!at) return std::nullopt;
    if (parts_.names != nullptr) return parts_.numbers.size() == 1 ? finish({year(*at), name()}) : std::nullopt;
    if (parts_.numbers.size() != 2) return std::nullopt;
    const std::size_t other = 1 - *at;
    if (to_number(number(other)) != reading_.date->month()) return std::nullopt;
    return finish({year(*at), {parts_.numbers[other], padded(wanted_.date.month(), number(other).size())}});
  }

  std::optional<std::string> day() {
    const auto at = year_index();
    if (!at) return std::nullopt;
    return parts_.names != nullptr ? named_day(*at) : numeric_day(*at);
  }

  // "January 2, 2026", "16th of Jan 2026", "16-Jan-2026"
  std::optional<std::string> named_day(std::size_t year_at) {
    if (parts_.numbers.size() < 2 || year_at > 1) return std::nullopt;
    const std::size_t day_at = 1 - year_at;
    if (to_number(number(day_at)) != reading_.date->day()) return std::nullopt;
    const bool pads = number(day_at).size() == 2 && number(day_at).front() == '0';
    std::vector<Change> changes{
        year(year_at), name(), {parts_.numbers[day_at], padded(wanted_.date.day(), pads ? 2 : 1)}};
    const ByteOffset after = parts_.numbers[day_at].end;
    const std::string suffix = lower(written_.substr(after, 2));
    for (const std::string_view ordinal : {"st", "nd", "rd", "th"})
      if (suffix == ordinal) changes.push_back({{after, after + 2}, std::string(ordinal_of(wanted_.date.day()))});
    if (!add_time(changes, 2)) return std::nullopt;
    return finish(std::move(changes));
  }

  // "2026-01-02", "2026/1/2", "2.1.2026", "2026年1月2日"
  std::optional<std::string> numeric_day(std::size_t year_at) {
    if (parts_.numbers.size() < 3 || (year_at != 0 && year_at != 2)) return std::nullopt;
    std::size_t month_at = 1;
    std::size_t day_at = year_at == 0 ? 2 : 0;
    const auto fits = [&] {
      return to_number(number(month_at)) == reading_.date->month() && to_number(number(day_at)) == reading_.date->day();
    };
    if (!fits()) std::swap(month_at, day_at);
    if (!fits()) return std::nullopt;
    const std::size_t width = number(month_at).size() == 2 && number(day_at).size() == 2 ? 2 : 1;
    std::vector<Change> changes{year(year_at),
                                {parts_.numbers[month_at], padded(wanted_.date.month(), width)},
                                {parts_.numbers[day_at], padded(wanted_.date.day(), width)}};
    if (!add_time(changes, 3)) return std::nullopt;
    return finish(std::move(changes));
  }

  // Hours, minutes and seconds behind the day; without a known time of day they become zero. An offset stays.
  bool add_time(std::vector<Change>& changes, std::size_t first) const {
    const std::array<unsigned, 3> wanted{wanted_.hour.value_or(0), wanted_.minute.value_or(0),
                                         wanted_.second.value_or(0)};
    for (std::size_t i = first; i < parts_.numbers.size(); ++i) {
      const char before = written_[parts_.numbers[i].begin - 1];
      if (i > first && (before == '+' || before == '-')) return true;  // the offset
      if (before == '.') {
        changes.push_back({parts_.numbers[i], std::string(parts_.numbers[i].size(), '0')});
      } else if (i - first < wanted.size()) {
        if (number(i).size() != 2) return false;
        changes.push_back({parts_.numbers[i], padded(wanted.at(i - first), 2)});
      } else {
        return false;
      }
    }
    return true;
  }

  [[nodiscard]] std::optional<std::string> finish(std::vector<Change> changes) const {
    std::vector<TextEdit> edits;
    for (Change& change : changes) edits.push_back({change.range, std::move(change.text)});
    auto text = apply_edits(written_, std::move(edits));
    if (!text) return std::nullopt;
    return std::move(*text);
  }

  std::string_view written_;
  const DateReading& reading_;
  const DateAndTime& wanted_;
  DateText parts_;
};

}  // namespace

std::optional<DateAndTime> parse_date_and_time(std::string_view text) {
  const auto date = Date::from_iso(text.substr(0, 10));
  if (!date) return std::nullopt;
  DateAndTime result{*date, std::nullopt, std::nullopt, std::nullopt};
  text.remove_prefix(10);
  if (text.empty()) return result;
  if (text.size() != 6 && text.size() != 9) return std::nullopt;
  if ((text[0] != 'T' && text[0] != ' ') || text[3] != ':' || (text.size() == 9 && text[6] != ':')) return std::nullopt;
  for (const std::size_t i : {1U, 2U, 4U, 5U})
    if (!is_digit_char(text[i])) return std::nullopt;
  result.hour = to_number(text.substr(1, 2));
  result.minute = to_number(text.substr(4, 2));
  if (text.size() == 9) {
    if (!is_digit_char(text[7]) || !is_digit_char(text[8])) return std::nullopt;
    result.second = to_number(text.substr(7, 2));
  }
  if (*result.hour > 23 || *result.minute > 59 || result.second.value_or(0) > 59) return std::nullopt;
  return result;
}

std::optional<std::string> write_date_like(std::string_view written, const DateReading& reading,
                                           const DateAndTime& wanted) {
  if (!reading.date) return std::nullopt;
  return Rewriter(written, reading, wanted).run();
}

}  // namespace milepost
