// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// Every Markdown file of the corpus of real documents against both oracles. MILEPOST_CORPUS names its folder; without
// it, ../shared/corpus beside the source tree is tried.
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "core/text/front_matter.h"
#include "core/text/source_text.h"
#include "differential/compare.h"

namespace milepost::testing {
namespace {

std::filesystem::path corpus_folder() {
  const char* named = std::getenv("MILEPOST_CORPUS");
  return named != nullptr ? std::filesystem::path(named) : std::filesystem::path("../shared/corpus");
}

std::vector<std::filesystem::path> list_documents() {
  std::vector<std::filesystem::path> paths;
  std::error_code error;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(corpus_folder(), error)) {
    const std::string extension = entry.path().extension().string();
    if (entry.is_regular_file() && (extension == ".md" || extension == ".MD" || extension == ".markdown"))
      paths.push_back(entry.path());
  }
  return paths;
}

std::string load_body(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::string text(std::istreambuf_iterator<char>(file), {});
  if (classify_content(text) != ContentKind::text) return {};
  FrontMatter front;
  read_front_matter(text, front);
  return text.substr(front.body_begin);
}

void expect_corpus_agreement(Oracle oracle, double max_explained) {
  const std::vector<std::filesystem::path> paths = list_documents();
  if (paths.empty()) GTEST_SKIP() << "no corpus of real documents: set MILEPOST_CORPUS to its folder";
  std::size_t explained = 0;
  for (const std::filesystem::path& path : paths) {
    const Comparison comparison = compare_with(oracle, load_body(path));
    EXPECT_TRUE(comparison.same) << path << "\n" << comparison.report;
    if (!comparison.explained.empty()) ++explained;
  }
  EXPECT_LE(static_cast<double>(explained), max_explained * static_cast<double>(paths.size()));
}

TEST(Corpus, AgreesWithCmark) { expect_corpus_agreement(Oracle::cmark, 0.005); }

TEST(Corpus, AgreesWithMd4c) { expect_corpus_agreement(Oracle::md4c, 0.03); }

}  // namespace
}  // namespace milepost::testing
