// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "operations/source_keeper.h"

#include <utility>

#include "core/document/revision.h"

namespace milepost {

const SourceText* SourceKeeper::find(ItemKey key) {
  if (document_ != key.document) {
    document_ = key.document;
    source_.reset();
    const DocumentSummary& document = corpus_->document_of(key);
    auto text = workspace_->read(document.path);
    if (text && revision_of(text->bytes()) == document.revision) {
      source_.emplace(std::move(*text));
    }
  }
  return source_ ? &*source_ : nullptr;
}

}  // namespace milepost
