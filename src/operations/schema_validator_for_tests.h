// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// A validator for the part of JSON Schema that our schemas use: type, enum, const, required, properties, items, anyOf,
// minimum, additionalProperties and $ref inside the same schema. A word that it does not know is a violation too, so
// that a schema can not claim what is not checked. Only tests include this.
#pragma once

#include <algorithm>
#include <boost/json.hpp>
#include <set>
#include <string>
#include <vector>

namespace milepost::testing_support {

class SchemaValidator {
 public:
  explicit SchemaValidator(const boost::json::value& schema) : root_(&schema) {}

  // "path: what is wrong" for each violation.
  std::vector<std::string> check(const boost::json::value& value) {
    check_value(*root_, value, "$");
    return std::move(violations_);
  }

 private:
  using Value = boost::json::value;

  void report(const std::string& path, const std::string& what) { violations_.push_back(path + ": " + what); }

  const Value& resolve(const Value& schema) const {
    const Value* at = &schema;
    while (at->is_object() && at->as_object().contains("$ref")) {
      const std::string pointer(at->at("$ref").as_string());
      boost::system::error_code trouble;
      at = root_->find_pointer(pointer.substr(1), trouble);
    }
    return *at;
  }

  static bool has_type(const Value& value, std::string_view type) {
    if (type == "null") return value.is_null();
    if (type == "string") return value.is_string();
    if (type == "object") return value.is_object();
    if (type == "array") return value.is_array();
    if (type == "boolean") return value.is_bool();
    if (type == "integer") return value.is_int64() || value.is_uint64();
    return value.is_number();
  }

  static bool fits_type(const Value& value, const Value& types) {
    if (types.is_string()) return has_type(value, types.as_string());
    const auto& list = types.as_array();
    return std::any_of(list.begin(), list.end(), [&](const Value& t) { return has_type(value, t.as_string()); });
  }

  void check_value(const Value& unresolved, const Value& value, const std::string& path) {
    const auto& schema = resolve(unresolved).as_object();
    static const std::set<std::string_view> kKnown{"$schema", "$defs",   "title",    "description",         "type",
                                                   "enum",    "const",   "required", "properties",          "items",
                                                   "anyOf",   "minimum", "pattern",  "additionalProperties"};
    for (const auto& [word, rest] : schema) {
      if (!kKnown.contains(std::string_view(word))) report(path, "unknown schema word " + std::string(word));
    }
    check_scalar(schema, value, path);
    if (const Value* options = schema.if_contains("anyOf")) check_any(options->as_array(), value, path);
    if (value.is_object()) check_object(schema, value.as_object(), path);
    if (const Value* items = schema.if_contains("items"); items != nullptr && value.is_array()) {
      std::size_t index = 0;
      for (const Value& entry : value.as_array())
        check_value(*items, entry, path + "[" + std::to_string(index++) + "]");
    }
  }

  void check_scalar(const boost::json::object& schema, const Value& value, const std::string& path) {
    const Value* types = schema.if_contains("type");
    if (types != nullptr && !fits_type(value, *types)) report(path, "has the wrong type: " + serialize(value));
    const Value* constant = schema.if_contains("const");
    if (constant != nullptr && *constant != value) report(path, "is not " + serialize(*constant));
    const Value* choices = schema.if_contains("enum");
    if (choices != nullptr) {
      const auto& list = choices->as_array();
      if (std::find(list.begin(), list.end(), value) == list.end()) report(path, "is none of " + serialize(*choices));
    }
    const Value* least = schema.if_contains("minimum");
    if (least != nullptr && value.is_number() && value.to_number<double>() < least->to_number<double>()) {
      report(path, "is too small");
    }
  }

  void check_any(const boost::json::array& options, const Value& value, const std::string& path) {
    const auto fits = [&](const Value& option) {
      SchemaValidator inner(*root_);
      inner.check_value(option, value, path);
      return inner.violations_.empty();
    };
    if (std::none_of(options.begin(), options.end(), fits)) report(path, "fits none of the options");
  }

  void check_object(const boost::json::object& schema, const boost::json::object& value, const std::string& path) {
    if (const Value* required = schema.if_contains("required")) {
      for (const Value& name : required->as_array()) {
        if (!value.contains(name.as_string())) report(path, "has no " + std::string(name.as_string()));
      }
    }
    const Value* properties = schema.if_contains("properties");
    const Value* others = schema.if_contains("additionalProperties");
    for (const auto& [name, entry] : value) {
      const Value* own = properties == nullptr ? nullptr : properties->as_object().if_contains(name);
      const std::string below = path + "." + std::string(name);
      if (own != nullptr) {
        check_value(*own, entry, below);
      } else if (others != nullptr) {
        check_value(*others, entry, below);
      } else if (properties != nullptr) {
        report(below, "is not described");
      }
    }
  }

  const Value* root_;
  std::vector<std::string> violations_;
};

}  // namespace milepost::testing_support
