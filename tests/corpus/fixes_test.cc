// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// Fixes over whole collections: our own documents, and the collected ones where they are at hand. With everything that
// rules offer made in memory, nothing is offered any more, the findings that were mended are gone, no rule finds more
// in any document than before, and the bytes outside the edits are the old ones. Nothing is written.
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <map>
#include <set>
#include <string>

#include "core/document/document_reader.h"
#include "core/lifecycle/proof.h"
#include "operations/fix_rounds.h"
#include "operations/session.h"
#include "platform/posix_file_system.h"

namespace milepost {
namespace {

namespace fs = std::filesystem;

using Counts = std::map<std::string, int>;  // by path and rule

Counts count(const std::vector<Finding>& findings) {
  Counts counts;
  for (const Finding& finding : findings) ++counts[finding.path + " " + std::string(finding.id)];
  return counts;
}

bool any(const Finding& /*finding*/, const Fix& /*fix*/) { return true; }
bool none(const Finding& /*finding*/, const Fix& /*fix*/) { return false; }
bool safe(const Finding& /*finding*/, const Fix& fix) { return fix.safety == FixSafety::safe; }

class Fixes : public testing::Test {
 protected:
  // Whether there was something to mend.
  std::size_t mend_all(const fs::path& folder, const FixFilter& which) {
    SessionOptions options{.workspace = {}, .scan = {}, .today = *Date::from_iso("2026-01-15")};
    options.workspace.start_directory = fs::canonical(folder).string();
    options.scan.use_cache = false;
    Session session(files_, options);
    auto rules = RuleSession::start(session, {{}, {"all"}, {}, true});
    EXPECT_TRUE(rules.has_value());
    if (!rules) return 0;
    const auto everything = DocumentChoice::make(rules->workspace(), rules->corpus(), {});
    FixRounds before(*rules, *everything);
    EXPECT_TRUE(before.run(none));
    FixRounds rounds(*rules, *everything);
    EXPECT_TRUE(rounds.run(which));
    EXPECT_TRUE(rounds.is_stable()) << folder;
    expect_only_less(count(before.left()), count(rounds.left()), rounds);
    expect_proven(rounds, rules->workspace().dialects());
    return rounds.made().size();
  }

 private:
  static void expect_only_less(const Counts& before, const Counts& after, const FixRounds& rounds) {
    std::set<std::string> changed;
    for (const auto& [path, file] : rounds.files()) changed.insert(path);
    for (const auto& [what, number] : after) {
      const auto known = before.find(what);
      EXPECT_LE(number, known == before.end() ? 0 : known->second) << what << " came with a fix";
    }
    Counts gone = before;
    for (const auto& [what, number] : after) gone[what] -= number;
    for (const MadeFix& made : rounds.made()) {
      const std::string what = made.finding.path + " " + std::string(made.finding.id);
      EXPECT_GT(gone[what], 0) << what << " was mended and is still there";
    }
  }

  static void expect_proven(const FixRounds& rounds, const DialectSet& dialects) {
    DocumentReader reader(dialects);
    for (const auto& [path, file] : rounds.files()) {
      const std::string after = file.edits->text();
      const auto direct = apply_edits(file.before, file.edits->edits());
      ASSERT_TRUE(direct.has_value());
      EXPECT_EQ(*direct, after) << path;
      const char* how = file.safety == FixSafety::safe ? "safe" : "unsafe";
      const auto proven =
          prove_edit(reader, {path, file.before, after}, std::vector<IntendedChange>{{"finding", how, 0, 0}});
      EXPECT_TRUE(proven.has_value()) << path << ": " << (proven ? "" : proven.error().message);
    }
  }

  PosixFileSystem files_;
};

TEST_F(Fixes, MendOurOwnDocuments) {
  std::size_t mended = 0;
  for (const char* folder : {"examples", "tests/corpus/labelled"}) {
    for (const auto& entry : fs::directory_iterator(fs::path(MILEPOST_SOURCE_DIR) / folder)) {
      if (!entry.is_directory()) continue;
      mended += mend_all(entry.path(), safe);
      mended += mend_all(entry.path(), any);
    }
  }
  EXPECT_GE(mended, 6U);
}

TEST_F(Fixes, MendCollectedDocuments) {
  const char* named = std::getenv("MILEPOST_CORPUS");
  const fs::path corpus =
      named != nullptr ? fs::path(named) : fs::path(MILEPOST_SOURCE_DIR) / ".." / "shared" / "corpus";
  if (!fs::exists(corpus)) GTEST_SKIP() << "no collected documents at " << corpus << "; set MILEPOST_CORPUS";
  EXPECT_GT(mend_all(corpus, safe), 10U);
  EXPECT_GT(mend_all(corpus, any), 20U);
}

}  // namespace
}  // namespace milepost
