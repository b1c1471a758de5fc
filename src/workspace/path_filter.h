// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// PathFilter: which entries of the tree are looked at. scan.exclude beats everything; then what is skipped by name or
// ignored by git is left out, unless scan.include takes it back. Immutable; shared by all workers.
#pragma once

#include <cstdint>
#include <string_view>

#include "workspace/ignore_rules.h"
#include "workspace/skipped_folders.h"

namespace milepost {

enum class PathVerdict : std::uint8_t {
  leave_out,
  only_included,  // a folder that is left out, but something below it may be taken back
  read,
};

class PathFilter {
 public:
  PathFilter(SkippedFolders skipped, IgnoreRules include, IgnoreRules exclude)
      : skipped_(std::move(skipped)), include_(std::move(include)), exclude_(std::move(exclude)) {}

  // `within` is the verdict on the folder that holds the entry; `path` is relative to the root.
  [[nodiscard]] PathVerdict judge(std::string_view path, PathKind kind, PathVerdict within,
                                  const IgnoreChain* ignored) const;

  // Whether a file is Markdown by its name: .md, .markdown, .mdown, .mkd in any case.
  [[nodiscard]] static bool is_markdown_name(std::string_view name);

 private:
  SkippedFolders skipped_;
  IgnoreRules include_;
  IgnoreRules exclude_;
};

}  // namespace milepost
