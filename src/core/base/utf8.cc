// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "core/base/utf8.h"

#include <array>
#include <bit>
#include <cstring>

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

constexpr std::uint64_t kHighBits = 0x8080808080808080U;

std::size_t first_high_byte(std::uint64_t high_bits) {
  const bool is_little = std::endian::native == std::endian::little;
  return static_cast<std::size_t>(is_little ? std::countr_zero(high_bits) : std::countl_zero(high_bits)) / 8;
}

// The first byte at or behind `at` that is not ASCII, or the end. Most text is ASCII: 32 bytes at a time.
std::size_t skip_ascii(std::string_view text, std::size_t at) {
  for (std::array<std::uint64_t, 4> block{}; at + sizeof block <= text.size(); at += sizeof block) {
    std::memcpy(block.data(), text.data() + at, sizeof block);
    if (((block[0] | block[1] | block[2] | block[3]) & kHighBits) == 0) continue;
    for (const std::uint64_t word : block) {
      if (const std::uint64_t high = word & kHighBits; high != 0) return at + first_high_byte(high);
      at += sizeof word;
    }
  }
  while (at < text.size() && static_cast<unsigned char>(text[at]) < 0x80) ++at;
  return at;
}

}  // namespace

CodePoint wide_code_point_at(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) { return static_cast<std::uint32_t>(static_cast<unsigned char>(text[at + i])); };
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
  for (std::size_t at = skip_ascii(text, 0); at < text.size(); at = skip_ascii(text, at)) {
    const CodePoint point = code_point_at(text, at);
    if (!point.is_valid) return at;
    at += point.length;
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
