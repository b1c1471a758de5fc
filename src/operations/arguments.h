// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// Arguments: the words of a request by parameter name, before anybody has judged them. Every front end fills one
// (flags, JSON, a query string); each operation turns it into its own request struct, so that all front ends refuse
// alike.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace milepost {

class Arguments {
 public:
  void add(std::string_view name, std::string value) { values_[std::string(name)].push_back(std::move(value)); }
  void set_flag(std::string_view name) { values_[std::string(name)]; }

  [[nodiscard]] bool has(std::string_view name) const { return values_.contains(name); }
  // The last value given, "" when there is none.
  [[nodiscard]] std::string_view text(std::string_view name) const;
  // All values in the order given.
  [[nodiscard]] std::vector<std::string> all(std::string_view name) const;
  // All values, each split at commas, blanks trimmed, empty parts left out.
  [[nodiscard]] std::vector<std::string> list(std::string_view name) const;
  [[nodiscard]] std::vector<std::string> names() const;

 private:
  std::map<std::string, std::vector<std::string>, std::less<>> values_;
};

}  // namespace milepost
