// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "core/document/find_item.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/document/summaries_for_tests.h"

namespace milepost {
namespace {

using namespace testing_support;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

Corpus two_plans() {
  return Corpus::build({
      Doc("plans/a/EP-20260117-014.md", ItemKind::plan, "EP-20260117-014"),
      Doc("plans/a/milestones/MS001.md", ItemKind::milestone, "EP-20260117-014/MS001").title("Lay the keel"),
      Doc("plans/a/milestones/MS003.md", ItemKind::milestone, "EP-20260117-014/MS003").title("Raise the mast"),
      Doc("plans/b/milestones/MS001.md", ItemKind::milestone, "EP-20260203-002/MS001").title("Dig the well"),
      Doc("docs/M-07.04.md", ItemKind::milestone, "M-07.04"),
      Doc("docs/ROADMAP.md", ItemKind::overview)
          .holds(make_item(ItemKind::milestone, "V1"), 10)
          .holds(make_item(ItemKind::milestone), 30),
  });
}

std::string found(const Corpus& corpus, std::string_view wanted) {
  const auto result = corpus.find(wanted);
  return result ? place_of(corpus, *result) : std::string(to_string(result.error().kind));
}

TEST(FindItem, ByTheWholeIdInAnyCase) {
  const Corpus corpus = two_plans();
  EXPECT_EQ(found(corpus, "EP-20260117-014/MS003"), "plans/a/milestones/MS003.md");
  EXPECT_EQ(found(corpus, "ep-20260117-014/ms003"), "plans/a/milestones/MS003.md");
  EXPECT_EQ(found(corpus, "EP-20260117-014"), "plans/a/EP-20260117-014.md");
  EXPECT_EQ(found(corpus, "V1"), "docs/ROADMAP.md:10");
}

TEST(FindItem, ByAUniqueShortForm) {
  const Corpus corpus = two_plans();
  EXPECT_EQ(found(corpus, "MS003"), "plans/a/milestones/MS003.md");
  EXPECT_EQ(found(corpus, "ms3"), "plans/a/milestones/MS003.md");
  EXPECT_EQ(found(corpus, "7.4"), "docs/M-07.04.md");
  EXPECT_EQ(found(corpus, "014/MS001"), "plans/a/milestones/MS001.md");
  EXPECT_EQ(found(corpus, "EP-20260203"), "plans/b/milestones/MS001.md");
}

TEST(FindItem, ByTheWholeTitle) {
  const Corpus corpus = two_plans();
  EXPECT_EQ(found(corpus, "Lay the keel"), "plans/a/milestones/MS001.md");
  EXPECT_EQ(found(corpus, "raise THE  mast"), "plans/a/milestones/MS003.md");
  EXPECT_EQ(found(corpus, "Lay the"), "not_found");
  const Corpus twice = Corpus::build(
      {Doc("a.md", ItemKind::milestone, "M1").title("Quay"), Doc("b.md", ItemKind::milestone, "M2").title("Quay")});
  EXPECT_EQ(found(twice, "quay"), "ambiguous");
  EXPECT_EQ(found(twice, "M2"), "b.md");
}

TEST(FindItem, ShortFormsAreCutBetweenPartsOnly) {
  const Corpus corpus = two_plans();
  EXPECT_EQ(found(corpus, "S003"), "not_found");
  EXPECT_EQ(found(corpus, "4"), "not_found");
  EXPECT_EQ(found(corpus, ".4"), "not_found");
  EXPECT_EQ(found(corpus, "EP-2026"), "not_found");
}

TEST(FindItem, ByPathItsEndOrItsLine) {
  const Corpus corpus = two_plans();
  EXPECT_EQ(found(corpus, "plans/a/milestones/MS001.md"), "plans/a/milestones/MS001.md");
  EXPECT_EQ(found(corpus, "./docs/ROADMAP.md"), "docs/ROADMAP.md");
  EXPECT_EQ(found(corpus, "b/milestones/MS001.md"), "plans/b/milestones/MS001.md");
  EXPECT_EQ(found(corpus, "b/milestones/MS001"), "plans/b/milestones/MS001.md");
  EXPECT_EQ(found(corpus, "ROADMAP"), "docs/ROADMAP.md");
  EXPECT_EQ(found(corpus, "docs/ROADMAP.md:30"), "docs/ROADMAP.md:30");
  EXPECT_EQ(found(corpus, "ROADMAP.md:10"), "docs/ROADMAP.md:10");
  EXPECT_EQ(found(corpus, "OADMAP.md"), "not_found");
}

TEST(FindItem, ALineMeansTheItemThatHoldsIt) {
  const Corpus corpus = two_plans();
  EXPECT_EQ(found(corpus, "docs/ROADMAP.md:3"), "docs/ROADMAP.md");
  EXPECT_EQ(found(corpus, "docs/ROADMAP.md:29"), "docs/ROADMAP.md:10");
  EXPECT_EQ(found(corpus, "docs/ROADMAP.md:9999"), "docs/ROADMAP.md:30");
  EXPECT_EQ(found(corpus, "docs/ROADMAP.md:0"), "not_found");
  EXPECT_EQ(found(corpus, "docs/ROADMAP.md:99999999999999999999"), "not_found");
}

TEST(FindItem, AnAmbiguousNameListsWhatItCouldMean) {
  const auto result = two_plans().find("MS001");
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().kind, ErrorKind::ambiguous);
  EXPECT_THAT(result.error().hints, ElementsAre("EP-20260117-014/MS001 — Lay the keel — plans/a/milestones/MS001.md",
                                                "EP-20260203-002/MS001 — Dig the well — plans/b/milestones/MS001.md"));
}

TEST(FindItem, ALongListOfCandidatesIsCut) {
  std::vector<DocumentSummary> documents;
  for (int i = 10; i < 25; ++i) {
    documents.push_back(Doc("p" + std::to_string(i) + "/M1.md", ItemKind::milestone, "P" + std::to_string(i) + "/M1"));
  }
  const auto result = Corpus::build(std::move(documents)).find("M1");
  ASSERT_FALSE(result);
  ASSERT_EQ(result.error().hints.size(), 11U);
  EXPECT_EQ(result.error().hints.back(), "and 5 more");
}

TEST(FindItem, AnUnknownNameSuggestsTheNearest) {
  const auto result = two_plans().find("MS013");
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().kind, ErrorKind::not_found);
  EXPECT_THAT(result.error().message, HasSubstr("MS013"));
  EXPECT_THAT(result.error().hints, Contains("MS003"));
  const auto path = two_plans().find("docs/ROADMAPS.md");
  ASSERT_FALSE(path);
  EXPECT_THAT(path.error().hints, Contains("docs/ROADMAP.md"));
}

TEST(FindItem, SaysWhenADocumentIsThereButWasNotRecognised) {
  DocumentSummary unknown;
  unknown.path = "docs/notes.md";
  const auto result = Corpus::build({unknown}).find("docs/notes.md");
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().kind, ErrorKind::invalid_document);
}

TEST(FindItem, NothingIsNoName) {
  const auto result = two_plans().find("");
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().kind, ErrorKind::usage);
  const auto empty = Corpus::build({}).find("M1");
  ASSERT_FALSE(empty);
  EXPECT_THAT(empty.error().hints, IsEmpty());
}

}  // namespace
}  // namespace milepost
