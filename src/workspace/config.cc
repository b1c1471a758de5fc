// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// Reads configuration with toml++, which is built without exceptions here: its parser then returns what went wrong.
#include "workspace/config.h"

#include <toml++/toml.h>

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <optional>

#include "core/base/suggest.h"
#include "workspace/rule_settings.h"

namespace milepost {

namespace {

constexpr std::string_view kRules = "rules";

const ConfigKey* find_key(std::string_view name) {
  const auto found = std::ranges::find(Config::keys(), name, &ConfigKey::name);
  return found == Config::keys().end() ? nullptr : &*found;
}

std::string_view to_words(ConfigType type) {
  switch (type) {
    case ConfigType::boolean:
      return "true or false";
    case ConfigType::integer:
      return "a whole number";
    case ConfigType::text:
      return "a text in quotes";
    case ConfigType::text_list:
      return "a list of texts";
  }
  return "";
}

std::string quote(std::string_view text) { return '"' + std::string(text) + '"'; }

std::string to_toml(std::string_view text) {
  std::string quoted = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') {
      quoted.push_back('\\');
      quoted.push_back(c);
    } else if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) {
      constexpr std::string_view kDigits = "0123456789ABCDEF";
      quoted += "\\u00";
      quoted.push_back(kDigits[static_cast<unsigned char>(c) >> 4U]);
      quoted.push_back(kDigits[static_cast<unsigned char>(c) & 0xFU]);
    } else {
      quoted.push_back(c);
    }
  }
  return quoted + '"';
}

std::unexpected<Error> usage(std::string message, std::optional<Place> place, std::vector<std::string> hints = {}) {
  return std::unexpected(Error{ErrorKind::usage, std::move(message), std::move(place), {}, std::move(hints)});
}

Place to_place(std::string_view path, const toml::source_region& region) {
  return {std::string(path), region.begin.line, region.begin.column};
}

bool is_choice(std::string_view choices, std::string_view word) {
  while (!choices.empty()) {
    const std::size_t end = std::min(choices.find(' '), choices.size());
    if (choices.substr(0, end) == word) return true;
    choices.remove_prefix(std::min(end + 1, choices.size()));
  }
  return false;
}

// What is wrong with a value of the right type; "" when nothing is.
std::string find_fault(const ConfigKey& key, const ConfigValue& value) {
  if (const auto* number = std::get_if<std::int64_t>(&value)) {
    if (*number >= key.minimum && *number <= key.maximum) return {};
    return quote(key.name) + " must lie between " + std::to_string(key.minimum) + " and " +
           std::to_string(key.maximum) + ", not " + std::to_string(*number) + ".";
  }
  const auto* text = std::get_if<std::string>(&value);
  if (text == nullptr || key.choices.empty() || is_choice(key.choices, *text)) return {};
  std::string message = quote(key.name) + " must be one of";
  message.append(" ").append(key.choices).append(", not ").append(quote(*text)).append(".");
  return message;
}

std::optional<std::vector<std::string>> to_list(const toml::node& node) {
  const toml::array* array = node.as_array();
  if (array == nullptr) return std::nullopt;
  std::vector<std::string> list;
  for (const toml::node& element : *array) {
    const toml::value<std::string>* text = element.as_string();
    if (text == nullptr) return std::nullopt;
    list.push_back(text->get());
  }
  return list;
}

std::optional<ConfigValue> to_value(ConfigType type, const toml::node& node) {
  switch (type) {
    case ConfigType::boolean:
      if (const auto* value = node.as_boolean()) return value->get();
      return std::nullopt;
    case ConfigType::integer:
      if (const auto* value = node.as_integer()) return value->get();
      return std::nullopt;
    case ConfigType::text:
      if (const auto* value = node.as_string()) return value->get();
      return std::nullopt;
    case ConfigType::text_list:
      if (auto list = to_list(node)) return *std::move(list);
      return std::nullopt;
  }
  return std::nullopt;
}

std::vector<std::string> split_commas(std::string_view text) {
  std::vector<std::string> list;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(','), text.size());
    if (end > 0) list.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return list;
}

std::optional<bool> to_bool(std::string_view text) {
  if (text == "true" || text == "1" || text == "yes" || text == "on") return true;
  if (text == "false" || text == "0" || text == "no" || text == "off") return false;
  return std::nullopt;
}

// From a flag or a variable, where there are no quotes.
std::optional<ConfigValue> to_value(ConfigType type, std::string_view text) {
  switch (type) {
    case ConfigType::boolean:
      if (const auto value = to_bool(text)) return *value;
      return std::nullopt;
    case ConfigType::integer: {
      std::int64_t number = 0;
      const auto [end, code] = std::from_chars(text.data(), text.data() + text.size(), number);
      if (code != std::errc{} || end != text.data() + text.size()) return std::nullopt;
      return number;
    }
    case ConfigType::text:
      return std::string(text);
    case ConfigType::text_list:
      return split_commas(text);
  }
  return std::nullopt;
}

std::vector<std::string> find_near_keys(std::string_view name) {
  std::vector<std::string> names;
  for (const ConfigKey& key : Config::keys()) names.emplace_back(key.name);
  auto hints = nearest(name, names, 3);
  for (std::string& hint : hints) hint = "did you mean " + quote(hint) + "?";
  return hints;
}

// Takes the tables of one file apart into dotted keys.
class FileMerge {
 public:
  FileMerge(ConfigOrigin origin, std::string_view path, std::vector<ConfigEntry>& entries)
      : origin_(origin), path_(path), entries_(entries) {}

  Result<void> merge(const toml::table& table, const std::string& prefix) {
    for (const auto& [key, node] : table) {
      const std::string name = prefix + std::string(key.str());
      if (name == kRules) continue;  // a table with keys of its own, see rule_settings.h
      const Result<void> done = merge_node(name, to_place(path_, key.source()), node);
      if (!done) return done;
    }
    return {};
  }

 private:
  Result<void> merge_node(const std::string& name, const Place& place, const toml::node& node) {
    const ConfigKey* key = find_key(name);
    if (key == nullptr && node.is_table() && is_section(name)) return merge(*node.as_table(), name + '.');
    if (key == nullptr) {
      return usage("There is no configuration key " + quote(name) + ".", place, find_near_keys(name));
    }
    auto value = to_value(key->type, node);
    if (!value) {
      return usage(quote(name) + " must be " + std::string(to_words(key->type)) + ".", to_place(path_, node.source()));
    }
    if (std::string fault = find_fault(*key, *value); !fault.empty()) {
      return usage(std::move(fault), to_place(path_, node.source()));
    }
    const auto entry = std::ranges::find(entries_, name, &ConfigEntry::name);
    entry->value = *std::move(value);
    entry->origin = origin_;
    entry->place = std::string(path_) + ':' + std::to_string(place.line);
    return {};
  }

  static bool is_section(const std::string& name) {
    return std::ranges::any_of(Config::keys(), [&](const ConfigKey& key) { return key.name.starts_with(name + '.'); });
  }

  ConfigOrigin origin_;
  std::string_view path_;
  std::vector<ConfigEntry>& entries_;
};

}  // namespace

std::string to_string(const ConfigValue& value) {
  if (const auto* truth = std::get_if<bool>(&value)) return *truth ? "true" : "false";
  if (const auto* number = std::get_if<std::int64_t>(&value)) return std::to_string(*number);
  if (const auto* text = std::get_if<std::string>(&value)) return to_toml(*text);
  std::string list;
  for (const std::string& text : std::get<std::vector<std::string>>(value)) {
    list += (list.empty() ? "" : ", ") + to_toml(text);
  }
  return '[' + list + ']';
}

namespace {

// The words between the quotes of a default: ["a", "b"].
std::vector<std::string> default_list(std::string_view text) {
  std::vector<std::string> list;
  for (std::size_t begin = text.find('"'); begin != std::string_view::npos; begin = text.find('"', begin)) {
    const std::size_t end = text.find('"', begin + 1);
    list.emplace_back(text.substr(begin + 1, end - begin - 1));
    begin = end + 1;
  }
  return list;
}

}  // namespace

Config::Config() {
  entries_.reserve(keys().size());
  for (const ConfigKey& key : keys()) {
    std::string_view text = key.default_text;
    if (key.type == ConfigType::text) text = text.substr(1, text.size() - 2);
    ConfigValue value =
        key.type == ConfigType::text_list ? ConfigValue(default_list(text)) : to_value(key.type, text).value_or(false);
    entries_.push_back({std::string(key.name), std::move(value), ConfigOrigin::standard, {}});
  }
}

Result<void> Config::merge_file(ConfigOrigin origin, std::string_view path, std::string_view toml) {
  const toml::parse_result parsed = toml::parse(toml);
  if (parsed.failed()) {
    return usage("The configuration is not valid TOML: " + std::string(parsed.error().description()) + ".",
                 to_place(path, parsed.error().source()));
  }
  std::vector<ConfigEntry> merged = entries_;  // a broken file changes nothing
  std::vector<RuleSetting> settings = rule_settings_;
  const toml::node* rules = parsed.table().get(kRules);
  if (rules != nullptr) {
    if (Result<void> done = read_rule_settings(path, *rules, settings); !done) return done;
  }
  const Result<void> done = FileMerge(origin, path, merged).merge(parsed.table(), "");
  if (!done) return done;
  entries_ = std::move(merged);
  rule_settings_ = std::move(settings);
  return {};
}

Result<void> Config::merge_override(const ConfigOverride& override_) {
  const ConfigKey* key = find_key(override_.name);
  const std::string where = override_.place.empty() ? override_.name : override_.place;
  if (key == nullptr) {
    return usage(where + ": there is no configuration key " + quote(override_.name) + ".", std::nullopt,
                 find_near_keys(override_.name));
  }
  auto value = to_value(key->type, override_.value);
  if (!value) {
    return usage(where + " must be " + std::string(to_words(key->type)) + ", not " + quote(override_.value) + ".",
                 std::nullopt);
  }
  if (const std::string fault = find_fault(*key, *value); !fault.empty()) {
    return usage(where + ": " + fault, std::nullopt);
  }
  const auto entry = std::ranges::find(entries_, override_.name, &ConfigEntry::name);
  entry->value = *std::move(value);
  entry->origin = override_.origin;
  entry->place = override_.place;
  return {};
}

const ConfigEntry& Config::get_entry(std::string_view name) const {
  const auto found = std::ranges::find(entries_, name, &ConfigEntry::name);
  if (found == entries_.end()) std::abort();
  return *found;
}

bool Config::get_bool(std::string_view name) const { return std::get<bool>(get_entry(name).value); }

std::int64_t Config::get_integer(std::string_view name) const { return std::get<std::int64_t>(get_entry(name).value); }

const std::string& Config::get_text(std::string_view name) const {
  return std::get<std::string>(get_entry(name).value);
}

const std::vector<std::string>& Config::get_list(std::string_view name) const {
  return std::get<std::vector<std::string>>(get_entry(name).value);
}

}  // namespace milepost
