// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "core/document/told_elsewhere.h"

#include <algorithm>
#include <functional>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "core/document/normalise/fold.h"
#include "core/document/normalise/identifier.h"
#include "core/document/path_parts.h"

namespace milepost {
namespace {

constexpr std::size_t kLongWord = 4;  // shorter ones ("the", "and", "API") say nothing about a subject

// Whether two names share a word that means something.
bool may_be_one_name(const std::optional<Stated<std::string>>& a, const std::optional<Stated<std::string>>& b) {
  if (!a || !b) return false;
  const FoldedText left = fold_text(a->value, 128);
  const FoldedText right = fold_text(b->value, 128);
  if (fold_phrase(a->value) == fold_phrase(b->value)) return true;
  for (std::size_t i = 0; i < left.words.size(); ++i)
    for (std::size_t k = 0; k < right.words.size(); ++k)
      if (left.phrase(i, i).size() >= kLongWord && left.phrase(i, i) == right.phrase(k, k)) return true;
  return false;
}

bool lies_below(std::string_view path, std::string_view overview) {
  const std::string_view folder = folder_of(overview);
  return folder.empty() || (path.starts_with(folder) && path.size() > folder.size() && path[folder.size()] == '/');
}

class OwnDocuments {
 public:
  explicit OwnDocuments(const std::vector<DocumentSummary>& documents) : documents_(documents) {
    for (std::uint32_t d = 0; d < documents.size(); ++d) {
      const std::vector<Item>& items = documents[d].items;
      if (!items.empty() && items[0].id && items[0].kind == ItemKind::milestone)
        by_id_.emplace(fold_identifier(items[0].id->value), d);
    }
  }

  [[nodiscard]] bool empty() const { return by_id_.empty(); }

  // The document that the inner item of `overview` is told by; nullptr when there is none or more than one.
  [[nodiscard]] const DocumentSummary* find(const DocumentSummary& overview, const Item& inner) const {
    if (!inner.id || inner.kind != ItemKind::milestone) return nullptr;
    const DocumentSummary* found = find_by(fold_identifier(inner.id->value), overview, inner);
    const auto& plan = overview.items[0].id;
    return found != nullptr || !plan ? found
                                     : find_by(fold_identifier(plan->value + '/' + inner.id->value), overview, inner);
  }

 private:
  [[nodiscard]] const DocumentSummary* find_by(const std::string& folded, const DocumentSummary& overview,
                                               const Item& inner) const {
    constexpr std::ptrdiff_t kSamplesMost = 64;  // an id that so many bear names nobody
    const auto [begin, end] = by_id_.equal_range(folded);
    if (std::distance(begin, end) > kSamplesMost) return nullptr;
    const DocumentSummary* only = nullptr;
    for (auto it = begin; it != end; ++it) {
      const DocumentSummary& candidate = documents_[it->second];
      if (&candidate == &overview || !lies_below(candidate.path, overview.path)) continue;
      if (only != nullptr) return nullptr;
      only = &candidate;
    }
    return only != nullptr && may_be_one_name(only->items[0].title, inner.title) ? only : nullptr;
  }

  const std::vector<DocumentSummary>& documents_;
  std::unordered_multimap<std::string, std::uint32_t> by_id_;
};

// The child of the overview that stands at the item's line now names the document.
void name_document(Item& overview, const Item& inner, const std::string& path) {
  const auto child = std::ranges::find(overview.children, inner.line, &Reference::line);
  if (child == overview.children.end()) return;
  child->path = path;
  if (inner.status) child->row_status = inner.status->value;
}

}  // namespace

void drop_items_told_elsewhere(std::vector<DocumentSummary>& documents) {
  const bool none_inside =
      std::ranges::all_of(documents, [](const DocumentSummary& document) { return document.items.size() < 2; });
  if (none_inside) return;
  const OwnDocuments own(documents);
  if (own.empty()) return;
  for (DocumentSummary& document : documents) {
    if (document.items.size() < 2) continue;
    const auto is_told_elsewhere = [&](const Item& item) {
      const DocumentSummary* elsewhere = own.find(document, item);
      if (elsewhere != nullptr) name_document(document.items[0], item, elsewhere->path);
      return elsewhere != nullptr;
    };
    const auto kept_end =
        std::stable_partition(document.items.begin() + 1, document.items.end(), std::not_fn(is_told_elsewhere));
    document.items.erase(kept_end, document.items.end());
  }
}

}  // namespace milepost
