// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// ByteBlock: 64 bytes of a text and the places where a byte stands among them, as one bit each. Lines and cells are
// short, so a call of memchr for each costs more than the bytes themselves; a block answers for all of them at once.
// Behind the end of the text a block holds NUL bytes. The instructions are part of every x86-64; elsewhere plain loops
// say the same.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace milepost {

class ByteBlock {
 public:
  static constexpr std::size_t kSize = 64;

  // The bytes of `text` from `at` on; `at` lies inside the text or at its end.
  ByteBlock(std::string_view text, std::size_t at) {
    if (text.size() - at >= kSize) {
      load(text.data() + at);
      return;
    }
    std::array<char, kSize> padded{};
    if (at < text.size()) std::memcpy(padded.data(), text.data() + at, text.size() - at);
    load(padded.data());
  }

#if defined(__SSE2__)
  [[nodiscard]] std::uint64_t equal_to(char c) const {
    return joined(first_ == c, second_ == c, third_ == c, fourth_ == c);
  }
  [[nodiscard]] std::uint64_t non_ascii() const { return joined(first_, second_, third_, fourth_); }
  [[nodiscard]] bool is_ascii() const { return to_bits(first_ | second_ | third_ | fourth_) == 0; }

 private:
  using Part [[gnu::vector_size(16)]] = char;

  // The highest bit of each byte.
  static std::uint64_t to_bits(Part bytes) { return static_cast<std::uint32_t>(__builtin_ia32_pmovmskb128(bytes)); }

  static std::uint64_t joined(Part first, Part second, Part third, Part fourth) {
    return to_bits(first) | (to_bits(second) << 16U) | (to_bits(third) << 32U) | (to_bits(fourth) << 48U);
  }

  void load(const char* bytes) {
    std::memcpy(&first_, bytes, sizeof first_);
    std::memcpy(&second_, bytes + 16, sizeof second_);
    std::memcpy(&third_, bytes + 32, sizeof third_);
    std::memcpy(&fourth_, bytes + 48, sizeof fourth_);
  }

  Part first_, second_, third_, fourth_;  // no array: these stay in registers
#else
  [[nodiscard]] std::uint64_t equal_to(char c) const {
    return where([c](char byte) { return byte == c; });
  }
  [[nodiscard]] std::uint64_t non_ascii() const {
    return where([](char byte) { return static_cast<unsigned char>(byte) >= 0x80; });
  }
  [[nodiscard]] bool is_ascii() const { return non_ascii() == 0; }

 private:
  template <typename Is>
  [[nodiscard]] std::uint64_t where(Is&& is) const {
    std::uint64_t bits = 0;
    for (std::size_t i = 0; i < kSize; ++i) bits |= std::uint64_t{is(bytes_[i])} << i;
    return bits;
  }

  void load(const char* bytes) { std::memcpy(bytes_.data(), bytes, kSize); }

  std::array<char, kSize> bytes_;
#endif
};

[[nodiscard]] inline bool is_ascii(std::string_view text) {
  for (std::size_t begin = 0; begin < text.size(); begin += ByteBlock::kSize)
    if (!ByteBlock(text, begin).is_ascii()) return false;
  return true;
}

}  // namespace milepost
