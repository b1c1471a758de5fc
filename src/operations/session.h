// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// Session: what the operations of one request work on: the workspace, what day it is, and the corpus. Workspace and
// corpus are made when they are first asked for, so that `version` costs nothing, and once, so that all parts of an
// answer speak of the same state.
#pragma once

#include <optional>
#include <string>

#include "core/base/date.h"
#include "core/base/result.h"
#include "operations/operation_table.h"
#include "workspace/workspace.h"

namespace milepost {

class FileSystem;

struct SessionOptions {
  WorkspaceOptions workspace;
  ScanOptions scan;
  Date today;
  OperationTable operations{};  // for those that speak of the others
};

class Session {
 public:
  // Borrows `files`.
  Session(const FileSystem& files, SessionOptions options) : files_(&files), options_(std::move(options)) {}

  [[nodiscard]] Date today() const { return options_.today; }

  [[nodiscard]] OperationTable operations() const { return options_.operations; }

  // Never null when there is a value.
  [[nodiscard]] Result<const Workspace*> workspace();
  [[nodiscard]] Result<const ScanResult*> scan();

  // nullptr as long as no workspace was opened.
  [[nodiscard]] const Workspace* opened() const { return workspace_ ? &*workspace_ : nullptr; }
  // The root for the envelope; "" as long as no workspace was opened.
  [[nodiscard]] std::string root() const { return workspace_ ? workspace_->root() : std::string(); }

 private:
  const FileSystem* files_;
  SessionOptions options_;
  std::optional<Workspace> workspace_;
  std::optional<ScanResult> scan_;
};

}  // namespace milepost
