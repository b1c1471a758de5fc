// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "core/document/link_items.h"

#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "core/document/item_numbers.h"
#include "core/document/item_table.h"
#include "core/document/normalise/identifier.h"
#include "core/document/parent_links.h"

namespace milepost {
namespace {

bool is_of_same_kind(const Item& from, const Item& candidate) { return candidate.kind == from.kind; }

// "MS002" in "EP-20260117-014/MS003" is "EP-20260117-014/MS002".
Resolution resolve_in_plan(const Item& item, const ItemTable& table, ItemKey from, std::string_view text) {
  if (!item.id || text.find('/') != std::string_view::npos) return {};
  const std::size_t slash = item.id->value.rfind('/');
  if (slash == std::string::npos) return {};
  return table.resolve(fold_identifier(item.id->value.substr(0, slash + 1).append(text)), from, is_of_same_kind);
}

class DependencyFinder {
 public:
  DependencyFinder(const std::vector<DocumentSummary>& documents, const ItemNumbers& numbers, const ItemTable& table)
      : documents_(documents), numbers_(numbers), table_(table), last_needed_by_(numbers.size(), numbers.size()) {}

  // The items that `from` depends on, in stated order, each once, never itself.
  std::vector<ItemKey> find(ItemKey from) {
    std::vector<ItemKey> found;
    for (const Reference& reference : documents_[from.document].items[from.item].depends_on) {
      const auto item = resolve_dependency(documents_, table_, from, reference).item;
      if (!item || *item == from) continue;
      std::uint32_t& last_needed_by = last_needed_by_[numbers_.number_of(*item)];
      if (std::exchange(last_needed_by, numbers_.number_of(from)) != numbers_.number_of(from)) found.push_back(*item);
    }
    return found;
  }

 private:
  const std::vector<DocumentSummary>& documents_;
  const ItemNumbers& numbers_;
  const ItemTable& table_;
  std::vector<std::uint32_t> last_needed_by_;  // by item number: keeps a list without repetitions in linear time
};

class Linker {
 public:
  explicit Linker(const std::vector<DocumentSummary>& documents)
      : documents_(documents), numbers_(documents), table_(documents) {}

  LinkedItems link() {
    for (const DocumentSummary& document : documents_) linked_.links.emplace_back(document.items.size());
    link_parents();
    link_dependencies();
    linked_.candidates_seen = table_.candidates_seen();
    return std::move(linked_);
  }

 private:
  ItemLinks& links(ItemKey key) { return linked_.links[key.document][key.item]; }

  void link_parents() {
    ParentLinks found = find_parents(documents_, numbers_, table_);
    for (std::uint32_t number = 0; number < numbers_.size(); ++number) {
      links(numbers_.key_of(number)).strangers = std::move(found.strangers[number]);
      links(numbers_.key_of(number)).parent = found.parents[number];
    }
    std::vector<bool> is_listed(numbers_.size(), false);
    const auto list = [&](ItemKey parent, ItemKey child) {
      if (links(child).parent != parent || is_listed[numbers_.number_of(child)]) return;
      is_listed[numbers_.number_of(child)] = true;
      links(parent).children.push_back(child);
    };
    for (std::uint32_t number = 0; number < numbers_.size(); ++number) {
      for (const ItemKey child : found.stated_children[number]) list(numbers_.key_of(number), child);
    }
    for (std::uint32_t number = 0; number < numbers_.size(); ++number) {
      const ItemKey child = numbers_.key_of(number);
      if (const auto parent = links(child).parent) list(*parent, child);
    }
  }

  void link_dependencies() {
    DependencyFinder finder(documents_, numbers_, table_);
    for (std::uint32_t number = 0; number < numbers_.size(); ++number) {
      const ItemKey key = numbers_.key_of(number);
      links(key).depends_on = finder.find(key);
      for (const ItemKey needed : links(key).depends_on) links(needed).needed_by.push_back(key);
    }
  }

  const std::vector<DocumentSummary>& documents_;
  ItemNumbers numbers_;
  ItemTable table_;
  LinkedItems linked_;
};

}  // namespace

Resolution resolve_dependency(const std::vector<DocumentSummary>& documents, const ItemTable& table, ItemKey from,
                              const Reference& reference) {
  const DocumentSummary& own = documents[from.document];
  if (!reference.path.empty() && reference.path != own.path) {
    const auto document = table.document_at(reference.path);
    if (document && !documents[*document].items.empty()) return {ItemKey{*document, 0}, false};
  }
  if (reference.text.empty()) return {};
  const Resolution local = resolve_in_plan(own.items[from.item], table, from, reference.text);
  return local.item ? local : table.resolve(fold_identifier(reference.text), from, is_of_same_kind);
}

LinkedItems link_items(const std::vector<DocumentSummary>& documents) { return Linker(documents).link(); }

}  // namespace milepost
