// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "core/document/child_progress.h"

#include <gtest/gtest.h>

#include "core/document/summaries_for_tests.h"

namespace milepost {
namespace {

using namespace testing_support;

Doc child(unsigned number, StatusCategory status) {
  return Doc("p/milestones/" + std::to_string(number) + ".md", ItemKind::milestone).status(status);
}

std::optional<double> computed(const Corpus& corpus, std::string_view path = "p/README.md") {
  return corpus.item(key_at(corpus, path)).progress.computed;
}

TEST(ChildProgress, EachChildWeighsTheSame) {
  const Corpus corpus = Corpus::build({
      Doc("p/README.md", ItemKind::plan),
      child(1, StatusCategory::done),
      child(2, StatusCategory::active).boxes(1, 4).computed(25),
      child(3, StatusCategory::active).boxes(75, 100).computed(75),
      child(4, StatusCategory::planned),
  });
  EXPECT_EQ(computed(corpus), 50.0);
}

TEST(ChildProgress, ADoneChildIsDoneWhateverItsBoxesSay) {
  const Corpus corpus =
      Corpus::build({Doc("p/README.md", ItemKind::plan), child(1, StatusCategory::done).boxes(1, 4).computed(25)});
  EXPECT_EQ(computed(corpus), 100.0);
}

TEST(ChildProgress, CancelledChildrenAreLeftOut) {
  const Corpus corpus = Corpus::build({
      Doc("p/README.md", ItemKind::plan),
      child(1, StatusCategory::done),
      child(2, StatusCategory::cancelled),
  });
  EXPECT_EQ(computed(corpus), 100.0);
}

TEST(ChildProgress, OneUnknownChildLeavesTheFigureUnknown) {
  const Corpus corpus = Corpus::build({
      Doc("p/README.md", ItemKind::plan),
      child(1, StatusCategory::done),
      Doc("p/milestones/2.md", ItemKind::milestone),
  });
  EXPECT_FALSE(computed(corpus));
}

TEST(ChildProgress, OnlyCancelledChildrenAreNothingToCount) {
  const Corpus corpus = Corpus::build({Doc("p/README.md", ItemKind::plan), child(1, StatusCategory::cancelled)});
  EXPECT_FALSE(computed(corpus));
}

TEST(ChildProgress, WhatAParentCountsItselfStays) {
  const Corpus counted = Corpus::build({
      Doc("p/README.md", ItemKind::plan).boxes(1, 10).computed(10),
      child(1, StatusCategory::done),
  });
  EXPECT_EQ(computed(counted), 10.0);
  const Corpus not_counting = Corpus::build({
      Doc("p/README.md", ItemKind::plan).boxes(1, 10),
      child(1, StatusCategory::done),
  });
  EXPECT_FALSE(computed(not_counting));
}

TEST(ChildProgress, GoesUpThroughTheWholeTree) {
  const Corpus corpus = Corpus::build({
      Doc("o.md", ItemKind::overview).children({linked("p/README.md"), linked("q.md")}),
      Doc("q.md", ItemKind::plan).status(StatusCategory::planned),
      Doc("p/README.md", ItemKind::plan).status(StatusCategory::active),
      child(1, StatusCategory::done),
      child(2, StatusCategory::planned),
  });
  EXPECT_EQ(computed(corpus), 50.0);
  EXPECT_EQ(computed(corpus, "o.md"), 25.0);
}

}  // namespace
}  // namespace milepost
