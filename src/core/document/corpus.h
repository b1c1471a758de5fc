// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// Corpus: the immutable snapshot of all documents of a workspace, with the references between them resolved: who is
// whose parent, what a dependency means, what a parent's progress is by its children. Everything that serves answers
// works on a Corpus; nothing changes one.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/document/document.h"
#include "core/document/item_links.h"

namespace milepost {

class Corpus {
 public:
  // Sorts the documents by path, keeps one item for each milestone and links them.
  [[nodiscard]] static Corpus build(std::vector<DocumentSummary> documents);

  [[nodiscard]] const std::vector<DocumentSummary>& documents() const { return documents_; }
  [[nodiscard]] const DocumentSummary& document_of(ItemKey key) const { return documents_[key.document]; }
  [[nodiscard]] const Item& item(ItemKey key) const { return documents_[key.document].items[key.item]; }
  [[nodiscard]] const ItemLinks& links(ItemKey key) const;
  [[nodiscard]] std::vector<ItemKey> all_items() const;  // by path, then line

  // An item by id, any unique short form of an id ("MS003", "M2", "7.4"), a path, or "path:line". Errors: not_found
  // with the nearest ids as hints, ambiguous with the candidates as hints.
  [[nodiscard]] Result<ItemKey> find(std::string_view id_or_path) const;

  // How an item is called where one name is needed: its id, else its path (with ":line" when it is not the file's own).
  [[nodiscard]] std::string name_of(ItemKey key) const;

 private:
  std::vector<DocumentSummary> documents_;
  std::vector<std::vector<ItemLinks>> links_;  // parallel to documents_[i].items
};

}  // namespace milepost
