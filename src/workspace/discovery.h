// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// Discovery: walks the tree below a root with all processors, reads every Markdown file that may be a document and
// has it understood on the spot. The answer does not depend on how the work was spread: documents and problems come
// sorted, and a scan that meets the cap on files is done again by one worker in sorted order.
// Links are looked at after the real tree: what they lead to inside the root and was not met yet is read under the
// name of the link; so nothing is read twice and there are no loops.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/document/dialect_set.h"
#include "core/document/document.h"
#include "workspace/file_system.h"
#include "workspace/known_tree.h"
#include "workspace/path_filter.h"
#include "workspace/scan_statistics.h"

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
  const DialectSet& dialects;
  const PathFilter& filter;
  std::shared_ptr<const IgnoreChain> ignored;  // lists that come from above the root or from .git/info; may be null
  DiscoveryLimits limits = {};
  NestedRepositories nested = NestedRepositories::leave_out;
  unsigned threads = 1;
  std::function<void(std::uint32_t)> on_progress = {};
  const KnownTree* known = nullptr;  // what an earlier scan with the same settings knew
  bool remembers = false;            // whether records for the next scan are made
};

struct Discovered {
  std::vector<DocumentSummary> documents;  // by path
  std::vector<Finding> problems;           // of the scan itself, by path; those of the documents are in the documents
  ScanStatistics statistics;
  std::vector<FolderRecord> records;  // of the whole tree; they point into the KnownTree
  bool has_news = false;              // the records say more than the KnownTree did
  std::int64_t begin_ns = 0;
};

// Errors: io when the root can not be opened or listed.
[[nodiscard]] Result<Discovered> discover(const DiscoveryRequest& request);

}  // namespace milepost
