// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "core/lifecycle/written_value.h"

#include <algorithm>
#include <array>

#include "core/base/utf8.h"
#include "core/document/normalise/percent.h"
#include "core/document/normalise/placeholder.h"
#include "core/lifecycle/date_notation.h"
#include "core/lifecycle/status_wording.h"
#include "core/text/line_shape.h"

namespace milepost {
namespace {

constexpr std::size_t kLongestValue = 4096;

Result<WrittenValue> write_date(const OldValue& old, const NewValue& wanted, const Words& words) {
  const auto date = parse_date_and_time(wanted.value);
  if (!date) return fail(ErrorKind::usage, "'" + std::string(wanted.value) + "' is no day; write it as YYYY-MM-DD");
  WrittenValue written;
  const std::string iso = to_string(date->date);
  const DateReading reading = normalise_date(old.text, words.months);
  const bool is_read = reading.date.has_value() && !reading.within.empty();
  if (!is_read) {
    written.text = iso;
    if (!trim_blanks(old.text).empty() && !is_placeholder(old.text, words))
      written.remarks.push_back("'" + std::string(old.text) + "' was replaced as a whole");
    return written;
  }
  const std::string_view as_written = slice(old.text, reading.within);
  const std::string piece = write_date_like(as_written, reading, *date).value_or(iso);
  if (reading.precision != DatePrecision::day)
    written.remarks.push_back("the date is written as '" + piece + "', as vague as before");
  if (wanted.note == NoteHandling::drop) {
    const Wrapped wrapped = unwrap(old.text);
    written.text.append(wrapped.mark).append(piece).append(wrapped.mark);
    return written;
  }
  written.text.assign(old.text.substr(0, reading.within.begin))
      .append(piece)
      .append(old.text.substr(reading.within.end));
  return written;
}

WrittenValue write_text(const OldValue& old, const NewValue& wanted) {
  const Wrapped wrapped = unwrap(old.text);
  WrittenValue written;
  const bool fits = wrapped.mark.empty() || wanted.value.find(wrapped.mark.front()) == std::string_view::npos;
  if (fits)
    written.text.append(wrapped.mark).append(wanted.value).append(wrapped.mark);
  else
    written.text = wanted.value;
  return written;
}

// "40%", "40 %" and the bare number of a key stay what they are; other text is replaced as a whole.
WrittenValue write_percent(const OldValue& old, const NewValue& wanted) {
  const std::string_view old_text = trim_blanks(unwrap(old.text).inner);
  const std::size_t end = std::min(old_text.find_first_not_of("0123456789."), old_text.size());
  const std::string_view sign = old_text.substr(end);
  const bool is_plain = end > 0 && (sign.empty() || trim_blanks(sign) == "%");
  const bool is_number = normalise_percent(wanted.value, BareNumber::is_percent).value.has_value();
  if (!is_plain || !is_number) return write_text(old, wanted);
  const std::size_t digits = std::min(wanted.value.find_first_not_of("0123456789."), wanted.value.size());
  const std::string text = std::string(wanted.value.substr(0, digits)) + std::string(sign);
  return write_text(old, {wanted.role, text, wanted.note});
}

bool is_control(char32_t c) {
  return c < 0x20 || (c >= 0x7F && c <= 0x9F) || c == 0x2028 || c == 0x2029 || c == 0xFEFF;
}
bool is_override(char32_t c) { return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069); }

}  // namespace

bool is_date_role(std::string_view role) {
  static constexpr std::array<std::string_view, 5> kRoles{"created", "updated", "start", "target", "completed"};
  return std::ranges::find(kRoles, role) != kRoles.end();
}

Result<void> check_value(std::string_view value, LineBreaks breaks) {
  if (value.size() > kLongestValue) return fail(ErrorKind::usage, "the value is longer than 4096 bytes");
  for (std::size_t at = 0; at < value.size();) {
    const CodePoint c = code_point_at(value, at);
    at += c.length;
    if (!c.is_valid) return fail(ErrorKind::usage, "the value is not valid UTF-8");
    if (breaks == LineBreaks::yes && (c.value == '\n' || c.value == '\t')) continue;
    if (c.value == '\n' || c.value == '\r')
      return fail(ErrorKind::usage, "the value has a line break, and a field is one line");
    if (is_control(c.value)) return fail(ErrorKind::usage, "the value holds a control character");
    if (is_override(c.value))
      return fail(ErrorKind::usage,
                  "the value holds a character that turns the direction of text, which hides what is written");
  }
  if (breaks == LineBreaks::no && !value.empty() && trim_blanks(value).size() != value.size())
    return fail(ErrorKind::usage, "the value begins or ends with a blank; leave it out");
  return {};
}

Result<WrittenValue> write_value(const OldValue& old, const NewValue& wanted, const Words& words) {
  if (is_date_role(wanted.role)) return write_date(old, wanted, words);
  if (wanted.role == "status") return write_status(old, wanted, words);
  if (wanted.role == "risk" || wanted.role == "priority") return write_level(old, wanted, words);
  if (wanted.role == "progress") return write_percent(old, wanted);
  return write_text(old, wanted);
}

}  // namespace milepost
