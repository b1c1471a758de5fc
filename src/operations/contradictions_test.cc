// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "operations/contradictions.h"

#include <gtest/gtest.h>

#include "core/document/summaries_for_tests.h"

namespace milepost {
namespace {

using testing_support::Doc;
using testing_support::linked;

std::vector<std::string> told(std::vector<DocumentSummary> documents) {
  const Corpus corpus = Corpus::build(std::move(documents));
  std::vector<std::string> lines;
  const auto contradictions = find_contradictions(Config(), corpus, *Date::from_iso("2026-01-15"));
  EXPECT_TRUE(contradictions.has_value());
  for (const SpottedFinding& found : *contradictions) {
    lines.push_back(corpus.name_of(found.key) + ": " + std::string(found.finding.slug) + ": " + found.finding.message);
  }
  return lines;
}

Doc milestone(const char* id) { return {std::string("docs/") + id + ".md", ItemKind::milestone, id}; }

TEST(Contradictions, DoneWithOpenBoxes) {
  EXPECT_EQ(told({milestone("M1").status(StatusCategory::done).boxes(3, 8).computed(37.5)}),
            std::vector<std::string>{"M1: done-but-open: says done, yet 3 of 8 boxes are done"});
}

TEST(Contradictions, WhatAgreesIsSilent) {
  EXPECT_TRUE(told({milestone("M1").status(StatusCategory::done).boxes(8, 8).computed(100),
                    milestone("M2").status(StatusCategory::active).boxes(3, 8).computed(37.5),
                    milestone("M3").status(StatusCategory::planned).boxes(0, 8).computed(0), milestone("M4")})
                  .empty());
}

TEST(Contradictions, ActiveAlthoughAllIsDone) {
  EXPECT_EQ(told({milestone("M1").status(StatusCategory::active).boxes(2, 2).computed(100)}),
            std::vector<std::string>{"M1: all-done-but-open: says active, yet 2 of 2 boxes are done"});
}

TEST(Contradictions, AStatedPercentageThatTheBoxesDoNotBearOut) {
  DocumentSummary document = milestone("M1").status(StatusCategory::active).boxes(1, 2).computed(50);
  document.items[0].progress.stated = 80;
  EXPECT_EQ(told({document}), std::vector<std::string>{"M1: stated-percent: says 80 %, yet 50 % is done"});
  document.items[0].progress.stated = 54;
  EXPECT_TRUE(told({document}).empty());
}

TEST(Contradictions, ARowThatDiffersFromItsDocument) {
  Reference row = linked("docs/M1.md", "M1");
  row.row_status = Status{StatusCategory::done, "Done", ""};
  row.line = 7;
  EXPECT_EQ(
      told({Doc("docs/README.md", ItemKind::overview).children({row}), milestone("M1").status(StatusCategory::active)}),
      std::vector<std::string>{"docs/README.md: row-differs: calls M1 done; its document says active"});
}

}  // namespace
}  // namespace milepost
