// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// ChosenItem: the item that a writing request names, with its document as it stands now. The scan (perhaps from the
// cache) says which file it is; the edits are decided on fresh bytes, whose revision goes with the plan.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "core/base/result.h"
#include "core/document/corpus.h"
#include "core/document/parsed_document.h"

namespace milepost {

class Session;

struct ChosenItem {
  ItemKey key;  // in the session's corpus
  ParsedDocument document;
  std::size_t item = 0;  // index into document.document.items

  [[nodiscard]] const std::string& path() const { return document.document.path; }
  [[nodiscard]] std::uint64_t revision() const { return document.document.revision; }
  [[nodiscard]] const Item& stated() const { return document.document.items[item]; }
};

// Reads one document; `path` is relative to the root. Its own path is that of the real file when a link leads to it.
// Errors: not_found, io, usage (outside the root).
[[nodiscard]] Result<ParsedDocument> load_document(Session& session, const std::string& path);

// The item by id, short form, path or path:line. Errors: not_found with the nearest names, ambiguous with candidates,
// invalid_document (a file that is no milestone document: nobody else's document is touched), conflict (the document
// changed since the scan so that the item is no longer there).
[[nodiscard]] Result<ChosenItem> choose_item(Session& session, std::string_view name);

}  // namespace milepost
