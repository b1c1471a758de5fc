// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// Real documents: everything below the folder of collected documents is read, in short and in full, and every place
// that the reading names must lie inside the document. The folder is not part of the project: without it (variable
// MILEPOST_CORPUS, else ../shared/corpus beside the source) the tests are skipped and say so.
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "core/document/document_reader.h"

namespace milepost {
namespace {

namespace fs = std::filesystem;

fs::path corpus_folder() {
  const char* named = std::getenv("MILEPOST_CORPUS");
  return named != nullptr ? fs::path(named) : fs::path(MILEPOST_SOURCE_DIR) / ".." / "shared" / "corpus";
}

std::string read_file(const fs::path& path) {
  std::ostringstream text;
  text << std::ifstream(path, std::ios::binary).rdbuf();
  return text.str();
}

std::vector<fs::path> markdown_below(const fs::path& folder) {
  std::vector<fs::path> paths;
  for (const auto& entry : fs::recursive_directory_iterator(folder))
    if (entry.is_regular_file() && (entry.path().extension() == ".md" || entry.path().extension() == ".MD"))
      paths.push_back(entry.path());
  return paths;
}

bool lies_inside(ByteRange range, const std::string& bytes) {
  return range.begin <= range.end && range.end <= bytes.size();
}

void expect_places_inside(const Document& document, const std::string& bytes) {
  for (const Item& item : document.items) {
    EXPECT_TRUE(lies_inside(item.range, bytes)) << document.path;
    EXPECT_TRUE(!item.title || lies_inside(item.title->where, bytes)) << document.path;
    EXPECT_TRUE(!item.status || lies_inside(item.status->where, bytes)) << document.path;
    EXPECT_LE(item.progress.boxes.done, item.progress.boxes.total) << document.path;
    for (const Reference& reference : item.depends_on)
      EXPECT_TRUE(lies_inside(reference.where, bytes)) << document.path;
  }
  for (const FieldValue& field : document.fields)
    EXPECT_TRUE(lies_inside(field.where, bytes)) << document.path << ' ' << field.label;
  for (const Section& section : document.sections)
    EXPECT_TRUE(lies_inside(section.body, bytes)) << document.path << ' ' << section.title;
  for (const Record& record : document.records)
    EXPECT_TRUE(lies_inside(record.where, bytes)) << document.path << ' ' << record.kind;
}

TEST(RealDocuments, EveryPlaceLiesInsideItsDocument) {
  const fs::path corpus = corpus_folder();
  if (!fs::exists(corpus)) GTEST_SKIP() << "no collected documents at " << corpus << "; set MILEPOST_CORPUS";
  const auto dialects = DialectSet::built_in();
  ASSERT_TRUE(dialects);
  DocumentReader reader(*dialects);
  std::size_t recognised = 0;
  for (const fs::path& path : markdown_below(corpus)) {
    const std::string bytes = read_file(path);
    const Document document = reader.read_document(fs::relative(path, corpus).generic_string(), bytes);
    expect_places_inside(document, bytes);
    recognised += document.items.empty() ? 0 : 1;
  }
  // The collection holds more than a thousand files; a reader that has lost a family falls below this.
  EXPECT_GT(recognised, 850U);
}

struct Seed {
  std::string beginning;  // of the file name
  std::string path;       // where such a document stands in a repository
};

// The template of family 001 is wrapped in instructions; the document is what stands in its fence.
std::string unwrapped(const std::string& text) {
  const std::size_t begin = text.find("```md\n");
  const std::size_t end = text.rfind("````");
  return begin == std::string::npos || end == std::string::npos || end < begin
             ? text
             : text.substr(begin + 6, end - begin - 6);
}

TEST(RealDocuments, TemplatesOfTheFiveFamiliesAreUnderstoodCompletely) {
  const fs::path seeds = corpus_folder().parent_path() / "seeds";
  if (!fs::exists(seeds)) GTEST_SKIP() << "no family templates at " << seeds;
  const std::vector<Seed> kSeeds{{"000", "docs/trackers/MILESTONE_A.md"},
                                 {"001", ".agent/exec_plans/a/milestones/active/EP-20260101-001_MS001_a.md"},
                                 {"002", "documentation/milestones/_active/a/milestone-1.md"},
                                 {"003", ".simone/02_REQUIREMENTS/M01_A/M01_milestone_meta.md"},
                                 {"004", "docs/a-milestone-design.md"}};
  const auto dialects = DialectSet::built_in();
  ASSERT_TRUE(dialects);
  DocumentReader reader(*dialects);
  std::size_t seen = 0;
  for (const auto& entry : fs::directory_iterator(seeds))
    for (const Seed& seed : kSeeds) {
      if (!entry.path().filename().string().starts_with(seed.beginning)) continue;
      const Document document = reader.read_document(seed.path, unwrapped(read_file(entry.path())));
      EXPECT_FALSE(document.items.empty()) << seed.beginning;
      for (const NotUnderstood& part : document.not_understood)
        ADD_FAILURE() << seed.beginning << ':' << part.line << ' ' << part.what << " '" << part.text
                      << "' is not understood";
      ++seen;
    }
  EXPECT_EQ(seen, kSeeds.size());
}

}  // namespace
}  // namespace milepost
