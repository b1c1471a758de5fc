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
  milepost::ByteOffset before = 0;
  for (const milepost::DateReading& one : milepost::find_dates(text, months())) {
    require(one.within.begin >= before && one.within.begin < one.within.end && one.within.end <= size);
    before = one.within.end;
    const auto again = milepost::find_first_date(milepost::slice(text, one.within), months());
    require(again && again->date == one.date && again->impossible == one.impossible);
  }
  return 0;
}
