// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// Config: what milepost.toml (project), the user's config.toml, the environment and flags say, and where each value
// came from. One table of keys (config.cc) gives types, defaults, documentation and the reference page; an unknown key
// or a wrong type is an error with its line. Precedence: flag > environment > project > user > default.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "workspace/config_value.h"

namespace milepost {

enum class ConfigType : std::uint8_t { boolean, integer, text, text_list };
enum class ConfigOrigin : std::uint8_t { standard, user, project, environment, flag };

struct ConfigKey {
  std::string_view name;  // "scan.max_file_size"
  ConfigType type;
  std::string_view default_text;  // as it would stand in the file
  std::string_view summary;       // one sentence
  std::string_view choices = {};  // text only: the allowed values, separated by blanks; empty: any
  std::int64_t minimum = 0;       // integer only
  std::int64_t maximum = INT64_MAX;
};

// As it would stand in a file.
[[nodiscard]] std::string to_string(const ConfigValue& value);

struct ConfigEntry {
  std::string name;
  ConfigValue value;
  ConfigOrigin origin = ConfigOrigin::standard;
  std::string place;  // "milepost.toml:3", "MILEPOST_COLOR", "--color"; "" for a default
};

struct ConfigOverride {
  std::string name;
  std::string value;  // as text; parsed by the key's type
  ConfigOrigin origin = ConfigOrigin::environment;
  std::string place;
};

class Config {
 public:
  Config();  // all defaults

  [[nodiscard]] static std::span<const ConfigKey> keys();
  // `path` is for messages. Errors: usage with the place; unknown keys name the nearest known one.
  [[nodiscard]] Result<void> merge_file(ConfigOrigin origin, std::string_view path, std::string_view toml);
  [[nodiscard]] Result<void> merge_override(const ConfigOverride& override_);

  [[nodiscard]] const std::vector<ConfigEntry>& entries() const { return entries_; }  // in the order of keys()
  // In the order of their files and lines.
  [[nodiscard]] const std::vector<RuleSetting>& rule_settings() const { return rule_settings_; }
  // The key must exist and have this type; anything else is a bug.
  [[nodiscard]] bool get_bool(std::string_view name) const;
  [[nodiscard]] std::int64_t get_integer(std::string_view name) const;
  [[nodiscard]] const std::string& get_text(std::string_view name) const;
  [[nodiscard]] const std::vector<std::string>& get_list(std::string_view name) const;

 private:
  [[nodiscard]] const ConfigEntry& get_entry(std::string_view name) const;

  std::vector<ConfigEntry> entries_;
  std::vector<RuleSetting> rule_settings_;
};

}  // namespace milepost
