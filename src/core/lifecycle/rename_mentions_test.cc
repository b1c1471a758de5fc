// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "core/lifecycle/rename_mentions.h"

#include <gmock/gmock.h>

#include <map>

#include "core/document/dialect_set.h"
#include "core/document/normalise/words.h"
#include "core/lifecycle/mend_links.h"

namespace milepost {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

class RenameMentions : public ::testing::Test {
 protected:
  RenameMentions() : dialects_(DialectSet::built_in()), reader_(*dialects_) {}

  void plan(const std::string& path, std::string to) {
    std::vector<DocumentSummary> summaries;
    documents_.clear();
    for (const auto& [name, text] : tree_) {
      if (!name.ends_with(".md")) continue;
      documents_.push_back(parse_document(reader_, name, text));
      const Document& document = documents_.back().document;
      summaries.push_back({document.path, document.revision, document.recognition.dialect, document.items, {}});
    }
    const Corpus corpus = Corpus::build(std::move(summaries));
    std::vector<const ParsedDocument*> all;
    for (const ParsedDocument& document : documents_) all.push_back(&document);
    std::vector<DataFile> data;
    for (const auto& [name, text] : tree_)
      if (name.ends_with(".json")) data.push_back({name, text});
    const auto key = corpus.find(path);
    ASSERT_TRUE(key) << key.error().message;
    auto planned = plan_rename_mentions({corpus, dialects_->words().ids, all, data}, {*key, std::move(to)});
    if (!planned) {
      error_ = planned.error().message;
      return;
    }
    plan_ = *std::move(planned);
  }

  std::string after(const std::string& path) {
    for (const FileChange& change : plan_.files)
      if (change.path == path) return apply_edits(tree_.at(path), change.edits).value();
    return tree_.at(path);
  }
  std::vector<std::string> moves() {
    std::vector<std::string> texts;
    for (const PathMove& move : plan_.moves) texts.push_back(move.from + " -> " + move.to);
    return texts;
  }
  std::vector<std::string> left() {
    std::vector<std::string> texts;
    for (const Mention& mention : plan_.left)
      texts.push_back(mention.path + ":" + std::to_string(mention.line) + " " + mention.text);
    return texts;
  }

  std::map<std::string, std::string> tree_;
  Result<DialectSet> dialects_;
  DocumentReader reader_;
  std::vector<ParsedDocument> documents_;
  RenamePlan plan_;
  std::string error_;
};

TEST_F(RenameMentions, EveryMentionOfTheOnlyBearerChanges) {
  tree_ = {{"docs/milestones/M05-quay.md",
            "# M05: Quay\n\n**Status:** Planned\n**Depends on:** M04\n\nM05 builds the quay, `M05` and all.\n"},
           {"docs/milestones/M04-mole.md", "# M04: Mole\n\n**Status:** Done\n\nBefore Milestone 5 and M50.\n"},
           {"docs/milestones/M06-crane.md",
            "# M06: Crane\n\n**Status:** Planned\n**Depends on:** M5, M04\n\n[it](M05-quay.md#m05-quay) "
            "<https://x.y/M05> <!-- M05 -->\n"},
           {"docs/milestones/README.md",
            "# Milestones\n\n| ID | Name |\n|---|---|\n| M04 | Mole |\n| M05 | [Quay](M05-quay.md) |\n"}};
  plan("docs/milestones/M05-quay.md", "M12");
  EXPECT_THAT(moves(), ElementsAre("docs/milestones/M05-quay.md -> docs/milestones/M12-quay.md"));
  EXPECT_EQ(after("docs/milestones/M05-quay.md"),
            "# M12: Quay\n\n**Status:** Planned\n**Depends on:** M04\n\nM12 builds the quay, `M12` and all.\n");
  EXPECT_EQ(after("docs/milestones/M04-mole.md"), "# M04: Mole\n\n**Status:** Done\n\nBefore Milestone 12 and M50.\n");
  EXPECT_EQ(after("docs/milestones/M06-crane.md"),
            "# M06: Crane\n\n**Status:** Planned\n**Depends on:** M12, M04\n\n[it](M05-quay.md#m12-quay) "
            "<https://x.y/M05> <!-- M05 -->\n");
  EXPECT_EQ(after("docs/milestones/README.md"),
            "# Milestones\n\n| ID | Name |\n|---|---|\n| M04 | Mole |\n| M12 | [Quay](M05-quay.md) |\n");
  EXPECT_THAT(left(), IsEmpty());
}

TEST_F(RenameMentions, AfterAMergeOnlyTheNamedBearerChanges) {
  tree_ = {
      {"docs/milestones/M05-quay.md", "# M05: Quay\n\n**Status:** Planned\n"},
      {"docs/milestones/M05-lamp.md", "# M05: Lamp\n\n**Status:** Planned\n"},
      {"docs/milestones/M06-crane.md",
       "# M06: Crane\n\n**Status:** Planned\n**Depends on:** M05\n\nAfter M05, [M05](M05-lamp.md).\n"},
      {"docs/notes.md", "# Notes\n\n- M05: [Lamp](milestones/M05-lamp.md)\n- M05: [Quay](milestones/M05-quay.md)\n"}};
  plan("docs/milestones/M05-lamp.md", "M07");
  EXPECT_THAT(moves(), ElementsAre("docs/milestones/M05-lamp.md -> docs/milestones/M07-lamp.md"));
  EXPECT_EQ(after("docs/milestones/M05-lamp.md"), "# M07: Lamp\n\n**Status:** Planned\n");
  EXPECT_EQ(after("docs/milestones/M05-quay.md"), tree_["docs/milestones/M05-quay.md"]);
  EXPECT_EQ(after("docs/notes.md"),
            "# Notes\n\n- M07: [Lamp](milestones/M05-lamp.md)\n- M05: [Quay](milestones/M05-quay.md)\n");
  EXPECT_THAT(left(), ElementsAre("docs/milestones/M06-crane.md:4 M05"));
}

TEST_F(RenameMentions, AMilestoneOfAPlanKeepsItsPlan) {
  const std::string base = ".agent/exec_plans/active/tide/";
  const std::string plan_path = base + "EP-20260117-014_tide.md";
  const std::string front =
      "---\nid: EP-20260117-014/MS003\nexecplan_id: EP-20260117-014\nms: 3\ntitle: \"Buoys\"\nstatus: planned\n---\n";
  tree_ = {
      {plan_path, "---\nid: EP-20260117-014\ntitle: Tide\nstatus: active\n---\n\n# Tide\n\nMS003 comes last.\n"},
      {base + "milestones/active/MS003_buoys.md", front + "\n# MS003: Buoys\n"},
      {base + "milestones/active/MS004_x.md",
       "---\nid: EP-20260117-014/MS004\nexecplan_id: EP-20260117-014\nms: 4\n"
       "status: planned\n---\n\n# MS004: X\n\nNeeds MS003 and EP-20260117-014/MS003.\n"},
      {".agent/exec_plans/active/other/EP-20260118-001_other.md",
       "---\nid: EP-20260118-001\ntitle: O\nstatus: active\n---\n\n# Other\n\nMS003 here is another.\n"},
      {".agent/exec_plans/registry.json", "{\"a\": \"EP-20260117-014/MS003\", \"b\": \"EP-20260117-014/MS0031\"}\n"}};
  plan(base + "milestones/active/MS003_buoys.md", "EP-20260117-014/MS010");
  EXPECT_THAT(moves(),
              ElementsAre(base + "milestones/active/MS003_buoys.md -> " + base + "milestones/active/MS010_buoys.md"));
  EXPECT_EQ(after(base + "milestones/active/MS003_buoys.md"),
            "---\nid: EP-20260117-014/MS010\nexecplan_id: EP-20260117-014\nms: 10\ntitle: \"Buoys\"\nstatus: "
            "planned\n---\n\n# MS010: Buoys\n");
  EXPECT_THAT(after(plan_path), HasSubstr("MS010 comes last"));
  EXPECT_THAT(after(base + "milestones/active/MS004_x.md"), HasSubstr("Needs MS010 and EP-20260117-014/MS010."));
  EXPECT_THAT(after(".agent/exec_plans/active/other/EP-20260118-001_other.md"), HasSubstr("MS003 here"));
  EXPECT_EQ(after(".agent/exec_plans/registry.json"),
            "{\"a\": \"EP-20260117-014/MS010\", \"b\": \"EP-20260117-014/MS0031\"}\n");
}

TEST_F(RenameMentions, APlanTakesFoldersAndMilestonesAlong) {
  const std::string base = ".agent/exec_plans/complete/2026/01/20/EP-20260117-014_tide/";
  tree_ = {
      {base + "EP-20260117-014_tide.md", "---\nid: EP-20260117-014\ntitle: Tide\nstatus: done\n---\n\n# Tide\n"},
      {base + "milestones/complete/EP-20260117-014_MS001_a.md",
       "---\nid: EP-20260117-014/MS001\nexecplan_id: EP-20260117-014\nms: 1\nstatus: completed\n---\n\n# MS001: A\n"}};
  plan(base + "EP-20260117-014_tide.md", "EP-20260117-020");
  const std::string to = ".agent/exec_plans/complete/2026/01/20/EP-20260117-020_tide/";
  const std::string folder = base.substr(0, base.size() - 1) + " -> " + to.substr(0, to.size() - 1);
  EXPECT_THAT(moves(), ElementsAre(folder, base + "EP-20260117-014_tide.md -> " + to + "EP-20260117-020_tide.md",
                                   base + "milestones/complete/EP-20260117-014_MS001_a.md -> " + to +
                                       "milestones/complete/EP-20260117-020_MS001_a.md"));
  EXPECT_THAT(after(base + "milestones/complete/EP-20260117-014_MS001_a.md"),
              HasSubstr("id: EP-20260117-020/MS001\nexecplan_id: EP-20260117-020\nms: 1\n"));
}

TEST_F(RenameMentions, AHeadingThatIsAMilestoneKeepsItsFile) {
  tree_ = {{"docs/MILESTONES.md",
            "# Milestones\n\n## M1: Quay\n\n**Status:** Done\n\n- [x] a\n\n## M2: Mole\n\n**Status:** Planned\n\nAfter "
            "M1.\n\n- [ ] b\n"}};
  plan("docs/MILESTONES.md:3", "M4");
  EXPECT_EQ(error_, "");
  EXPECT_THAT(moves(), IsEmpty());
  EXPECT_EQ(after("docs/MILESTONES.md"),
            "# Milestones\n\n## M4: Quay\n\n**Status:** Done\n\n- [x] a\n\n## M2: Mole\n\n**Status:** Planned\n\nAfter "
            "M4.\n\n- [ ] b\n");
}

TEST_F(RenameMentions, RefusesWhatCanNotBe) {
  tree_ = {{"docs/milestones/M05-quay.md", "# M05: Quay\n\n**Status:** Planned\n"},
           {"docs/milestones/M06-crane.md", "# M06: Crane\n\n**Status:** Planned\n"}};
  plan("docs/milestones/M05-quay.md", "M6");
  EXPECT_THAT(error_, HasSubstr("M6 is taken by docs/milestones/M06-crane.md"));
  plan("docs/milestones/M05-quay.md", "S07");
  EXPECT_THAT(error_, HasSubstr("not an id like"));
  plan("docs/milestones/M05-quay.md", "M05");
  EXPECT_THAT(error_, HasSubstr("already"));
}

}  // namespace
}  // namespace milepost
