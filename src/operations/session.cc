// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "operations/session.h"

#include <utility>

namespace milepost {

Result<const Workspace*> Session::workspace() {
  if (!workspace_) {
    auto opened = Workspace::open(*files_, options_.workspace);
    if (!opened) return std::unexpected(std::move(opened).error());
    workspace_.emplace(std::move(*opened));
  }
  return &*workspace_;
}

Result<const ScanResult*> Session::scan() {
  if (!scan_) {
    auto space = workspace();
    if (!space) return std::unexpected(std::move(space).error());
    auto result = (*space)->scan(options_.scan);
    if (!result) return std::unexpected(std::move(result).error());
    scan_.emplace(std::move(*result));
  }
  return &*scan_;
}

}  // namespace milepost
