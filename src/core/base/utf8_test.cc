// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "core/base/utf8.h"

#include <gtest/gtest.h>

#include <vector>

namespace milepost {
namespace {

std::string encoded(char32_t value) {
  std::string out;
  append_utf8(out, value);
  return out;
}

// The lengths of a walk over `text`, with the sign turned for what is invalid.
std::vector<int> walk(std::string_view text) {
  std::vector<int> lengths;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = code_point_at(text, at);
    lengths.push_back(point.is_valid ? point.length : -point.length);
    at += point.length;
  }
  return lengths;
}

TEST(Utf8, EveryCodePointComesBack) {
  for (char32_t value = 0; value <= 0x10FFFF; ++value) {
    if (value >= 0xD800 && value <= 0xDFFF) continue;
    const std::string text = encoded(value);
    const CodePoint point = code_point_at(text, 0);
    ASSERT_TRUE(point.is_valid && point.value == value && point.length == text.size()) << std::uint32_t{value};
  }
}

TEST(Utf8, LengthsGrowAtTheKnownPlaces) {
  EXPECT_EQ(encoded(0x7F).size(), 1U);
  EXPECT_EQ(encoded(0x80), "\xC2\x80");
  EXPECT_EQ(encoded(0x7FF).size(), 2U);
  EXPECT_EQ(encoded(0x800), "\xE0\xA0\x80");
  EXPECT_EQ(encoded(0xFFFF).size(), 3U);
  EXPECT_EQ(encoded(0x10000), "\xF0\x90\x80\x80");
}

TEST(Utf8, WhatDoesNotExistIsReplaced) {
  EXPECT_EQ(encoded(0xD800), "\xEF\xBF\xBD");
  EXPECT_EQ(encoded(0xDFFF), "\xEF\xBF\xBD");
  EXPECT_EQ(encoded(0x110000), "\xEF\xBF\xBD");
  EXPECT_EQ(encoded(0), std::string(1, '\0'));
}

TEST(Utf8, EachInvalidByteStandsAlone) {
  EXPECT_EQ(walk("a\xC3\xA9"), (std::vector{1, 2}));
  EXPECT_EQ(walk("\x80z"), (std::vector{-1, 1}));                      // continuation without a lead
  EXPECT_EQ(walk("\xC0\xAF"), (std::vector{-1, -1}));                  // overlong '/'
  EXPECT_EQ(walk("\xE0\x80\xAF"), (std::vector{-1, -1, -1}));          // overlong
  EXPECT_EQ(walk("\xED\xA0\x80"), (std::vector{-1, -1, -1}));          // surrogate
  EXPECT_EQ(walk("\xF4\x90\x80\x80"), (std::vector{-1, -1, -1, -1}));  // above U+10FFFF
  EXPECT_EQ(walk("\xF5\xFF"), (std::vector{-1, -1}));
  EXPECT_EQ(walk("\xE2\x82"), (std::vector{-1, -1}));      // cut at the end
  EXPECT_EQ(walk("\xE2\x82z"), (std::vector{-1, -1, 1}));  // cut in the middle
}

TEST(Utf8, TheFirstInvalidByteIsFoundAtEveryPlace) {
  for (std::size_t at = 0; at < 40; ++at) {
    std::string text = std::string(at, 'x') + "\xFF" + std::string(20, 'y') + "\xFF";
    EXPECT_EQ(find_invalid_utf8(text), at);
    text.replace(at, 1, "\xC3\xA9");
    EXPECT_EQ(find_invalid_utf8(text), at + 22);
    text.append(60, 'z');
    EXPECT_EQ(find_invalid_utf8(text), at + 22);
  }
  EXPECT_EQ(find_invalid_utf8("all is well \xE2\x9C\x93"), std::string_view::npos);
  EXPECT_EQ(find_invalid_utf8(""), std::string_view::npos);
}

}  // namespace
}  // namespace milepost
