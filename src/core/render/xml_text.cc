// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "core/render/xml_text.h"

#include "core/base/utf8.h"

namespace milepost {
namespace {

std::string_view reference_of(char32_t value) {
  switch (value) {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '"':
      return "&quot;";
    case '\'':
      return "&apos;";
    case '\n':
      return "&#10;";
    case '\r':
      return "&#13;";
    case '\t':
      return "&#9;";
    default:
      return {};
  }
}

bool is_xml_character(char32_t value) { return value >= 0x20 && value != 0xFFFE && value != 0xFFFF; }

}  // namespace

std::string to_xml_text(std::string_view text) {
  std::string xml;
  xml.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = code_point_at(text, at);
    const std::string_view reference = reference_of(point.value);
    if (!reference.empty()) {
      xml += reference;
    } else if (point.is_valid && is_xml_character(point.value)) {
      xml += text.substr(at, point.length);
    } else {
      append_utf8(xml, kReplacementCharacter);
    }
    at += point.length;
  }
  return xml;
}

}  // namespace milepost
