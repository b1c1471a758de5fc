// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "core/document/life.h"

#include <algorithm>

namespace milepost {

const LifeStages& stages_of(const Life& life, ItemKind kind) {
  const auto own = std::ranges::find(life.kinds, kind, &std::pair<ItemKind, LifeStages>::first);
  return own == life.kinds.end() ? life : own->second;
}

const Layout* find_layout(const Life& life, std::string_view path) {
  std::string buffer;
  const std::string_view lower = lower_path(path, buffer);
  for (const Layout& layout : life.layouts)
    if (std::ranges::any_of(layout.paths, [&](const PathPattern& pattern) { return pattern.matches(lower); }))
      return &layout;
  return nullptr;
}

const std::string& done_folder_of(const Life& life, ItemKind kind, std::string_view path) {
  if (const Layout* layout = find_layout(life, path)) {
    const auto own = std::ranges::find(layout->done_folders, kind, &std::pair<ItemKind, std::string>::first);
    if (own != layout->done_folders.end()) return own->second;
  }
  return stages_of(life, kind).done_folder;
}

bool is_legal_step(const LifeStages& stages, StatusCategory from, StatusCategory to) {
  return std::ranges::find(stages.steps, std::pair(from, to)) != stages.steps.end();
}

const std::string& status_label(const LifeStages& stages, StatusCategory category) {
  const std::string& label = stages.status_labels.at(index_of(category));
  return label.empty() ? stages.status_words.at(index_of(category)) : label;
}

}  // namespace milepost
