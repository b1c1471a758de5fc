// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// The runner itself: what it reads, that a wrong page fails, and what accepting writes.
#include "support/transcript/transcript.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/transcript/match_output.h"
#include "support/transcript/run_command.h"
#include "support/transcript/run_transcript.h"

namespace milepost::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

TranscriptResult run_page(const std::string& page) {
  return run_transcript(parse_transcript(page), {"page.md", "/nonexistent", "tests/support/fixtures"});
}

std::string console(const std::string& content) { return "```console\n" + content + "```\n"; }

TEST(ParseTranscript, ReadsScenariosWithTheCommonSteps) {
  const auto transcript = parse_transcript("# Page\n\n```file:a.md\nA\n```\n\n## One\n\n" +
                                           console("$ cat \\\n> a.md\nA\n$ true\n") + "\n## Two\n");
  EXPECT_THAT(transcript.errors, IsEmpty());
  ASSERT_EQ(transcript.scenarios.size(), 2U);
  EXPECT_EQ(transcript.scenarios[0].title, "One");
  ASSERT_EQ(transcript.scenarios[0].steps.size(), 3U);
  EXPECT_EQ(std::get<FileBlock>(transcript.scenarios[1].steps.at(0)).path, "a.md");
  const auto& command = std::get<Command>(transcript.scenarios[0].steps[1]);
  EXPECT_EQ(command.text, "cat \\\na.md");
  EXPECT_THAT(command.expected, ElementsAre("A"));
  EXPECT_THAT(std::get<Command>(transcript.scenarios[0].steps[2]).expected, IsEmpty());
}

TEST(ParseTranscript, MakesTheBytesOfFileBlocks) {
  const auto bytes = [](const std::string& flags, const std::string& text) {
    const auto transcript = parse_transcript("```file:x " + flags + "\n" + text + "```\n");
    EXPECT_THAT(transcript.errors, IsEmpty());
    return std::get<FileBlock>(transcript.scenarios.at(0).steps.at(0)).bytes;
  };
  EXPECT_EQ(bytes("", "a\nb\n"), "a\nb\n");
  EXPECT_EQ(bytes("crlf", "a\nb\n"), "a\r\nb\r\n");
  EXPECT_EQ(bytes("no-eol", "a\n"), "a");
  EXPECT_EQ(bytes("crlf no-eol", "a\nb\n"), "a\r\nb");
  EXPECT_EQ(bytes("escaped no-eol", "\\xEF\\x00\\r\\n\\t\\\\\n"), std::string("\xEF\0\r\n\t\\", 6));
}

TEST(ParseTranscript, ReportsMistakesWithTheirLine) {
  const auto errors = [](const std::string& page) { return parse_transcript(page).errors; };
  EXPECT_THAT(errors("\n```console\n$ true\n"), ElementsAre("line 2: this fence is never closed"));
  EXPECT_THAT(errors(console("output first\n")), ElementsAre(HasSubstr("must begin with")));
  EXPECT_THAT(errors("```file:../x\n```\n"), ElementsAre(HasSubstr("not a path inside")));
  EXPECT_THAT(errors("```file:x upper\n```\n"), ElementsAre(HasSubstr("unknown flag 'upper'")));
  EXPECT_THAT(errors("```file:x escaped\n\\q\n```\n"), ElementsAre(HasSubstr("an escape is none of")));
  EXPECT_THAT(errors("<!-- transcript: speed=fast -->\n"), ElementsAre(HasSubstr("unknown directive")));
}

TEST(ParseTranscript, LeavesQuotedBlocksAlone) {
  const auto transcript = parse_transcript("````markdown\n" + console("$ false\n") + "````\n");
  EXPECT_THAT(transcript.errors, IsEmpty());
  EXPECT_THAT(transcript.scenarios.at(0).steps, IsEmpty());
}

TEST(MatchOutput, IsExactButForDots) {
  EXPECT_TRUE(matches({}, {}));
  EXPECT_TRUE(matches({"a", "b"}, {"a", "b"}));
  EXPECT_FALSE(matches({"a"}, {"a", "b"}));
  EXPECT_FALSE(matches({"a", "b"}, {"a"}));
  EXPECT_FALSE(matches({"a"}, {"a "}));
  EXPECT_TRUE(matches({"..."}, {}));
  EXPECT_TRUE(matches({"a", "...", "z"}, {"a", "m", "z", "z"}));
  EXPECT_FALSE(matches({"a", "...", "z"}, {"a", "m"}));
  EXPECT_FALSE(matches({"...", "b"}, {"a", "b", "c"}));
}

TEST(RunCommand, ShowsStreamsExitCodeAndBytes) {
  const auto lines = [](const std::string& command) { return to_lines(run_command(command, "/", "/tmp"), {}); };
  EXPECT_THAT(to_lines({"out\n", "err\n", 2}, {}), ElementsAre("out", "[stderr]", "err", "[exit 2]"));
  EXPECT_THAT(to_lines({"a\x1b[1m\r\n\xff\xc3\xa9", "", 0}, {}),
              ElementsAre("a\\x1b[1m\\x0d", "\\xff\xc3\xa9", "[no newline]"));
  EXPECT_THAT(to_lines({"$ x\n...\n", "", 0}, {}), ElementsAre("\\$ x", "\\..."));
  EXPECT_THAT(to_lines({"/tmp/q/work/a\n", "", 0}, {{"/tmp/q/work", "[work]"}}), ElementsAre("[work]/a"));
  EXPECT_THAT(lines("echo a; echo b >&2; exit 3"), ElementsAre("a", "[stderr]", "b", "[exit 3]"));
  EXPECT_THAT(lines("kill -9 $$"), ElementsAre("[exit 137]"));
}

TEST(RunTranscript, PassesWhatIsTrue) {
  const auto result = run_page("# P\n\n```file:d/x\nX\n```\n\n" + console("$ cat d/x\nX\n"));
  EXPECT_THAT(result.failures, IsEmpty());
  EXPECT_EQ(result.commands, 1);
}

TEST(RunTranscript, FailsWhatIsFalse) {
  const auto result = run_page("# P\n\n" + console("$ echo a\nb\n$ false\n"));
  ASSERT_EQ(result.failures.size(), 2U);
  EXPECT_EQ(result.failures[0], "page.md:4: $ echo a\n  - b\n  + a\n");
  EXPECT_THAT(result.failures[1], HasSubstr("+ [exit 1]"));
}

TEST(RunTranscript, StartsEachScenarioInAnEmptyDirectory) {
  const auto result = run_page("## A\n\n" + console("$ touch x\n") + "\n## B\n\n" + console("$ ls\n"));
  EXPECT_THAT(result.failures, IsEmpty());
  EXPECT_EQ(result.scenarios, 2);
}

TEST(RunTranscript, FixesTheEnvironment) {
  const auto result =
      run_page(console("$ echo $TERM $MILEPOST_TODAY $LC_ALL $HOME $PWD\n"
                       "dumb 2026-01-15 C.UTF-8 [home] [work]\n"
                       "$ echo ${MILEPOST_CACHE_DIR-unset} $XDG_CACHE_HOME\nunset [home]/.cache\n"));
  EXPECT_THAT(result.failures, IsEmpty());
}

TEST(RunTranscript, CopiesAWorkspace) {
  const auto result = run_page("<!-- transcript: workspace=workspace -->\n" + console("$ cat note.md\nA note.\n"));
  EXPECT_THAT(result.failures, IsEmpty());
  EXPECT_EQ(run_page("<!-- transcript: workspace=none -->\n" + console("$ true\n")).failures.size(), 1U);
}

TEST(RunTranscript, SkipsWithAReason) {
  const auto result = run_page("## A\n<!-- transcript: needs=no-such-program -->\n" + console("$ false\n"));
  EXPECT_THAT(result.failures, IsEmpty());
  EXPECT_THAT(result.skipped, ElementsAre("A: needs the program 'no-such-program', which is not installed"));
  EXPECT_EQ(result.commands, 0);
}

TEST(RunTranscript, AcceptsWhatWasPrintedAndKeepsTheRest) {
  const auto page = "# P\n\n" + console("$ echo a\nb\n$ echo c\n...\n$ printf '%s' d\n") + "\ntext\n";
  EXPECT_EQ(run_page(page).accepted_page,
            "# P\n\n" + console("$ echo a\na\n$ echo c\n...\n$ printf '%s' d\nd\n[no newline]\n") + "\ntext\n");
}

TEST(RunTranscript, AcceptedPagesPass) {
  const auto page = console("$ echo '````'\n$ echo x; echo '$ y'; echo ... >&2; exit 4\nold\nold\n");
  const auto accepted = run_page(page).accepted_page;
  EXPECT_TRUE(accepted.starts_with("`````console\n")) << accepted;
  EXPECT_TRUE(accepted.ends_with("[exit 4]\n`````\n")) << accepted;
  EXPECT_THAT(run_page(accepted).failures, IsEmpty()) << accepted;
}

}  // namespace
}  // namespace milepost::testing
