// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// HistoryReader: asks git what the rules want to know of all documents at once: one process for the commits behind
// HEAD, one for those of the other branches, and one for each few hundred documents whose versions must be looked at.
// What git can not tell of one document stays absent; when it can tell nothing at all there is a reason to show.
#pragma once

#include <string>

#include "core/base/result.h"
#include "core/document/corpus.h"
#include "core/document/dialect_set.h"
#include "core/document/document_history.h"
#include "workspace/file_system.h"
#include "workspace/git.h"

namespace milepost {

// What costs more than the one look at the commits.
struct HistoryWishes {
  bool status_changes = false;
  bool other_branches = false;
};

struct HistoryRequest {
  const FileSystem& files;
  const Git* git = nullptr;  // null: git can not be asked
  const std::string& root;   // canonical
  const Corpus& corpus;
  const DialectSet& dialects;
  HistoryWishes wishes = {};
};

// Errors: not_found (there is no repository), unavailable (a shallow clone, no port), git.
[[nodiscard]] Result<HistoryFacts> load_history(const HistoryRequest& request);

}  // namespace milepost
