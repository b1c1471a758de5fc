// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "frontends/cli/command_line.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "frontends/cli/present/presenter.h"
#include "operations/table.h"

namespace milepost {
namespace {

using Words = std::vector<std::string>;

CommandLine parsed(const Words& words) {
  auto line = parse_command_line(words);
  EXPECT_TRUE(line) << (line ? "" : line.error().message);
  return line ? *line : CommandLine{};
}

Error refused(const Words& words) {
  auto line = parse_command_line(words);
  EXPECT_FALSE(line);
  return line ? Error{} : line.error();
}

TEST(CommandLine, NothingIsTheDashboard) {
  EXPECT_EQ(parsed({}).operation->name, "dashboard");
  EXPECT_EQ(parsed({"--json"}).operation->name, "dashboard");
}

TEST(CommandLine, GlobalOptionsStandBeforeOrBehindTheCommand) {
  for (const Words& words : {Words{"-C", "x", "list", "--json"}, Words{"list", "--json", "-C", "x"}}) {
    const CommandLine line = parsed(words);
    EXPECT_EQ(line.operation->name, "list");
    EXPECT_TRUE(line.globals.has("json"));
    EXPECT_EQ(line.globals.text("directory"), "x");
  }
}

TEST(CommandLine, OptionsTakeOneValueEachAndWordsAreLeftAlone) {
  const CommandLine line = parsed({"list", "-s", "active", "--status=done", "some", "words"});
  EXPECT_EQ(line.arguments.list("status"), (Words{"active", "done"}));
  EXPECT_EQ(line.arguments.all("text"), (Words{"some", "words"}));
}

TEST(CommandLine, PorcelainMayCarryItsVersion) {
  EXPECT_EQ(parsed({"list", "--porcelain"}).arguments.text("porcelain"), "v1");
  EXPECT_EQ(parsed({"list", "--porcelain=v1", "-0"}).arguments.text("porcelain"), "v1");
  EXPECT_TRUE(parsed({"list", "-0"}).arguments.has("null"));
}

TEST(CommandLine, CommitMayCarryItsMessage) {
  EXPECT_EQ(parsed({"tick", "M1", "--commit"}).arguments.text("commit"), "");
  EXPECT_TRUE(parsed({"tick", "M1", "--commit"}).arguments.has("commit"));
  EXPECT_EQ(parsed({"tick", "M1", "--commit=[docs] M1, M2"}).arguments.text("commit"), "[docs] M1, M2");
}

TEST(CommandLine, BracketsOfAWordStay) {
  for (const char* word : {"[Name]", "[a, b]", "[]", "[x", "\x1f", "\x1f[x]"}) {
    EXPECT_EQ(parsed({"new", word}).arguments.all("words"), Words{word});
    EXPECT_EQ(parsed({"show", word}).arguments.text("what"), word);
    EXPECT_EQ(parsed({"new", "x", "--slug", word}).arguments.text("slug"), word);
    EXPECT_EQ(parsed({"new", "x", std::string("--slug=") + word}).arguments.text("slug"), word);
  }
  EXPECT_EQ(refused({"[list]"}).message, "unknown command '[list]'");
}

TEST(CommandLine, WordsBehindACommandAreNeverCommands) {
  EXPECT_EQ(parsed({"help", "list"}).arguments.all("command"), Words{"list"});
  EXPECT_EQ(parsed({"schema", "dialect", "list"}).arguments.all("operation"), (Words{"dialect", "list"}));
  EXPECT_EQ(parsed({"show", "list"}).arguments.text("what"), "list");
}

TEST(CommandLine, CommandsOfTwoWords) {
  EXPECT_EQ(parsed({"dialect", "show", "generic"}).operation->name, "dialect_show");
  EXPECT_EQ(refused({"dialect", "shw"}).hints.front(), "did you mean 'dialect show'?");
  EXPECT_EQ(refused({"dialect"}).hints.size(), 3U);
}

TEST(CommandLine, UnknownWordsNameTheNearest) {
  EXPECT_EQ(refused({"lsit"}).hints.front(), "did you mean 'list'?");
  EXPECT_EQ(refused({"list", "--stauts", "x"}).hints.front(), "did you mean '--status'?");
  EXPECT_EQ(refused({"--jsn"}).hints.front(), "did you mean '--json'?");
  EXPECT_EQ(refused({"list", "--status"}).message, "the option --status needs a value");
  EXPECT_EQ(refused({"list", "--nonsense-entirely"}).kind, ErrorKind::usage);
}

TEST(CommandLine, CompletionKeepsWhatLooksLikeOptions) {
  const CommandLine line = parsed({"__complete", "--", "list", "--sta"});
  EXPECT_EQ(line.operation->name, "complete_words");
  EXPECT_EQ(line.arguments.all("words"), (Words{"list", "--sta"}));
}

TEST(Presenters, EveryOperationHasOne) {
  for (const Operation* operation : operations()) EXPECT_NE(find_presenter(*operation), nullptr) << operation->name;
}

}  // namespace
}  // namespace milepost
