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
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/document/document.h"
#include "workspace/discovery_request.h"
#include "workspace/scan_statistics.h"

namespace milepost {

struct Discovered {
  std::vector<DocumentSummary> documents;  // by path
  std::vector<Finding> problems;           // of the scan itself, by path; those of the documents are in the documents
  ScanStatistics statistics;
  std::vector<std::string> files;     // every Markdown file that was met, by path; only when asked for
  std::vector<FolderRecord> records;  // of the whole tree; they point into the KnownTree
  bool has_news = false;              // the records say more than the KnownTree did
  std::int64_t begin_ns = 0;
};

// Errors: io when the root can not be opened or listed.
[[nodiscard]] Result<Discovered> discover(const DiscoveryRequest& request);

}  // namespace milepost
