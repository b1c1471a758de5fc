// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// What no checker sees: that a hostile document can not say in a format what it has not said, that limits are kept and
// that the same finding is known again. Whether the formats are well formed is asked in tests/formats.
#include "operations/check_formats.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <sstream>

#include "core/rules/catalog.h"

namespace milepost {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

CheckedFinding finding(const char* rule, std::string path, std::string message, std::uint32_t line = 3) {
  const RuleDescriptor& about = find_rule(rule)->about;
  CheckedFinding checked;
  checked.finding = {about.id, about.slug, about.severity, std::move(path), {10, 14}, line, 5, std::move(message)};
  checked.span = {{line, 5, 4}, {line, 9, 8}};
  checked.fingerprint = 7;
  return checked;
}

CheckAnswer answer_of(std::vector<CheckedFinding> findings) {
  CheckAnswer answer;
  answer.findings = std::move(findings);
  for (CheckedFinding& checked : answer.findings) {
    answer.documents.push_back(checked.finding.path);
    ++answer.counts.at(static_cast<std::size_t>(checked.finding.severity));
  }
  answer.fails_at = Severity::warning;
  return answer;
}

std::string write(std::string_view format, const CheckAnswer& answer) {
  return find_check_format(format)->write(answer);
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream stream(text);
  for (std::string line; std::getline(stream, line);) lines.push_back(line);
  return lines;
}

// What GitHub's runner makes of a value.
std::string unescaped(std::string text) {
  const std::pair<const char*, const char*> kWords[] = {
      {"%0D", "\r"}, {"%0A", "\n"}, {"%3A", ":"}, {"%2C", ","}, {"%25", "%"}};
  for (const auto& [word, meaning] : kWords) {
    for (std::size_t at = text.find(word); at != std::string::npos; at = text.find(word, at + 1))
      text.replace(at, 3, meaning);
  }
  return text;
}

std::string between(const std::string& text, const std::string& begin, const std::string& end) {
  const std::size_t at = text.find(begin) + begin.size();
  return text.substr(at, text.find(end, at) - at);
}

TEST(GitHubFormat, APathComesBackAsItWas) {
  const std::string path = "docs/a,b:c%0A\n%d::e.md";
  const std::string text = write("github", answer_of({finding("MP301", path, "m")}));
  EXPECT_THAT(text, StartsWith("::warning file="));
  EXPECT_EQ(unescaped(between(text, "file=", ",line=")), path);
}

TEST(GitHubFormat, ADocumentCanNotGiveCommands) {
  const std::string text =
      write("github", answer_of({finding("MP301", "x\n::error::p.md", "a\n::error::b\r::add-mask::c %0A::d\x1b[2J")}));
  const auto lines = lines_of(text);
  ASSERT_EQ(lines.size(), 2U);
  EXPECT_THAT(lines[0], HasSubstr("::a ::error::b ::add-mask::c %250A::d[2J."));
  EXPECT_THAT(text, Not(HasSubstr("\x1b")));
  EXPECT_THAT(text, Not(HasSubstr("\r")));
}

TEST(GitHubFormat, TheGravestComeFirstAndTheRestIsCounted) {
  std::vector<CheckedFinding> findings;
  for (int i = 0; i < 12; ++i) findings.push_back(finding("MP301", "a.md", "warned"));
  CheckedFinding grave = finding("MP301", "z.md", "grave");
  grave.finding.severity = Severity::error;
  findings.push_back(grave);
  const auto lines = lines_of(write("github", answer_of(std::move(findings))));
  ASSERT_EQ(lines.size(), 12U);
  EXPECT_THAT(lines.front(), StartsWith("::error file=z.md"));
  EXPECT_EQ(lines.back(), "1 error, 12 warnings in 13 documents; 2 more than GitHub annotates are in the step summary");
}

TEST(MarkdownFormat, IsATableWhateverTheMessage) {
  const std::string text = write(
      "markdown",
      answer_of({finding("MP301", "a|b`.md", "see @team #12 <img src=x> | [x](javascript:1) https://e.org `c`")}));
  const std::string row = lines_of(text).back();
  for (const char* live : {"@team", "#12", "<img", "https://", " | [x]"}) EXPECT_THAT(row, Not(HasSubstr(live)));
  EXPECT_THAT(row, HasSubstr("\\| \\[x\\](javascript:1)"));
}

TEST(SarifFormat, AMessageHasNoLinksAndNoArguments) {
  const std::string text = write("sarif", answer_of({finding("MP301", "a.md", "see [x](1) and {0}")}));
  EXPECT_THAT(text, HasSubstr("see [x] (1) and { 0}."));
}

TEST(SarifFormat, APathIsAUriAndColumnsAreUtf16) {
  CheckAnswer answer = answer_of({finding("MP301", "a b%\"\xff.md", "m")});
  answer.repository_folder = "sub/";
  const std::string text = write("sarif", answer);
  EXPECT_THAT(text, HasSubstr("\"sub/a%20b%25%22%FF.md\""));
  EXPECT_THAT(text, HasSubstr("\"startColumn\": 4"));
  EXPECT_THAT(text, HasSubstr("\"endColumn\": 8"));
}

TEST(SarifFormat, TheLeastGraveAreLeftOutAboveTheLimit) {
  std::vector<CheckedFinding> findings(25'001, finding("MP301", "a.md", "m"));
  findings.back().finding.severity = Severity::error;
  const std::string text = write("sarif", answer_of(std::move(findings)));
  EXPECT_THAT(text, HasSubstr("1 results of the least severity were left out."));
  EXPECT_LT(text.find("\"level\": \"error\""), text.find("\"ruleIndex\": 0", text.find("\"ruleIndex\": 0") + 1));
}

TEST(GitLabFormat, EqualFindingsHaveFingerprintsOfTheirOwn) {
  CheckAnswer answer = answer_of({finding("MP301", "a.md", "m", 3), finding("MP301", "a.md", "m", 9)});
  count_occurrences(answer.findings);
  const std::string text = write("gitlab", answer);
  EXPECT_THAT(text, HasSubstr("\"0000000000000007:1\""));
  EXPECT_THAT(text, HasSubstr("\"0000000000000007:2\""));
}

TEST(JunitFormat, OnlyWhatFailsTheCheckFailsATest) {
  CheckAnswer answer = answer_of({finding("MP301", "a.md", "warned"), finding("MP601", "b.md", "noted")});
  answer.findings.back().finding.severity = Severity::info;
  answer.documents.emplace_back("clean.md");
  const std::string text = write("junit", answer);
  EXPECT_THAT(text, HasSubstr("<testsuites name=\"milepost check\" tests=\"3\" failures=\"1\""));
  EXPECT_THAT(text, HasSubstr("<testcase name=\"check\" classname=\"clean.md\"/>"));
  EXPECT_THAT(text, HasSubstr("<system-out>b.md:3:5: noted.&#10;</system-out>"));
}

TEST(AllFormats, AreWrittenForAnEmptyAnswer) {
  for (const CheckFormat& format : check_formats()) {
    if (format.write == nullptr) continue;
    EXPECT_EQ(format.write({}).empty(), format.name == "short") << format.name;
  }
}

TEST(AllFormats, AFindingOfAWholeFileStandsOnItsFirstLine) {
  CheckedFinding whole = finding("MP301", "a.md", "m", 0);
  whole.span = {};
  whole.finding.column = 0;
  const CheckAnswer answer = answer_of({whole});
  EXPECT_EQ(write("short", answer), "a.md:1:1: warning MP301 m\n");
  EXPECT_THAT(write("sarif", answer), HasSubstr("\"startLine\": 1"));
  EXPECT_THAT(write("github", answer), HasSubstr(",line=1,title="));
  EXPECT_THAT(write("checkstyle", answer), HasSubstr("line=\"1\" column=\"1\""));
  EXPECT_THAT(write("rdjson", answer), Not(HasSubstr("range")));
}

}  // namespace
}  // namespace milepost
