// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "core/render/json_writer.h"

#include <array>
#include <charconv>
#include <cmath>
#include <cstddef>
#include <cstring>

#include "core/base/utf8.h"

namespace milepost {
namespace {

// Bytes that can be copied as they are: printable ASCII without quote and backslash.
constexpr std::array<bool, 256> kPlain = [] {
  std::array<bool, 256> plain{};
  for (std::size_t c = 0x20; c < 0x7F; ++c) plain[c] = c != '"' && c != '\\';
  return plain;
}();

constexpr std::string_view kHex = "0123456789abcdef";

void append_unicode_escape(std::string& out, char32_t value) {
  out += "\\u";
  for (int shift = 12; shift >= 0; shift -= 4) out.push_back(kHex[(value >> static_cast<unsigned>(shift)) & 0xFU]);
}

void append_escaped_ascii(std::string& out, char c) {
  switch (c) {
    case '"':
      out += "\\\"";
      return;
    case '\\':
      out += "\\\\";
      return;
    case '\n':
      out += "\\n";
      return;
    case '\r':
      out += "\\r";
      return;
    case '\t':
      out += "\\t";
      return;
    case '\b':
      out += "\\b";
      return;
    case '\f':
      out += "\\f";
      return;
    default:
      append_unicode_escape(out, static_cast<unsigned char>(c));
      return;
  }
}

bool needs_escape(char32_t value) { return value == 0x2028 || value == 0x2029 || (value >= 0x80 && value < 0xA0); }

// Appends the character at `at`, which is not plain; returns its size.
std::size_t append_special(std::string& out, std::string_view text, std::size_t at) {
  if (static_cast<unsigned char>(text[at]) < 0x80U) {
    append_escaped_ascii(out, text[at]);
    return 1;
  }
  const CodePoint point = code_point_at(text, at);
  if (!point.is_valid) {
    append_utf8(out, kReplacementCharacter);
  } else if (needs_escape(point.value)) {
    append_unicode_escape(out, point.value);
  } else {
    out.append(text, at, point.length);
  }
  return point.length;
}

}  // namespace

void JsonWriter::separate() {
  if (needs_comma_) out_->push_back(',');
}

JsonWriter& JsonWriter::open(char bracket) {
  separate();
  out_->push_back(bracket);
  needs_comma_ = false;
  return *this;
}

JsonWriter& JsonWriter::close(char bracket) {
  out_->push_back(bracket);
  needs_comma_ = true;
  return *this;
}

// A key in one step: a list of ten thousand items has a quarter of a million.
JsonWriter& JsonWriter::key(std::string_view name) {
  const std::size_t begin = out_->size();
  const std::size_t comma = needs_comma_ ? 1 : 0;
  out_->resize(begin + comma + name.size() + 3, ',');
  char* at = out_->data() + begin + comma;
  *at++ = '"';
  std::memcpy(at, name.data(), name.size());
  at += name.size();
  *at++ = '"';
  *at = ':';
  needs_comma_ = false;
  return *this;
}

JsonWriter& JsonWriter::string(std::string_view text) {
  separate();
  std::string& out = *out_;
  out.push_back('"');
  std::size_t at = 0;
  while (at < text.size()) {
    std::size_t end = at;
    while (end < text.size() && kPlain[static_cast<unsigned char>(text[end])]) ++end;
    out.append(text, at, end - at);
    at = end;
    if (at < text.size()) at += append_special(out, text, at);
  }
  out.push_back('"');
  needs_comma_ = true;
  return *this;
}

JsonWriter& JsonWriter::integer(std::int64_t number) {
  std::array<char, 24> buffer{};
  const auto result = std::to_chars(buffer.data(), buffer.data() + buffer.size(), number);
  return raw({buffer.data(), static_cast<std::size_t>(result.ptr - buffer.data())});
}

JsonWriter& JsonWriter::number(double number) {
  if (!std::isfinite(number)) return null();
  std::array<char, 32> buffer{};
  const auto result = std::to_chars(buffer.data(), buffer.data() + buffer.size(), number);
  return raw({buffer.data(), static_cast<std::size_t>(result.ptr - buffer.data())});
}

JsonWriter& JsonWriter::raw(std::string_view json) {
  separate();
  out_->append(json);
  needs_comma_ = true;
  return *this;
}

namespace {

// Copies the string literal that begins at `at`; returns the offset behind it.
std::size_t copy_string(std::string_view json, std::size_t at, std::string& out) {
  std::size_t end = at + 1;
  while (end < json.size() && json[end] != '"') end += json[end] == '\\' ? 2 : 1;
  out.append(json, at, end + 1 - at);
  return end + 1;
}

void break_line(std::string& out, std::size_t depth) {
  out.push_back('\n');
  out.append(2 * depth, ' ');
}

bool is_blank(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; }

}  // namespace

std::string to_indented_json(std::string_view json) {
  std::string out;
  std::size_t depth = 0;
  for (std::size_t at = 0; at < json.size();) {
    const char c = json[at];
    const bool closes = c == '}' || c == ']';
    const bool after_open = !out.empty() && (out.back() == '{' || out.back() == '[');
    if (is_blank(c)) {
      ++at;
      continue;
    }
    if (closes) --depth;
    if (closes != after_open) break_line(out, depth);
    if (c == '"') {
      at = copy_string(json, at, out);
      continue;
    }
    ++at;
    out.push_back(c);
    if (c == '{' || c == '[') ++depth;
    if (c == ',') break_line(out, depth);
    if (c == ':') out.push_back(' ');
  }
  out.push_back('\n');
  return out;
}

}  // namespace milepost
