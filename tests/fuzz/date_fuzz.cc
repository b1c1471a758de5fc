// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// Dates out of any bytes: no crash, every range inside the text, and a date that was found is found again alone.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "core/document/normalise/date.h"

namespace {

const milepost::MonthWords& months() {
  static const milepost::MonthWords kWords = [] {
    milepost::MonthWords filled;
    unsigned month = 0;
    for (const char* name : {"jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"})
      filled.add(name, ++month);
    filled.add("märz", 3);
    return filled;
  }();
  return kWords;
}

void require(bool holds) {
  if (!holds) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const milepost::DateReading value = milepost::normalise_date(text, months());
  require(value.within.begin <= value.within.end && value.within.end <= size);
  require(!value.date || !value.within.empty());
  const auto first = milepost::find_first_date(text, months());
  if (!first) return 0;
  require(first->within.begin < first->within.end && first->within.end <= size);
  const auto again = milepost::find_first_date(milepost::slice(text, first->within), months());
  require(again && again->date == first->date && again->impossible == first->impossible);
  return 0;
}
