// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "workspace/known_tree.h"

#include <gtest/gtest.h>

#include <random>

namespace milepost {
namespace {

constexpr std::int64_t kNow = 1'700'000'000'000'000'000;

KnownFolder make_folder(std::string_view path, std::vector<KnownEntry> folders, std::vector<KnownFile> files) {
  KnownFolder folder;
  folder.path = path;
  folder.state = FolderState::listed;
  folder.stamp = {4096, kNow - 5, kNow - 4, path.size() + 1};
  folder.folders = std::move(folders);
  folder.files = std::move(files);
  return folder;
}

std::vector<FolderRecord> make_records() {
  KnownFolder docs = make_folder("docs", {{"a"}, {"a-b"}}, {{"M1.md", {3, 1, 2, 9}, FileOutcome::document, "summary"}});
  docs.ignore_list = Stamp{1, 2, 3, 4};
  docs.links = {{"link", PathVerdict::only_included}};
  docs.uninteresting = 7;
  // In no order, as several workers make them.
  return {{encode_folder(make_folder("docs/a-b", {}, {})), {}},
          {encode_folder(make_folder("docs/a", {{"z"}}, {})), {}},
          {encode_folder(make_folder("", {{"docs"}, {"docs.old"}}, {})), {}},
          {encode_folder(make_folder("docs/a/z", {}, {})), {}},
          {encode_folder(make_folder("docs.old", {{"q"}}, {})), {}},
          {encode_folder(docs), {}},
          {encode_folder(make_folder("docs.old/q", {}, {})), {}}};
}

std::string to_bytes(const std::vector<FolderRecord>& records, std::string_view key) {
  const auto tree = encode_tree(records, key, kNow);
  EXPECT_TRUE(tree);
  std::string bytes = tree ? tree->head : "";
  for (const std::string_view piece : tree->pieces) bytes += piece;
  return bytes;
}

ReadBuffer to_buffer(std::string_view bytes) {
  ReadBuffer buffer;
  std::ranges::copy(bytes, buffer.reserve(bytes.size() + 1));
  buffer.set_size(bytes.size());
  return buffer;
}

// Reaches a folder from the root by its parts.
std::optional<KnownFolder> walk_to(const KnownTree& tree, const std::vector<std::string>& parts) {
  KnownFolder folder;
  if (!tree.load_folder(0, folder)) return std::nullopt;
  for (const std::string& part : parts) {
    const auto child = folder.find_child(part);
    if (!child || !tree.load_folder(*child, folder)) return std::nullopt;
  }
  return folder;
}

TEST(KnownTree, FoldersAreFoundFromTheRootDown) {
  const auto tree = KnownTree::parse(to_buffer(to_bytes(make_records(), "key")), "key");
  ASSERT_TRUE(tree);
  EXPECT_EQ(tree->read_ns(), kNow);
  EXPECT_EQ(tree->folder_count(), 7U);
  EXPECT_EQ(walk_to(*tree, {"docs", "a", "z"})->path, "docs/a/z");
  EXPECT_EQ(walk_to(*tree, {"docs", "a-b"})->path, "docs/a-b");
  EXPECT_EQ(walk_to(*tree, {"docs.old", "q"})->path, "docs.old/q");
  EXPECT_FALSE(walk_to(*tree, {"doc"}));
}

TEST(KnownTree, AFolderKeepsAllItsParts) {
  const auto tree = KnownTree::parse(to_buffer(to_bytes(make_records(), "key")), "key");
  ASSERT_TRUE(tree);
  const auto docs = walk_to(*tree, {"docs"});
  ASSERT_TRUE(docs);
  EXPECT_EQ(docs->state, FolderState::listed);
  EXPECT_EQ(docs->stamp, (Stamp{4096, kNow - 5, kNow - 4, 5}));
  EXPECT_EQ(docs->ignore_list, (Stamp{1, 2, 3, 4}));
  EXPECT_EQ(docs->uninteresting, 7U);
  ASSERT_EQ(docs->links.size(), 1U);
  EXPECT_EQ(docs->links[0].name, "link");
  EXPECT_EQ(docs->links[0].verdict, PathVerdict::only_included);
  const KnownFile* file = docs->find_file("M1.md");
  ASSERT_NE(file, nullptr);
  EXPECT_EQ(file->stamp, (Stamp{3, 1, 2, 9}));
  EXPECT_EQ(file->outcome, FileOutcome::document);
  EXPECT_EQ(file->summary, "summary");
  EXPECT_EQ(docs->find_file("M2.md"), nullptr);
}

TEST(KnownTree, AnotherKeyOrAnyChangedByteIsNoCache) {
  const std::string bytes = to_bytes(make_records(), "key");
  EXPECT_FALSE(KnownTree::parse(to_buffer(bytes), "other"));
  EXPECT_FALSE(KnownTree::parse(to_buffer(""), "key"));
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    EXPECT_FALSE(KnownTree::parse(to_buffer(std::string_view(bytes).substr(0, size)), "key")) << size;
  }
  std::mt19937 random(3);
  for (int round = 0; round < 500; ++round) {
    std::string broken = bytes;
    char& byte = broken[random() % broken.size()];
    byte = static_cast<char>(byte ^ static_cast<char>(1 + random() % 255));
    EXPECT_FALSE(KnownTree::parse(to_buffer(broken), "key")) << round;
  }
}

TEST(KnownTree, RecordsThatFormNoTreeAreNotWritten) {
  auto records = make_records();
  records.pop_back();
  EXPECT_FALSE(encode_tree(records, "key", kNow));
}

TEST(Stamp, SettlesTwoSecondsAfterTheLastChange) {
  const Stamp stamp{1, kNow, kNow - 1, 1};
  EXPECT_FALSE(is_settled(stamp, kNow));
  EXPECT_FALSE(is_settled(stamp, kNow + 2'000'000'000));
  EXPECT_TRUE(is_settled(stamp, kNow + 2'000'000'001));
  EXPECT_FALSE(is_settled({1, kNow - 10, kNow + 50, 1}, kNow));  // a clock that ran ahead
}

}  // namespace
}  // namespace milepost
