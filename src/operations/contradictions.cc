// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "operations/contradictions.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "core/render/progress_bar.h"

namespace milepost {
namespace {

constexpr double kTolerance = 5;  // points by which a stated percentage may differ

struct Subject {
  const Corpus& corpus;
  ItemKey key;
  const Item& item;
  std::vector<Contradiction>& into;

  void report(std::string_view kind, std::string message) const { into.push_back({key, kind, std::move(message)}); }
  [[nodiscard]] bool is(StatusCategory category) const {
    return item.status && item.status->value.category == category;
  }
};

std::string count_words(const Count& count, const char* things) {
  return std::to_string(count.done) + " of " + std::to_string(count.total) + " " + things + " are done";
}

// "3 of 8 boxes are done"; where boxes and tasks do not tell the whole, the percentage that was computed.
std::string progress_words(const Progress& progress) {
  const double computed = progress.computed.value_or(0);
  for (const auto& [count, things] : {std::pair(progress.boxes, "boxes"), std::pair(progress.tasks, "tasks")}) {
    if (count.total == 0) continue;
    const double percent = 100.0 * count.done / count.total;
    if (std::abs(percent - computed) < 1) return count_words(count, things);
  }
  return percent_text(computed) + " is done";
}

void check_done(const Subject& subject) {
  const auto& computed = subject.item.progress.computed;
  if (subject.is(StatusCategory::done) && computed && *computed < 100) {
    subject.report("done-but-open", "says done, yet " + progress_words(subject.item.progress));
  }
  const bool under_way = subject.is(StatusCategory::active) || subject.is(StatusCategory::planned);
  if (under_way && computed && *computed >= 100) {
    subject.report("all-done-but-open", "says " + std::string(to_string(subject.item.status->value.category)) +
                                            ", yet " + progress_words(subject.item.progress));
  }
}

void check_planned(const Subject& subject) {
  const auto& computed = subject.item.progress.computed;
  if (subject.is(StatusCategory::planned) && computed && *computed > 0 && *computed < 100) {
    subject.report("planned-but-begun", "says planned, yet " + progress_words(subject.item.progress));
  }
}

void check_percent(const Subject& subject) {
  const auto& [boxes, tasks, stated, computed] = subject.item.progress;
  if (!stated || !computed || std::abs(*stated - *computed) <= kTolerance) return;
  subject.report("stated-percent", "says " + percent_text(*stated) + ", yet " + percent_text(*computed) + " is done");
}

void check_dates(const Subject& subject) {
  const Item& item = subject.item;
  if (item.start && item.target && item.target->value < item.start->value) {
    subject.report("target-before-start", "is due " + to_string(item.target->value) + ", before it starts (" +
                                              to_string(item.start->value) + ")");
  }
  if (item.start && item.completed && item.completed->value < item.start->value) {
    subject.report("completed-before-start", "was completed " + to_string(item.completed->value) +
                                                 ", before it started (" + to_string(item.start->value) + ")");
  }
}

void check_children(const Subject& subject) {
  if (!subject.is(StatusCategory::done)) return;
  const auto& children = subject.corpus.links(subject.key).children;
  const auto open = std::count_if(children.begin(), children.end(),
                                  [&](ItemKey child) { return is_open(subject.corpus.item(child)); });
  if (open == 0) return;
  subject.report("done-with-open-children", "says done, yet " + std::to_string(open) + " of " +
                                                std::to_string(children.size()) + " below it are open");
}

// The children of an item by what a row may call them: the path of their document, or their id. The first bearer
// counts. Borrows from: the corpus.
struct ChildNames {
  std::unordered_map<std::string_view, ItemKey> by_path;
  std::unordered_map<std::string_view, ItemKey> by_id;

  ChildNames(const Corpus& corpus, const std::vector<ItemKey>& children) {
    for (const ItemKey key : children) {
      if (key.item == 0) by_path.emplace(corpus.document_of(key).path, key);
      if (const Item& child = corpus.item(key); child.id) by_id.emplace(child.id->value, key);
    }
  }

  [[nodiscard]] const ItemKey* find(const Reference& row) const {
    const auto& names = row.path.empty() ? by_id : by_path;
    const auto found = names.find(row.path.empty() ? std::string_view(row.text) : std::string_view(row.path));
    return found == names.end() ? nullptr : &found->second;
  }
};

// What an index row says of a child against what the child says of itself.
void check_rows(const Subject& subject) {
  const auto has_status = [](const Reference& reference) { return reference.row_status.has_value(); };
  if (std::ranges::none_of(subject.item.children, has_status)) return;
  const ChildNames names(subject.corpus, subject.corpus.links(subject.key).children);
  for (const Reference& reference : subject.item.children) {
    if (!reference.row_status) continue;
    const ItemKey* child = names.find(reference);
    if (child == nullptr || *child == subject.key) continue;
    const auto& own = subject.corpus.item(*child).status;
    const StatusCategory row = reference.row_status->category;
    const bool comparable = own && row != StatusCategory::unknown && own->value.category != StatusCategory::unknown;
    if (!comparable || own->value.category == row) continue;
    subject.report("row-differs", "calls " + subject.corpus.name_of(*child) + " " + to_string(row) + " (line " +
                                      std::to_string(reference.line) + "); its document says " +
                                      to_string(own->value.category));
  }
}

}  // namespace

std::vector<Contradiction> find_contradictions(const Corpus& corpus) {
  std::vector<Contradiction> found;
  for (const ItemKey key : corpus.all_items()) {
    const Subject subject{corpus, key, corpus.item(key), found};
    check_done(subject);
    check_planned(subject);
    check_percent(subject);
    check_dates(subject);
    check_children(subject);
    check_rows(subject);
  }
  return found;
}

}  // namespace milepost
