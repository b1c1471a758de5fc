// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// DeletedDependencies: which stated dependencies name a document that was deleted. Two rules ask: the one that says so,
// and the one for dependencies that nothing answers to, which then leaves the word to the first.
#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "core/rules/contexts.h"

namespace milepost {

class DeletedDependencies {
 public:
  explicit DeletedDependencies(const CorpusContext& context);  // borrows

  [[nodiscard]] bool empty() const { return by_id_.empty(); }
  // nullptr for what stands somewhere, or what was never there.
  [[nodiscard]] const DeletedDocument* find(ItemKey from, const Reference& reference) const;

 private:
  const CorpusContext& context_;
  std::unordered_map<std::string, const DeletedDocument*> by_id_;  // "folder:id" -> the newest
};

}  // namespace milepost
