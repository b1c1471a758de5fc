// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "core/rules/rule_options.h"

#include <algorithm>
#include <cstdlib>

namespace milepost {

OptionValue default_of(const RuleOption& option) {
  if (option.type == OptionType::integer) return option.number;
  std::vector<std::string> words;
  for (std::string_view rest = option.words; !rest.empty();) {
    const std::size_t end = std::min(rest.find(','), rest.size());
    words.emplace_back(rest.substr(0, end));
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return words;
}

const OptionValue& RuleOptions::value_of(std::string_view name) const {
  const auto found = std::ranges::find(declared_, name, &RuleOption::name);
  if (found == declared_.end()) std::abort();
  return (*values_)[static_cast<std::size_t>(found - declared_.begin())];
}

std::int64_t RuleOptions::integer(std::string_view name) const { return std::get<std::int64_t>(value_of(name)); }

const std::vector<std::string>& RuleOptions::list(std::string_view name) const {
  return std::get<std::vector<std::string>>(value_of(name));
}

}  // namespace milepost
