// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// Options of rules: what a repository may set for a rule beside its severity. A rule declares them with their defaults;
// the plan of a run fills in what the configuration says. Only numbers and lists of texts, so that they fit in one
// line.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace milepost {

enum class OptionType : std::uint8_t { integer, text_list };

struct RuleOption {
  std::string_view name;
  OptionType type = OptionType::integer;
  std::int64_t number = 0;      // default of an integer
  std::string_view words = {};  // default of a list, divided by commas
  std::string_view summary = {};
};

using OptionValue = std::variant<std::int64_t, std::vector<std::string>>;

[[nodiscard]] OptionValue default_of(const RuleOption& option);

// The options of one rule in one run. Borrows both.
class RuleOptions {
 public:
  RuleOptions(std::span<const RuleOption> declared, const std::vector<OptionValue>& values)
      : declared_(declared), values_(&values) {}

  // The option must be declared with this type; anything else is a bug.
  [[nodiscard]] std::int64_t integer(std::string_view name) const;
  [[nodiscard]] const std::vector<std::string>& list(std::string_view name) const;

 private:
  [[nodiscard]] const OptionValue& value_of(std::string_view name) const;

  std::span<const RuleOption> declared_;
  const std::vector<OptionValue>* values_;
};

}  // namespace milepost
