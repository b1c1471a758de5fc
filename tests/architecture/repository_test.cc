// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// The checks of the architecture on the real tree.
#include <gtest/gtest.h>

#include <filesystem>

#include "architecture/components.h"
#include "architecture/graph_page.h"
#include "architecture/layout.h"
#include "architecture/modules.h"
#include "architecture/page_links.h"
#include "architecture/purity.h"
#include "architecture/sizes.h"
#include "architecture/source_file.h"

namespace milepost::architecture {
namespace {

const std::string kRepository = MILEPOST_SOURCE_DIR;

std::string report(const Violations& violations) {
  std::string text;
  for (const auto& violation : violations) text += "\n  " + violation;
  return text;
}

class Repository : public testing::Test {
 protected:
  static void SetUpTestSuite() { files_ = new std::vector<SourceFile>(load_tree(kRepository)); }
  static void TearDownTestSuite() { delete files_; }
  static Edges edges() { return parse_edges(load_text(kRepository + "/cmake/module_edges.txt")); }

  static const std::vector<SourceFile>* files_;
};

const std::vector<SourceFile>* Repository::files_ = nullptr;

void expect_none(const Violations& violations) { EXPECT_TRUE(violations.empty()) << report(violations); }

TEST_F(Repository, WasFound) {
  EXPECT_NE(find_file(*files_, "src/core/base/result.h"), nullptr);
  EXPECT_FALSE(edges().empty());
}

TEST_F(Repository, EdgeTableIsSane) { expect_none(check_edges(edges())); }
TEST_F(Repository, GraphIsDrawnAsItIs) {
  expect_none(check_graph(load_text(kRepository + "/ARCHITECTURE.md"), edges()));
}
TEST_F(Repository, PagesNameWhatIsThere) {
  const auto pages = load_pages(kRepository);
  EXPECT_FALSE(pages.empty());
  expect_none(
      check_links(pages, [](const std::string& path) { return std::filesystem::exists(kRepository + "/" + path); }));
}
TEST_F(Repository, IncludesFollowTheEdges) { expect_none(check_includes(*files_, edges())); }
TEST_F(Repository, NoComponentCycle) { expect_none(check_component_cycles(*files_)); }
TEST_F(Repository, OwnHeaderFirst) { expect_none(check_own_header_first(*files_)); }
TEST_F(Repository, CoreIsPure) { expect_none(check_purity(*files_)); }
TEST_F(Repository, LibrariesStayInImplementations) { expect_none(check_library_headers(*files_)); }
TEST_F(Repository, HeadsAreComplete) { expect_none(check_heads(*files_)); }
TEST_F(Repository, EverySourceIsBuilt) { expect_none(check_registered(*files_)); }
TEST_F(Repository, SizesAreWithinBudget) {
  expect_none(check_sizes(*files_, load_text(kRepository + "/tests/architecture/exceptions.txt")));
}

}  // namespace
}  // namespace milepost::architecture
