// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// RuleFacts: what a rule may know beside the document it looks at. Files and history are asked through ports, because
// rules touch neither; without one, the rules that need it stay silent. The ports are called from several threads.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/date.h"
#include "core/document/corpus.h"

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

// What git knows of the documents.
class GitFacts {
 public:
  GitFacts() = default;
  GitFacts(const GitFacts&) = delete;
  GitFacts& operator=(const GitFacts&) = delete;
  virtual ~GitFacts() = default;

  // The day of the last commit that changed the file; nothing when git does not know it.
  [[nodiscard]] virtual std::optional<Date> last_changed(std::string_view path) const = 0;
};

struct RuleFacts {
  const Corpus& corpus;
  Date today;
  const WorkspaceFiles* files = nullptr;
  const GitFacts* git = nullptr;
};

}  // namespace milepost
