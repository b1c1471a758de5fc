// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "core/render/code_point.h"

#include <cstdint>

namespace milepost {
namespace {

constexpr CodePoint kInvalid{};

std::uint32_t byte_at(std::string_view text, std::size_t at) { return static_cast<unsigned char>(text[at]); }

bool is_continuation(std::uint32_t byte) { return (byte & 0xC0U) == 0x80U; }

struct Lead {
  std::size_t size;
  std::uint32_t bits;
  char32_t smallest;  // below it the form is overlong
};

Lead lead_of(std::uint32_t byte) {
  if (byte >= 0xC2U && byte <= 0xDFU) return {2, byte & 0x1FU, 0x80};
  if ((byte & 0xF0U) == 0xE0U) return {3, byte & 0x0FU, 0x800};
  if (byte >= 0xF0U && byte <= 0xF4U) return {4, byte & 0x07U, 0x10000};
  return {0, 0, 0};
}

}  // namespace

CodePoint decode_code_point(std::string_view text, std::size_t at) {
  const std::uint32_t first = byte_at(text, at);
  if (first < 0x80U) return {first, 1, true};
  const Lead lead = lead_of(first);
  if (lead.size == 0 || text.size() - at < lead.size) return kInvalid;
  std::uint32_t value = lead.bits;
  for (std::size_t i = 1; i < lead.size; ++i) {
    const std::uint32_t next = byte_at(text, at + i);
    if (!is_continuation(next)) return kInvalid;
    value = (value << 6U) | (next & 0x3FU);
  }
  const bool surrogate = value >= 0xD800U && value <= 0xDFFFU;
  if (value < lead.smallest || surrogate || value > 0x10FFFFU) return kInvalid;
  return {value, lead.size, true};
}

void append_code_point(std::string& out, char32_t value) {
  const auto byte = [&out](std::uint32_t bits) { out.push_back(static_cast<char>(bits)); };
  const std::uint32_t v = value;
  if (v < 0x80U) return byte(v);
  if (v < 0x800U) {
    byte(0xC0U | (v >> 6U));
    return byte(0x80U | (v & 0x3FU));
  }
  if (v < 0x10000U) {
    byte(0xE0U | (v >> 12U));
    byte(0x80U | ((v >> 6U) & 0x3FU));
    return byte(0x80U | (v & 0x3FU));
  }
  byte(0xF0U | (v >> 18U));
  byte(0x80U | ((v >> 12U) & 0x3FU));
  byte(0x80U | ((v >> 6U) & 0x3FU));
  byte(0x80U | (v & 0x3FU));
}

}  // namespace milepost
