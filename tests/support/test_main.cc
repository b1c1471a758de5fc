// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// The main function of every GoogleTest program: fixed environment, and a run log that names skipped cases.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "support/fixed_environment.h"
#include "support/run_log.h"

namespace {

class RunLogListener : public testing::EmptyTestEventListener {
 public:
  explicit RunLogListener(std::string program) : program_(std::move(program)) {}

  void OnTestEnd(const testing::TestInfo& test) override {
    if (!test.result()->Skipped()) return;
    std::string reason = "no reason given";
    for (int i = 0; i < test.result()->total_part_count(); ++i) {
      const auto& part = test.result()->GetTestPartResult(i);
      if (part.skipped() && *part.message() != '\0') reason = part.message();
    }
    milepost::testing::log_skipped(program_, std::string{test.test_suite_name()} + "." + test.name(), reason);
  }

  void OnTestProgramEnd(const testing::UnitTest& all) override {
    milepost::testing::log_cases(program_, all.successful_test_count(), all.failed_test_count());
  }

 private:
  std::string program_;
};

}  // namespace

int main(int argc, char** argv) {
  milepost::testing::fix_environment();
  const std::string path = argv[0];
  testing::InitGoogleMock(&argc, argv);
  // GoogleTest owns the listener.
  testing::UnitTest::GetInstance()->listeners().Append(new RunLogListener(path.substr(path.rfind('/') + 1)));
  return RUN_ALL_TESTS();
}
