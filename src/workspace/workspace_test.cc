// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "workspace/workspace.h"

#include <gmock/gmock.h>

#include "support/files/memory_file_system.h"

namespace milepost {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

constexpr std::string_view kMilestone = "# Milestone 1: Walk\n\n**Status:** Planned\n";

WorkspaceOptions options_at(const std::string& start) {
  WorkspaceOptions options;
  options.start_directory = start;
  return options;
}

TEST(Workspace, OpensReadsConfigurationAndScans) {
  MemoryFileSystem files;
  files.make_folder("/w/.git");
  files.write("/w/milepost.toml", "[scan]\nexclude = [\"old/\"]\n");
  files.write("/w/docs/milestones/M1-walk.md", kMilestone);
  files.write("/w/old/milestones/M2-x.md", kMilestone);
  files.write("/home/config.toml", "ui.width = 70\n");
  WorkspaceOptions options = options_at("/w/docs");
  options.user_config_path = "/home/config.toml";
  const auto workspace = Workspace::open(files, options);
  ASSERT_TRUE(workspace);
  EXPECT_EQ(workspace->root(), "/w");
  EXPECT_EQ(workspace->root_kind(), RootKind::git_work_tree);
  EXPECT_EQ(workspace->config().get_integer("ui.width"), 70);
  const auto result = workspace->scan({});
  ASSERT_TRUE(result);
  ASSERT_EQ(result->corpus.documents().size(), 1U);
  EXPECT_EQ(result->corpus.documents()[0].path, "docs/milestones/M1-walk.md");
}

TEST(Workspace, BrokenConfigurationStopsWithItsPlace) {
  MemoryFileSystem files;
  files.write("/w/milepost.toml", "[scan]\nthreads = \"two\"\n");
  const auto workspace = Workspace::open(files, options_at("/w"));
  ASSERT_FALSE(workspace);
  EXPECT_EQ(workspace.error().kind, ErrorKind::usage);
  EXPECT_EQ(workspace.error().place->path, "milepost.toml");
  EXPECT_EQ(workspace.error().place->line, 2U);
}

TEST(Workspace, BrokenDialectStopsWithItsPlace) {
  MemoryFileSystem files;
  files.write("/w/.milepost/dialects/ours.toml", "bad [ toml\n");
  const auto workspace = Workspace::open(files, options_at("/w"));
  ASSERT_FALSE(workspace);
  EXPECT_EQ(workspace.error().kind, ErrorKind::usage);
}

TEST(Workspace, ReadsOneDocumentThroughTheGate) {
  MemoryFileSystem files;
  files.write("/w/docs/a.md", "bytes\r\n");
  files.write("/else/b.md", "no");
  const auto workspace = Workspace::open(files, options_at("/w"));
  ASSERT_TRUE(workspace);
  const auto text = workspace->read("docs/a.md");
  ASSERT_TRUE(text);
  EXPECT_EQ(text->bytes(), "bytes\r\n");
  EXPECT_EQ(workspace->read("/else/b.md").error().kind, ErrorKind::usage);
  EXPECT_EQ(workspace->read("docs/none.md").error().kind, ErrorKind::not_found);
}

TEST(Workspace, ReportsProgressFromTheCallingThread) {
  MemoryFileSystem files;
  files.write("/w/docs/milestones/M1-walk.md", kMilestone);
  const auto workspace = Workspace::open(files, options_at("/w"));
  ASSERT_TRUE(workspace);
  int reports = 0;
  ScanOptions options;
  options.threads = 1;
  options.on_progress = [&reports](std::uint32_t) { ++reports; };
  ASSERT_TRUE(workspace->scan(options));
  EXPECT_GT(reports, 0);
}

}  // namespace
}  // namespace milepost
