// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include <algorithm>
#include <string>
#include <unordered_map>
#include <vector>

#include "core/document/link_items.h"
#include "core/rules/contexts.h"
#include "core/rules/finding_sink.h"
#include "core/rules/rule_list.h"

namespace milepost {
namespace {

// Depth-first search that remembers the path it stands on. Each circle is told once, at the first of its members.
class CycleSearch {
 public:
  CycleSearch(const CorpusContext& context, FindingSink& sink)
      : context_(context), corpus_(context.facts.corpus), sink_(sink) {}

  void run() {
    for (const ItemKey key : corpus_.all_items()) {
      if (!corpus_.item(key).depends_on.empty()) visit(key);
    }
  }

 private:
  enum class Mark : std::uint8_t { open, done };
  struct Step {
    ItemKey key;
    std::vector<ItemKey> needs;
    std::size_t next = 0;
  };

  void visit(ItemKey start) {
    if (!enter(start)) return;
    while (!path_.empty()) {
      Step& step = path_.back();
      const auto& needs = step.needs;
      if (step.next == needs.size()) {
        marks_[number(step.key)] = Mark::done;
        path_.pop_back();
        continue;
      }
      const ItemKey other = needs[step.next++];
      const auto mark = marks_.find(number(other));
      if (mark != marks_.end() && mark->second == Mark::open)
        report(other);
      else
        enter(other);
    }
  }

  bool enter(ItemKey key) {
    if (!marks_.emplace(number(key), Mark::open).second) return false;
    path_.push_back({key, needs_of(key), 0});
    return true;
  }

  void report(ItemKey begin) {
    const auto first = std::ranges::find(path_, begin, &Step::key);
    std::string circle;
    for (auto step = first; step != path_.end(); ++step) circle += corpus_.name_of(step->key) + " \u2192 ";
    sink_.report(Spot{begin, place_of(begin), corpus_.item(begin).line},
                 "waits for itself: " + circle + corpus_.name_of(begin), "take one of these dependencies away");
  }

  [[nodiscard]] ByteRange place_of(ItemKey key) const {
    const Item& item = corpus_.item(key);
    return item.depends_on.empty() ? ByteRange{} : item.depends_on.front().where;
  }

  // What is only mentioned in a sentence is too weak to accuse anybody of a circle.
  [[nodiscard]] std::vector<ItemKey> needs_of(ItemKey key) const {
    std::vector<ItemKey> needs;
    for (const Reference& reference : corpus_.item(key).depends_on) {
      if (reference.manner == ReferenceManner::aside) continue;
      const auto item = resolve_dependency(corpus_.documents(), context_.table, key, reference).item;
      if (item && *item != key) needs.push_back(*item);
    }
    return needs;
  }

  static std::uint64_t number(ItemKey key) { return (std::uint64_t{key.document} << 32U) | key.item; }

  const CorpusContext& context_;
  const Corpus& corpus_;
  FindingSink& sink_;
  std::unordered_map<std::uint64_t, Mark> marks_;
  std::vector<Step> path_;
};

void check(const CorpusContext& context, FindingSink& sink) { CycleSearch(context, sink).run(); }

}  // namespace

constinit const Rule kDependencyCycle{.about = {.id = "MP405",
                                                .slug = "dependency-cycle",
                                                .since = "0.1.0",
                                                .group = RuleGroup::between,
                                                .severity = Severity::error,
                                                .summary = "milestones that wait for each other"},
                                      .check_corpus = check};

}  // namespace milepost
