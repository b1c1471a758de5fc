// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "core/lifecycle/name_pattern.h"

#include <algorithm>

#include "core/lifecycle/slug.h"

namespace milepost {
namespace {

std::string padded(std::uint32_t number, std::size_t width) {
  std::string text = std::to_string(number);
  return text.size() < width ? std::string(width - text.size(), '0') + text : text;
}

// A value becomes a part of one name: what would make it two is replaced.
std::string as_part(std::string value) {
  for (char& c : value)
    if (c == '/' || c == '\\') c = '_';
  return value;
}

std::size_t width_of(std::string_view name) {
  const std::size_t colon = name.find(':');
  if (colon == std::string_view::npos || colon + 2 != name.size()) return 1;
  const char digit = name[colon + 1];
  return digit >= '1' && digit <= '9' ? static_cast<std::size_t>(digit - '0') : 1;
}

std::optional<std::string> date_part(std::string_view name, const std::optional<Date>& date) {
  if (!date) return std::nullopt;
  const std::string iso = to_string(*date);
  if (name == "year") return iso.substr(0, 4);
  if (name == "month") return iso.substr(5, 2);
  if (name == "day") return iso.substr(8, 2);
  if (name == "date") return iso.substr(0, 4) + iso.substr(5, 2) + iso.substr(8, 2);
  return std::nullopt;
}

std::optional<std::string> value_of(std::string_view name, const NameValues& values) {
  if (name == "plan") return as_part(values.plan);
  if (name == "plan_slug") return as_part(values.plan_slug);
  if (name == "id") return as_part(values.id);
  if (name == "slug") return values.slug;
  if (name == "Slug") return to_title_case(values.slug);
  if (name == "SLUG") return to_upper_case(values.slug);
  if (name == "slug_") return to_underscores(values.slug);
  if (name == "folder") return as_part(values.folder);
  if (name == "number" || name.starts_with("number:"))
    return values.number ? padded(*values.number, width_of(name)) + values.drawn : "{" + std::string(name) + "}";
  return date_part(name, values.date);
}

}  // namespace

Result<std::string> fill_pattern(std::string_view pattern, const NameValues& values) {
  std::string text;
  std::size_t at = 0;
  for (std::size_t open = pattern.find('{'); open != std::string_view::npos; open = pattern.find('{', at)) {
    const std::size_t close = pattern.find('}', open);
    if (close == std::string_view::npos) break;
    text += pattern.substr(at, open - at);
    const std::string_view name = pattern.substr(open + 1, close - open - 1);
    const auto value = value_of(name, values);
    if (!value)
      return std::unexpected(Error{ErrorKind::usage,
                                   "the pattern '" + std::string(pattern) + "' of the dialect asks for {" +
                                       std::string(name) + "}, which is not known here",
                                   std::nullopt,
                                   {},
                                   {"docs/formats/dialect.md lists the variables of patterns"}});
    text += *value;
    at = close + 1;
  }
  text += pattern.substr(at);
  return text;
}

}  // namespace milepost
