// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// JsonWriter: writes JSON straight into a string, in the order of the calls, without a tree in between. It exists
// because `list --json` over ten thousand documents must not cost more than reading them. The result is always valid:
// control characters, U+2028 and U+2029 are escaped, invalid UTF-8 becomes U+FFFD, numbers that JSON has no word for
// become null. The caller keeps begin and end in pairs.
#pragma once

#include <concepts>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace milepost {

class JsonWriter {
 public:
  explicit JsonWriter(std::string& out) : out_(&out) {}  // borrows `out`

  JsonWriter& begin_object() { return open('{'); }
  JsonWriter& end_object() { return close('}'); }
  JsonWriter& begin_array() { return open('['); }
  JsonWriter& end_array() { return close(']'); }

  // `name` is one of ours: plain ASCII that needs no escape.
  JsonWriter& key(std::string_view name);

  JsonWriter& string(std::string_view text);
  JsonWriter& integer(std::int64_t number);
  JsonWriter& number(double number);  // shortest form that reads back to the same value
  JsonWriter& boolean(bool truth) { return raw(truth ? "true" : "false"); }
  JsonWriter& null() { return raw("null"); }
  // A value that is JSON already.
  JsonWriter& raw(std::string_view json);

  // key and value in one; an absent optional is null.
  JsonWriter& field(std::string_view name, std::string_view text) { return key(name).string(text); }
  JsonWriter& field(std::string_view name, const char* text) { return key(name).string(text); }
  JsonWriter& field(std::string_view name, std::same_as<bool> auto truth) { return key(name).boolean(truth); }
  template <std::integral T>
    requires(!std::same_as<T, bool>)
  JsonWriter& field(std::string_view name, T count) {
    return key(name).integer(static_cast<std::int64_t>(count));
  }
  JsonWriter& field(std::string_view name, double value) { return key(name).number(value); }
  template <typename T>
  JsonWriter& field(std::string_view name, const std::optional<T>& value) {
    return value ? field(name, *value) : key(name).null();
  }

 private:
  JsonWriter& open(char bracket);
  JsonWriter& close(char bracket);
  void separate();

  std::string* out_;
  bool needs_comma_ = false;
};

// The same JSON with two blanks of indentation per level, for people and for generated pages. `json` must be valid.
[[nodiscard]] std::string to_indented_json(std::string_view json);

}  // namespace milepost
