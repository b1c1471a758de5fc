// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "core/text/utf8.h"

namespace milepost {
namespace {

constexpr std::uint32_t kReplacement = 0xFFFD;

struct SecondByte {
  unsigned char low;
  unsigned char high;
};

// Unicode table 3-7: what may follow a lead byte decides whether the form is overlong, a surrogate or out of range.
constexpr SecondByte second_byte_of(unsigned char lead) {
  switch (lead) {
    case 0xE0:
      return {0xA0, 0xBF};
    case 0xED:
      return {0x80, 0x9F};
    case 0xF0:
      return {0x90, 0xBF};
    case 0xF4:
      return {0x80, 0x8F};
    default:
      return {0x80, 0xBF};
  }
}

constexpr std::uint32_t length_of_lead(unsigned char lead) {
  if (lead < 0x80) return 1;
  if (lead < 0xC2 || lead > 0xF4) return 0;
  return lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
}

}  // namespace

std::uint32_t utf8_sequence_length(std::string_view bytes, std::size_t at) {
  const auto byte = [&](std::size_t offset) { return static_cast<unsigned char>(bytes[offset]); };
  const std::uint32_t length = length_of_lead(byte(at));
  if (length <= 1) return length;
  if (at + length > bytes.size()) return 0;
  const SecondByte second = second_byte_of(byte(at));
  if (byte(at + 1) < second.low || byte(at + 1) > second.high) return 0;
  for (std::uint32_t i = 2; i < length; ++i)
    if ((byte(at + i) & 0xC0U) != 0x80U) return 0;
  return length;
}

void append_utf8(std::uint32_t code_point, std::string& into) {
  const bool exists = code_point != 0 && code_point <= 0x10FFFF && (code_point < 0xD800 || code_point > 0xDFFF);
  const std::uint32_t c = exists ? code_point : kReplacement;
  const auto tail = [&](std::uint32_t shift) { into.push_back(static_cast<char>(0x80U | ((c >> shift) & 0x3FU))); };
  if (c < 0x80) {
    into.push_back(static_cast<char>(c));
  } else if (c < 0x800) {
    into.push_back(static_cast<char>(0xC0U | (c >> 6U)));
    tail(0);
  } else if (c < 0x10000) {
    into.push_back(static_cast<char>(0xE0U | (c >> 12U)));
    tail(6);
    tail(0);
  } else {
    into.push_back(static_cast<char>(0xF0U | (c >> 18U)));
    tail(12);
    tail(6);
    tail(0);
  }
}

}  // namespace milepost
