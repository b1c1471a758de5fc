// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// Whole documents of any bytes: the first byte chooses the path, the rest is the text.
#include <array>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

#include "core/document/dialect_set.h"
#include "core/document/document_reader.h"
#include "fuzz/reading_check.h"

namespace {

// A place for every built-in dialect, places where the text alone decides, and one that says nothing.
constexpr std::array<std::string_view, 12> kPaths{
    ".agent/exec_plans/active/EP-20260117-014_boats/milestones/MS001_keel.md",
    ".agent/exec_plans/active/EP-20260117-014_boats/EP-20260117-014.md",
    "docs/trackers/MILESTONE_BOATS.md",
    "documentation/milestones/_active/boats/milestone-1.md",
    "documentation/milestones/_active/boats/README.md",
    ".simone/00_PROJECT_MANIFEST.md",
    ".simone/03_SPRINTS/S01_M01_Boats/T01_S01_Keel.md",
    ".simone/02_REQUIREMENTS/M01_Boats/M01_Boats.md",
    "docs/milestones/M1-boats.md",
    "docs/milestones/README.md",
    "ROADMAP.md",
    "notes/boats.md",
};

const milepost::DialectSet& dialects() {
  static const milepost::DialectSet kSet = milepost::DialectSet::built_in().value();
  return kSet;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static milepost::DocumentReader used(dialects());
  const std::string_view all(reinterpret_cast<const char*>(data), size);
  const std::string_view path = all.empty() ? kPaths.back() : kPaths[data[0] % kPaths.size()];
  milepost::DocumentReader fresh(dialects());
  const std::string fault = milepost::testing::find_reading_fault(used, fresh, path, all.substr(all.empty() ? 0 : 1));
  if (fault.empty()) return 0;
  std::fprintf(stderr, "%s\n", fault.c_str());
  std::abort();
}
