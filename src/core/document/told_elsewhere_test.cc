// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "core/document/told_elsewhere.h"

#include <gtest/gtest.h>

#include "core/document/summaries_for_tests.h"

namespace milepost {
namespace {

using namespace testing_support;

Item section(const char* id, const char* title, std::uint32_t line) {
  Item item;
  item.id = Stated<std::string>{id, {}, Carrier::heading};
  item.title = Stated<std::string>{title, {}, Carrier::heading};
  item.status = Stated<Status>{Status{StatusCategory::planned, "planned", ""}, {}, Carrier::label};
  item.line = line;
  return item;
}

// An overview with sections M1 and M2, each named as a child of its own file.
DocumentSummary overview(const std::string& path) {
  DocumentSummary document =
      Doc(path, ItemKind::overview).holds(section("M1", "Quay walls", 5), 5).holds(section("M2", "Cranes", 9), 9);
  for (const std::uint32_t line : {5U, 9U}) {
    Reference child = linked(path, line == 5 ? "M1" : "M2");
    child.line = line;
    document.items[0].children.push_back(child);
  }
  return document;
}

std::vector<std::string> ids(const DocumentSummary& document) {
  std::vector<std::string> found;
  for (const Item& item : document.items) found.push_back(item.id ? item.id->value : "-");
  return found;
}

TEST(ToldElsewhere, TheDocumentIsTheMilestone) {
  std::vector<DocumentSummary> documents{overview("docs/overview.md"),
                                         Doc("docs/plan/m2.md", ItemKind::milestone, "M2").title("The cranes")};
  drop_items_told_elsewhere(documents);
  EXPECT_EQ(ids(documents[0]), (std::vector<std::string>{"-", "M1"}));
  EXPECT_EQ(documents[0].items[0].children[1].path, "docs/plan/m2.md");
  ASSERT_TRUE(documents[0].items[0].children[1].row_status);
  EXPECT_EQ(documents[0].items[0].children[1].row_status->category, StatusCategory::planned);
}

TEST(ToldElsewhere, InDoubtBothStay) {
  const auto kept = [](std::vector<DocumentSummary> documents) {
    documents.insert(documents.begin(), overview("docs/overview.md"));
    drop_items_told_elsewhere(documents);
    return ids(documents[0]).size();
  };
  EXPECT_EQ(kept({Doc("other/m2.md", ItemKind::milestone, "M2").title("Cranes")}), 3U) << "another folder";
  EXPECT_EQ(kept({Doc("docs/m2.md", ItemKind::milestone, "M2").title("Invoices")}), 3U) << "another subject";
  EXPECT_EQ(kept({Doc("docs/m2.md", ItemKind::task, "M2").title("Cranes")}), 3U) << "another kind";
  EXPECT_EQ(kept({Doc("docs/a/m2.md", ItemKind::milestone, "M2").title("Cranes"),
                  Doc("docs/b/m2.md", ItemKind::milestone, "M2").title("Cranes")}),
            3U)
      << "two of them";
}

}  // namespace
}  // namespace milepost
