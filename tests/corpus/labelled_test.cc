// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// Reads every scenario of the labelled set and compares it field by field with its labels. Each difference fails, save
// in the scenarios of known_gaps.txt, which must differ, so that the list can not rot. MILEPOST_LABELLED=name runs one.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <iostream>

#include "core/document/corpus.h"
#include "core/document/document_reader.h"
#include "corpus/labelled_scenario.h"
#include "corpus/labelled_score.h"

namespace milepost::labelled {
namespace {

constexpr const char* kFolder = "tests/corpus/labelled";
constexpr std::size_t kLeastDocuments = 80;

Corpus read_corpus(const LabelledScenario& scenario, DocumentReader& reader) {
  std::vector<DocumentSummary> documents;
  for (const SourceFile& file : scenario.files) {
    if (!reader.may_be_document(file.path)) continue;
    DocumentSummary summary;
    if (reader.read_summary(file.path, file.bytes, summary) != Interest::none) documents.push_back(std::move(summary));
  }
  return Corpus::build(std::move(documents));
}

void report(const std::vector<Mismatch>& mismatches) {
  for (const Mismatch& m : mismatches) {
    ADD_FAILURE() << m.where << "\n  " << m.field << ": the document states " << m.expected << ", read was "
                  << m.actual;
  }
}

bool is_chosen(const LabelledScenario& scenario) {
  const char* chosen = std::getenv("MILEPOST_LABELLED");
  return chosen == nullptr || scenario.name == chosen;
}

TEST(Labelled, EveryDocumentReadsAsACarefulReaderWould) {
  const Result<DialectSet> dialects = DialectSet::built_in();
  ASSERT_TRUE(dialects.has_value());
  DocumentReader reader(*dialects);
  const std::map<std::string, std::string> gaps = load_known_gaps(std::string(kFolder) + "/known_gaps.txt");
  LabelledScore score;
  for (const LabelledScenario& scenario : load_scenarios(kFolder)) {
    if (!is_chosen(scenario) || !scenario.trouble.empty()) continue;
    const std::vector<Mismatch> mismatches = score.compare(scenario, read_corpus(scenario, reader));
    const auto gap = gaps.find(scenario.name);
    if (gap == gaps.end()) {
      report(mismatches);
    } else {
      EXPECT_FALSE(mismatches.empty()) << scenario.name << " reads right now: take it out of known_gaps.txt";
    }
  }
  std::cout << score.to_table();
}

TEST(Labelled, TheSetIsWhole) {
  const std::vector<LabelledScenario> scenarios = load_scenarios(kFolder);
  std::size_t documents = 0;
  for (const LabelledScenario& scenario : scenarios) {
    EXPECT_EQ(scenario.trouble, "") << scenario.name;
    EXPECT_FALSE(scenario.files.empty()) << scenario.name;
    documents += scenario.files.size();
  }
  EXPECT_GE(documents, kLeastDocuments);
}

TEST(Labelled, EveryKnownGapNamesAScenario) {
  const std::vector<LabelledScenario> scenarios = load_scenarios(kFolder);
  for (const auto& [name, reason] : load_known_gaps(std::string(kFolder) + "/known_gaps.txt")) {
    EXPECT_NE(std::ranges::find(scenarios, name, &LabelledScenario::name), scenarios.end()) << name;
    EXPECT_FALSE(reason.empty()) << name;
  }
}

}  // namespace
}  // namespace milepost::labelled
