// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "core/document/parent_links.h"

#include <algorithm>
#include <string>

#include "core/document/folder_layout.h"
#include "core/document/kind_rank.h"
#include "core/document/normalise/identifier.h"
#include "core/document/path_parts.h"

namespace milepost {
namespace {

// Where a parent was learnt, the weakest first.
enum class Source : std::uint8_t { layout, child_by_id, child_by_path, own_file, stated };

struct Claim {
  std::uint32_t child = 0;
  Source source = Source::layout;
  std::uint32_t parent = 0;
  friend auto operator<=>(const Claim&, const Claim&) = default;
};

struct Choice {
  std::optional<std::uint32_t> parent;
  Source source = Source::layout;
};

bool stands_above(const Item& from, const Item& candidate) { return rank_of(candidate.kind) < rank_of(from.kind); }
bool stands_below(const Item& from, const Item& candidate) { return rank_of(candidate.kind) > rank_of(from.kind); }

class ParentFinder {
 public:
  ParentFinder(const std::vector<DocumentSummary>& documents, const ItemNumbers& numbers, const ItemTable& table)
      : documents_(documents), numbers_(numbers), table_(table), layout_(documents, table) {}

  ParentLinks find() {
    collect_claims();
    choose_parents();
    prefer_parents_between();
    cut_cycles();
    ParentLinks links;
    links.stated_children = std::move(stated_children_);
    links.strangers = std::move(strangers_);
    for (const Choice& choice : choices_) {
      links.parents.push_back(choice.parent ? std::optional(numbers_.key_of(*choice.parent)) : std::nullopt);
    }
    return links;
  }

 private:
  const Item& item(ItemKey key) const { return documents_[key.document].items[key.item]; }
  const Item& item(std::uint32_t number) const { return item(numbers_.key_of(number)); }

  void collect_claims();
  std::optional<Claim> claim_of(ItemKey parent, const Reference& child) const;
  std::optional<ItemKey> item_at_line(std::uint32_t document, std::uint32_t line) const;
  Resolution resolve_child_id(ItemKey parent, const std::string& text) const;
  void enclose_items();

  void choose_parents();
  void prefer_parents_between();
  Choice choose(std::uint32_t child, std::span<const Claim> claims) const;
  std::optional<Choice> choose_stated(std::uint32_t child) const;
  std::optional<std::uint32_t> choose_among(std::uint32_t child, std::vector<std::uint32_t> parents) const;
  std::optional<std::uint32_t> layout_parent(std::uint32_t child) const;
  void cut_cycles();
  void cut_weakest(std::span<const std::uint32_t> cycle);

  const std::vector<DocumentSummary>& documents_;
  const ItemNumbers& numbers_;
  const ItemTable& table_;
  FolderLayout layout_;
  std::vector<Claim> claims_;
  std::vector<std::optional<std::uint32_t>> enclosing_;  // by item number: the item of the same file that holds it
  std::vector<std::vector<ItemKey>> stated_children_;
  std::vector<std::vector<std::uint32_t>> strangers_;
  std::vector<Choice> choices_;
};

void ParentFinder::collect_claims() {
  stated_children_.resize(numbers_.size());
  strangers_.resize(numbers_.size());
  for (std::uint32_t number = 0; number < numbers_.size(); ++number) {
    const std::vector<Reference>& children = item(number).children;
    for (std::uint32_t i = 0; i < children.size(); ++i) {
      const auto claim = claim_of(numbers_.key_of(number), children[i]);
      if (!claim && children[i].path.empty() && !children[i].text.empty()) strangers_[number].push_back(i);
      if (!claim || claim->child == number) continue;
      claims_.push_back(*claim);
      stated_children_[number].push_back(numbers_.key_of(claim->child));
    }
  }
  std::ranges::sort(claims_);
  const auto repeated = std::ranges::unique(claims_);
  claims_.erase(repeated.begin(), repeated.end());
  enclose_items();
}

// The item of a document whose heading or row is at `line`; never the file's own.
std::optional<ItemKey> ParentFinder::item_at_line(std::uint32_t document, std::uint32_t line) const {
  const auto& items = documents_[document].items;
  if (items.size() < 2 || line == 0) return std::nullopt;
  const auto found =
      std::lower_bound(items.begin() + 1, items.end(), line,
                       [](const Item& candidate, std::uint32_t wanted) { return candidate.line < wanted; });
  if (found == items.end() || found->line != line) return std::nullopt;
  return ItemKey{document, static_cast<std::uint32_t>(found - items.begin())};
}

// An index names the milestones of a plan by their last part: "MS001" inside "EP-20260117-014".
Resolution ParentFinder::resolve_child_id(ItemKey parent, const std::string& text) const {
  if (text.empty()) return {};
  const auto& own_id = item(parent).id;
  if (own_id && text.find('/') == std::string::npos) {
    const auto local = table_.resolve(fold_identifier(own_id->value + '/' + text), parent, stands_below);
    if (local.item || local.is_ambiguous) return local;
  }
  return table_.resolve(fold_identifier(text), parent, stands_below);
}

std::optional<Claim> ParentFinder::claim_of(ItemKey parent, const Reference& child) const {
  const auto claim = [&](ItemKey key, Source source) {
    return Claim{numbers_.number_of(key), source, numbers_.number_of(parent)};
  };
  const std::string& own_path = documents_[parent.document].path;
  if (child.path.empty() || child.path == own_path) {
    const auto here = item_at_line(parent.document, child.line);
    if (here && *here != parent) return claim(*here, Source::own_file);
  } else if (const auto document = table_.document_at(child.path); document && !documents_[*document].items.empty()) {
    return claim({*document, 0}, Source::child_by_path);
  }
  const auto named = resolve_child_id(parent, child.text);
  if (!named.item) return std::nullopt;
  return claim(*named.item, named.item->document == parent.document ? Source::own_file : Source::child_by_id);
}

// A heading inside a section belongs to the section's item, any other to the file. Items come in the order of lines.
void ParentFinder::enclose_items() {
  enclosing_.resize(numbers_.size());
  std::vector<std::uint32_t> open;
  for (std::uint32_t d = 0; d < documents_.size(); ++d) {
    const auto& items = documents_[d].items;
    open.clear();
    for (std::uint32_t i = 1; i < items.size(); ++i) {
      while (!open.empty() && items[open.back()].range.end <= items[i].range.begin) open.pop_back();
      const std::uint32_t holder = open.empty() ? 0 : open.back();
      enclosing_[numbers_.number_of({d, i})] = numbers_.number_of({d, holder});
      if (!items[i].range.empty()) open.push_back(i);
    }
  }
}

void ParentFinder::choose_parents() {
  choices_.resize(numbers_.size());
  auto begin = claims_.begin();
  for (std::uint32_t child = 0; child < numbers_.size(); ++child) {
    const auto end = std::find_if(begin, claims_.end(), [child](const Claim& claim) { return claim.child != child; });
    choices_[child] = choose(child, {begin, end});
    begin = end;
  }
}

// A task that states its milestone and stands in the folder of one of that milestone's sprints is the sprint's.
void ParentFinder::prefer_parents_between() {
  for (std::uint32_t child = 0; child < numbers_.size(); ++child) {
    Choice& choice = choices_[child];
    if (!choice.parent || choice.source != Source::stated) continue;
    const int gap = rank_of(item(child).kind) - rank_of(item(*choice.parent).kind);
    if (gap < 2) continue;
    const auto between = layout_parent(child);
    if (!between || choices_[*between].parent != choice.parent) continue;
    if (rank_of(item(*between).kind) < rank_of(item(child).kind)) choice.parent = between;
  }
}

Choice ParentFinder::choose(std::uint32_t child, std::span<const Claim> claims) const {
  if (const auto stated = choose_stated(child)) return *stated;
  for (const Source source : {Source::own_file, Source::child_by_path, Source::child_by_id}) {
    std::vector<std::uint32_t> parents;
    for (const Claim& claim : claims) {
      const bool fits = rank_of(item(claim.parent).kind) <= rank_of(item(child).kind);
      if (claim.source == source && (fits || source == Source::own_file)) parents.push_back(claim.parent);
    }
    if (!parents.empty()) return {choose_among(child, std::move(parents)), source};
    if (source == Source::own_file && enclosing_[child]) return {enclosing_[child], source};
  }
  return {layout_parent(child), Source::layout};
}

// What the item itself says. Nothing when it says nothing, or names what is not in the corpus.
std::optional<Choice> ParentFinder::choose_stated(std::uint32_t child) const {
  const auto& reference = item(child).parent;
  if (!reference) return std::nullopt;
  const ItemKey key = numbers_.key_of(child);
  if (!reference->path.empty() && reference->path != documents_[key.document].path) {
    const auto document = table_.document_at(reference->path);
    if (document && !documents_[*document].items.empty()) {
      return Choice{numbers_.number_of({*document, 0}), Source::stated};
    }
  }
  if (reference->text.empty()) return std::nullopt;
  const std::string folded = fold_identifier(reference->text);
  const auto named = table_.resolve(folded, key, stands_above);
  if (named.item) return Choice{numbers_.number_of(*named.item), Source::stated};
  if (!named.is_ambiguous) return std::nullopt;
  // Several bear the name: only the layout can say which, and only if it means one of them.
  const auto by_layout = layout_parent(child);
  const bool is_meant = by_layout && item(*by_layout).id && fold_identifier(item(*by_layout).id->value) == folded;
  return Choice{is_meant ? by_layout : std::nullopt, Source::stated};
}

// The nearest by folder, then the lowest by kind: a sprint that the manifest and its milestone both list is the
// milestone's. Nobody when two are left, unless the layout means one of them.
std::optional<std::uint32_t> ParentFinder::choose_among(std::uint32_t child, std::vector<std::uint32_t> parents) const {
  const auto path_of = [this](std::uint32_t number) -> const std::string& {
    return documents_[numbers_.key_of(number).document].path;
  };
  const auto goodness = [&](std::uint32_t parent) {
    return std::pair(count_shared_folders(path_of(parent), path_of(child)), rank_of(item(parent).kind));
  };
  const auto best = std::ranges::max(parents, {}, goodness);
  if (std::ranges::count(parents, goodness(best), goodness) == 1) return best;
  const auto by_layout = layout_parent(child);
  if (by_layout && std::ranges::find(parents, *by_layout) != parents.end()) return by_layout;
  return std::nullopt;
}

std::optional<std::uint32_t> ParentFinder::layout_parent(std::uint32_t child) const {
  const ItemKey key = numbers_.key_of(child);
  if (key.item != 0) return std::nullopt;
  const auto parent = layout_.find_parent(key.document);
  if (!parent) return std::nullopt;
  return numbers_.number_of(*parent);
}

// Each item has at most one parent, so a walk upwards meets at most one circle.
void ParentFinder::cut_cycles() {
  constexpr std::uint32_t kUnseen = 0;
  std::vector<std::uint32_t> seen_in_walk(choices_.size(), kUnseen);
  std::vector<std::uint32_t> walk;
  for (std::uint32_t start = 0; start < choices_.size(); ++start) {
    walk.clear();
    std::optional<std::uint32_t> at = start;
    while (at && seen_in_walk[*at] == kUnseen) {
      seen_in_walk[*at] = start + 1;
      walk.push_back(*at);
      at = choices_[*at].parent;
    }
    if (!at || seen_in_walk[*at] != start + 1) continue;
    cut_weakest({std::ranges::find(walk, *at), walk.end()});
  }
}

// The weakest source was wrong; of equally weak ones the last item by path, so that the answer never depends on chance.
void ParentFinder::cut_weakest(std::span<const std::uint32_t> cycle) {
  const auto weakest = std::ranges::min(
      cycle, {}, [this](std::uint32_t number) { return std::pair(choices_[number].source, numbers_.size() - number); });
  choices_[weakest].parent.reset();
}

}  // namespace

ParentLinks find_parents(const std::vector<DocumentSummary>& documents, const ItemNumbers& numbers,
                         const ItemTable& table) {
  return ParentFinder(documents, numbers, table).find();
}

}  // namespace milepost
