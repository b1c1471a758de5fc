// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// Hashing of short words in memory: keys, headings, pieces of paths. A document asks some hundred such questions, so
// the hash must be inline and cost a few instructions; it is never written to disk and says nothing about equality.
#pragma once

#include <bit>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace milepost {

[[nodiscard]] inline std::uint64_t hash_word(std::string_view word) {
  constexpr std::uint64_t kMix = 0x9E3779B97F4A7C15U;  // 2^64 / golden ratio: spreads low bits over the word
  std::uint64_t hash = word.size() * kMix;
  const char* at = word.data();
  std::size_t left = word.size();
  const auto take = [&](std::size_t count) {
    std::uint64_t block = 0;
    std::memcpy(&block, at, count);
    hash = std::rotl(hash ^ block, 29) * kMix;
  };
  for (; left >= 8; left -= 8, at += 8) take(8);
  if ((left & 4U) != 0) {
    take(4);
    at += 4;
  }
  for (left &= 3U; left > 0; --left, ++at) take(1);
  return hash ^ (hash >> 32U);
}

}  // namespace milepost
