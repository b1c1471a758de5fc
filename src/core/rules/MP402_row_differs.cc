// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include <algorithm>

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

// By its link, or by its id where it stands beside or below the index: "M4" of another plan is another one.
bool names(const Corpus& corpus, ItemKey index, const Reference& reference, ItemKey child) {
  const Item& item = corpus.item(child);
  const std::string& path = corpus.document_of(child).path;
  if (!reference.path.empty()) return reference.path == path && child.item == 0;
  const std::string_view folder = folder_of(corpus.document_of(index).path);
  const bool is_near = folder.empty() || path.starts_with(std::string(folder) + "/");
  return is_near && item.id && item.id->value == reference.text;
}

void check(const ItemContext& context, FindingSink& sink) {
  const Corpus& corpus = context.facts.corpus;
  const auto& children = context.links().children;
  for (const Reference& row : context.item.children) {
    if (!row.row_status) continue;
    const auto child =
        std::ranges::find_if(children, [&](ItemKey candidate) { return names(corpus, context.key, row, candidate); });
    if (child == children.end() || *child == context.key) continue;
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
