// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "core/base/ascii.h"

#include <gtest/gtest.h>

#include <cctype>

namespace milepost {
namespace {

// <cctype> in the locale "C", which knows ASCII only, is the oracle for all bytes.
TEST(Ascii, every_byte_has_the_classes_of_the_locale_C) {
  for (int i = 0; i < 256; ++i) {
    const auto c = static_cast<char>(static_cast<unsigned char>(i));
    EXPECT_EQ(is_digit(c), std::isdigit(i) != 0) << i;
    EXPECT_EQ(is_upper(c), std::isupper(i) != 0) << i;
    EXPECT_EQ(is_lower(c), std::islower(i) != 0) << i;
    EXPECT_EQ(is_ascii_letter(c), std::isalpha(i) != 0) << i;
    EXPECT_EQ(is_alnum(c), std::isalnum(i) != 0) << i;
    EXPECT_EQ(is_blank(c), std::isblank(i) != 0) << i;
    EXPECT_EQ(is_space(c), std::isspace(i) != 0) << i;
    EXPECT_EQ(static_cast<unsigned char>(to_lower(c)), std::tolower(i)) << i;
  }
}

}  // namespace
}  // namespace milepost
