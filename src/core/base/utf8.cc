// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "core/base/utf8.h"

#include <bit>

#include "core/base/byte_block.h"

namespace milepost {
namespace {

constexpr CodePoint kInvalid{};

struct Lead {
  std::uint8_t length;
  std::uint32_t bits;
  std::uint32_t smallest;  // below it the form is overlong
};

Lead lead_of(std::uint32_t byte) {
  if (byte >= 0xC2U && byte <= 0xDFU) return {2, byte & 0x1FU, 0x80};
  if ((byte & 0xF0U) == 0xE0U) return {3, byte & 0x0FU, 0x800};
  if (byte >= 0xF0U && byte <= 0xF4U) return {4, byte & 0x07U, 0x10000};
  return {0, 0, 0};
}

bool exists(std::uint32_t value) { return value <= 0x10FFFFU && (value < 0xD800U || value > 0xDFFFU); }

}  // namespace

CodePoint wide_code_point_at(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) { return static_cast<std::uint32_t>(static_cast<unsigned char>(text[at + i])); };
  // Dashes, arrows, quotes, emoji of the first plane and most of CJK: three bytes whose form can not be wrong.
  if (text.size() - at >= 3 && byte(0) > 0xE0U && byte(0) < 0xEDU && (byte(1) & 0xC0U) == 0x80U &&
      (byte(2) & 0xC0U) == 0x80U)
    return {static_cast<char32_t>(((byte(0) & 0x0FU) << 12U) | ((byte(1) & 0x3FU) << 6U) | (byte(2) & 0x3FU)), 3, true};
  const Lead lead = lead_of(byte(0));
  if (lead.length == 0 || text.size() - at < lead.length) return kInvalid;
  std::uint32_t value = lead.bits;
  for (std::size_t i = 1; i < lead.length; ++i) {
    if ((byte(i) & 0xC0U) != 0x80U) return kInvalid;
    value = (value << 6U) | (byte(i) & 0x3FU);
  }
  if (value < lead.smallest || !exists(value)) return kInvalid;
  return {static_cast<char32_t>(value), lead.length, true};
}

std::size_t find_invalid_utf8(std::string_view text) {
  std::uint64_t inside = 0;  // bits of a block that belong to the code point which began in the block before
  for (std::size_t begin = 0; begin < text.size(); begin += ByteBlock::kSize) {
    const ByteBlock block(text, begin);
    if (block.is_ascii()) {
      inside = 0;
      continue;
    }
    std::uint64_t wide = block.non_ascii() & ~inside;
    inside = 0;
    while (wide != 0) {
      const auto first = static_cast<std::size_t>(std::countr_zero(wide));
      const CodePoint point = wide_code_point_at(text, begin + first);
      if (!point.is_valid) return begin + first;
      const std::uint64_t own = (std::uint64_t{1} << point.length) - 1;
      wide &= ~(own << first);
      if (first + point.length > ByteBlock::kSize) inside = own >> (ByteBlock::kSize - first);
    }
  }
  return std::string_view::npos;
}

void append_utf8(std::string& out, char32_t value) {
  const auto put = [&out](std::uint32_t byte) { out.push_back(static_cast<char>(static_cast<unsigned char>(byte))); };
  const std::uint32_t v = exists(value) ? value : kReplacementCharacter;
  if (v < 0x80U) return put(v);
  if (v < 0x800U) {
    put(0xC0U | (v >> 6U));
  } else if (v < 0x10000U) {
    put(0xE0U | (v >> 12U));
    put(0x80U | ((v >> 6U) & 0x3FU));
  } else {
    put(0xF0U | (v >> 18U));
    put(0x80U | ((v >> 12U) & 0x3FU));
    put(0x80U | ((v >> 6U) & 0x3FU));
  }
  put(0x80U | (v & 0x3FU));
}

}  // namespace milepost
