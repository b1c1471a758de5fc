// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include <string>

#include "core/document/link_items.h"
#include "core/document/normalise/identifier.h"
#include "core/document/path_parts.h"
#include "core/rules/contexts.h"
#include "core/rules/finding_sink.h"
#include "core/rules/rule_list.h"

namespace milepost {
namespace {

constexpr std::size_t kShown = 3;

std::string bearers_text(const CorpusContext& context, std::string_view id) {
  const auto bearers = context.table.with_id(fold_identifier(id));
  std::string text;
  for (std::size_t i = 0; i < bearers.size() && i < kShown; ++i)
    text += (i == 0 ? "" : ", ") + context.facts.corpus.document_of(bearers[i]).path;
  const std::size_t more = bearers.size() - std::min(bearers.size(), kShown);
  return text + (more == 0 ? "" : " and " + std::to_string(more) + " more");
}

void check(const CorpusContext& context, FindingSink& sink) {
  const Corpus& corpus = context.facts.corpus;
  for (const ItemKey key : corpus.all_items()) {
    for (const Reference& reference : corpus.item(key).depends_on) {
      const bool is_id = reference.manner == ReferenceManner::stated && reference.path.empty();
      if (!is_id || !resolve_dependency(corpus.documents(), context.table, key, reference).is_ambiguous) continue;
      if (context.table.with_id(fold_identifier(reference.text)).size() < 2) continue;
      sink.report(
          Spot{key, reference.where, reference.line},
          "depends on " + reference.text + ", which several are called: " + bearers_text(context, reference.text),
          "link to the one that is meant, or write its whole id");
    }
  }
}

}  // namespace

constinit const Rule kAmbiguousDependency{.about = {.id = "MP413",
                                                    .slug = "ambiguous-dependency",
                                                    .since = "0.1.0",
                                                    .group = RuleGroup::between,
                                                    .severity = Severity::warning,
                                                    .stage = RuleStage::preview,
                                                    .summary = "a dependency that could mean several documents"},
                                          .check_corpus = check};

}  // namespace milepost
