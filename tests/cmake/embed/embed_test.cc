// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <cstddef>
#include <string>

#include "embedded/samples.h"

namespace milepost {
namespace {

TEST(Embed, ListsFilesSortedByRelativeName) {
  const auto files = embedded::samples();
  ASSERT_EQ(files.size(), 3U);
  EXPECT_EQ(files[0].name, "empty.txt");
  EXPECT_EQ(files[1].name, "every_byte.bin");
  EXPECT_EQ(files[2].name, "sub/large.txt");
}

TEST(Embed, KeepsEveryByteValue) {
  const auto bytes = embedded::samples()[1].bytes;
  ASSERT_EQ(bytes.size(), 256U);
  for (std::size_t i = 0; i < bytes.size(); ++i) EXPECT_EQ(static_cast<unsigned char>(bytes[i]), i);
}

TEST(Embed, KeepsEmptyAndLargeFiles) {
  EXPECT_EQ(embedded::samples()[0].bytes, "");
  std::string expected;
  for (int i = 0; i < 8192; ++i) expected += "0123456789abcde\n";
  EXPECT_EQ(embedded::samples()[2].bytes, expected);
}

}  // namespace
}  // namespace milepost
