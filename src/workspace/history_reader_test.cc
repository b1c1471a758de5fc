// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "workspace/history_reader.h"

#include <gmock/gmock.h>

#include "support/files/memory_file_system.h"
#include "support/git/scripted_git.h"

namespace milepost {
namespace {

using ::testing::Contains;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using Kind = GitChange::Kind;

Date day(const char* text) { return Date::from_iso(text).value(); }

std::string document(std::string_view status, std::string_view updated, std::string_view body) {
  return "---\nid: M1\nstatus: " + std::string(status) + "\nupdated: " + std::string(updated) +
         "\n---\n\n# M1: Parser\n\n" + std::string(body) + "\n";
}

class HistoryReaderTest : public ::testing::Test {
 protected:
  HistoryReaderTest() {
    files_.write("/repo/.git/HEAD", "ref: refs/heads/main\n");
    put("docs/milestones/M1-parser.md", document("active", "2026-01-01", "New words."));
  }

  void put(const std::string& path, const std::string& text) { texts_[path] = text; }

  // From the newest to the oldest, each in a commit of its own.
  void commit(const char* when, Kind kind, std::string path, std::string old_blob, std::string new_blob,
              std::string old_path = "") {
    GitChanges& changes = git_.changes;
    changes.commits.push_back({day(when), "HEAD"});
    const auto index = static_cast<std::uint32_t>(changes.commits.size() - 1);
    changes.changes.push_back(
        {kind, std::move(path), std::move(old_path), std::move(old_blob), std::move(new_blob), index});
  }

  Result<HistoryFacts> load(HistoryWishes wishes = {}) {
    DocumentReader reader(dialects_);
    std::vector<DocumentSummary> summaries;
    for (const auto& [path, text] : texts_) {
      DocumentSummary summary;
      if (reader.read_summary(path, text, summary) == Interest::recognised) summaries.push_back(std::move(summary));
    }
    const Corpus corpus = Corpus::build(std::move(summaries));
    return load_history({files_, &git_, root_, corpus, dialects_, wishes});
  }

  DocumentHistory of_m1(HistoryWishes wishes = {}) {
    const auto facts = load(wishes);
    const DocumentHistory* history = facts->find("docs/milestones/M1-parser.md");
    return history == nullptr ? DocumentHistory{} : *history;
  }

  const DialectSet dialects_ = DialectSet::built_in().value();
  MemoryFileSystem files_;
  ScriptedGit git_;
  std::string root_ = "/repo";
  std::map<std::string, std::string> texts_;
};

constexpr const char* kM1 = "docs/milestones/M1-parser.md";

TEST_F(HistoryReaderTest, TheLastRealChangeCounts) {
  git_.blobs = {{"a", document("active", "2026-01-01", "Old words.")},
                {"b", document("active", "2026-01-01", "New words.")},
                {"c", document("active", "2026-01-05", "New   words.\n")}};
  commit("2026-01-05", Kind::changed, kM1, "b", "c");  // blanks and the day itself
  commit("2026-01-03", Kind::changed, kM1, "a", "b");
  commit("2025-12-01", Kind::added, kM1, "", "a");
  EXPECT_EQ(of_m1().changed, day("2026-01-03"));
  EXPECT_EQ(of_m1().touched, day("2026-01-05"));
}

TEST_F(HistoryReaderTest, BeingAddedAndBeingMovedAreNoChanges) {
  git_.blobs = {{"a", document("active", "2026-01-01", "Old words.")},
                {"b", document("active", "2026-01-01", "New words.")}};
  commit("2026-01-09", Kind::moved, kM1, "b", "b", "M1.md");
  commit("2026-01-03", Kind::changed, "M1.md", "a", "b");
  commit("2026-01-02", Kind::added, "M1.md", "", "a");
  EXPECT_EQ(of_m1().changed, day("2026-01-03"));
  EXPECT_EQ(of_m1().touched, day("2026-01-03"));
}

TEST_F(HistoryReaderTest, ALinkThatWasMendedIsNoChange) {
  git_.blobs = {{"a", document("active", "2026-01-01", "See [it](old.md).")},
                {"b", document("active", "2026-01-01", "See [it](new/place.md).")}};
  commit("2026-01-03", Kind::changed, kM1, "a", "b");
  EXPECT_EQ(of_m1().changed, std::nullopt);
}

TEST_F(HistoryReaderTest, NoVersionIsReadWhileTheStatedDayIsNewer) {
  commit("2025-12-30", Kind::changed, kM1, "a", "b");
  of_m1();
  EXPECT_THAT(git_.questions, testing::Not(Contains("load_blobs")));
}

TEST_F(HistoryReaderTest, TellsTheLastChangeOfTheStatusWhenAsked) {
  git_.blobs = {{"a", document("planned", "2026-01-01", "x")},
                {"b", document("active", "2026-01-01", "x")},
                {"c", document("active", "2026-01-01", "y")}};
  commit("2025-12-05", Kind::changed, kM1, "b", "c");
  commit("2025-12-03", Kind::changed, kM1, "a", "b");
  EXPECT_FALSE(of_m1().status);
  const auto status = of_m1({.status_changes = true}).status;
  ASSERT_TRUE(status);
  EXPECT_EQ(status->before, StatusCategory::planned);
  EXPECT_EQ(status->day, day("2025-12-03"));
}

TEST_F(HistoryReaderTest, KnowsWhatWasDeletedAndIsNowhereElse) {
  commit("2026-01-02", Kind::deleted, "docs/milestones/M2-writer.md", "x", "");
  commit("2026-01-01", Kind::deleted, kM1, "x", "");
  const auto facts = load();
  ASSERT_EQ(facts->deleted.size(), 1U);
  EXPECT_EQ(facts->deleted.front().id, "m2");
}

TEST_F(HistoryReaderTest, LooksAtOtherBranchesWhenAsked) {
  git_.all_refs = {{"refs/heads/main", "1"}, {"refs/heads/web", "2"}};
  git_.other_changes = {{{day("2026-01-02"), "refs/heads/web"}},
                        {{Kind::added, "docs/milestones/M1-web.md", "", "", "w", 0},
                         {Kind::added, "docs/milestones/M3-merged.md", "", "", "m", 0}}};
  git_.blobs = {{"w", "# M1: Web pages\n\n**Status:** Planned\n"}, {"m", "# M3: Merged\n\n**Status:** Planned\n"}};
  commit("2026-01-03", Kind::added, "docs/milestones/M4.md", "", "m");
  EXPECT_THAT(load()->elsewhere, IsEmpty());
  const auto facts = load({.other_branches = true});
  ASSERT_EQ(facts->elsewhere.size(), 1U);
  EXPECT_EQ(facts->elsewhere.front().branch, "web");
  EXPECT_EQ(facts->elsewhere.front().title, "Web pages");
}

TEST_F(HistoryReaderTest, TheRootMayLieBelowTheTop) {
  root_ = "/repo/docs";
  texts_ = {{"milestones/M1-parser.md", document("active", "2026-01-01", "New words.")}};
  git_.blobs = {{"a", document("active", "2026-01-01", "a")}, {"b", document("active", "2026-01-01", "b")}};
  commit("2026-01-03", Kind::changed, kM1, "a", "b");
  EXPECT_EQ(load()->find("milestones/M1-parser.md")->changed, day("2026-01-03"));
}

TEST_F(HistoryReaderTest, SaysWhyThereIsNone) {
  files_.write("/repo/.git/shallow", "0123\n");
  EXPECT_THAT(load().error().message, HasSubstr("shallow"));
  root_ = "/elsewhere";
  EXPECT_EQ(load().error().kind, ErrorKind::not_found);
}

}  // namespace
}  // namespace milepost
