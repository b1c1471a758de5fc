// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include <gmock/gmock.h>
#include <sys/stat.h>

#include <algorithm>
#include <filesystem>

#include "core/document/revision.h"
#include "support/files/faulty_file_writer.h"
#include "workspace/workspace.h"
#include "writing/tree.h"

namespace milepost::testing {
namespace {

namespace fs = std::filesystem;
using ::testing::HasSubstr;

EditPlan plan_of(std::vector<FileChange> files, std::vector<FolderMove> folders = {}) {
  return {"test", std::move(files), std::move(folders)};
}

TEST(Apply, EditsOneFileAndLeavesNothingBeside) {
  const Tree tree;
  tree.put("docs/M1.md", "# M1\r\n\r\n- [ ] box\r\n");
  fs::permissions(tree.at("docs/M1.md"), fs::perms(0640));
  const auto applied = tree.changes().apply(plan_of({tree.edit("docs/M1.md", "[ ]", "[x]")}), trusting());
  ASSERT_TRUE(applied) << applied.error().message;
  EXPECT_EQ(tree.picture(),
            (std::map<std::string, std::string>{{"docs", "0755 /"}, {"docs/M1.md", "0640 # M1\r\n\r\n- [x] box\r\n"}}));
  EXPECT_EQ(tree.state_names(), ".gitignore changes changes/00000001 lock");
  ASSERT_EQ(applied->files.size(), 1U);
  EXPECT_EQ(applied->files[0].path, "docs/M1.md");
  EXPECT_EQ(applied->files[0].old_path, "docs/M1.md");
  EXPECT_EQ(applied->files[0].revision, revision_of(tree.bytes("docs/M1.md")));
  EXPECT_EQ(applied->number, 1U);
}

TEST(Apply, DoesEverythingOfAPlan) {
  const Tree tree;
  tree.put("active/plan/plan.md", "plan: a");
  tree.put("active/plan/M1.md", "one: a");
  tree.put("active/plan/M2.md", "two: a");
  tree.put("old/gone.md", "gone");
  tree.put("index.md", "index: a");
  const auto applied = tree.changes().apply(
      plan_of({tree.edit("active/plan/plan.md", "plan: a", "plan: b"), tree.edit("index.md", "index: a", "index: b"),
               Tree::creation("new/deep/N.md", "new"), tree.removal("old/gone.md"),
               tree.move("active/plan/M1.md", "active/plan/done/M1.md")},
              {{"active/plan", "archive/2026/plan"}}),
      trusting());
  ASSERT_TRUE(applied) << applied.error().message << (applied.error().place ? applied.error().place->path : "");
  EXPECT_EQ(tree.picture(), (std::map<std::string, std::string>{{"archive", "0755 /"},
                                                                {"archive/2026", "0755 /"},
                                                                {"archive/2026/plan", "0755 /"},
                                                                {"archive/2026/plan/M2.md", "0644 two: a"},
                                                                {"archive/2026/plan/done", "0755 /"},
                                                                {"archive/2026/plan/done/M1.md", "0644 one: a"},
                                                                {"archive/2026/plan/plan.md", "0644 plan: b"},
                                                                {"index.md", "0644 index: b"},
                                                                {"new", "0755 /"},
                                                                {"new/deep", "0755 /"},
                                                                {"new/deep/N.md", "0644 new"}}));
  EXPECT_EQ(applied->files[0].path, "archive/2026/plan/plan.md");
  EXPECT_EQ(applied->files[4].path, "archive/2026/plan/done/M1.md");
}

TEST(Apply, UndoTakesBackEverythingAndRedoDoesItAgain) {
  const Tree tree;
  tree.put("active/plan/plan.md", "plan: a");
  tree.put("active/plan/sub/M1.md", "one: a");
  tree.put("old/gone.md", "gone");
  fs::permissions(tree.at("old"), fs::perms(0750));
  fs::permissions(tree.at("old/gone.md"), fs::perms(0600));
  const auto before = tree.picture();
  FileChange moved = tree.edit("active/plan/sub/M1.md", "a", "b");
  moved.new_path = "done/M1.md";
  const Changes changes = tree.changes();
  ASSERT_TRUE(changes.apply(plan_of({tree.edit("active/plan/plan.md", "plan: a", "plan: b"),
                                     Tree::creation("new/N.md", "new"), tree.removal("old/gone.md"), moved},
                                    {{"active/plan", "archive/plan"}}),
                            trusting()));
  const auto after = tree.picture();
  EXPECT_FALSE(tree.has("active"));
  const auto undone = changes.undo(Changes::Direction::undo);
  ASSERT_TRUE(undone) << undone.error().message << undone.error().place->path;
  EXPECT_EQ(tree.picture(), before);
  EXPECT_FALSE(changes.undo(Changes::Direction::undo));
  const auto redone = changes.undo(Changes::Direction::redo);
  ASSERT_TRUE(redone) << redone.error().message;
  EXPECT_EQ(tree.picture(), after);
  EXPECT_EQ(changes.undo(Changes::Direction::redo).error().kind, ErrorKind::not_found);
  ASSERT_TRUE(changes.undo(Changes::Direction::undo));
  EXPECT_EQ(tree.picture(), before);
}

TEST(Apply, UndoGoesBackStepByStep) {
  const Tree tree;
  tree.put("a.md", "0");
  const Changes changes = tree.changes();
  for (const char* next : {"1", "2", "3"}) {
    ASSERT_TRUE(changes.apply(plan_of({tree.edit("a.md", tree.bytes("a.md"), next)}), trusting()));
  }
  for (const char* back : {"2", "1", "0"}) {
    ASSERT_TRUE(changes.undo(Changes::Direction::undo));
    EXPECT_EQ(tree.bytes("a.md"), back);
  }
  EXPECT_EQ(changes.undo(Changes::Direction::undo).error().kind, ErrorKind::not_found);
  ASSERT_TRUE(changes.undo(Changes::Direction::redo));
  ASSERT_TRUE(changes.undo(Changes::Direction::redo));
  EXPECT_EQ(tree.bytes("a.md"), "2");
  ASSERT_TRUE(changes.apply(plan_of({tree.edit("a.md", "2", "new")}), trusting()));
  EXPECT_EQ(changes.undo(Changes::Direction::redo).error().kind, ErrorKind::not_found);
}

TEST(Apply, UndoRefusesWhenAFileIsNotAsItWasLeft) {
  const Tree tree;
  tree.put("a.md", "a");
  tree.put("b.md", "b");
  const Changes changes = tree.changes();
  ASSERT_TRUE(changes.apply(plan_of({tree.edit("a.md", "a", "A"), tree.edit("b.md", "b", "B")}), trusting()));
  tree.put("b.md", "by hand");
  const auto undone = changes.undo(Changes::Direction::undo);
  ASSERT_FALSE(undone);
  EXPECT_EQ(undone.error().kind, ErrorKind::conflict);
  EXPECT_EQ(undone.error().place->path, "b.md");
  EXPECT_EQ(tree.bytes("a.md"), "A");
}

TEST(Apply, AChangedFileIsAConflictThatNamesBothRevisions) {
  const Tree tree;
  tree.put("a.md", "a");
  tree.put("b.md", "b");
  const EditPlan plan = plan_of({tree.edit("a.md", "a", "A"), tree.edit("b.md", "b", "B")});
  tree.put("b.md", "other");
  const auto applied = tree.changes().apply(plan, trusting());
  ASSERT_FALSE(applied);
  EXPECT_EQ(applied.error().kind, ErrorKind::conflict);
  EXPECT_EQ(applied.error().place->path, "b.md");
  EXPECT_THAT(applied.error().message, HasSubstr(revision_text(revision_of("b"))));
  EXPECT_THAT(applied.error().message, HasSubstr(revision_text(revision_of("other"))));
  EXPECT_EQ(tree.bytes("a.md"), "a");
}

TEST(Apply, PlansAgainWhenSomebodyWasFaster) {
  const Tree tree;
  tree.put("a.md", "count: 1\n");
  int calls = 0;
  const auto planner = [&]() -> Result<EditPlan> {
    EditPlan plan = plan_of({tree.edit("a.md", "\n", "\nmine\n")});
    if (++calls == 1) tree.put("a.md", "count: 2\n");
    return plan;
  };
  ASSERT_TRUE(tree.changes().apply_planned(planner, Planning::optimistic, trusting()));
  EXPECT_EQ(calls, 2);
  EXPECT_EQ(tree.bytes("a.md"), "count: 2\nmine\n");
}

TEST(Apply, TheProofStopsTheWholePlan) {
  const Tree tree;
  tree.put("a.md", "a");
  tree.put("b.md", "b");
  std::vector<std::string> seen;
  ApplyOptions options;
  options.prove = [&](const FileChange& change, std::string_view was, std::string_view becomes) -> Result<void> {
    seen.push_back(change.path + ':' + std::string(was) + ':' + std::string(becomes));
    if (change.path == "b.md") return fail(ErrorKind::refused, "more would change than was meant");
    return {};
  };
  const auto applied =
      tree.changes().apply(plan_of({tree.edit("a.md", "a", "A"), tree.edit("b.md", "b", "B")}), options);
  ASSERT_FALSE(applied);
  EXPECT_EQ(applied.error().kind, ErrorKind::refused);
  EXPECT_THAT(seen, ::testing::ElementsAre("a.md:a:A", "b.md:b:B"));
  EXPECT_EQ(tree.bytes("a.md"), "a");
  EXPECT_EQ(tree.changes().apply(plan_of({tree.edit("a.md", "a", "A")}), {}).error().kind, ErrorKind::internal);
}

TEST(Apply, WritesNothingOutsideTheRoot) {
  const Tree tree;
  const Tree other;
  other.put("x.md", "x");
  tree.put("a.md", "a");
  fs::create_directory_symlink(other.root(), tree.at("out"));
  fs::create_symlink(other.at("x.md"), tree.at("link.md"));
  fs::create_directory_symlink("nowhere", tree.at("dangling"));
  tree.put(".git/HEAD", "x");
  for (const char* path :
       {"../y.md", "/tmp/y.md", "a/../y.md", "./y.md", "a//y.md", "", "out/y.md", "out/deep/y.md", ".git/y.md",
        "sub/.GIT/y.md", ".milepost/state/y.md", "a.md/y.md", "dangling/y.md", "a\nb.md"}) {
    const auto applied = tree.changes().apply(plan_of({Tree::creation(path, "y")}), trusting());
    ASSERT_FALSE(applied) << '\'' << path << '\'';
    EXPECT_EQ(applied.error().kind, ErrorKind::usage) << path << ": " << applied.error().message;
  }
  for (const char* path : {"out/x.md", "link.md"}) {
    const auto applied = tree.changes().apply(plan_of({tree.edit(path, "x", "y")}), trusting());
    ASSERT_FALSE(applied) << path;
    EXPECT_EQ(applied.error().kind, ErrorKind::usage) << path;
    EXPECT_FALSE(tree.changes().apply(plan_of({tree.move("a.md", "out/a.md")}), trusting()));
  }
  EXPECT_EQ(other.picture(), (std::map<std::string, std::string>{{"x.md", "0644 x"}}));
}

TEST(Apply, ALinkIsEditedWhereItLeads) {
  const Tree tree;
  tree.put("real/a.md", "a");
  fs::create_symlink("real/a.md", tree.at("link.md"));
  fs::create_directory_symlink("real", tree.at("folder"));
  ASSERT_TRUE(tree.changes().apply(plan_of({tree.edit("link.md", "a", "b")}), trusting()));
  EXPECT_TRUE(fs::is_symlink(tree.at("link.md")));
  EXPECT_EQ(tree.bytes("real/a.md"), "b");
  ASSERT_TRUE(tree.changes().apply(plan_of({tree.edit("folder/a.md", "b", "c")}), trusting()));
  EXPECT_EQ(tree.bytes("real/a.md"), "c");
  const auto moved = tree.changes().apply(plan_of({tree.move("link.md", "other.md")}), trusting());
  ASSERT_FALSE(moved);
  EXPECT_EQ(moved.error().kind, ErrorKind::refused);
  EXPECT_THAT(moved.error().hints.front(), HasSubstr("real/a.md"));
  const auto twice =
      tree.changes().apply(plan_of({tree.edit("link.md", "c", "d"), tree.edit("real/a.md", "c", "e")}), trusting());
  EXPECT_EQ(twice.error().kind, ErrorKind::usage);
}

TEST(Apply, NeverOverwrites) {
  const Tree tree;
  tree.put("a.md", "a");
  tree.put("b.md", "b");
  tree.put("one/x.md", "x");
  tree.put("two/y.md", "y");
  const auto before = tree.picture();
  for (const EditPlan& plan : {plan_of({Tree::creation("b.md", "n")}), plan_of({tree.move("a.md", "b.md")}),
                               plan_of({tree.move("a.md", "one")}), plan_of({}, {{"one", "two"}}),
                               plan_of({tree.edit("a.md", "a", "A"), Tree::creation("b.md", "n")})}) {
    const auto applied = tree.changes().apply(plan, trusting());
    ASSERT_FALSE(applied);
    EXPECT_EQ(applied.error().kind, ErrorKind::conflict) << applied.error().message;
  }
  EXPECT_EQ(tree.picture(), before);
}

TEST(Apply, RefusesFoldersThatMeet) {
  const Tree tree;
  tree.put("one/two/x.md", "x");
  tree.put("y.md", "y");
  for (const EditPlan& plan :
       {plan_of({}, {{"one", "one/three"}}), plan_of({}, {{"one/two", "three"}, {"one", "four"}}),
        plan_of({tree.move("y.md", "three/y.md")}, {{"one", "three"}}), plan_of({}, {{"y.md", "z.md"}})}) {
    const auto applied = tree.changes().apply(plan, trusting());
    ASSERT_FALSE(applied);
    EXPECT_EQ(applied.error().kind, ErrorKind::usage) << applied.error().message;
  }
}

TEST(Apply, EmptiedFoldersGoOrStay) {
  const Tree tree;
  tree.put("p/active/M1.md", "1");
  tree.put("p/active/M2.md", "2");
  ASSERT_TRUE(tree.changes().apply(plan_of({tree.move("p/active/M1.md", "p/done/M1.md")}), trusting()));
  EXPECT_TRUE(tree.has("p/active"));
  ASSERT_TRUE(
      tree.changes().apply(plan_of({tree.move("p/active/M2.md", "p/done/M2.md")}), trusting(EmptiedFolders::keep)));
  EXPECT_TRUE(tree.has("p/active"));
  ASSERT_TRUE(tree.changes().undo(Changes::Direction::undo));
  ASSERT_TRUE(tree.changes().apply(plan_of({tree.move("p/active/M2.md", "p/done/M2.md")}), trusting()));
  EXPECT_FALSE(tree.has("p/active"));
  EXPECT_TRUE(tree.has("p"));
}

TEST(Apply, ReadOnlyFilesAreNotChanged) {
  const Tree tree;
  tree.put("a.md", "a");
  tree.put("b.md", "b");
  fs::permissions(tree.at("b.md"), fs::perms(0444));
  const auto applied =
      tree.changes().apply(plan_of({tree.edit("a.md", "a", "A"), tree.edit("b.md", "b", "B")}), trusting());
  ASSERT_FALSE(applied);
  EXPECT_EQ(applied.error().kind, ErrorKind::io);
  EXPECT_EQ(applied.error().place->path, "b.md");
  EXPECT_EQ(tree.bytes("a.md"), "a");
}

// Bytes are on the disk before the name leads to them, and the name before the command ends.
TEST(Apply, SyncsTheFileThenRenamesThenSyncsTheFolder) {
  const Tree tree;
  tree.put("a.md", "a");
  const FaultyFileWriter recorder(tree.writer);
  ASSERT_TRUE(tree.changes(recorder).apply(plan_of({tree.edit("a.md", "a", "A")}), trusting()));
  const std::vector<std::string>& calls = recorder.calls();
  const auto synced = std::ranges::find(calls, "sync");
  const auto closed = std::find(synced, calls.end(), "close");
  const auto renamed = std::find(closed, calls.end(), "rename");
  const auto folder = std::find(renamed, calls.end(), "sync_folder");
  const auto recorded = std::find(folder, calls.end(), "rename");
  EXPECT_NE(recorded, calls.end()) << ::testing::PrintToString(calls);
}

TEST(Apply, NothingToDoWritesNothing) {
  const Tree tree;
  tree.put("a.md", "a");
  const auto applied = tree.changes().apply(plan_of({tree.edit("a.md", "a", "a")}), trusting());
  ASSERT_TRUE(applied);
  EXPECT_EQ(applied->number, 0U);
  EXPECT_TRUE(tree.changes().apply({}, trusting()));
  EXPECT_EQ(tree.changes().plan_undo(Changes::Direction::undo).error().kind, ErrorKind::not_found);
}

TEST(Apply, OldChangesAreForgotten) {
  const Tree tree;
  tree.put("a.md", "0");
  const Changes changes = tree.changes();
  for (int number = 1; number <= 55; ++number) {
    ASSERT_TRUE(changes.apply(plan_of({tree.edit("a.md", tree.bytes("a.md"), std::to_string(number))}), trusting()));
  }
  int undone = 0;
  while (changes.undo(Changes::Direction::undo)) ++undone;
  EXPECT_GT(undone, 20);
  EXPECT_LT(undone, 50);
  const std::string names = tree.state_names();
  EXPECT_EQ(std::ranges::count(names, '/'), 50);
}

TEST(Apply, AHeldLockNamesItsHolder) {
  const Tree tree;
  tree.put("a.md", "a");
  const auto inner = [&]() -> Result<EditPlan> {
    const auto second = tree.changes({.command = "second", .lock_wait_ms = 30})
                            .apply(plan_of({tree.edit("a.md", "a", "b")}), trusting());
    EXPECT_EQ(second.error().kind, ErrorKind::conflict);
    EXPECT_THAT(second.error().message, HasSubstr("process " + std::to_string(getpid()) + " on "));
    EXPECT_THAT(second.error().message, HasSubstr(": first"));
    return EditPlan{};
  };
  ASSERT_TRUE(tree.changes({.command = "first"}).apply_planned(inner, Planning::locked, trusting()));
  EXPECT_TRUE(tree.changes().apply(plan_of({tree.edit("a.md", "a", "b")}), trusting()));
}

// The cache goes by stamps, whose clock may stand still between two writes.
TEST(Apply, AScanSeesEachChangeAtOnce) {
  const Tree tree;
  const Tree cache;
  tree.put("milepost.toml", "");
  tree.put("docs/milestones/M1-count.md", "# M1: Count 10\n\nStatus: planned\n");
  WorkspaceOptions options;
  options.start_directory = tree.root();
  options.cache_directory = cache.root();
  for (int number = 11; number < 40; ++number) {
    const auto workspace = Workspace::open(tree.files, options);
    ASSERT_TRUE(workspace);
    ASSERT_TRUE(workspace->scan({}));
    const std::string was = "Count " + std::to_string(number - 1);
    const std::string becomes = "Count " + std::to_string(number);
    ASSERT_TRUE(tree.changes().apply(plan_of({tree.edit("docs/milestones/M1-count.md", was, becomes)}), trusting()));
    const auto scan = workspace->scan({});
    ASSERT_TRUE(scan);
    ASSERT_EQ(scan->corpus.documents().size(), 1U);
    const auto& title = scan->corpus.documents()[0].items[0].title;
    ASSERT_TRUE(title);
    EXPECT_EQ(title->value, becomes);
  }
}

}  // namespace
}  // namespace milepost::testing
