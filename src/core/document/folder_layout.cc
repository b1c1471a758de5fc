// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "core/document/folder_layout.h"

#include <algorithm>
#include <array>

#include "core/base/ascii.h"
#include "core/document/kind_rank.h"
#include "core/document/normalise/identifier.h"
#include "core/document/path_parts.h"

namespace milepost {
namespace {

// Folders that sort documents by their stage of life: an index above them speaks for what lies inside.
constexpr std::array<std::string_view, 14> kLifeFolders{"active",   "archive",  "archived",  "backlog", "cancelled",
                                                        "closed",   "complete", "completed", "current", "done",
                                                        "finished", "open",     "pending",   "planned"};
// Folders that hold the children of what stands above them.
constexpr std::array<std::string_view, 5> kChildFolders{"milestones", "phases", "sprints", "tasks", "tracking"};

bool is_one_of(std::string_view name, std::span<const std::string_view> names) {
  return std::ranges::any_of(names, [name](std::string_view known) { return equals_ignoring_case(name, known); });
}

// "2026", "01", "2026-1-2"
bool is_dated(std::string_view name) {
  return !name.empty() && is_digit(name.front()) &&
         std::ranges::all_of(name, [](char c) { return is_digit(c) || c == '-'; });
}

bool is_life_folder(std::string_view name) {
  while (name.starts_with('_')) name.remove_prefix(1);
  return is_dated(name) || is_one_of(name, kLifeFolders);
}

// How clearly a container's name says that it speaks for its folder; -1 when it does not.
int index_score(std::string_view path) {
  const std::string_view stem = stem_of(path);
  const std::string_view folder = file_name_of(folder_of(path));
  if (!folder.empty() && equals_ignoring_case(stem, folder)) return 5;
  if (equals_ignoring_case(stem, "readme")) return 4;
  if (equals_ignoring_case(stem, "index")) return 3;
  if (contains_ignoring_case(stem, "overview") || contains_ignoring_case(stem, "manifest")) return 2;
  if (equals_ignoring_case(stem, "milestones") || equals_ignoring_case(stem, "roadmap")) return 1;
  return -1;
}

// The number after `letter` in a name whose parts are joined by '_': "M01" of "S02_M01_Storage" for 'M'.
std::string_view find_number(std::string_view name, char letter) {
  while (!name.empty()) {
    const std::size_t end = std::min(name.find_first_of("_ "), name.size());
    const std::string_view part = name.substr(0, end);
    const bool has_letter = part.size() > 1 && (part[0] == letter || part[0] == letter + ('a' - 'A'));
    if (has_letter && is_digit(part[1])) return part;
    name.remove_prefix(std::min(end + 1, name.size()));
  }
  return {};
}

// A numbered tree keeps requirements, sprints and tasks in sibling folders "02_REQUIREMENTS", "03_SPRINTS". Its root is
// the folder that holds them.
struct NumberedPlace {
  std::string_view root;
  std::string_view below;  // from after the numbered folder to the file's folder; may be empty
};

std::optional<NumberedPlace> find_numbered_place(std::string_view path, std::string_view lower_case_word) {
  const std::string_view folder = folder_of(path);
  std::size_t begin = 0;
  while (begin < folder.size()) {
    const std::size_t end = std::min(folder.find('/', begin), folder.size());
    const std::string_view name = folder.substr(begin, end - begin);
    if (is_digit(name.empty() ? ' ' : name.front()) && contains_ignoring_case(name, lower_case_word)) {
      return NumberedPlace{folder.substr(0, begin == 0 ? 0 : begin - 1),
                           folder.substr(std::min(end + 1, folder.size()))};
    }
    begin = end + 1;
  }
  return std::nullopt;
}

// The milestone number that a place in a numbered tree names, the innermost folder first.
std::string_view find_milestone_number(std::string_view below) {
  while (!below.empty()) {
    if (const auto number = find_number(file_name_of(below), 'M'); !number.empty()) return number;
    below = folder_of(below);
  }
  return {};
}

std::string numbered_key(std::string_view root, std::string_view number) {
  return std::string(root) + '\n' + fold_identifier(number);
}

// "S01_sprint_meta" and "M01_milestone_meta" are the documents of their folders; plans and notes stand beside them.
int meta_score(std::string_view path) { return contains_ignoring_case(stem_of(path), "meta") ? 1 : 0; }

}  // namespace

void FolderLayout::Best::offer(std::uint32_t candidate, int candidate_score) {
  if (candidate_score < 0 || candidate_score < score) return;
  is_tied = candidate_score == score;
  score = candidate_score;
  if (!is_tied) document = candidate;
}

std::optional<std::uint32_t> FolderLayout::Best::winner() const {
  if (score < 0 || is_tied) return std::nullopt;
  return document;
}

FolderLayout::FolderLayout(const std::vector<DocumentSummary>& documents, const ItemTable& table)
    : documents_(documents), table_(table) {
  for (std::uint32_t d = 0; d < documents.size(); ++d) {
    if (!documents[d].items.empty()) add(d);
  }
}

void FolderLayout::add(std::uint32_t document) {
  const std::string_view path = documents_[document].path;
  const ItemKind kind = own_item(document).kind;
  if (is_container(kind)) {
    const int score = index_score(path);
    Folder& folder = folders_[folder_of(path)];
    folder.index.offer(document, score);
    folder.plan.offer(document, std::max(score, 0));
    if (contains_ignoring_case(stem_of(path), "manifest")) manifests_[folder_of(path)].offer(document, 0);
  } else if (kind == ItemKind::sprint) {
    folders_[folder_of(path)].sprint.offer(document, meta_score(path));
  } else if (kind == ItemKind::milestone) {
    const auto place = find_numbered_place(path, "requirements");
    if (!place) return;
    std::string_view number = find_milestone_number(place->below);
    if (number.empty()) number = find_number(stem_of(path), 'M');
    if (!number.empty()) milestones_[numbered_key(place->root, number)].offer(document, meta_score(path));
  }
}

bool FolderLayout::may_hold(std::uint32_t parent, std::uint32_t child) const {
  return parent != child && rank_of(own_item(parent).kind) <= rank_of(own_item(child).kind);
}

std::optional<ItemKey> FolderLayout::find_parent(std::uint32_t document) const {
  using Rule = std::optional<std::uint32_t> (FolderLayout::*)(std::uint32_t) const;
  constexpr std::array<Rule, 5> kRules{&FolderLayout::plan_of_id, &FolderLayout::sprint_of_task,
                                       &FolderLayout::milestone_of_sprint, &FolderLayout::manifest_of_milestone,
                                       &FolderLayout::index_above};
  for (const Rule rule : kRules) {
    const auto parent = (this->*rule)(document);
    if (parent && may_hold(*parent, document)) return ItemKey{*parent, 0};
  }
  return std::nullopt;
}

// "EP-20260117-014/MS003" belongs to the plan "EP-20260117-014".
std::optional<std::uint32_t> FolderLayout::plan_of_id(std::uint32_t document) const {
  const Item& item = own_item(document);
  if (!item.id) return std::nullopt;
  const std::size_t slash = item.id->value.rfind('/');
  if (slash == std::string::npos) return std::nullopt;
  const std::string folded = fold_identifier(std::string_view(item.id->value).substr(0, slash));
  const auto is_plan = [](const Item&, const Item& candidate) { return is_container(candidate.kind); };
  const auto found = table_.resolve(folded, {document, 0}, is_plan);
  if (!found.item || found.item->item != 0) return std::nullopt;
  return found.item->document;
}

std::optional<std::uint32_t> FolderLayout::sprint_of_task(std::uint32_t document) const {
  if (own_item(document).kind != ItemKind::task) return std::nullopt;
  std::string_view folder = folder_of(documents_[document].path);
  while (true) {
    const auto found = folders_.find(folder);
    if (found != folders_.end() && found->second.sprint.score >= 0) return found->second.sprint.winner();
    const std::string_view name = file_name_of(folder);
    if (folder.empty() || (!is_life_folder(name) && !equals_ignoring_case(name, "tasks"))) return std::nullopt;
    folder = folder_of(folder);
  }
}

// "03_SPRINTS/S02_M01_Storage/..." and "03_SPRINTS/M01_Core/S02_Storage/..." belong to milestone M01 of the same tree.
std::optional<std::uint32_t> FolderLayout::milestone_of_sprint(std::uint32_t document) const {
  if (milestones_.empty() || own_item(document).kind != ItemKind::sprint) return std::nullopt;
  const auto place = find_numbered_place(documents_[document].path, "sprints");
  if (!place) return std::nullopt;
  std::string_view number = find_milestone_number(place->below);
  if (number.empty()) number = find_number(stem_of(documents_[document].path), 'M');
  if (number.empty()) return std::nullopt;
  const auto found = milestones_.find(numbered_key(place->root, number));
  return found == milestones_.end() ? std::nullopt : found->second.winner();
}

std::optional<std::uint32_t> FolderLayout::manifest_of_milestone(std::uint32_t document) const {
  if (manifests_.empty() || own_item(document).kind != ItemKind::milestone) return std::nullopt;
  const auto place = find_numbered_place(documents_[document].path, "requirements");
  if (!place) return std::nullopt;
  const auto found = manifests_.find(place->root);
  return found == manifests_.end() ? std::nullopt : found->second.winner();
}

std::optional<std::uint32_t> FolderLayout::index_of(std::string_view folder, std::uint32_t child) const {
  const auto found = folders_.find(folder);
  if (found == folders_.end()) return std::nullopt;
  const auto index = found->second.index.winner();
  if (!index || !may_hold(*index, child)) return std::nullopt;
  return index;
}

// The index of the document's folder, else of the folders above as long as they only sort what they hold. An index
// itself belongs to the index one folder up.
std::optional<std::uint32_t> FolderLayout::index_above(std::uint32_t document) const {
  std::string_view folder = folder_of(documents_[document].path);
  const auto own_index = folders_.find(folder);
  const bool is_index = own_index != folders_.end() && own_index->second.index.winner() == document;
  bool may_climb = is_index;
  if (!is_index && is_container(own_item(document).kind)) return std::nullopt;
  while (true) {
    if (!is_index || folder != folder_of(documents_[document].path)) {
      if (const auto index = index_of(folder, document)) return index;
    }
    const std::string_view name = file_name_of(folder);
    const bool holds_children = is_one_of(name, kChildFolders);
    if (folder.empty() || !(may_climb || holds_children || is_life_folder(name))) return std::nullopt;
    may_climb = false;
    folder = folder_of(folder);
    if (!holds_children) continue;
    // "<plan>/milestones/": any single plan beside the folder is the plan.
    const auto above = folders_.find(folder);
    if (above == folders_.end()) continue;
    const auto plan = above->second.plan.winner();
    if (plan && may_hold(*plan, document)) return plan;
  }
}

}  // namespace milepost
