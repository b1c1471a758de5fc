// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include <algorithm>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/document/path_parts.h"
#include "core/rules/contexts.h"
#include "core/rules/finding_sink.h"
#include "core/rules/rule_list.h"

namespace milepost {
namespace {

// What counts as the same in an index: archived work was done, and a row rarely tells blocked from planned or active.
bool agree(StatusCategory row, StatusCategory own) {
  const auto is_unknown = [](StatusCategory category) { return category == StatusCategory::unknown; };
  const auto is_over = [](StatusCategory category) {
    return category == StatusCategory::done || category == StatusCategory::archived;
  };
  const auto is_ahead = [](StatusCategory category) {
    return category == StatusCategory::planned || category == StatusCategory::active ||
           category == StatusCategory::blocked;
  };
  if (row == own || is_unknown(row) || is_unknown(own) || (is_over(row) && is_over(own))) return true;
  const bool one_is_blocked = row == StatusCategory::blocked || own == StatusCategory::blocked;
  return one_is_blocked && is_ahead(row) && is_ahead(own);
}

// The children of an item by what a row may call them: the path of their document, or their id where they stand beside
// or below the index, since "M4" of another plan is another one. The first bearer counts. Borrows from the corpus.
struct ChildNames {
  std::unordered_map<std::string_view, ItemKey> by_path;
  std::unordered_map<std::string_view, ItemKey> by_id;

  ChildNames(const Corpus& corpus, ItemKey index, const std::vector<ItemKey>& children) {
    const std::string_view folder = folder_of(corpus.document_of(index).path);
    for (const ItemKey key : children) {
      const std::string& path = corpus.document_of(key).path;
      if (key.item == 0) by_path.emplace(path, key);
      const bool is_near = folder.empty() || (path.starts_with(folder) && path.substr(folder.size()).starts_with('/'));
      if (const Item& child = corpus.item(key); is_near && child.id) by_id.emplace(child.id->value, key);
    }
  }

  [[nodiscard]] const ItemKey* find(const Reference& row) const {
    const auto& names = row.path.empty() ? by_id : by_path;
    const auto found = names.find(row.path.empty() ? std::string_view(row.text) : std::string_view(row.path));
    return found == names.end() ? nullptr : &found->second;
  }
};

void check(const ItemContext& context, FindingSink& sink) {
  const auto has_status = [](const Reference& reference) { return reference.row_status.has_value(); };
  if (std::ranges::none_of(context.item.children, has_status)) return;
  const Corpus& corpus = context.facts.corpus;
  const ChildNames names(corpus, context.key, context.links().children);
  for (const Reference& row : context.item.children) {
    if (!row.row_status) continue;
    const ItemKey* child = names.find(row);
    if (child == nullptr || *child == context.key) continue;
    const auto& own = corpus.item(*child).status;
    if (!own || agree(row.row_status->category, own->value.category)) continue;
    sink.report(Spot{context.key, row.where, row.line},
                "calls " + corpus.name_of(*child) + " " + to_string(row.row_status->category) + "; its document says " +
                    to_string(own->value.category),
                "make the row and " + corpus.document_of(*child).path + " say the same");
  }
}

}  // namespace

constinit const Rule kRowDiffers{.about = {.id = "MP402",
                                           .slug = "row-differs",
                                           .since = "0.1.0",
                                           .group = RuleGroup::between,
                                           .severity = Severity::warning,
                                           .summary = "an index says another status than the document it names"},
                                 .check_item = check};

}  // namespace milepost
