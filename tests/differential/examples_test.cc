// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// Every line of cases.txt against both oracles.
#include <gtest/gtest.h>

#include <fstream>
#include <string>
#include <vector>

#include "differential/compare.h"
#include "differential/random_markdown.h"

namespace milepost::testing {
namespace {

constexpr const char* kCases = "tests/differential/cases.txt";

std::string unescape(const std::string& line) {
  std::string text;
  for (std::size_t at = 0; at < line.size(); ++at) {
    if (line[at] != '\\' || at + 1 == line.size()) {
      text += line[at];
      continue;
    }
    const char c = line[++at];
    text += c == 'n' ? '\n' : c == 't' ? '\t' : c == 'r' ? '\r' : c;
  }
  return text;
}

std::vector<std::string> load_cases() {
  std::vector<std::string> cases;
  std::ifstream file(kCases);
  for (std::string line; std::getline(file, line);)
    if (!line.empty() && !line.starts_with("# ")) cases.push_back(unescape(line));
  return cases;
}

void expect_agreement(Oracle oracle, const std::vector<std::string>& documents, double max_explained) {
  std::size_t explained = 0;
  for (const std::string& text : documents) {
    const Comparison comparison = compare_with(oracle, text);
    EXPECT_TRUE(comparison.same) << text << "\n--\n" << comparison.report;
    explained += comparison.explained.empty() ? 0 : 1;
  }
  // Exceptions must stay exceptions.
  EXPECT_LE(static_cast<double>(explained), max_explained * static_cast<double>(documents.size()));
}

TEST(Examples, AgreeWithCmark) {
  const std::vector<std::string> cases = load_cases();
  ASSERT_GT(cases.size(), 600U);
  expect_agreement(Oracle::cmark, cases, 0.03);
}

TEST(Examples, AgreeWithMd4c) { expect_agreement(Oracle::md4c, load_cases(), 0.08); }

TEST(RandomDocuments, AgreeWithCmark) { expect_agreement(Oracle::cmark, random_documents(1, 4000), 0.1); }

TEST(RandomDocuments, AgreeWithMd4c) { expect_agreement(Oracle::md4c, random_documents(2, 4000), 0.1); }

}  // namespace
}  // namespace milepost::testing
