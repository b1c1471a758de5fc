// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// Workspace: the root that is read, its configuration and dialects, and the one door to its documents. This module is
// the only one that knows directories; what it hands out is a Corpus or the bytes of one document.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/document/corpus.h"
#include "core/text/source_text.h"
#include "workspace/config.h"
#include "workspace/document_visits.h"
#include "workspace/file_index.h"
#include "workspace/lazy_dialects.h"
#include "workspace/root_kind.h"
#include "workspace/scan_statistics.h"

namespace milepost {

class FileSystem;
struct OuterIgnored;

struct WorkspaceOptions {
  std::string start_directory;            // absolute; -C DIR is already applied
  std::string user_config_path;           // "" : none
  std::string cache_directory;            // "" : no cache
  std::string build_id;                   // differs between builds of the program; part of the cache key
  std::vector<ConfigOverride> overrides;  // environment and flags, lowest first
};

struct ScanResult {
  Corpus corpus;
  std::vector<Finding> problems;   // of the scan and of all documents, by path and place
  std::vector<std::string> files;  // every Markdown file of the workspace, by path; only when asked for
  ScanStatistics statistics;
};

struct ScanOptions {
  bool use_cache = true;
  bool lists_files = false;                                   // whether ScanResult::files is filled
  unsigned threads = 0;                                       // 0: as many as the machine has
  std::function<void(std::uint32_t files_done)> on_progress;  // called from the calling thread, a few times a second
};

class Workspace {
 public:
  // Finds the root from `start_directory` upwards (git work tree, milepost.toml, else the folder itself), reads the
  // configuration and the workspace's dialects. Errors: io (missing, unreadable), usage (broken config or dialect, with
  // place).
  [[nodiscard]] static Result<Workspace> open(const FileSystem& files, const WorkspaceOptions& options);

  [[nodiscard]] const std::string& root() const { return root_; }  // absolute, no trailing slash
  [[nodiscard]] RootKind root_kind() const { return root_kind_; }
  [[nodiscard]] const Config& config() const { return config_; }
  [[nodiscard]] const DialectSet& dialects() const { return dialects_->get(); }

  // Reads every document below the root, in parallel. Fails only when the root itself can not be listed; everything
  // else is a finding.
  [[nodiscard]] Result<ScanResult> scan(const ScanOptions& options) const;

  // The bytes of one document. `path` is relative to the root, absolute, or relative to the start directory; it must
  // lie inside the root after links are resolved (else: usage). Errors: not_found, io.
  [[nodiscard]] Result<SourceText> read(const std::string& path) const;
  // Which of `paths` (relative to the root) hold one of `words`; nobody is told of files that can not be read.
  [[nodiscard]] std::vector<std::string> find_files_with(std::span<const std::string> paths,
                                                         std::span<const std::string> words) const;
  // Whether a file or folder stands there; `path` is relative to the root.
  [[nodiscard]] bool has(const std::string& path) const;
  // Reads many documents again, each on one of as many threads as the scan takes; see document_visits.h.
  void visit(const std::vector<std::string>& paths, const std::function<Visitor(unsigned worker)>& make_visitor) const;
  // Which files stand below the root now.
  [[nodiscard]] std::unique_ptr<FileIndex> index_files() const;
  // The same check, giving the path relative to the root.
  [[nodiscard]] Result<std::string> to_relative(const std::string& path) const;
  // The same for a file or folder that need not exist yet.
  [[nodiscard]] Result<std::string> to_new_relative(const std::string& path) const;
  // Where the command was started, relative to the root; "" when that is the root or lies outside.
  [[nodiscard]] std::string start_folder() const;

 private:
  Workspace() = default;
  [[nodiscard]] std::string make_cache_key(const OuterIgnored& outer) const;

  const FileSystem* files_ = nullptr;
  std::string root_;
  std::string start_directory_;
  std::string cache_directory_;
  std::string build_id_;
  RootKind root_kind_ = RootKind::folder;
  Config config_;
  std::shared_ptr<const LazyDialects> dialects_;
};

}  // namespace milepost
