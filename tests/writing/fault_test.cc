// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// One plan that does everything a plan can do. Each call that writes fails once in turn with each reason, and the
// process is ended before and after each; what stands on the disk afterwards, once the next command has run, must be
// wholly the old state or wholly the new one.
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <functional>

#include "support/files/faulty_file_writer.h"
#include "writing/tree.h"

namespace milepost::testing {
namespace {

using Picture = std::map<std::string, std::string>;
using Act = std::function<void(const Tree&, FaultyFileWriter&)>;

void fill(const Tree& tree) {
  tree.put("index.md", "index: old\n");
  tree.put("plans/a/plan.md", "plan: old\n");
  tree.put("plans/a/active/M1.md", "M1: old\n");
  tree.put("plans/a/active/M2.md", "M2: stays\n");
  tree.put("plans/b/b.md", "b: old\n");
  tree.put("plans/b/notes.txt", "untouched\n");
  tree.put("todo/T1.md", "T1\n");
  tree.put("todo/deep/T2.md", "T2\n");
}

// 3 edits, 1 edit with a move, 2 moves, 1 creation, 1 removal, 1 folder that moves.
EditPlan make_plan(const Tree& tree) {
  EditPlan plan{"everything at once", {}, {{"plans/b", "archive/2026/b"}}};
  plan.files = {tree.edit("index.md", "old", "new"),
                tree.edit("plans/a/plan.md", "old", "new"),
                tree.edit("plans/b/b.md", "old", "new"),
                tree.edit("plans/a/active/M1.md", "old", "new"),
                tree.move("plans/a/active/M2.md", "plans/a/done/M2.md"),
                tree.move("todo/T1.md", "TX1.md"),
                Tree::creation("fresh/deep/N.md", "N\n"),
                tree.removal("todo/deep/T2.md")};
  plan.files[3].new_path = "plans/a/done/M1.md";
  return plan;
}

Picture new_picture() {
  const Tree tree(Place::memory);
  fill(tree);
  const FaultyFileWriter unsynced(tree.writer);
  EXPECT_TRUE(tree.changes(unsynced).apply(make_plan(tree), trusting()));
  return tree.picture();
}

Result<Recovered> recover(const Tree& tree) {
  const FaultyFileWriter unsynced(tree.writer);
  return tree.changes(unsynced).recover();
}

int count_calls(const Act& act) {
  const Tree tree(Place::memory);
  fill(tree);
  FaultyFileWriter counting(tree.writer);
  act(tree, counting);
  return counting.count_calls();
}

void apply_plan(const Tree& tree, FaultyFileWriter& writer) {
  static_cast<void>(tree.changes(writer).apply(make_plan(tree), trusting()));
}

void expect_no_litter(const Tree& tree, const std::string& when) {
  for (const auto& [path, content] : tree.picture()) {
    EXPECT_EQ(path.find(".milepost-"), std::string::npos) << path << ' ' << when;
  }
  EXPECT_EQ(tree.state_names().find("journal"), std::string::npos) << when;
  EXPECT_EQ(tree.state_names().find("left"), std::string::npos) << when;
}

// Runs `act` in a process of its own, which ends at the n-th call.
bool was_killed(const Tree& tree, Trouble trouble, int call, const Act& act) {
  const pid_t child = ::fork();
  if (child == 0) {
    FaultyFileWriter faulty(tree.writer);
    faulty.plan(trouble, call);
    act(tree, faulty);
    ::_exit(0);
  }
  int status = 0;
  ::waitpid(child, &status, 0);
  return WIFEXITED(status) && WEXITSTATUS(status) == FaultyFileWriter::kExitCode;
}

TEST(Faults, EachFailingCallLeavesAllOldOrAllNew) {
  constexpr std::array kFailures = {
      std::pair{FileTrouble::other, "Input/output error"}, std::pair{FileTrouble::full, "No space left on device"},
      std::pair{FileTrouble::read_only, "Read-only file system"}, std::pair{FileTrouble::denied, "Permission denied"},
      std::pair{FileTrouble::other, "Interrupted system call"}};
  const Picture after = new_picture();
  const int calls = count_calls(apply_plan);
  ASSERT_GT(calls, 60);
  int old_states = 0;
  for (const auto& [trouble, reason] : kFailures) {
    for (int call = 1; call <= calls; ++call) {
      const Tree tree(Place::memory);
      fill(tree);
      const Picture before = tree.picture();
      FaultyFileWriter faulty(tree.writer);
      faulty.plan(Trouble::fails, call, {trouble, reason});
      const auto applied = tree.changes(faulty).apply(make_plan(tree), trusting());
      const std::string when = "at call " + std::to_string(call) + " (" + faulty.failed_call() + "): " + reason;
      if (applied) {
        EXPECT_NE(tree.picture(), before) << when;
        EXPECT_EQ(tree.picture(), after) << when;
      } else {
        ++old_states;
        EXPECT_EQ(tree.picture(), before) << when << ": " << applied.error().message;
        EXPECT_EQ(applied.error().kind, ErrorKind::io) << when;
        EXPECT_NE(applied.error().message.find(reason), std::string::npos) << when;
      }
      expect_no_litter(tree, when);
    }
  }
  EXPECT_GT(old_states, calls * 4);
}

TEST(Faults, WhenAllLaterCallsFailTheNextCommandTakesItBack) {
  const Picture after = new_picture();
  const int calls = count_calls(apply_plan);
  for (int call = 1; call <= calls; ++call) {
    const Tree tree(Place::memory);
    fill(tree);
    const Picture before = tree.picture();
    FaultyFileWriter faulty(tree.writer);
    faulty.plan(Trouble::fails, call, {FileTrouble::read_only, "Read-only file system"}, true);
    const auto applied = tree.changes(faulty).apply(make_plan(tree), trusting());
    const std::string when = "from call " + std::to_string(call) + " (" + faulty.failed_call() + ")";
    const auto recovered = recover(tree);
    ASSERT_TRUE(recovered) << when << recovered.error().message;
    const bool completed = applied || recovered->outcome == Recovered::Outcome::completed;
    EXPECT_EQ(tree.picture(), completed ? after : before) << when;
    EXPECT_TRUE(recovered->left.empty()) << when;
    expect_no_litter(tree, when);
  }
}

TEST(Faults, KilledAnywhereTheNextCommandMendsIt) {
  const Picture after = new_picture();
  const int calls = count_calls(apply_plan);
  int completed = 0;
  int taken_back = 0;
  for (const Trouble trouble : {Trouble::kills, Trouble::kills_after}) {
    for (int call = 1; call <= calls; ++call) {
      const Tree tree(Place::memory);
      fill(tree);
      const Picture before = tree.picture();
      const std::string when = "killed at call " + std::to_string(call);
      ASSERT_TRUE(was_killed(tree, trouble, call, apply_plan)) << when;
      const auto recovered = recover(tree);
      ASSERT_TRUE(recovered) << when << recovered.error().message;
      const Picture now = tree.picture();
      EXPECT_TRUE(now == before || now == after) << when;
      expect_no_litter(tree, when);
      completed += recovered->outcome == Recovered::Outcome::completed ? 1 : 0;
      taken_back += recovered->outcome == Recovered::Outcome::taken_back ? 1 : 0;
      if (now != before) {
        const FaultyFileWriter unsynced(tree.writer);
        ASSERT_TRUE(tree.changes(unsynced).undo(Changes::Direction::undo)) << when;
        EXPECT_EQ(tree.picture(), before) << when;
      }
    }
  }
  EXPECT_GT(completed, 2);
  EXPECT_GT(taken_back, calls);
}

TEST(Faults, WorksWithoutARenameThatRefusesToReplace) {
  const Picture after = new_picture();
  for (const bool has_links : {true, false}) {
    const Tree tree(Place::memory);
    fill(tree);
    FaultyFileWriter faulty(tree.writer);
    faulty.refuse("rename_noreplace", {FileTrouble::unsupported, "Operation not supported"});
    if (!has_links) faulty.refuse("link", {FileTrouble::denied, "Operation not permitted"});
    const auto applied = tree.changes(faulty).apply(make_plan(tree), trusting());
    ASSERT_TRUE(applied) << applied.error().message;
    EXPECT_EQ(tree.picture(), after);
  }
}

TEST(Faults, KilledAnywhereWithLinksInsteadTheNextCommandMendsIt) {
  const Picture after = new_picture();
  const auto act = [](const Tree& tree, FaultyFileWriter& writer) {
    writer.refuse("rename_noreplace", {FileTrouble::unsupported, "Operation not supported"});
    apply_plan(tree, writer);
  };
  for (int call = 1;; ++call) {
    const Tree tree(Place::memory);
    fill(tree);
    const Picture before = tree.picture();
    const bool killed = was_killed(tree, Trouble::kills_after, call, act);
    ASSERT_TRUE(recover(tree));
    const Picture now = tree.picture();
    EXPECT_TRUE(now == before || now == after) << call;
    expect_no_litter(tree, "killed at call " + std::to_string(call));
    if (!killed) break;
  }
}

// Also when nothing happened yet but that a journal was begun: a reading command asks is_unfinished before it mends.
TEST(Faults, WhoeverAsksFindsEverythingThatIsLeft) {
  const int calls = count_calls(apply_plan);
  for (int call = 1; call <= calls; ++call) {
    const Tree tree(Place::memory);
    fill(tree);
    ASSERT_TRUE(was_killed(tree, Trouble::kills, call, apply_plan));
    const std::string when = "killed at call " + std::to_string(call);
    if (tree.changes().is_unfinished()) {
      ASSERT_TRUE(recover(tree)) << when;
    }
    expect_no_litter(tree, when);
  }
}

// Ends a command in the middle of what is visible, so that some files are new.
// `before_end`: how many calls before the last one the process is killed; near the end the change is completed instead.
void leave_half_done(const Tree& tree, int before_end = 12) {
  const int calls = count_calls(apply_plan);
  ASSERT_TRUE(was_killed(tree, Trouble::kills, calls - before_end, apply_plan));
  ASSERT_TRUE(tree.changes().is_unfinished());
}

TEST(Faults, WhatAPersonWroteSinceIsLeftAndSaid) {
  const Tree tree(Place::memory);
  fill(tree);
  leave_half_done(tree);
  ASSERT_EQ(tree.bytes("index.md"), "index: new\n");
  tree.put("index.md", "by hand\n");
  const auto recovered = recover(tree);
  ASSERT_TRUE(recovered);
  EXPECT_EQ(recovered->outcome, Recovered::Outcome::taken_back);
  EXPECT_EQ(recovered->left, std::vector<std::string>{"index.md"});
  EXPECT_EQ(recovered->warnings.size(), 2U);
  EXPECT_EQ(tree.bytes("index.md"), "by hand\n");
  EXPECT_EQ(tree.bytes("plans/a/plan.md"), "plan: old\n");
  EXPECT_NE(tree.state_names().find("left-1"), std::string::npos);
  EXPECT_FALSE(tree.changes().is_unfinished());
  EXPECT_TRUE(tree.changes().apply({"again", {tree.edit("index.md", "by", "BY")}, {}}, trusting()));
}

TEST(Faults, ATornJournalIsDropped) {
  const Tree tree(Place::memory);
  fill(tree);
  const Picture before = tree.picture();
  ASSERT_TRUE(tree.changes().apply({"x", {tree.edit("index.md", "old", "new")}, {}}, trusting()));
  ASSERT_TRUE(tree.changes().undo(Changes::Direction::undo));
  const std::string whole = tree.bytes(".milepost/state/changes/00000001");
  for (std::size_t size = 0; size < whole.size(); size += 7) {
    tree.put(".milepost/state/journal", whole.substr(0, size));
    const auto recovered = recover(tree);
    ASSERT_TRUE(recovered);
    EXPECT_EQ(recovered->outcome, Recovered::Outcome::nothing);
    EXPECT_FALSE(tree.has(".milepost/state/journal"));
  }
  EXPECT_EQ(tree.picture(), before);
}

TEST(Faults, TheNextChangeMendsFirst) {
  const Tree tree(Place::memory);
  fill(tree);
  leave_half_done(tree, 18);
  const auto applied = tree.changes().apply({"next", {Tree::creation("next.md", "n")}, {}}, trusting());
  ASSERT_TRUE(applied);
  EXPECT_EQ(applied->warnings.size(), 1U);
  EXPECT_EQ(tree.bytes("index.md"), "index: old\n");
  EXPECT_EQ(tree.bytes("next.md"), "n");
}

// Killed while making the change, then killed again at each call of mending it, then mended.
TEST(Faults, MendingCanBeKilledToo) {
  const Picture after = new_picture();
  const int calls = count_calls(apply_plan);
  const auto mend = [](const Tree& tree, FaultyFileWriter& writer) {
    static_cast<void>(tree.changes(writer).recover());
  };
  for (int call = calls / 3; call <= calls; call += 2) {
    for (int again = 1;; ++again) {
      const Tree tree(Place::memory);
      fill(tree);
      const Picture before = tree.picture();
      const std::string when = "killed at call " + std::to_string(call) + ", then at " + std::to_string(again);
      ASSERT_TRUE(was_killed(tree, Trouble::kills_after, call, apply_plan)) << when;
      const bool killed = was_killed(tree, Trouble::kills, again, mend);
      const auto recovered = recover(tree);
      ASSERT_TRUE(recovered) << when << recovered.error().message;
      const Picture now = tree.picture();
      EXPECT_TRUE(now == before || now == after) << when;
      expect_no_litter(tree, when);
      if (!killed) break;
    }
  }
}

}  // namespace
}  // namespace milepost::testing
