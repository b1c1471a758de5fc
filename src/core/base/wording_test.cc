// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "core/base/wording.h"

#include <gtest/gtest.h>

#include <vector>

namespace milepost {
namespace {

TEST(Wording, the_word_agrees_with_its_count) {
  EXPECT_EQ(counted(0, "folder", "folders"), "0 folders");
  EXPECT_EQ(counted(1, "folder", "folders"), "1 folder");
  EXPECT_EQ(counted(2, "folder", "folders"), "2 folders");
}

TEST(Wording, a_list_has_separators_between_its_words_only) {
  EXPECT_EQ(joined({}, ", "), "");
  EXPECT_EQ(joined(std::vector<std::string>{"a"}, ", "), "a");
  EXPECT_EQ(joined(std::vector<std::string>{"a", "", "b"}, "; "), "a; ; b");
}

}  // namespace
}  // namespace milepost
