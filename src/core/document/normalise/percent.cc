// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "core/document/normalise/percent.h"

#include <algorithm>

#include "core/base/ascii.h"
#include "core/document/normalise/fold.h"
#include "core/document/normalise/number.h"

namespace milepost {
namespace {

constexpr std::size_t kMaxText = 4096;

std::size_t skip_blanks(std::string_view text, std::size_t at) {
  while (at < text.size() && (text[at] == ' ' || text[at] == '\t')) ++at;
  return at;
}

bool starts(std::string_view text, std::size_t at, std::string_view sign) {
  return text.substr(std::min(at, text.size())).starts_with(sign);
}

// Behind "%" or its full-width form, blanks before it allowed; 0 when there is none.
std::size_t sign_end(std::string_view text, std::size_t at) {
  at = skip_blanks(text, at);
  if (starts(text, at, "%")) return at + 1;
  return starts(text, at, "\xEF\xBC\x85") ? at + 3 : 0;
}

PercentReading reading_of(std::string_view text, std::size_t begin, std::size_t end, double value) {
  PercentReading reading;
  if (value < 0 || value > 100) return reading;
  reading.value = value;
  reading.within = {static_cast<ByteOffset>(begin), static_cast<ByteOffset>(end)};
  const std::string_view after = trimmed(text.substr(end));
  reading.note =
      std::string(after.starts_with('(') && after.ends_with(')') ? after.substr(1, after.size() - 2) : after);
  return reading;
}

// "67%" at `at`, and the last one of "33% → 67%".
PercentReading signed_percent(std::string_view text, std::size_t at) {
  const auto number = number_at(text, at);
  const std::size_t end = number ? sign_end(text, number->end) : 0;
  if (end == 0) return {};
  std::size_t arrow = skip_blanks(text, end);
  for (const std::string_view sign : {"->", "\xE2\x86\x92"}) {
    if (!starts(text, arrow, sign)) continue;
    arrow = skip_blanks(text, arrow + sign.size());
    const PercentReading later =
        arrow < text.size() && is_digit(text[arrow]) ? signed_percent(text, arrow) : PercentReading{};
    if (later.value) return later;
    break;
  }
  return reading_of(text, at, end, number->value);
}

// "3/5", "6 of 42"; not "1/2/2026".
PercentReading fraction(std::string_view text, std::size_t at) {
  const auto done = number_at(text, at);
  if (!done) return {};
  std::size_t here = skip_blanks(text, done->end);
  if (starts(text, here, "/"))
    ++here;
  else if (starts(text, here, "of "))
    here += 3;
  else
    return {};
  here = skip_blanks(text, here);
  const auto total = number_at(text, here);
  if (!total || total->value <= 0 || done->value > total->value || starts(text, total->end, "/") ||
      starts(text, total->end, ":"))
    return {};
  return reading_of(text, at, total->end, 100 * done->value / total->value);
}

}  // namespace

PercentReading normalise_percent(std::string_view text, BareNumber bare) {
  text = text.substr(0, std::min(text.size(), kMaxText));
  std::size_t signs = 0;
  for (std::size_t at = find_number(text, 0); at != std::string_view::npos && signs < 64;
       at = find_number(text, at + 1), ++signs) {
    if (at > 0 && text[at - 1] == '-') continue;
    if (auto reading = signed_percent(text, at); reading.value) return reading;
  }
  for (std::size_t at = find_number(text, 0); at != std::string_view::npos && signs < 128;
       at = find_number(text, at + 1), ++signs) {
    if (at > 0 && (text[at - 1] == '-' || text[at - 1] == '/')) continue;
    if (auto reading = fraction(text, at); reading.value) return reading;
  }
  if (bare == BareNumber::is_nothing) return {};
  const std::size_t at = find_number(text, 0);
  const auto number = at == std::string_view::npos ? std::nullopt : number_at(text, at);
  const bool alone = number && fold_phrase(text.substr(0, at)).empty() &&
                     fold_phrase(text.substr(number->end)).empty() && (at == 0 || text[at - 1] != '-');
  return alone ? reading_of(text, at, number->end, number->value) : PercentReading{};
}

}  // namespace milepost
