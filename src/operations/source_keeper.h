// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// SourceKeeper: the bytes of documents that provenance needs for lines and columns. A document that has changed since
// the scan gives nothing, because its places would be wrong. It keeps one document at a time: items come by document.
#pragma once

#include <cstdint>
#include <optional>

#include "core/document/corpus.h"
#include "core/text/source_text.h"
#include "workspace/workspace.h"

namespace milepost {

class SourceKeeper {
 public:
  // Borrows both.
  SourceKeeper(const Workspace& workspace, const Corpus& corpus) : workspace_(&workspace), corpus_(&corpus) {}

  // nullptr when the file is gone or is no longer the one that was read. Valid until the next call.
  [[nodiscard]] const SourceText* find(ItemKey key);

 private:
  const Workspace* workspace_;
  const Corpus* corpus_;
  std::optional<std::uint32_t> document_;
  std::optional<SourceText> source_;
};

}  // namespace milepost
