// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// Dice: repeatable chance (splitmix64). The same seed and purpose give the same throws on every machine and compiler,
// which the distributions of the standard library do not promise.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace milepost::bench {

class Dice {
 public:
  Dice(std::uint64_t seed, std::string_view purpose, std::uint64_t number) : state_(seed) {
    for (const char c : purpose) state_ = next() ^ static_cast<unsigned char>(c);
    state_ = next() ^ number;
    next();
  }

  [[nodiscard]] std::uint32_t below(std::uint32_t limit) { return static_cast<std::uint32_t>(next() % limit); }
  [[nodiscard]] std::uint32_t between(std::uint32_t low, std::uint32_t high) { return low + below(high - low + 1); }
  [[nodiscard]] bool hits(std::uint32_t percent) { return below(100) < percent; }
  template <typename T>
  [[nodiscard]] const T& pick(std::span<const T> choices) {
    return choices[below(static_cast<std::uint32_t>(choices.size()))];
  }

 private:
  std::uint64_t next() {
    state_ += 0x9e3779b97f4a7c15ULL;
    std::uint64_t mixed = state_;
    mixed = (mixed ^ (mixed >> 30U)) * 0xbf58476d1ce4e5b9ULL;
    mixed = (mixed ^ (mixed >> 27U)) * 0x94d049bb133111ebULL;
    return mixed ^ (mixed >> 31U);
  }

  std::uint64_t state_;
};

}  // namespace milepost::bench
