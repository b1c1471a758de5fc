// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// What configuration files say, as values: those of keys, and statements about rules. They stand apart from Config so
// that the readers of single tables need not know it.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "core/base/error.h"

namespace milepost {

using ConfigValue = std::variant<bool, std::int64_t, std::string, std::vector<std::string>>;

// A statement about rules: one key of the table [rules], or of a [[rules.for]], which holds for some documents only.
// The workspace knows no rules, so names and levels are judged by those who do.
struct RuleSetting {
  std::string rule;   // an id, a name, a group
  std::string level;  // "off", "warning" ...; "" when only options are set
  std::vector<std::pair<std::string, ConfigValue>> options;
  std::vector<std::string> paths, dialects, sections;  // where it holds; empty: everywhere
  Place place;
};

}  // namespace milepost
