// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "workspace/skipped_folders.h"

#include <algorithm>
#include <array>

namespace milepost {

namespace {

using namespace std::string_view_literals;

// Sorted by bytes.
constexpr std::array kVersionControl = {".bzr"sv, ".git"sv, ".hg"sv, ".jj"sv, ".svn"sv};

constexpr std::array kAlways = {
    ".cache"sv,
    ".direnv"sv,
    ".eggs"sv,
    ".gradle"sv,
    ".mypy_cache"sv,
    ".next"sv,
    ".nox"sv,
    ".nuxt"sv,
    ".pnpm-store"sv,
    ".pytest_cache"sv,
    ".ruff_cache"sv,
    ".svelte-kit"sv,
    ".terraform"sv,
    ".tox"sv,
    ".turbo"sv,
    ".venv"sv,
    ".yarn"sv,
    "__pycache__"sv,
    "bower_components"sv,
    "node_modules"sv,
    "site-packages"sv,
    "third_party"sv,
    "venv"sv,
};

constexpr std::array kUnlessAmongDocuments = {
    "build"sv, "coverage"sv, "dist"sv, "external"sv, "out"sv, "target"sv, "vendor"sv,
};

constexpr std::array kDocumentFolders = {
    ".agent"sv,   ".agents"sv, ".claude"sv,       ".milepost"sv,  ".planning"sv,   ".simone"sv,    "backlog"sv,
    "doc"sv,      "docs"sv,    "documentation"sv, "exec_plans"sv, "initiatives"sv, "milestones"sv, "plan"sv,
    "planning"sv, "plans"sv,   "roadmap"sv,       "roadmaps"sv,   "sprints"sv,
};

static_assert(std::ranges::is_sorted(kVersionControl) && std::ranges::is_sorted(kAlways) &&
              std::ranges::is_sorted(kUnlessAmongDocuments) && std::ranges::is_sorted(kDocumentFolders));

bool is_among_documents(std::string_view folder) {
  while (!folder.empty()) {
    const std::size_t end = std::min(folder.find('/'), folder.size());
    if (std::ranges::binary_search(kDocumentFolders, folder.substr(0, end))) return true;
    folder.remove_prefix(std::min(end + 1, folder.size()));
  }
  return false;
}

}  // namespace

SkippedFolders::SkippedFolders(std::vector<std::string> more) : more_(std::move(more)) { std::ranges::sort(more_); }

bool SkippedFolders::is_version_control(std::string_view name) {
  return std::ranges::binary_search(kVersionControl, name);
}

bool SkippedFolders::has(std::string_view path) const {
  const std::size_t slash = path.rfind('/');
  const std::string_view name = slash == std::string_view::npos ? path : path.substr(slash + 1);
  if (is_version_control(name) || std::ranges::binary_search(kAlways, name)) return true;
  if (std::ranges::binary_search(more_, name)) return true;
  if (!std::ranges::binary_search(kUnlessAmongDocuments, name)) return false;
  return slash == std::string_view::npos || !is_among_documents(path.substr(0, slash));
}

}  // namespace milepost
