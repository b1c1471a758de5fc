// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include <string>
#include <unordered_set>

#include "core/document/link_items.h"
#include "core/document/normalise/identifier.h"
#include "core/document/path_parts.h"
#include "core/rules/contexts.h"
#include "core/rules/deleted_dependency.h"
#include "core/rules/finding_sink.h"
#include "core/rules/rule_list.h"

namespace milepost {
namespace {

std::string letters_of(std::string_view id) {
  std::string letters;
  for (const char c : fold_identifier(id)) {
    if (c >= '0' && c <= '9') break;
    letters.push_back(c);
  }
  return letters;
}

bool is_id(std::string_view text) {
  const bool has_digit = text.find_first_of("0123456789") != std::string_view::npos;
  return has_digit && text.size() <= 40 && text.find(' ') == std::string_view::npos &&
         text.find('#') == std::string_view::npos;
}

// Ids of other areas look the same, so only those are judged whose letters and shape somebody in this folder uses.
class Families {
 public:
  explicit Families(const Corpus& corpus) {
    for (const ItemKey key : corpus.all_items()) {
      const auto& id = corpus.item(key).id;
      if (id) known_.insert(name(corpus, key, id->value));
    }
  }
  [[nodiscard]] bool has(const Corpus& corpus, ItemKey key, std::string_view id) const {
    return known_.contains(name(corpus, key, id));
  }

 private:
  static std::string name(const Corpus& corpus, ItemKey key, std::string_view id) {
    return std::string(folder_of(corpus.document_of(key).path)) + ":" + letters_of(id);
  }
  std::unordered_set<std::string> known_;
};

void check(const CorpusContext& context, FindingSink& sink) {
  const Corpus& corpus = context.facts.corpus;
  const Families families(corpus);
  const DeletedDependencies deleted(context);
  for (const ItemKey key : corpus.all_items()) {
    const Item& item = corpus.item(key);
    for (const Reference& reference : item.depends_on) {
      const bool is_stated = reference.manner == ReferenceManner::stated;
      if (!is_stated || !reference.path.empty() || !is_id(reference.text)) continue;
      const auto& own = item.id;
      const bool is_own = own && fold_identifier(own->value) == fold_identifier(reference.text);
      if (is_own || !families.has(corpus, key, reference.text)) continue;
      if (resolve_dependency(corpus.documents(), context.table, key, reference).item ||
          !context.table.with_id(fold_identifier(reference.text)).empty() || deleted.find(key, reference) != nullptr)
        continue;
      sink.report(Spot{key, reference.where, reference.line},
                  "depends on " + reference.text + ", and nothing here is called that",
                  "mend the id, or remove the dependency");
    }
  }
}

}  // namespace

constinit const Rule kDanglingDependency{.about = {.id = "MP404",
                                                   .slug = "dangling-dependency",
                                                   .since = "0.1.0",
                                                   .group = RuleGroup::between,
                                                   .severity = Severity::warning,
                                                   .summary = "a dependency that nothing in the workspace answers to"},
                                         .check_corpus = check};

}  // namespace milepost
