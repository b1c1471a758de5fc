// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// ByteWriter and ByteReader: numbers and texts as bytes, for files of our own. A reader never reads beyond its bytes:
// once something does not fit it has failed, gives zeros and stays failed.
#pragma once

#include <array>
#include <bit>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

namespace milepost {

class ByteWriter {
 public:
  explicit ByteWriter(std::string& into) : into_(into) {}

  void put_byte(std::uint8_t byte) { into_.push_back(static_cast<char>(byte)); }
  // Seven bits a byte, the low ones first.
  void put_number(std::uint64_t number) {
    for (; number >= 0x80; number >>= 7U) put_byte(static_cast<std::uint8_t>(number | 0x80U));
    put_byte(static_cast<std::uint8_t>(number));
  }
  void put_fixed(std::uint64_t number) {
    into_.append(std::bit_cast<std::array<char, 8>>(number).data(), sizeof number);
  }
  void put_text(std::string_view text) {
    put_number(text.size());
    into_.append(text);
  }
  // A text that can be used as a C string where it lies.
  void put_name(std::string_view name) {
    put_text(name);
    into_.push_back('\0');
  }

 private:
  std::string& into_;
};

class ByteReader {
 public:
  explicit ByteReader(std::string_view bytes) : rest_(bytes) {}  // borrows from: bytes

  std::uint8_t take_byte() {
    if (rest_.empty()) return fail();
    const auto byte = static_cast<std::uint8_t>(rest_.front());
    rest_.remove_prefix(1);
    return byte;
  }
  std::uint64_t take_number() {
    std::uint64_t number = 0;
    for (unsigned shift = 0; shift < 64; shift += 7) {
      const std::uint8_t byte = take_byte();
      number |= std::uint64_t{byte & 0x7FU} << shift;
      if (byte < 0x80) return number;
    }
    return fail();
  }
  std::uint64_t take_fixed() {
    const std::string_view bytes = take_bytes(8);
    std::uint64_t number = 0;
    if (!bytes.empty()) std::memcpy(&number, bytes.data(), sizeof number);
    return number;
  }
  std::string_view take_text() { return take_bytes(take_number()); }
  std::string_view take_name() {
    const std::string_view name = take_text();
    if (take_byte() != 0) fail();
    return name;
  }
  // How many things of at least one byte each follow.
  std::size_t take_count() {
    const std::uint64_t count = take_number();
    return count <= rest_.size() ? static_cast<std::size_t>(count) : fail();
  }
  std::string_view take_bytes(std::uint64_t size) {
    if (size > rest_.size()) {
      fail();
      return {};
    }
    const std::string_view bytes = rest_.substr(0, static_cast<std::size_t>(size));
    rest_.remove_prefix(bytes.size());
    return bytes;
  }

  std::uint8_t fail() {
    failed_ = true;
    rest_ = {};
    return 0;
  }
  [[nodiscard]] bool failed() const { return failed_; }
  [[nodiscard]] bool at_end() const { return rest_.empty(); }

 private:
  std::string_view rest_;
  bool failed_ = false;
};

}  // namespace milepost
