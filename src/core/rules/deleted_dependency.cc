// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "core/rules/deleted_dependency.h"

#include "core/document/link_items.h"
#include "core/document/normalise/identifier.h"
#include "core/document/path_parts.h"

namespace milepost {
namespace {

// The same id in another folder is another document.
std::string name_of(std::string_view path, std::string_view id) {
  return std::string(folder_of(path)).append(":").append(id);
}

}  // namespace

DeletedDependencies::DeletedDependencies(const CorpusContext& context) : context_(context) {
  if (context.facts.history == nullptr) return;
  for (const DeletedDocument& document : context.facts.history->deleted) {
    if (!document.id.empty()) by_id_.emplace(name_of(document.path, document.id), &document);
  }
}

const DeletedDocument* DeletedDependencies::find(ItemKey from, const Reference& reference) const {
  const bool is_id = reference.manner == ReferenceManner::stated && reference.path.empty();
  if (by_id_.empty() || !is_id) return nullptr;
  const Corpus& corpus = context_.facts.corpus;
  const std::string folded = fold_identifier(reference.text);
  const auto found = by_id_.find(name_of(corpus.document_of(from).path, folded));
  if (found == by_id_.end() || !context_.table.with_id(folded).empty()) return nullptr;
  const bool is_there = resolve_dependency(corpus.documents(), context_.table, from, reference).item.has_value();
  return is_there ? nullptr : found->second;
}

}  // namespace milepost
