// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// StrictToml: the questions that readers of our TOML files ask, each with its place in the file. The first trouble is
// kept and all later ones are dropped, so that a reader runs straight through and is asked once at its end. Only the
// files that read TOML include this header, because it brings the library along.
#pragma once

#include <toml++/toml.h>

#include <algorithm>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/result.h"
#include "core/base/suggest.h"
#include "core/document/item.h"

namespace milepost {

class StrictToml {
 public:
  explicit StrictToml(std::string_view path) : path_(path) {}

  // What was wrong, if anything; to be asked once.
  [[nodiscard]] std::optional<Error> take_error() { return std::exchange(error_, std::nullopt); }

  void trouble(const toml::node& at, std::string message, std::string hint) {
    if (error_) return;
    const auto& begin = at.source().begin;
    error_ = Error{ErrorKind::usage, std::move(message), Place{path_, begin.line, begin.column}, {}, {std::move(hint)}};
  }

  // Every key of the table must be one of these.
  void only(const toml::table& table, std::span<const std::string_view> known) {
    for (const auto& [key, node] : table)
      if (std::ranges::find(known, key.str()) == known.end()) unknown_key(key, known);
  }

  template <typename T>
  std::optional<T> value(const toml::table& table, std::string_view key, const char* what) {
    const toml::node* node = table.get(key);
    if (node == nullptr) return std::nullopt;
    if (const auto* typed = node->as<T>()) return typed->get();
    trouble(*node, "'" + std::string(key) + "' must be " + what, "change the value");
    return std::nullopt;
  }

  const std::string* text(const toml::table& table, std::string_view key) {
    const toml::node* node = table.get(key);
    if (node == nullptr) return nullptr;
    if (const auto* typed = node->as_string()) return &typed->get();
    trouble(*node, "'" + std::string(key) + "' must be a text", "write it in quotes");
    return nullptr;
  }

  std::vector<std::string> words(const toml::table& table, std::string_view key) {
    std::vector<std::string> result;
    const toml::node* node = table.get(key);
    if (node == nullptr) return result;
    const toml::array* array = node->as_array();
    if (array == nullptr) {
      trouble(*node, "'" + std::string(key) + "' must be a list of texts", "write [\"...\"]");
      return result;
    }
    for (const toml::node& entry : *array) {
      if (const auto* typed = entry.as_string())
        result.push_back(typed->get());
      else
        trouble(entry, "'" + std::string(key) + "' must hold texts only", "write each entry in quotes");
    }
    return result;
  }

  const toml::table* inner_table(const toml::table& outer, std::string_view key) {
    const toml::node* node = outer.get(key);
    if (node == nullptr) return nullptr;
    if (const auto* inner = node->as_table()) return inner;
    trouble(*node, "'" + std::string(key) + "' must be a table", "write { key = \"value\" }");
    return nullptr;
  }

  std::optional<ItemKind> kind(const toml::table& table, std::string_view key) {
    const std::string* word = text(table, key);
    return word == nullptr ? std::nullopt : kind_of(*word, *table.get(key));
  }

  std::optional<ItemKind> kind_of(std::string_view word, const toml::node& at) {
    const auto kind = parse_item_kind(word);
    if (!kind)
      trouble(at, "unknown kind '" + std::string(word) + "'",
              "use one of: milestone, sprint, phase, plan, overview, task, epic");
    return kind;
  }

  template <typename Visit>
  void each_table(const toml::table& root, std::string_view key, const Visit& visit) {
    const toml::node* node = root.get(key);
    if (node == nullptr) return;
    const toml::array* array = node->as_array();
    const std::string hint = "write [[" + std::string(key) + "]]";
    if (array == nullptr) return trouble(*node, "'" + std::string(key) + "' must be a list of tables", hint);
    for (const toml::node& entry : *array) {
      if (const toml::table* inner = entry.as_table())
        visit(*inner);
      else
        trouble(entry, "an entry of '" + std::string(key) + "' must be a table", hint);
    }
  }

  template <typename Visit>
  void each_named(const toml::table& root, std::string_view key, const Visit& visit) {
    const toml::node* node = root.get(key);
    if (node == nullptr) return;
    const toml::table* outer = node->as_table();
    const std::string hint = "write [" + std::string(key) + ".name]";
    if (outer == nullptr) return trouble(*node, "'" + std::string(key) + "' must be a table", hint);
    for (const auto& [name, entry] : *outer) {
      if (const toml::table* inner = entry.as_table())
        visit(name.str(), *inner);
      else
        trouble(entry, "'" + std::string(key) + "." + std::string(name.str()) + "' must be a table", hint);
    }
  }

 private:
  void unknown_key(const toml::key& key, std::span<const std::string_view> known) {
    if (error_) return;
    const std::vector<std::string> candidates(known.begin(), known.end());
    const std::vector<std::string> near = nearest(key.str(), candidates, 1);
    const auto& begin = key.source().begin;
    error_ = Error{ErrorKind::usage,
                   "unknown key '" + std::string(key.str()) + "'",
                   Place{path_, begin.line, begin.column},
                   {},
                   {}};
    error_->hints.push_back(near.empty() ? "see docs/formats/dialect.md for the keys of a dialect"
                                         : "did you mean '" + near[0] + "'?");
  }

  std::string path_;
  std::optional<Error> error_;
};

}  // namespace milepost
