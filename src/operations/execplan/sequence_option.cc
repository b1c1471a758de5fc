// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "operations/execplan/sequence_option.h"

#include <charconv>
#include <string>

#include "operations/arguments.h"

namespace milepost::execplan {

Result<std::optional<int>> parse_sequence_option(const Arguments& arguments) {
  if (!arguments.has("ms")) return std::nullopt;
  const std::string_view text = arguments.text("ms");
  int number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size())
    return refuse("Invalid value for '--ms': '" + std::string(text) + "' is not a valid integer range.");
  if (number < 1 || number > 999)
    return refuse("Invalid value for '--ms': " + std::to_string(number) + " is not in the range 1<=x<=999.");
  return number;
}

}  // namespace milepost::execplan
