// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// The numbers of a series that are taken in a corpus: by the id of an item, in whatever spelling, or by a file name
// that begins as the names of the series do, even when nothing in the file could be understood. It exists in one place
// so that no id is given twice; what stands in other work trees and branches is added by its caller.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/document/corpus.h"
#include "core/lifecycle/name_pattern.h"

namespace milepost {

// A series of ids: "EP-20260117-014/MS{number:3}" with everything but the number filled in.
struct NumberSeries {
  std::string id_pattern;    // "" : the series shows in file names only
  std::string name_pattern;  // of the file name: "MS{number:3}_{slug}.md"
  NameValues values;         // for the rest of the patterns
  std::string folder;        // only below it; "" : everywhere
  std::string dialect;       // only of this dialect, and of what was not understood; "" : of all
};

struct TakenNumber {
  std::uint32_t number = 0;
  std::string path;
  std::uint32_t line = 0;
};

// All of them, lowest first. A document of the folders above counts too when it lists items of the series.
[[nodiscard]] std::vector<TakenNumber> find_taken_numbers(const Corpus& corpus, const NumberSeries& series);

}  // namespace milepost
