// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "workspace/rule_settings.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace milepost {
namespace {

constexpr std::string_view kScopes = "for";

class Reader {
 public:
  Reader(std::string_view path, std::vector<RuleSetting>& into) : path_(path), into_(into) {}

  Result<void> read(const toml::table& rules) {
    const auto first = static_cast<std::ptrdiff_t>(into_.size());
    for (const auto& [key, node] : rules) {
      if (key.str() == kScopes) continue;
      if (auto done = add(std::string(key.str()), key.source(), node, RuleSetting{}); !done) return done;
    }
    sort_by_line(first);
    const toml::node* scopes = rules.get(kScopes);
    if (scopes == nullptr) return {};
    const toml::array* tables = scopes->as_array();
    if (tables == nullptr) return refuse("Write [[rules.for]], once for each group of documents.", scopes->source());
    for (const toml::node& table : *tables) {
      if (auto done = read_scope(table); !done) return done;
    }
    return {};
  }

 private:
  // The order of the author, not of the alphabet: what stands later wins.
  void sort_by_line(std::ptrdiff_t first) {
    std::stable_sort(into_.begin() + first, into_.end(),
                     [](const RuleSetting& a, const RuleSetting& b) { return a.place.line < b.place.line; });
  }

  [[nodiscard]] Place place_of(const toml::source_region& region) const {
    return {std::string(path_), region.begin.line, region.begin.column};
  }

  [[nodiscard]] std::unexpected<Error> refuse(std::string message, const toml::source_region& region) const {
    return std::unexpected(Error{ErrorKind::usage, std::move(message), place_of(region), {}, {}});
  }

  static std::optional<std::vector<std::string>> to_texts(const toml::node& node) {
    const toml::array* array = node.as_array();
    if (array == nullptr) return std::nullopt;
    std::vector<std::string> texts;
    for (const toml::node& element : *array) {
      const auto* text = element.as_string();
      if (text == nullptr) return std::nullopt;
      texts.push_back(text->get());
    }
    return texts;
  }

  Result<void> read_scope(const toml::node& node) {
    const toml::table* table = node.as_table();
    if (table == nullptr) return refuse("Each [[rules.for]] is a table.", node.source());
    RuleSetting scope;
    const std::array<std::pair<std::string_view, std::vector<std::string>*>, 3> kPlaces{
        {{"paths", &scope.paths}, {"dialects", &scope.dialects}, {"sections", &scope.sections}}};
    for (const auto& [name, list] : kPlaces) {
      const toml::node* value = table->get(name);
      if (value == nullptr) continue;
      auto texts = to_texts(*value);
      if (!texts) return refuse("\"" + std::string(name) + "\" must be a list of texts.", value->source());
      *list = *std::move(texts);
    }
    if (scope.paths.empty() && scope.dialects.empty() && scope.sections.empty()) {
      return refuse("A [[rules.for]] needs paths, dialects or sections.", node.source());
    }
    const auto first = static_cast<std::ptrdiff_t>(into_.size());
    for (const auto& [key, value] : *table) {
      const bool is_place = std::ranges::any_of(kPlaces, [&](const auto& place) { return place.first == key.str(); });
      if (is_place) continue;
      if (auto done = add(std::string(key.str()), key.source(), value, scope); !done) return done;
    }
    sort_by_line(first);
    return {};
  }

  Result<void> add(std::string rule, const toml::source_region& at, const toml::node& node, RuleSetting setting) {
    setting.rule = std::move(rule);
    setting.place = place_of(at);
    if (const auto* level = node.as_string()) {
      setting.level = level->get();
      into_.push_back(std::move(setting));
      return {};
    }
    const toml::table* table = node.as_table();
    if (table == nullptr) {
      return refuse(
          "\"rules." + setting.rule + "\" must be a text such as \"off\", or { severity = ..., option = ... }.",
          node.source());
    }
    for (const auto& [key, value] : *table) {
      if (auto done = add_part(std::string(key.str()), value, setting); !done) return done;
    }
    into_.push_back(std::move(setting));
    return {};
  }

  Result<void> add_part(std::string name, const toml::node& value, RuleSetting& setting) const {
    const auto* text = value.as_string();
    if (name == "severity" && text != nullptr) {
      setting.level = text->get();
    } else if (const auto* number = value.as_integer()) {
      setting.options.emplace_back(std::move(name), ConfigValue(number->get()));
    } else if (auto texts = to_texts(value)) {
      setting.options.emplace_back(std::move(name), ConfigValue(*std::move(texts)));
    } else {
      return refuse("\"" + name + "\" must be a whole number or a list of texts.", value.source());
    }
    return {};
  }

  std::string_view path_;
  std::vector<RuleSetting>& into_;
};

}  // namespace

Result<void> read_rule_settings(std::string_view path, const toml::node& rules, std::vector<RuleSetting>& into) {
  const toml::table* table = rules.as_table();
  if (table == nullptr) {
    return std::unexpected(Error{ErrorKind::usage,
                                 "\"rules\" must be a table.",
                                 Place{std::string(path), rules.source().begin.line, 0},
                                 {},
                                 {}});
  }
  return Reader(path, into).read(*table);
}

}  // namespace milepost
