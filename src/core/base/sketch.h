// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// Sketch: a small bitmap of hashes. It answers "surely not there" in a few instructions, so that a costly comparison
// with everything is made only where it may succeed; "maybe there" must always be followed by the real question.
#pragma once

#include <array>
#include <cstdint>

namespace milepost {

class Sketch {
 public:
  void clear() { bits_ = {}; }
  void add(std::uint64_t hash) { bits_.at(word_of(hash)) |= bit_of(hash); }
  [[nodiscard]] bool may_hold(std::uint64_t hash) const { return (bits_.at(word_of(hash)) & bit_of(hash)) != 0; }

 private:
  static constexpr std::size_t kWords = 16;  // 1024 bits: a path of 60 characters fills 6 % of them
  static std::size_t word_of(std::uint64_t hash) { return (hash >> 6U) % kWords; }
  static std::uint64_t bit_of(std::uint64_t hash) { return std::uint64_t{1} << (hash % 64U); }

  std::array<std::uint64_t, kWords> bits_{};
};

}  // namespace milepost
