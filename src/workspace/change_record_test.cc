// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "workspace/change_record.h"

#include <gmock/gmock.h>

#include "workspace/state_folder.h"

namespace milepost {
namespace {

ChangeRecord make_record() {
  ChangeRecord record;
  record.number = 41;
  record.undoes = 7;
  record.when_ns = 1'700'000'000'123'456'789;
  record.root = "../..";
  record.command = "milepost tick M1";
  record.summary = "tick M1";
  ChangeStep edit;
  edit.from = "plans/a/M1.md";
  edit.to = "plans/a/done/M1.md";
  edit.temp = "plans/a/.milepost-1.tmp";
  edit.old_revision = 0xFFFF'0000'1111'2222;
  edit.new_revision = 3;
  edit.mode = 0640;
  edit.owner = FileOwner{1000, 100};
  edit.old_bytes = std::string("a\0b", 3);
  ChangeStep created;
  created.to = "plans/a/N.md";
  created.new_revision = 4;
  record.steps = {edit, created};
  record.folders = {{"plans/a", "archive/a"}};
  record.made = {{"archive", 0}, {"plans/a/done", 0}};
  record.emptied = {{"plans", 0755}};
  return record;
}

TEST(ChangeRecord, IsReadAsItWasWritten) {
  const ChangeRecord record = make_record();
  const auto read = parse_change(encode_change(record));
  ASSERT_TRUE(read);
  EXPECT_EQ(read->number, 41U);
  EXPECT_EQ(read->undoes, 7U);
  EXPECT_EQ(read->when_ns, record.when_ns);
  EXPECT_EQ(read->root, "../..");
  EXPECT_EQ(read->command, record.command);
  EXPECT_EQ(read->summary, record.summary);
  EXPECT_EQ(read->steps, record.steps);
  ASSERT_EQ(read->folders.size(), 1U);
  EXPECT_EQ(read->folders[0].to, "archive/a");
  EXPECT_EQ(read->made, record.made);
  EXPECT_EQ(read->emptied, record.emptied);
}

TEST(ChangeRecord, IsNothingWhenAnyByteIsWrong) {
  const std::string whole = encode_change(make_record());
  for (std::size_t at = 0; at < whole.size(); ++at) {
    EXPECT_FALSE(parse_change(whole.substr(0, at)));
    std::string changed = whole;
    changed[at] = static_cast<char>(changed[at] ^ 0x10);
    EXPECT_FALSE(parse_change(changed)) << at;
  }
  EXPECT_FALSE(parse_change(whole + "x"));
}

TEST(ChangeRecord, TurnsRound) {
  const ChangeRecord inverse = invert_change(make_record());
  EXPECT_EQ(inverse.undoes, 41U);
  ASSERT_EQ(inverse.steps.size(), 2U);
  EXPECT_EQ(inverse.steps[0].from, "archive/a/done/M1.md");
  EXPECT_EQ(inverse.steps[0].to, "archive/a/M1.md");
  EXPECT_EQ(inverse.steps[0].new_bytes.size(), 3U);
  EXPECT_EQ(inverse.steps[0].old_revision, 3U);
  EXPECT_TRUE(inverse.steps[1].is_removal());
  EXPECT_EQ(inverse.steps[1].from, "archive/a/N.md");
  EXPECT_EQ(inverse.folders[0].from, "archive/a");
  EXPECT_EQ(inverse.emptied, (std::vector<FolderFacts>{{"archive/a/done", 0}, {"archive", 0}}));
}

TEST(ChangeRecord, KnowsWhatLiesWithin) {
  EXPECT_TRUE(is_within("a/b", "a"));
  EXPECT_TRUE(is_within("a", "a"));
  EXPECT_TRUE(is_within("a", ""));
  EXPECT_FALSE(is_within("ab", "a"));
  EXPECT_FALSE(is_within("a", "a/b"));
}

TEST(StateFolder, NamesRootsSoThatBothCanBeMoved) {
  const StateFolder state{"/home/kim/repo/.git/milepost", false};
  for (const auto& [root, named] :
       {std::pair{"/home/kim/repo", "../../"}, std::pair{"/home/kim/repo/sub", "../../sub/"},
        std::pair{"/home/kim/side", "../../../side/"}, std::pair{"/", "../../../../../"}}) {
    EXPECT_EQ(state.to_record(root), named);
    EXPECT_EQ(state.from_record(state.to_record(root)), root);
  }
  const StateFolder moved{"/srv/repo/.git/milepost", false};
  EXPECT_EQ(moved.from_record(state.to_record("/home/kim/repo/sub")), "/srv/repo/sub");
}

}  // namespace
}  // namespace milepost
