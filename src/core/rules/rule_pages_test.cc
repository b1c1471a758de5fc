// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// The pages of the rules are tests: the documents under Bad give exactly the findings listed below them, those under
// Good give none, and the fixes turn Bad into the bytes under Fix. The catalogue, the files and the pages are compared
// both ways.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <sstream>

#include "core/document/finding.h"
#include "core/rules/catalog.h"
#include "core/rules/page_history_for_tests.h"
#include "core/rules/rule_page_for_tests.h"
#include "core/rules/rule_runner.h"

namespace milepost {
namespace {

using rules_testing::Page;
using rules_testing::PageFiles;
using rules_testing::read_page;

constexpr const char* kFolder = "src/core/rules";

class PageWorkspace final : public WorkspaceFiles {
 public:
  explicit PageWorkspace(const PageFiles& files) : files_(files) {}
  [[nodiscard]] bool exists(std::string_view path) const override {
    return std::ranges::any_of(files_, [&](const auto& file) {
      return file.first == path || file.first.starts_with(std::string(path) + "/");
    });
  }
  [[nodiscard]] std::vector<std::string> find_named(std::string_view file_name) const override {
    std::vector<std::string> paths;
    for (const auto& [path, bytes] : files_) {
      if (path == file_name || path.ends_with("/" + std::string(file_name))) paths.push_back(path);
    }
    return paths;
  }

 private:
  const PageFiles& files_;
};

std::vector<Finding> found_in(const Rule& rule, const PageFiles& files, const std::string& history_lines) {
  const auto dialects = DialectSet::built_in();
  const auto plan = RulePlan::make({{}, {std::string(rule.about.id)}, {}, true});
  EXPECT_TRUE(dialects && plan);
  DocumentReader reader(*dialects);
  std::vector<DocumentSummary> summaries;
  std::vector<Finding> all;
  for (const auto& [path, bytes] : files) {
    DocumentSummary summary;
    const Interest interest = reader.read_summary(path, bytes, summary);
    if (interest == Interest::not_recognised) all.insert(all.end(), summary.problems.begin(), summary.problems.end());
    if (interest == Interest::recognised) summaries.push_back(std::move(summary));
  }
  const Corpus corpus = Corpus::build(std::move(summaries));
  const PageWorkspace workspace(files);
  const HistoryFacts history = rules_testing::read_history(history_lines);
  const RuleFacts facts{corpus, *Date::from_iso("2026-01-15"), &workspace, &history};
  const auto reasons = rule.about.slug == "suppression-without-reason" ? ReasonsOfSuppressions::required
                                                                       : ReasonsOfSuppressions::optional;
  // Suppressions speak of other rules, which therefore must run.
  const bool is_about_others = rule.about.group == RuleGroup::suppression;
  const auto whole = RulePlan::make({});
  const RuleRunner runner(is_about_others ? *whole : *plan, facts, reasons);
  all = runner.keep_planned(all);
  DocumentReading reading(*dialects);
  for (std::uint32_t d = 0; d < corpus.documents().size(); ++d) {
    const std::string& path = corpus.documents()[d].path;
    EXPECT_EQ(reading.read(path, files.at(path)), Interest::recognised);
    for (Finding& finding : runner.check_document(reading, d)) {
      if (finding.id == rule.about.id) all.push_back(std::move(finding));
    }
  }
  return all;
}

std::string to_lines(const std::vector<Finding>& findings) {
  std::string lines;
  for (const Finding& finding : findings) {
    lines += finding.path + ":" + std::to_string(finding.line) + ":" + std::to_string(finding.column) + ": " +
             to_string(finding.severity) + " " + std::string(finding.id) + " " + finding.message + "\n";
  }
  return lines;
}

PageFiles mended(const std::vector<Finding>& findings, PageFiles files) {
  std::map<std::string, std::vector<TextEdit>> edits;
  for (const Finding& finding : findings) {
    if (finding.fixes.empty()) continue;
    for (const FileEdits& file : finding.fixes.front().files) {
      edits[file.path].insert(edits[file.path].end(), file.edits.begin(), file.edits.end());
    }
  }
  for (auto& [path, of_file] : edits) {
    auto text = apply_edits(files.at(path), std::move(of_file));
    EXPECT_TRUE(text.has_value()) << path;
    if (text) files[path] = *text;
  }
  return files;
}

FixOffer best_offer(const std::vector<Finding>& findings) {
  FixOffer offer = FixOffer::none;
  for (const Finding& finding : findings) {
    for (const Fix& fix : finding.fixes) {
      if (fix.safety == FixSafety::safe) return FixOffer::safe;
      offer = FixOffer::unsafe;
    }
  }
  return offer;
}

class RulePages : public testing::TestWithParam<const Rule*> {};

TEST_P(RulePages, SayWhatTheRuleDoes) {
  const Rule& rule = *GetParam();
  const auto page = read_page(page_of(rule));
  ASSERT_TRUE(page.trouble.empty()) << page.trouble;
  EXPECT_EQ(page.title, std::string(rule.about.id) + " " + std::string(rule.about.slug));
  EXPECT_EQ(page.sections, (std::vector<std::string>{"What", "Why", "Bad", "Good", "Fix", "Options"}));
  for (const RuleOption& option : rule.about.options) {
    EXPECT_NE(page.options.find("`" + std::string(option.name) + "`"), std::string::npos) << option.name;
  }
  if (page.bad.empty()) {
    EXPECT_EQ(rule.about.group, RuleGroup::reading) << "only facts of reading can need more than bytes to show";
    return;
  }
  const auto found = found_in(rule, page.bad, page.bad_history);
  EXPECT_EQ(to_lines(found), page.findings);
  EXPECT_EQ(to_lines(found_in(rule, page.good, page.good_history)), "");
  EXPECT_FALSE(page.good.empty());
  EXPECT_EQ(best_offer(found), rule.about.fix);
  if (page.fixed.empty()) return;
  const PageFiles after = mended(found, page.bad);
  for (const auto& [path, bytes] : page.fixed) EXPECT_EQ(after.at(path), bytes) << path;
  EXPECT_EQ(to_lines(found_in(rule, after, page.bad_history)), "") << "the fix must mend what was found";
}

std::string test_name(const testing::TestParamInfo<const Rule*>& info) { return file_stem_of(*info.param); }

INSTANTIATE_TEST_SUITE_P(All, RulePages, testing::ValuesIn(rules().begin(), rules().end()), test_name);

TEST(Catalog, IsSortedAndNamesEachRuleOnce) {
  std::set<std::string_view> slugs;
  for (std::size_t i = 0; i < rules().size(); ++i) {
    const RuleDescriptor& about = rules()[i]->about;
    EXPECT_TRUE(slugs.insert(about.slug).second) << about.slug;
    if (i > 0) {
      EXPECT_LT(rules()[i - 1]->about.id, about.id);
    }
    EXPECT_EQ(index_of(*rules()[i]), i);
    EXPECT_EQ(find_rule(about.slug), rules()[i]);
  }
}

TEST(Catalog, GroupsHaveTheirNumbers) {
  constexpr std::string_view kFirstDigits = "01234567";
  for (const Rule* rule : rules()) {
    EXPECT_EQ(rule->about.id.at(2), kFirstDigits.at(static_cast<std::size_t>(rule->about.group))) << rule->about.id;
  }
}

TEST(Catalog, HasAPageAndAFileForEachRuleAndTheReverse) {
  std::set<std::string> pages;
  std::set<std::string> sources;
  for (const auto& entry : std::filesystem::directory_iterator(kFolder)) {
    const std::string name = entry.path().filename().string();
    if (!name.starts_with("MP")) continue;
    (entry.path().extension() == ".md" ? pages : sources).insert(entry.path().stem().string());
  }
  std::set<std::string> known;
  for (const Rule* rule : rules()) {
    const std::string stem = file_stem_of(*rule);
    known.insert(stem);
    EXPECT_TRUE(pages.contains(stem)) << stem << ".md is missing";
    const bool has_check =
        rule->check_item != nullptr || rule->check_document != nullptr || rule->check_corpus != nullptr;
    EXPECT_EQ(sources.contains(stem), has_check) << stem << ".cc";
  }
  for (const std::string& stem : pages) EXPECT_TRUE(known.contains(stem)) << stem << ".md has no rule";
  for (const std::string& stem : sources) EXPECT_TRUE(known.contains(stem)) << stem << ".cc has no rule";
}

TEST(Catalog, TellsFactsOfReadingAsTheyAreReported) {
  for (auto fact = 0; fact <= static_cast<int>(ReadingFact::placeholder); ++fact) {
    const ReadingFactRow& row = row_of(static_cast<ReadingFact>(fact));
    const Rule* rule = find_rule(row.id);
    ASSERT_NE(rule, nullptr) << row.id;
    EXPECT_EQ(rule->about.slug, row.slug);
    EXPECT_EQ(rule->about.severity, row.severity) << row.id;
    EXPECT_EQ(rule->about.group, RuleGroup::reading);
  }
}

}  // namespace
}  // namespace milepost
