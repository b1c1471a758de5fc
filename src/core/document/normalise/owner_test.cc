// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "core/document/normalise/owner.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "core/document/normalise/words_for_tests.h"

namespace milepost {
namespace {

std::string owner(std::string_view text) { return normalise_owner(text, shipped_words()).owner.value_or("-"); }

TEST(Owner, people) {
  EXPECT_EQ(owner("@ann"), "@ann");
  EXPECT_EQ(owner("[@ann](https://example.org/ann)"), "@ann");
  EXPECT_EQ(owner("**Ann Lee**"), "Ann Lee");
  EXPECT_EQ(owner("@ann, @bob"), "@ann, @bob");
  EXPECT_EQ(owner("@ann / @bob"), "@ann, @bob");
  EXPECT_EQ(owner("Ann & Bob"), "Ann, Bob");
  EXPECT_EQ(owner("Ann and Bob"), "Ann, Bob");
  EXPECT_EQ(owner("Ann (backend)"), "Ann");
  EXPECT_EQ(owner("👤 Ann"), "Ann");
  EXPECT_EQ(owner("Ann <ann@example.org>"), "Ann");
  EXPECT_EQ(owner("\"Platform Team\""), "Platform Team");
  EXPECT_EQ(owner("Jörg Müller"), "Jörg Müller");
  EXPECT_EQ(owner("田中"), "田中");
  EXPECT_EQ(owner("platform/backend"), "platform/backend");
  EXPECT_EQ(normalise_owner("Ann (backend)", shipped_words()).note, "backend");
}

TEST(Owner, nobody) {
  for (const std::string_view text :
       {"@handle or team name", "TBD", "—", "", "{OWNER}", "[Name]", "unassigned", "None", "N/A", "@TBD", "-"})
    EXPECT_EQ(owner(text), "-") << text;
}

RC_GTEST_PROP(Owner, any_bytes, (const std::string& text)) {
  const OwnerReading reading = normalise_owner(text, shipped_words());
  RC_ASSERT(reading.owner.has_value() == !reading.people.empty());
  for (const auto& name : reading.people) RC_ASSERT(!name.empty() && name.size() <= text.size());
}

}  // namespace
}  // namespace milepost
