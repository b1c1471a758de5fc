// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// All rules, the newest as well, on a tree of up to three documents of any bytes: texts are parted by a line "%%%%".
// Each finding must stand in its document, its fixes must be edits that can be made, and asking twice must give the
// same.
#include <array>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "core/document/dialect_set.h"
#include "core/document/document_reader.h"
#include "core/rules/rule_runner.h"
#include "core/text/text_edit.h"

namespace {

constexpr std::string_view kParting = "\n%%%%\n";

// By the first byte: what the documents are called.
constexpr std::array<std::array<const char*, 3>, 4> kPaths{{
    {"docs/milestones/M1-boats.md", "docs/milestones/M2-nets.md", "docs/milestones/README.md"},
    {".agent/exec_plans/active/EP-20260117-014_boats/EP-20260117-014.md",
     ".agent/exec_plans/active/EP-20260117-014_boats/milestones/MS001_keel.md",
     ".agent/exec_plans/active/EP-20260117-014_boats/milestones/MS002_mast.md"},
    {".simone/03_SPRINTS/S01_M01_Boats/T01_S01_Keel.md", ".simone/03_SPRINTS/S01_M01_Boats/S01_sprint_meta.md",
     ".simone/00_PROJECT_MANIFEST.md"},
    {"documentation/milestones/_active/boats/README.md", "documentation/milestones/_active/boats/milestone-1.md",
     "docs/trackers/MILESTONE_BOATS.md"},
}};

using Texts = std::map<std::string, std::string, std::less<>>;

class FewFiles final : public milepost::WorkspaceFiles {
 public:
  explicit FewFiles(const Texts& texts) : texts_(texts) {}
  [[nodiscard]] bool exists(std::string_view path) const override { return texts_.contains(path); }
  [[nodiscard]] std::vector<std::string> find_named(std::string_view file_name) const override {
    std::vector<std::string> paths;
    for (const auto& [path, bytes] : texts_)
      if (path.ends_with("/" + std::string(file_name))) paths.push_back(path);
    return paths;
  }

 private:
  const Texts& texts_;
};

void require(bool good, const milepost::Finding& finding, const char* what) {
  if (good) return;
  std::fprintf(stderr, "%.*s in %s: %s\n", static_cast<int>(finding.id.size()), finding.id.data(), finding.path.c_str(),
               what);
  std::abort();
}

const milepost::DialectSet& dialects() {
  static const milepost::DialectSet kSet = milepost::DialectSet::built_in().value();
  return kSet;
}

const milepost::RulePlan& all_rules() {
  static const milepost::RulePlan kPlan = milepost::RulePlan::make({{}, {}, {}, true}).value();
  return kPlan;
}

Texts parted(std::string_view all) {
  Texts texts;
  if (all.empty()) return texts;
  const auto& paths = kPaths.at(static_cast<unsigned char>(all.front()) % kPaths.size());
  all.remove_prefix(1);
  for (const char* path : paths) {
    const std::size_t end = all.find(kParting);
    texts[path] = std::string(all.substr(0, end));
    if (end == std::string_view::npos) break;
    all.remove_prefix(end + kParting.size());
  }
  return texts;
}

void check_fixes(const milepost::Finding& finding, const Texts& texts) {
  for (const milepost::Fix& fix : finding.fixes)
    for (const milepost::FileEdits& file : fix.files) {
      const auto text = texts.find(file.path);
      require(text != texts.end(), finding, "a fix of a file that is not there");
      require(milepost::apply_edits(text->second, file.edits).has_value(), finding, "a fix that can not be made");
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const Texts texts = parted({reinterpret_cast<const char*>(data), size});
  milepost::DocumentReader reader(dialects());
  std::vector<milepost::DocumentSummary> summaries;
  for (const auto& [path, bytes] : texts) {
    milepost::DocumentSummary summary;
    if (reader.read_summary(path, bytes, summary) == milepost::Interest::recognised)
      summaries.push_back(std::move(summary));
  }
  const milepost::Corpus corpus = milepost::Corpus::build(std::move(summaries));
  const FewFiles files(texts);
  const milepost::RuleFacts facts{corpus, *milepost::Date::from_iso("2026-01-15"), &files};
  const milepost::RuleRunner runner(all_rules(), facts, milepost::ReasonsOfSuppressions::required);
  milepost::DocumentReading reading(dialects());
  for (std::uint32_t i = 0; i < corpus.documents().size(); ++i) {
    const auto text = texts.find(corpus.documents()[i].path);
    if (text == texts.end() || reading.read(text->first, text->second) != milepost::Interest::recognised) std::abort();
    const auto findings = runner.check_document(reading, i);
    for (const milepost::Finding& finding : findings) {
      require(finding.range.begin <= finding.range.end && finding.range.end <= text->second.size(), finding,
              "stands outside of its document");
      require(!finding.message.empty(), finding, "says nothing");
      check_fixes(finding, texts);
    }
    const auto again = runner.check_document(reading, i);
    if (again.size() != findings.size()) std::abort();
  }
  return 0;
}
