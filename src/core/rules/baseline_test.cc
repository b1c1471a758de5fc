// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "core/rules/baseline.h"

#include <gtest/gtest.h>

namespace milepost {
namespace {

Finding finding(std::string_view rule, std::string path, std::uint32_t line) {
  Finding made;
  made.id = rule;
  made.path = std::move(path);
  made.line = line;
  return made;
}

TEST(Baseline, AFindingKeepsItsFingerprintWhenLinesAreAddedAboveIt) {
  EXPECT_EQ(fingerprint_of(finding("MP301", "a.md", 3), "  status: done\r"),
            fingerprint_of(finding("MP301", "a.md", 9), "status: done"));
  EXPECT_NE(fingerprint_of(finding("MP301", "a.md", 3), "status: done"),
            fingerprint_of(finding("MP302", "a.md", 3), "status: done"));
  EXPECT_NE(fingerprint_of(finding("MP301", "a.md", 3), "status: done"),
            fingerprint_of(finding("MP301", "b.md", 3), "status: done"));
}

TEST(Baseline, EachEntryKnowsOneFinding) {
  const BaselineEntry entry{"MP301", 0x1234, "docs/my plan.md"};
  auto baseline = Baseline::parse("b", to_baseline_text({entry, {"MP101", 1, "x.md"}}));
  ASSERT_TRUE(baseline.has_value());
  EXPECT_EQ(baseline->size(), 2U);
  EXPECT_TRUE(baseline->take(entry));
  EXPECT_FALSE(baseline->take(entry));
  EXPECT_FALSE(baseline->take({"MP301", 0x1235, "docs/my plan.md"}));
}

TEST(Baseline, ALineThatIsNoFindingIsAnErrorWithItsPlace) {
  for (const char* line : {"nonsense", "MP301 12 x.md", "MP301 000000000000123g x.md", "X301 0000000000001234 x.md"}) {
    const auto refused = Baseline::parse("base", std::string("# head\n\n") + line + "\n");
    ASSERT_FALSE(refused.has_value()) << line;
    EXPECT_EQ(refused.error().place->line, 3U);
  }
}

}  // namespace
}  // namespace milepost
