// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// SkippedFolders: which folders are left out by their name alone: version control, packages of other people, caches,
// and what builds leave behind. Names that also are plain words (build, target, vendor ...) are not left out below a
// folder that holds documents by its name (docs, .agent, milestones ...), because there they are somebody's topic.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace milepost {

class SkippedFolders {
 public:
  explicit SkippedFolders(std::vector<std::string> more = {});

  // `path` is relative to the root.
  [[nodiscard]] bool has(std::string_view path) const;

  // Folders of version control itself: never entered, whatever the configuration says.
  [[nodiscard]] static bool is_version_control(std::string_view name);

 private:
  std::vector<std::string> more_;
};

}  // namespace milepost
