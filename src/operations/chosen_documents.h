// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// DocumentChoice: which documents a request is about when it names places and ids, as `check` and `fix` take them. A
// name that is neither is an error and never an empty choice.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/document/corpus.h"
#include "workspace/workspace.h"

namespace milepost {

class DocumentChoice {
 public:
  // `what` holds paths of documents or folders, and ids; empty means everything. Errors: usage (outside the root),
  // not_found, ambiguous.
  [[nodiscard]] static Result<DocumentChoice> make(const Workspace& workspace, const Corpus& corpus,
                                                   const std::vector<std::string>& what);

  // From now on it takes only those of its documents that are named here: sorted paths, relative to the root.
  void keep_only(std::vector<std::string> paths) { only_ = std::move(paths); }

  // `path` is relative to the root.
  [[nodiscard]] bool takes(std::string_view path) const;

  // The recognised documents of the choice, as indices into the corpus.
  [[nodiscard]] std::vector<std::uint32_t> documents_of(const Corpus& corpus) const;

 private:
  bool takes_all_ = false;
  std::vector<std::string> places_;
  std::optional<std::vector<std::string>> only_;
};

}  // namespace milepost
