// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "core/base/byte_block.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

namespace milepost {
namespace {

std::uint64_t bits_by_hand(std::string_view text, std::size_t at, auto&& is) {
  std::uint64_t bits = 0;
  for (std::size_t i = 0; i < ByteBlock::kSize && at + i < text.size(); ++i)
    if (is(text[at + i])) bits |= std::uint64_t{1} << i;
  return bits;
}

TEST(ByteBlock, SaysWhereBytesStandAtEveryPlaceOfAText) {
  std::string text;
  for (int i = 0; i < 200; ++i) text += static_cast<char>(i * 37);
  text.append(100, 'a');
  for (std::size_t at = 0; at <= text.size(); ++at) {
    const ByteBlock block(text, at);
    for (const char wanted : {'|', '\n', '\\', '\x80', '\xFF'})
      EXPECT_EQ(block.equal_to(wanted), bits_by_hand(text, at, [=](char c) { return c == wanted; })) << at;
    const auto is_wide = [](char c) { return static_cast<unsigned char>(c) >= 0x80; };
    EXPECT_EQ(block.non_ascii(), bits_by_hand(text, at, is_wide)) << at;
    EXPECT_EQ(block.is_ascii(), block.non_ascii() == 0) << at;
  }
}

TEST(ByteBlock, NothingButNulStandsBehindTheEnd) {
  EXPECT_EQ(ByteBlock("ab", 1).equal_to('\0'), ~std::uint64_t{1});
  EXPECT_EQ(ByteBlock("", 0).equal_to('\0'), ~std::uint64_t{0});
}

TEST(ByteBlock, OneWideByteAnywhereIsNoAscii) {
  EXPECT_TRUE(is_ascii(""));
  for (std::size_t at = 0; at < 200; ++at) {
    std::string text(200, '\x7F');
    EXPECT_TRUE(is_ascii(text));
    text[at] = '\x80';
    EXPECT_FALSE(is_ascii(text)) << at;
  }
}

}  // namespace
}  // namespace milepost
