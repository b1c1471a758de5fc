// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// Made document: one document of a made-up tree, with the facts that a correct reading of it reports. Document i of a
// seed never depends on how many others are made, so the tree of a thousand is the beginning of the tree of a million.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace milepost::bench {

struct Facts {
  std::string path, id, title, dialect, kind, status, owner, updated, parent;  // "" : not stated
  std::vector<std::string> depends_on;
  std::uint32_t boxes = 0, boxes_done = 0;
  std::uint32_t rows = 0, rows_done = 0;
};

struct MadeDocument {
  Facts facts;
  std::string text;
};

// 70 % ExecPlan layout with dated archive folders, 10 % each trackers, initiatives and numbered sprint trees; 6 to 14
// kB.
[[nodiscard]] MadeDocument make_document(std::uint64_t seed, std::uint32_t number);

}  // namespace milepost::bench
