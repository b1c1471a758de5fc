// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// Tables that mean something: the first byte chooses the columns, the rest are the rows below them. Random bytes alone
// hardly ever become a table whose columns a dialect knows.
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

constexpr std::array<std::string_view, 6> kTables{
    "# Milestone 1: Boats\n\nStatus: active\n\n## Tasks\n\n| # | Task | Owner | Status |\n|---|:--|--:|---|\n",
    "# Milestones\n\n| ID | Title | Status | Target | Progress |\n|---|---|---|---|---|\n",
    "# Roadmap\n\n## Phases\n\n| Phase | Goal | Milestones | Estimate |\n|---|---|---|---|\n",
    "# Milestone 1: Boats\n\n## Risks\n\n| Risk | Impact | Likelihood | Mitigation |\n|---|---|---|---|\n",
    "# Milestone 1: Boats\n\n| Field | Value |\n|---|---|\n| Status | done |\n",
    "# Milestone 1: Boats\n\n## Dependencies\n\n| Depends on | Status | Link |\n|---|---|---|\n",
};

const milepost::DialectSet& dialects() {
  static const milepost::DialectSet kSet = milepost::DialectSet::built_in().value();
  return kSet;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static milepost::DocumentReader used(dialects());
  if (size == 0) return 0;
  std::string text(kTables[data[0] % kTables.size()]);
  text.append(reinterpret_cast<const char*>(data) + 1, size - 1);
  milepost::DocumentReader fresh(dialects());
  const std::string fault = milepost::testing::find_reading_fault(used, fresh, "docs/milestones/M1-boats.md", text);
  if (fault.empty()) return 0;
  std::fprintf(stderr, "%s\n", fault.c_str());
  std::abort();
}
