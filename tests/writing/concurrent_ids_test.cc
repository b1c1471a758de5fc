// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// Many processes in many work trees of one repository that all make a new document, and that all claim: no id comes
// twice, no document is lost, nothing is claimed by two.
#include <gmock/gmock.h>
#include <sys/wait.h>
#include <unistd.h>

#include <filesystem>
#include <map>
#include <set>

#include "core/lifecycle/id_sequence.h"
#include "operations/session.h"
#include "operations/taken_elsewhere.h"
#include "platform/child_process.h"
#include "platform/git_process.h"
#include "platform/posix_file_system.h"
#include "platform/posix_file_writer.h"
#include "support/git/git_sandbox.h"
#include "workspace/claims.h"

namespace milepost {
namespace {

namespace fs = std::filesystem;

constexpr int kProcesses = 64;
constexpr int kWorkTrees = 8;
constexpr std::uint32_t kPatience = 120'000;

class ConcurrentIds : public ::testing::Test {
 protected:
  ConcurrentIds() {
    box_.write("main/docs/milestones/M01-quay.md", "# M01: Quay\n\n**Status:** Planned\n");
    box_.commit("first");
    for (int i = 1; i < kWorkTrees; ++i) {
      const std::string name = "w" + std::to_string(i);
      box_.git({"worktree", "add", "--quiet", "-b", name, "../" + name});
      roots_.push_back(box_.base() + "/" + name);
    }
    roots_.push_back(box_.root());
  }

  // Runs `body(i)` in a process of its own each; gives how many said true.
  template <typename Body>
  static int run_processes(const Body& body) {
    std::vector<pid_t> children;
    for (int i = 0; i < kProcesses; ++i) {
      const pid_t child = ::fork();
      if (child == 0) ::_exit(body(i) ? 0 : 1);
      children.push_back(child);
    }
    int good = 0;
    for (const pid_t child : children) {
      int status = 0;
      ::waitpid(child, &status, 0);
      good += WIFEXITED(status) && WEXITSTATUS(status) == 0 ? 1 : 0;
    }
    return good;
  }

  [[nodiscard]] SessionOptions options(const std::string& root) const {
    SessionOptions options{{}, {}, *Date::from_iso("2026-01-15")};
    options.workspace.start_directory = root;
    options.scan.threads = 1;
    options.writer = &writer_;
    options.git = &git_;
    return options;
  }

  // What `new` does: the number is looked up and the document planned while the lock is held.
  [[nodiscard]] bool make_document(int process) const {
    const std::string& root = roots_[static_cast<std::size_t>(process % kWorkTrees)];
    const Changes changes(files_, writer_, root, {.command = "new", .lock_wait_ms = kPatience});
    const auto plan = [&]() -> Result<EditPlan> {
      Session session(files_, options(root));
      const auto sequence = IdSequence::parse("M{number:2}", {"docs/milestones", {}});
      TakenNumbers taken;
      if (auto added = add_taken_elsewhere(session, *sequence, taken); !added) return std::unexpected(added.error());
      const auto id = choose_id(*sequence, taken, {});
      if (!id) return std::unexpected(id.error());
      FileChange creation;
      creation.path = "docs/milestones/" + id->id + "-from-" + std::to_string(process) + ".md";
      creation.edits = {{{0, 0}, "# " + id->id + ": Made\n\n**Status:** Planned\n"}};
      if (auto kept = reserve_id(session, id->id, creation.path); !kept) return std::unexpected(kept.error());
      return EditPlan{"new", {creation}, {}};
    };
    const Proof prove = [](const FileChange&, std::string_view, std::string_view) -> Result<void> { return {}; };
    return changes.apply_planned(plan, Planning::locked, {prove, EmptiedFolders::remove}).has_value();
  }

  // How often each number stands in all work trees; the first one was there before.
  [[nodiscard]] std::map<std::string, std::set<std::string>> names_by_id() const {
    std::map<std::string, std::set<std::string>> names;
    for (const std::string& root : roots_)
      for (const auto& entry : fs::directory_iterator(root + "/docs/milestones")) {
        const std::string name = entry.path().filename().string();
        names[name.substr(0, name.find('-'))].insert(name);
      }
    return names;
  }

  GitSandbox box_;
  PosixFileSystem files_;
  PosixFileWriter writer_;
  GitProcess git_{get_environment()};
  std::vector<std::string> roots_;
};

TEST_F(ConcurrentIds, NoNumberIsGivenTwice) {
  EXPECT_EQ(run_processes([this](int process) { return make_document(process); }), kProcesses);
  const auto names = names_by_id();
  EXPECT_EQ(names.size(), kProcesses + 1U);
  for (const auto& [id, bearers] : names) EXPECT_EQ(bearers.size(), 1U) << id;
  EXPECT_TRUE(names.contains("M65"));
}

TEST_F(ConcurrentIds, NumbersOfDeletedDocumentsStayTaken) {
  ASSERT_TRUE(make_document(0));
  for (const std::string& root : roots_)
    for (const auto& entry : fs::directory_iterator(root + "/docs/milestones"))
      if (entry.path().filename().string().starts_with("M02")) fs::remove(entry.path());
  ASSERT_TRUE(make_document(1));
  EXPECT_TRUE(names_by_id().contains("M03"));
  EXPECT_FALSE(names_by_id().contains("M02"));
}

TEST_F(ConcurrentIds, OneOfManyThatClaimGetsIt) {
  const int winners = run_processes([this](int process) {
    const Claims claims(files_, roots_[static_cast<std::size_t>(process % kWorkTrees)]);
    const std::string who = "agent-" + std::to_string(process);
    return claims.take(writer_, {"docs|m1", "M01", "docs/M01.md", who, 1000, 2000}).has_value();
  });
  EXPECT_EQ(winners, 1);
  EXPECT_EQ(Claims(files_, box_.root()).load(1500).size(), 1U);
}

class ClaimsTest : public ConcurrentIds {
 protected:
  [[nodiscard]] Result<void> take(const std::string& who, std::int64_t now, std::int64_t until) const {
    return claims_.take(writer_, {"docs|m1", "M01", "docs/M01.md", who, now, until});
  }
  Claims claims_{files_, box_.root()};
};

TEST_F(ClaimsTest, EndByThemselvesAndAreProlongedByTheirHolder) {
  ASSERT_TRUE(take("kim", 100, 200));
  const auto refused = take("lee", 150, 300);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().kind, ErrorKind::conflict);
  EXPECT_EQ(refused.error().message, "M01 is claimed by kim.");
  ASSERT_TRUE(take("kim", 150, 400));
  ASSERT_EQ(claims_.load(350).size(), 1U);
  EXPECT_EQ(claims_.load(350).front().since, 100);
  EXPECT_TRUE(claims_.load(400).empty());
  EXPECT_TRUE(take("lee", 400, 500));
  EXPECT_EQ(claims_.load(450).front().holder, "lee");
}

TEST_F(ClaimsTest, AreReleasedByTheirHolderOrByForce) {
  ASSERT_TRUE(take("kim", 100, 200));
  const Claim by_lee{"docs|m1", "M01", "docs/M01.md", "lee", 150, 150};
  EXPECT_EQ(claims_.release(writer_, by_lee, Claims::Force::own_only).error().kind, ErrorKind::conflict);
  EXPECT_EQ(claims_.release(writer_, by_lee, Claims::Force::any)->holder, "kim");
  EXPECT_EQ(claims_.release(writer_, by_lee, Claims::Force::any).error().kind, ErrorKind::not_found);
}

TEST_F(ClaimsTest, ADamagedFileIsNoClaim) {
  ASSERT_TRUE(take("kim", 100, 200));
  const std::string folder = box_.root() + "/.git/milepost/claims";
  for (const auto& entry : fs::directory_iterator(folder))
    box_.write(fs::relative(entry.path(), box_.base()).string(), "x");
  EXPECT_TRUE(claims_.load(150).empty());
  EXPECT_TRUE(take("lee", 150, 300));
  EXPECT_EQ(take("", 150, 300).error().kind, ErrorKind::usage);
  EXPECT_EQ(take("a\nb", 150, 300).error().kind, ErrorKind::usage);
}

TEST(ClaimText, IsReadAsItWasWritten) {
  const Claim claim{"docs|m1", "M01: x", "docs/M 1.md", "kim @ home", 5, 6};
  Claim read;
  ASSERT_TRUE(parse_claim(to_claim_text(claim), read));
  EXPECT_EQ(std::tie(read.key, read.item, read.path, read.holder, read.since, read.until),
            std::tie(claim.key, claim.item, claim.path, claim.holder, claim.since, claim.until));
  EXPECT_FALSE(parse_claim("milepost claim 1\nkey: a\n", read));
}

}  // namespace
}  // namespace milepost
