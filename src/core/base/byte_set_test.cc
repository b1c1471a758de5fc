// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "core/base/byte_set.h"

#include <gtest/gtest.h>

namespace milepost {
namespace {

TEST(ByteSet, FindsWhatFindFirstOfFinds) {
  constexpr std::string_view kBytes("{[|\xE2\0", 5);
  constexpr ByteSet kSet(kBytes);
  for (const std::string_view text : {std::string_view(""), std::string_view("plain"), std::string_view("a [b]"),
                                      std::string_view("caf\xC3\xA9 \xE2\x80\x94"), std::string_view("x\0y", 3)}) {
    EXPECT_EQ(kSet.find_in(text), text.find_first_of(kBytes)) << text;
    EXPECT_EQ(kSet.meets(text), kSet.find_in(text) != std::string_view::npos) << text;
  }
}

}  // namespace
}  // namespace milepost
