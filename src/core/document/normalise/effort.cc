// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "core/document/normalise/effort.h"

#include <algorithm>

#include "core/base/ascii.h"
#include "core/document/normalise/number.h"

namespace milepost {
namespace {

constexpr std::size_t kMaxText = 2048;
constexpr std::size_t kMaxNumbers = 64;  // tried before giving up
constexpr std::size_t kMaxUnit = 48;     // bytes that a unit may take

std::size_t skip_blanks(std::string_view text, std::size_t at) {
  while (at < text.size() && (text[at] == ' ' || text[at] == '\t')) ++at;
  return at;
}

struct Unit {
  EffortUnit unit = EffortUnit::hours;
  std::size_t end = 0;
};

// The unit behind a number: "h", " hours", "-day", "+ weeks", "日".
std::optional<Unit> unit_at(std::string_view text, std::size_t at, const EffortWords& words) {
  if (at < text.size() && text[at] == '+') ++at;
  at = skip_blanks(text, at);
  if (at < text.size() && text[at] == '-') ++at;
  const std::string_view rest = text.substr(std::min(at, text.size()), kMaxUnit);
  const FoldedText folded = fold_text(rest);
  if (folded.words.empty() || folded.words[0].source.begin != 0) return std::nullopt;
  const auto match = words.units.find_at(folded, 0);
  if (!match) return std::nullopt;
  return Unit{match->value, at + folded.words[match->words - 1].source.end};
}

// The number that a range goes to: "-3", " – 3", " to 3", "〜4". Nothing when no range follows.
std::optional<NumberReading> range_end(std::string_view text, std::size_t at) {
  std::size_t here = skip_blanks(text, at);
  if (here >= text.size()) return std::nullopt;
  const CodePoint point = code_point_at(text, here);
  if (is_dash(point.value) || point.value == 0x301C || point.value == 0xFF5E || point.value == '~')
    here += point.length;
  else if (text.substr(here).starts_with("to "))
    here += 3;
  else if (text.substr(here).starts_with("bis "))
    here += 4;
  else
    return std::nullopt;
  here = skip_blanks(text, here);
  return here < text.size() && is_digit(text[here]) ? number_at(text, here) : std::nullopt;
}

EffortReading reading_of(std::string_view text, ByteRange within, Effort effort) {
  EffortReading reading;
  effort.text = std::string(slice(text, within));
  if (effort.high < effort.low) std::swap(effort.low, effort.high);
  reading.effort = std::move(effort);
  reading.within = within;
  std::string_view rest = trimmed(text.substr(within.end));
  while (!rest.empty() && std::string_view(",;:|*_`").find(rest.front()) != std::string_view::npos)
    rest = trimmed(rest.substr(1));
  if (rest.starts_with('(') && rest.find(')') == rest.size() - 1) rest = rest.substr(1, rest.size() - 2);
  reading.note = std::string(rest);
  return reading;
}

ByteRange range_of(std::size_t begin, std::size_t end) {
  return {static_cast<ByteOffset>(begin), static_cast<ByteOffset>(end)};
}

// "2-3 days", "4h - 6h", "30 min" at a number.
EffortReading effort_at(std::string_view text, std::size_t at, const EffortWords& words) {
  const auto low = number_at(text, at);
  if (!low) return {};
  if (const auto high = range_end(text, low->end))
    if (const auto unit = unit_at(text, high->end, words))
      return reading_of(text, range_of(at, unit->end), {low->value, high->value, unit->unit, {}});
  const auto unit = unit_at(text, low->end, words);
  if (!unit) return {};
  if (const auto high = range_end(text, unit->end)) {
    const auto same = unit_at(text, high->end, words);
    if (same && same->unit == unit->unit)
      return reading_of(text, range_of(at, same->end), {low->value, high->value, unit->unit, {}});
  }
  return reading_of(text, range_of(at, unit->end), {low->value, low->value, unit->unit, {}});
}

// "half a day", "two weeks".
EffortReading in_words(std::string_view text, const EffortWords& words) {
  const FoldedText folded = fold_text(text, 128);
  for (std::size_t at = 0; at < folded.words.size(); ++at) {
    const auto number = words.numbers.find_at(folded, at);
    if (!number || at + number->words >= folded.words.size()) continue;
    const auto unit = words.units.find_at(folded, at + number->words);
    if (!unit) continue;
    const std::size_t last = at + number->words + unit->words - 1;
    return reading_of(text, {folded.words[at].source.begin, folded.words[last].source.end},
                      {number->value, number->value, unit->value, {}});
  }
  return {};
}

// "M", "S/M", "Large (with risk)".
EffortReading as_size(std::string_view text, const EffortWords& words) {
  const FoldedText folded = fold_text(text, 64);
  if (folded.words.empty()) return {};
  const auto low = words.sizes.find_at(folded, 0);
  if (!low) return {};
  std::size_t used = low->words;
  unsigned high = low->value;
  if (used < folded.words.size())
    if (const auto second = words.sizes.find_at(folded, used); second && used + second->words == folded.words.size()) {
      high = second->value;
      used += second->words;
    }
  if (used < folded.words.size() && folded.words[used].clause == folded.words[0].clause) return {};
  return reading_of(text, {folded.words[0].source.begin, folded.words[used - 1].source.end},
                    {static_cast<double>(low->value), static_cast<double>(high), EffortUnit::size, {}});
}

EffortReading bare_number(std::string_view text, EffortUnit unit) {
  const std::size_t at = find_number(text, 0);
  const auto low = at == std::string_view::npos || (at > 0 && text[at - 1] == '-') ? std::nullopt : number_at(text, at);
  if (!low || !fold_phrase(text.substr(0, at)).empty()) return {};
  const auto high = range_end(text, low->end);
  const std::size_t end = high ? high->end : low->end;
  if (!fold_phrase(text.substr(end)).empty()) return {};
  return reading_of(text, range_of(at, end), {low->value, high ? high->value : low->value, unit, {}});
}

}  // namespace

EffortReading normalise_effort(std::string_view text, const EffortWords& words, std::optional<EffortUnit> bare) {
  text = text.substr(0, std::min(text.size(), kMaxText));
  std::size_t tried = 0;
  for (std::size_t at = find_number(text, 0); at != std::string_view::npos && tried < kMaxNumbers;
       at = find_number(text, at + 1), ++tried) {
    // The middle of a date or a time is no number: "2026-01-16", "17:46".
    if (at > 0 &&
        (text[at - 1] == ':' || text[at - 1] == '/' || (text[at - 1] == '-' && at > 1 && is_digit(text[at - 2]))))
      continue;
    if (auto reading = effort_at(text, at, words); reading.effort) return reading;
  }
  if (auto reading = in_words(text, words); reading.effort) return reading;
  if (auto reading = as_size(text, words); reading.effort) return reading;
  return bare ? bare_number(text, *bare) : EffortReading{};
}

}  // namespace milepost
