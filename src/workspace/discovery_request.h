// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// DiscoveryRequest: what a discovery is asked, and within which limits. Borrowed by all its workers, changed by none.
// The meaning of each limit stands in docs/design/workspace.md.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>

#include "workspace/file_system.h"
#include "workspace/known_tree.h"
#include "workspace/lazy_dialects.h"
#include "workspace/path_filter.h"

namespace milepost {

struct DiscoveryLimits {
  std::uint64_t max_file_size = 0;
  std::uint64_t max_files = 0;
  std::uint32_t max_depth = 0;
};

// Whether folders that are git repositories of their own are entered. Linked work trees never are.
enum class NestedRepositories : std::uint8_t { leave_out, read };

struct DiscoveryRequest {
  const FileSystem& files;
  std::string root;  // absolute, canonical
  const LazyDialects& dialects;
  const PathFilter& filter;
  std::shared_ptr<const IgnoreChain> ignored;  // lists that come from above the root or from .git/info; may be null
  DiscoveryLimits limits = {};
  NestedRepositories nested = NestedRepositories::leave_out;
  unsigned threads = 1;
  std::function<void(std::uint32_t)> on_progress = {};
  const KnownTree* known = nullptr;  // what an earlier scan with the same settings knew
  bool remembers = false;            // whether records for the next scan are made
  bool lists_files = false;          // whether Discovered::files is filled
};

}  // namespace milepost
