// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// The block structure of any bytes: no crash, all ranges sound, no byte lost, and nothing left over from the scan
// before.
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

#include "differential/structure_check.h"

namespace {

void require(bool holds, const std::string& what) {
  if (holds) return;
  std::fprintf(stderr, "%s\n", what.c_str());
  std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static milepost::Markdown reused;
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  scan_markdown(text, 0, reused);
  const std::string fault = milepost::testing::find_structure_fault(text, reused);
  require(fault.empty(), fault);
  require(milepost::testing::rebuild_from_lines(text, reused) == text, "a byte is lost");
  milepost::Markdown fresh;
  scan_markdown(text, 0, fresh);
  require(fresh.blocks.size() == reused.blocks.size() && fresh.lines == reused.lines && fresh.cells == reused.cells,
          "the scan before shows");
  return 0;
}
