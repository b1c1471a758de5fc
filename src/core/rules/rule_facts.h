// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// RuleFacts: what a rule may know beside the document it looks at. Files are asked through a port and history comes as
// values, because rules touch neither; without them, the rules that need them stay silent. The port is called from
// several threads.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/base/date.h"
#include "core/document/corpus.h"
#include "core/document/document_history.h"

namespace milepost {

// The files below the root, documents or not. Paths are relative to the root.
class WorkspaceFiles {
 public:
  WorkspaceFiles() = default;
  WorkspaceFiles(const WorkspaceFiles&) = delete;
  WorkspaceFiles& operator=(const WorkspaceFiles&) = delete;
  virtual ~WorkspaceFiles() = default;

  // A file or a folder.
  [[nodiscard]] virtual bool exists(std::string_view path) const = 0;
  // Where files of this name stand, sorted. Folders that are never read do not count.
  [[nodiscard]] virtual std::vector<std::string> find_named(std::string_view file_name) const = 0;
};

struct RuleFacts {
  const Corpus& corpus;
  Date today;
  const WorkspaceFiles* files = nullptr;
  const HistoryFacts* history = nullptr;  // null: nobody asked, or version control knows nothing
};

}  // namespace milepost
