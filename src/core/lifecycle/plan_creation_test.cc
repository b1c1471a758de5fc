// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "core/lifecycle/plan_creation.h"

#include <gtest/gtest.h>

#include <map>

#include "core/document/dialect.h"
#include "core/document/document_reader.h"
#include "core/lifecycle/built_in_templates.h"

namespace milepost {
namespace {

const DialectSet& dialects() {
  static const DialectSet kSet = DialectSet::built_in().value();
  return kSet;
}

// A tree in memory, as an operation would hand it over.
class Tree {
 public:
  Tree& add(const std::string& path, std::string bytes) {
    files_[path] = std::move(bytes);
    return *this;
  }

  Result<PlannedCreation> plan(const CreationRequest& request) const {
    DocumentReader reader(dialects());
    std::vector<DocumentSummary> documents;
    for (const auto& [path, bytes] : files_) {
      DocumentSummary document;
      if (reader.read_summary(path, bytes, document) != Interest::none) documents.push_back(std::move(document));
    }
    const Corpus corpus = Corpus::build(std::move(documents));
    return plan_creation(request, {corpus,
                                   dialects(),
                                   [&](const std::string& name) -> Result<std::optional<TemplateText>> {
                                     const auto own = files_.find(".milepost/templates/" + name + ".md");
                                     if (own == files_.end()) return std::optional<TemplateText>();
                                     return std::optional(TemplateText{own->first, own->second});
                                   },
                                   [&](const std::string& path) -> Result<ParsedDocument> {
                                     DocumentReader fresh(dialects());
                                     return parse_document(fresh, path, files_.at(path));
                                   },
                                   [&](const std::string& path) { return files_.contains(path); },
                                   {}});
  }

  // The new document, added to the tree.
  std::string make(const CreationRequest& request) {
    auto planned = plan(request);
    EXPECT_TRUE(planned) << planned.error().message;
    if (!planned) return {};
    for (const FileChange& change : planned->plan.files)
      files_[change.path] = apply_edits(files_[change.path], change.edits).value();
    return planned->path;
  }

  [[nodiscard]] const std::string& text(const std::string& path) const { return files_.at(path); }

 private:
  std::map<std::string, std::string> files_;
};

CreationRequest request_for(std::string title, std::string dialect = "", std::string parent = "") {
  CreationRequest request(Date::from_civil(2026, 1, 15).value());
  request.title = std::move(title);
  request.dialect = std::move(dialect);
  request.parent = std::move(parent);
  return request;
}

CreationRequest with_kind(CreationRequest request, ItemKind kind) {
  request.kind = kind;
  return request;
}

Document read_back(const Tree& tree, const std::string& path) {
  DocumentReader reader(dialects());
  return reader.read_document(path, tree.text(path));
}

// Nothing that is not understood, no finding, no placeholder taken for a value, no menu left in a field.
void expect_clean(const Document& document) {
  EXPECT_TRUE(document.not_understood.empty()) << document.path << ": " << document.not_understood.front().text;
  EXPECT_TRUE(document.problems.empty()) << document.path << ": " << document.problems.front().message;
  for (const FieldValue& field : document.fields)
    EXPECT_FALSE(field.placeholder) << document.path << ": " << field.label;
}

TEST(PlanCreation, EveryKindOfEveryFamilyIsReadCompletely) {
  Tree tree;
  const std::string plan = tree.make(with_kind(request_for("Streaming", "execplan"), ItemKind::plan));
  const std::string initiative = tree.make(with_kind(request_for("Big move", "initiative"), ItemKind::plan));
  std::vector<std::string> paths{plan, initiative};
  paths.push_back(tree.make(request_for("Live tail", "execplan", "EP-20260115-001")));
  paths.push_back(tree.make(request_for("First step", "initiative", initiative)));
  paths.push_back(tree.make(request_for("Checkout", "tracker")));
  paths.push_back(tree.make(with_kind(request_for("Shop", "simone"), ItemKind::overview)));
  paths.push_back(tree.make(request_for("Backend", "simone")));
  paths.push_back(tree.make(request_for("Foundation", "simone", "M01")));
  paths.push_back(tree.make(request_for("Schema", "simone", "S01")));
  paths.push_back(tree.make(with_kind(request_for("Tidy up", "simone"), ItemKind::task)));
  const std::string overview = tree.make(with_kind(request_for("Star", "design"), ItemKind::overview));
  paths.push_back(overview);
  paths.push_back(tree.make(request_for("First light", "design", overview)));
  paths.push_back(tree.make(request_for("Parser", "generic")));
  for (const std::string& path : paths) {
    const Document document = read_back(tree, path);
    expect_clean(document);
    ASSERT_FALSE(document.items.empty()) << path;
    const Item& item = document.items.front();
    ASSERT_TRUE(item.status) << path;
    EXPECT_EQ(item.status->value.category, StatusCategory::planned) << path;
    EXPECT_TRUE(item.title) << path;
    EXPECT_FALSE(item.target) << path;
    EXPECT_TRUE(item.depends_on.empty()) << path;
    if (item.created) {
      EXPECT_EQ(to_string(item.created->value), "2026-01-15") << path;
    }
    if (item.updated) {
      EXPECT_EQ(to_string(item.updated->value).substr(0, 7), "2026-01") << path;
    }
  }
}

// A tree that holds a parent for every kind.
Tree make_parents() {
  Tree tree;
  tree.make(with_kind(request_for("Streaming", "execplan"), ItemKind::plan));
  tree.make(with_kind(request_for("Big move", "initiative"), ItemKind::plan));
  tree.make(with_kind(request_for("Shop", "simone"), ItemKind::overview));
  tree.make(request_for("Backend", "simone"));
  tree.make(request_for("Foundation", "simone", "M01"));
  tree.make(with_kind(request_for("Star", "design"), ItemKind::overview));
  return tree;
}

struct GivenValue {
  const char* name;
  const char* value;
  bool (*reads)(const Item& item);
};

constexpr GivenValue kGivenValues[] = {
    {"owner", "@kim", [](const Item& item) { return item.owner && item.owner->value == "@kim"; }},
    {"start", "2026-02-03",
     [](const Item& item) { return item.start && to_string(item.start->value) == "2026-02-03"; }},
    {"target", "2026-03-04",
     [](const Item& item) { return item.target && to_string(item.target->value) == "2026-03-04"; }},
    {"risk", "high", [](const Item& item) { return item.risk && item.risk->value.level == RiskLevel::high; }},
    {"status", "blocked",
     [](const Item& item) { return item.status && item.status->value.category == StatusCategory::blocked; }}};

// What is given is read back, or it is said that there is no place for it; it is never dropped.
TEST(PlanCreation, NoGivenValueIsDroppedByAnyFamily) {
  const Tree parents = make_parents();
  const std::vector<CreationRequest> requests{with_kind(request_for("New", "execplan"), ItemKind::plan),
                                              request_for("New", "execplan", "EP-20260115-001"),
                                              request_for("New", "tracker"),
                                              with_kind(request_for("New", "initiative"), ItemKind::plan),
                                              request_for("New", "initiative"),
                                              request_for("New", "simone"),
                                              request_for("New", "simone", "M01"),
                                              request_for("New", "simone", "S01"),
                                              with_kind(request_for("New", "design"), ItemKind::overview),
                                              request_for("New", "design", "docs/star-milestones-overview.md"),
                                              request_for("New", "generic")};
  int placed = 0;
  for (const CreationRequest& plain : requests) {
    for (const GivenValue& given : kGivenValues) {
      CreationRequest request = plain;
      request.fields[given.name] = given.value;
      Tree tree = parents;
      const auto planned = tree.plan(request);
      const std::string what = plain.dialect + " " + given.name;
      if (!planned) {
        EXPECT_EQ(planned.error().kind, ErrorKind::usage) << what << ": " << planned.error().message;
        EXPECT_NE(planned.error().message.find(given.name[0] == 's' ? "s" : given.name), std::string::npos)
            << what << ": " << planned.error().message;
        continue;
      }
      ++placed;
      const std::string path = tree.make(request);
      const Document document = read_back(tree, path);
      ASSERT_FALSE(document.items.empty()) << what;
      EXPECT_TRUE(given.reads(document.items.front())) << what << "\n" << tree.text(path);
    }
  }
  EXPECT_GE(placed, 40);  // of 55
}

TEST(PlanCreation, AHeadingTakesEveryValueToo) {
  for (const GivenValue& given : kGivenValues) {
    Tree tree;
    tree.add("MILESTONES.md",
             "# Milestones\n\n## M1 — Parser\n\n**Status:** done\n\n## M2 — Writer\n\n**Status:** planned\n");
    CreationRequest request = request_for("Reader");
    request.fields[given.name] = given.value;
    const std::string path = tree.make(request);
    ASSERT_EQ(path, "MILESTONES.md") << given.name;
    const Document document = read_back(tree, path);
    ASSERT_EQ(document.items.size(), 4U) << tree.text(path);
    EXPECT_TRUE(given.reads(document.items[3])) << given.name << "\n" << tree.text(path);
  }
}

TEST(PlanCreation, DigitsAreDrawnWhereTheIdEndsWithItsNumber) {
  Tree tree;
  tree.add("docs/milestones/M01-quay.md", "# M01: Quay\n\n**Status:** Planned\n");
  CreationRequest request = request_for("Crane");
  request.suffix_seed = 7;
  const std::string path = tree.make(request);
  const Document document = read_back(tree, path);
  const std::string id = document.items.front().id->value;
  EXPECT_EQ(id.substr(0, 4), "M02.");
  EXPECT_EQ(id.size(), 10U);
  EXPECT_EQ(path, "docs/milestones/" + id + "-crane.md");
  EXPECT_EQ(tree.make(request_for("Lamp")), "docs/milestones/M03-lamp.md");  // drawn digits are no number of the row
  request.title = "Mole";
  request.suffix_seed = 8;
  EXPECT_EQ(tree.make(request).substr(0, 20), "docs/milestones/M04.");
  Tree plans = make_parents();
  CreationRequest fixed = request_for("Live tail", "execplan", "EP-20260115-001");
  fixed.suffix_seed = 7;
  EXPECT_TRUE(plans.make(fixed).ends_with("EP-20260115-001_MS001_live-tail.md"));
}

TEST(PlanCreation, NamesAndPlacesAreThoseOfTheFamily) {
  Tree tree;
  EXPECT_EQ(tree.make(with_kind(request_for("Streaming ingest", "execplan"), ItemKind::plan)),
            ".agent/exec_plans/streaming-ingest/EP-20260115-001_streaming-ingest.md");
  EXPECT_EQ(tree.make(request_for("Live tail", "execplan", "EP-20260115-001")),
            ".agent/exec_plans/streaming-ingest/milestones/active/EP-20260115-001_MS001_live-tail.md");
  EXPECT_EQ(tree.make(request_for("Replay", "", "EP-20260115-001")),
            ".agent/exec_plans/streaming-ingest/milestones/active/EP-20260115-001_MS002_replay.md");
  EXPECT_EQ(tree.make(request_for("Checkout flow", "tracker")), "docs/trackers/MILESTONE_CHECKOUT_FLOW.md");
  EXPECT_EQ(tree.make(request_for("Backend setup", "simone")),
            ".simone/02_REQUIREMENTS/M01_Backend_Setup/M01_milestone_meta.md");
  EXPECT_EQ(tree.make(request_for("Foundation", "simone", "M01")),
            ".simone/03_SPRINTS/S01_M01_Foundation/S01_sprint_meta.md");
  EXPECT_EQ(tree.make(request_for("Create schema", "simone", "S01")),
            ".simone/03_SPRINTS/S01_M01_Foundation/T01_S01_Create_Schema.md");
}

TEST(PlanCreation, ThePlansOwnLayoutIsKept) {
  Tree tree;
  tree.add(".agents/exec_plans/active/maps/EP-20260101-001_maps.md",
           "---\nid: EP-20260101-001\ntitle: \"Maps\"\nstatus: active\nowner: \"@lee\"\ndomain: infra\n---\n\n# "
           "EP-20260101-001 - Maps\n");
  const std::string path = tree.make(request_for("Tiles", "", "EP-20260101-001"));
  EXPECT_EQ(path, ".agents/exec_plans/active/maps/milestones/active/MS001_tiles.md");
  const Document document = read_back(tree, path);
  EXPECT_EQ(document.items.front().id->value, "EP-20260101-001/MS001");
  EXPECT_EQ(document.items.front().owner->value, "@lee");  // as its plan
  EXPECT_NE(tree.text(path).find("\ndomain: infra\n"), std::string::npos);
}

TEST(PlanCreation, FreeFormsAreWrittenAsTheirNeighbours) {
  Tree tree;
  tree.add("docs/plans/milestones/M-07.03_user-login.md",
           "---\nid: M-07.03\ntitle: User login\nstatus: pending\n---\n\n# M-07.03: User login\n");
  tree.add("docs/plans/milestones/M-07.04_reports.md",
           "---\nid: M-07.04\ntitle: Reports\nstatus: pending\n---\n\n# M-07.04: Reports\n");
  const std::string path = tree.make(request_for("Export as CSV"));
  EXPECT_EQ(path, "docs/plans/milestones/M-07.05_export-as-csv.md");
  EXPECT_NE(tree.text(path).find("status: pending\n"), std::string::npos);
}

TEST(PlanCreation, AListOfHeadingsGetsOneMore) {
  Tree tree;
  tree.add("MILESTONES.md",
           "# Milestones\n\n## M1 — Parser\n\n**Status:** done\n\n## M2 — Writer\n\n**Status:** planned\n\n## "
           "Notes\n\nText.\n");
  const std::string path = tree.make(request_for("Server"));
  EXPECT_EQ(path, "MILESTONES.md");
  const std::string& text = tree.text(path);
  EXPECT_NE(text.find("**Status:** planned\n\n## M3 — Server\n\n**Status:** planned  \n\n## Notes"), std::string::npos)
      << text;
}

TEST(PlanCreation, AwkwardTitlesAreReadBackAsGiven) {
  for (const std::string title :
       {"Café & 日本語 #1", "a: b, \"c\" 'd'", "Use C++ and C#", "50 % faster", "x | y", "1. First", "- dash", "true",
        "2026", "path/../to", "\\backslash\\", "emoji 🚀 inside", "<b>bold</b> & co"}) {
    for (const std::string dialect : {"execplan", "tracker", "generic"}) {
      Tree tree;
      std::string parent;
      if (dialect == "execplan") {
        tree.make(with_kind(request_for("Plan", "execplan"), ItemKind::plan));
        parent = "EP-20260115-001";
      }
      const auto planned = tree.plan(request_for(title, dialect, parent));
      // What can not be carried is refused with the reason; what is carried is carried exactly.
      if (planned) {
        EXPECT_EQ(planned->title, title);
      } else {
        EXPECT_EQ(planned.error().kind, ErrorKind::usage) << title;
      }
    }
  }
}

TEST(PlanCreation, OptionalPartsAreChosenByFlags) {
  Tree tree;
  tree.make(with_kind(request_for("Plan", "execplan"), ItemKind::plan));
  CreationRequest request = request_for("Full", "execplan", "EP-20260115-001");
  request.with = {"smoke", "deferred"};
  const std::string full = tree.make(request);
  EXPECT_NE(tree.text(full).find("## Smoke Philosophy"), std::string::npos);
  EXPECT_NE(tree.text(full).find("## Deferred"), std::string::npos);
  request = request_for("Small", "execplan", "EP-20260115-001");
  request.minimal = true;
  const std::string small = tree.make(request);
  EXPECT_EQ(tree.text(small).find("## Phases"), std::string::npos);
  EXPECT_NE(tree.text(small).find("## Objective"), std::string::npos);
  request.with = {"smok"};
  EXPECT_EQ(tree.plan(request).error().kind, ErrorKind::usage);
}

TEST(PlanCreation, SectionTextsTakeThePlaceOfHints) {
  Tree tree;
  CreationRequest request = request_for("Parser", "generic");
  request.sections = split_sections("notes.md",
                                    "# ignored\n\n## Goal\n\nRead tables.\n\n## Scope\n\n### In Scope\n\n- cells\n\n## "
                                    "Tasks\n\n- [ ] Scan rows\n")
                         .sections;
  const std::string path = tree.make(request);
  const std::string& text = tree.text(path);
  EXPECT_NE(text.find("## Goal\n\nRead tables.\n"), std::string::npos) << text;
  EXPECT_NE(text.find("### In Scope\n\n- cells\n"), std::string::npos) << text;
  EXPECT_NE(text.find("### Out of Scope"), std::string::npos) << text;
  EXPECT_EQ(read_back(tree, path).items.front().progress.boxes.total, 1U);
  request.sections = {{"Gaol", "x", "notes.md:3"}};
  const auto wrong = tree.plan(request);
  ASSERT_FALSE(wrong);
  EXPECT_EQ(wrong.error().hints.at(0), "did you mean 'Goal'?");
}

TEST(PlanCreation, ATemplateOfTheWorkspaceCounts) {
  Tree tree;
  tree.add(".milepost/templates/generic/milestone.md",
           "# {{id}}: {{title}}\n\n**Status:** {{status}}\n\nOurs, {{date}}.\n");
  const std::string path = tree.make(request_for("Parser", "generic"));
  EXPECT_EQ(tree.text(path), "# M1: Parser\n\n**Status:** Planned\n\nOurs, 2026-01-15.\n");
  tree.add(".milepost/templates/generic/milestone.md", "# {{id}}: {{title}}\n\n**Status:** {{staus}}\n");
  const auto wrong = tree.plan(request_for("Writer", "generic"));
  ASSERT_FALSE(wrong);
  ASSERT_TRUE(wrong.error().place);
  EXPECT_EQ(wrong.error().place->line, 3U);
  EXPECT_EQ(wrong.error().place->column, 13U);
  EXPECT_EQ(wrong.error().hints.at(0), "did you mean 'status'?");
}

TEST(PlanCreation, ParentsThatAreOverOrUnclearTakeNothing) {
  Tree tree;
  tree.add(".agent/exec_plans/a/EP-20260101-001_a.md",
           "---\nid: EP-20260101-001\ntitle: \"A\"\nstatus: done\n---\n\n# A\n");
  EXPECT_EQ(tree.plan(request_for("X", "", "EP-20260101-001")).error().kind, ErrorKind::refused);
  EXPECT_EQ(tree.plan(request_for("X", "execplan")).error().kind, ErrorKind::usage);
  EXPECT_EQ(tree.plan(request_for("X", "", "EP-20260101-009")).error().kind, ErrorKind::not_found);
  tree.add(".agent/exec_plans/b/EP-20260101-002_b.md",
           "---\nid: EP-20260101-002\ntitle: \"B\"\nstatus: active\n---\n\n# B\n");
  tree.add(".agent/exec_plans/c/EP-20260101-003_c.md",
           "---\nid: EP-20260101-003\ntitle: \"C\"\nstatus: active\n---\n\n# C\n");
  EXPECT_EQ(tree.plan(request_for("X", "execplan")).error().kind, ErrorKind::ambiguous);
  tree.add(".agent/exec_plans/d/EP-20260101-002_d.md",
           "---\nid: EP-20260101-002\ntitle: \"D\"\nstatus: active\n---\n\n# D\n");
  EXPECT_EQ(tree.plan(request_for("X", "", "EP-20260101-002")).error().kind, ErrorKind::ambiguous);
}

TEST(PlanCreation, NumbersAreNeverGivenTwice) {
  Tree tree;
  tree.add("docs/milestones/M1-a.md", "# M1: A\n\n**Status:** done\n");
  tree.add("docs/milestones/archive/M7-z.md", "# M7: Z\n\n**Status:** done\n");
  EXPECT_EQ(tree.make(request_for("B")), "docs/milestones/M8-b.md");
  CreationRequest request = request_for("C");
  request.number = 7;
  EXPECT_FALSE(tree.plan(request));
  request.number = 3;
  EXPECT_EQ(tree.make(request), "docs/milestones/M3-c.md");
  request = request_for("D");
  request.id = "X9";
  EXPECT_EQ(tree.plan(request).error().kind, ErrorKind::usage);
}

TEST(PlanCreation, AnIndexGetsItsRow) {
  Tree tree;
  const std::string readme = tree.make(with_kind(request_for("Big move", "initiative"), ItemKind::plan));
  tree.make(request_for("First step", "initiative", readme));
  EXPECT_NE(tree.text(readme).find("| [Milestone 1: First step](milestone-1.md) |"), std::string::npos)
      << tree.text(readme);
  const std::string manifest = tree.make(with_kind(request_for("Shop", "simone"), ItemKind::overview));
  tree.make(request_for("Backend", "simone"));
  tree.make(request_for("Foundation", "simone", "M01"));
  EXPECT_NE(tree.text(manifest).find("current_milestone_id: \"M01\""), std::string::npos);
  EXPECT_NE(tree.text(manifest).find("highest_sprint_in_milestone: \"S01\""), std::string::npos);
}

TEST(BuiltInTemplates, EveryCreationOfEveryDialectHasOne) {
  for (const auto& dialect : dialects().dialects())
    for (const Creation& creation : dialect->life.creations)
      EXPECT_TRUE(find_built_in_template(creation.template_name)) << creation.template_name;
}

}  // namespace
}  // namespace milepost
