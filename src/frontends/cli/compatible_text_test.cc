// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "frontends/cli/compatible_text.h"

#include <gtest/gtest.h>

#include <vector>

namespace milepost {
namespace {

std::string command_of(const std::vector<std::string>& words) { return find_compatible_command(words); }

TEST(CompatibleText, FindsTheCommandAmongTheWords) {
  EXPECT_EQ(command_of({"execplan", "milestone", "new", "EP-20260117-014", "new"}), "execplan milestone new");
  EXPECT_EQ(command_of({"--json", "execplan-registry", "--fail-on-warn", "check"}), "execplan-registry check");
  EXPECT_EQ(command_of({"execplan", "destroy"}), "execplan");
  EXPECT_EQ(command_of({"list", "execplan"}), "");
  EXPECT_EQ(command_of({}), "");
}

TEST(CompatibleText, IsCalledAsItWasCalled) {
  const Error error{.kind = ErrorKind::usage, .message = "Title is required.", .place = {}, .frames = {}, .hints = {}};
  const CompatibleError said = compatible_error(error, "agentrules", "execplan new");
  EXPECT_FALSE(said.on_stdout);
  EXPECT_TRUE(said.text.starts_with("Usage: agentrules execplan new [OPTIONS] TITLE\n")) << said.text;
  EXPECT_NE(said.text.find("│ Invalid value: Title is required.\n"), std::string::npos) << said.text;
  EXPECT_TRUE(compatible_error(error, "mp", "execplan new").text.starts_with("Usage: milepost execplan new "));
  EXPECT_TRUE(compatible_error(error, "", "execplan").text.starts_with("Usage: milepost execplan [OPTIONS] COMMAND"));
}

TEST(CompatibleText, SomeErrorsAreAnAnswer) {
  const Error error{
      .kind = ErrorKind::usage, .message = "ExecPlans directory not found: /x", .place = {}, .frames = {}, .hints = {}};
  EXPECT_TRUE(compatible_error(error, "agentrules", "execplan-registry check").on_stdout);
  EXPECT_EQ(compatible_error(error, "agentrules", "execplan-registry check").text, error.message + "\n");
  EXPECT_FALSE(compatible_error(error, "agentrules", "execplan list").on_stdout);
}

TEST(CompatibleText, MistakesInTheWordsNeedNoPreface) {
  for (const auto kind : {WordTrouble::Kind::unknown_option, WordTrouble::Kind::unknown_command,
                          WordTrouble::Kind::extra_word, WordTrouble::Kind::no_command, WordTrouble::Kind::no_value}) {
    const Error error{
        .kind = ErrorKind::usage, .message = compatible_words({kind, "--x"}), .place = {}, .frames = {}, .hints = {}};
    EXPECT_EQ(compatible_error(error, "agentrules", "execplan new").text.find("Invalid value"), std::string::npos)
        << error.message;
  }
}

}  // namespace
}  // namespace milepost
