// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "editing/byte_check.h"
#include "editing/editing_run.h"

namespace milepost::testing {
namespace {

RC_GTEST_PROP(Editing, TouchesOnlyWhatWasMeant, ()) {
  const auto seed = *rc::gen::arbitrary<std::uint64_t>();
  const EditingResult result = run_edits({.edits = 40, .seed = seed, .corpus = ""});
  if (!result.faults.empty()) RC_FAIL(result.faults.front());
}

TEST(ByteCheck, SeesAByteThatIsNotMeant) {
  MadeText made;
  made.lines = {{"**Status:** ", "Planned", "  ", "status", "label", "", Loose::no, 0},
                {"Text", "", "", "", "", "", Loose::no, 0}};
  const Allowance status{.field = "status"};
  EXPECT_EQ(check_made(made, "**Status:** Done  \nText\n", status), "");
  EXPECT_NE(check_made(made, "**Status:** Done\nText\n", status), "") << "the hard break is gone";
  EXPECT_NE(check_made(made, "**Status:** Done  \nText \n", status), "");
  EXPECT_NE(check_made(made, "**Status:** Done  \r\nText\n", status), "");
  EXPECT_NE(check_made(made, "**Status:** Done  \nText", status), "");
  EXPECT_NE(check_made(made, "**Status:** Done  \nMore\nText\n", status), "");
  EXPECT_NE(check_made(made, "**Status:** Done  \n", status), "");
}

TEST(ByteCheck, KnowsBoxesOfRealDocuments) {
  EXPECT_EQ(check_real("- [ ] a\n", "- [x] a\n", RealEdit::boxes), "");
  EXPECT_NE(check_real("- [ ] a\n", "- [ ] b\n", RealEdit::boxes), "");
  EXPECT_NE(check_real("- [ ] a\n", "- [x] a", RealEdit::boxes), "");
}

}  // namespace
}  // namespace milepost::testing
