// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// FolderLayout: the parent that a document has by where it stands when nobody states one: the plan of the folder whose
// `milestones/` it lies in, the sprint whose folder it shares, the milestone that its sprint folder names, the index
// beside it. These are the conventions of the document families (docs/design/linking.md); where a convention leaves two
// candidates there is no parent. Borrows the documents and the table.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/document/item_table.h"

namespace milepost {

class FolderLayout {
 public:
  FolderLayout(const std::vector<DocumentSummary>& documents, const ItemTable& table);

  // The parent of the document's own item. The document must have one.
  [[nodiscard]] std::optional<ItemKey> find_parent(std::uint32_t document) const;

 private:
  // The best document of its sort in a folder; `is_tied` when a second one is as good.
  struct Best {
    std::uint32_t document = 0;
    int score = -1;
    bool is_tied = false;
    void offer(std::uint32_t candidate, int candidate_score);
    [[nodiscard]] std::optional<std::uint32_t> winner() const;
  };
  struct Folder {
    Best index;   // README, index, overview, the document named like its folder
    Best plan;    // any container
    Best sprint;  // the sprint's own document
  };

  void add(std::uint32_t document);
  [[nodiscard]] const Item& own_item(std::uint32_t document) const { return documents_[document].items.front(); }
  [[nodiscard]] std::optional<std::uint32_t> plan_of_id(std::uint32_t document) const;
  [[nodiscard]] std::optional<std::uint32_t> sprint_of_task(std::uint32_t document) const;
  [[nodiscard]] std::optional<std::uint32_t> milestone_of_sprint(std::uint32_t document) const;
  [[nodiscard]] std::optional<std::uint32_t> manifest_of_milestone(std::uint32_t document) const;
  [[nodiscard]] std::optional<std::uint32_t> index_above(std::uint32_t document) const;
  [[nodiscard]] std::optional<std::uint32_t> index_of(std::string_view folder, std::uint32_t child) const;
  [[nodiscard]] bool may_hold(std::uint32_t parent, std::uint32_t child) const;

  const std::vector<DocumentSummary>& documents_;
  const ItemTable& table_;
  std::unordered_map<std::string_view, Folder> folders_;
  std::unordered_map<std::string_view, Best> manifests_;  // by the root of a numbered tree
  std::unordered_map<std::string, Best> milestones_;      // by root and folded milestone number
};

}  // namespace milepost
