// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// IgnoreRules: one list of patterns in the notation of .gitignore. IgnoreChain: the lists that hold for one folder,
// the nearest first; a list nearer to a path overrules those above it, and in one list the last pattern that matches
// decides. As in git, nothing below an ignored folder can be taken back.
#pragma once

#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "workspace/glob.h"

namespace milepost {

enum class PathKind : std::uint8_t { file, directory };

class IgnoreRules {
 public:
  [[nodiscard]] static IgnoreRules parse(std::string_view text);
  [[nodiscard]] static IgnoreRules from_patterns(const std::vector<std::string>& patterns);

  // true: ignored, false: taken back by `!`, nothing: no pattern matches. `path` is relative to the list's folder.
  [[nodiscard]] std::optional<bool> decide(std::string_view path, PathKind kind) const;
  // Whether a pattern could match something below the folder `path`.
  [[nodiscard]] bool may_match_below(std::string_view path) const;
  [[nodiscard]] bool empty() const { return rules_.empty(); }

 private:
  struct Rule {
    Glob glob;
    bool negated = false;
    bool directory_only = false;
  };
  void add_line(std::string_view line);

  std::vector<Rule> rules_;
};

// Immutable once made, except that the rules are read when they are first asked for: a scan that finds its folders
// unchanged never asks. Safe from several threads.
class IgnoreChain {
 public:
  using Load = std::function<IgnoreRules()>;

  // `prefix_size`: how many bytes of a path relative to the root come before the path relative to this list's folder.
  IgnoreChain(std::shared_ptr<const IgnoreChain> outer, std::size_t prefix_size, IgnoreRules rules)
      : outer_(std::move(outer)), prefix_size_(prefix_size), rules_(std::move(rules)) {}
  // The same, read when it is first asked for.
  IgnoreChain(std::shared_ptr<const IgnoreChain> outer, std::size_t prefix_size, Load load)
      : outer_(std::move(outer)), prefix_size_(prefix_size), load_(std::move(load)) {}
  // A list of a folder above the root: `above` ("sub/dir/") is put before each path.
  IgnoreChain(std::shared_ptr<const IgnoreChain> outer, std::string above, IgnoreRules rules)
      : outer_(std::move(outer)), above_(std::move(above)), rules_(std::move(rules)) {}

  // `path` is relative to the root of the workspace.
  [[nodiscard]] static bool is_ignored(const IgnoreChain* nearest, std::string_view path, PathKind kind);

 private:
  [[nodiscard]] const IgnoreRules& rules() const;

  std::shared_ptr<const IgnoreChain> outer_;
  std::size_t prefix_size_ = 0;
  std::string above_;
  Load load_;
  mutable std::once_flag loaded_;
  mutable IgnoreRules rules_;
};

}  // namespace milepost
