// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// DiscoveryWorker: one thread's share of a discovery, with its own reader, buffers and results. It does jobs: a folder
// to list, or some files of a big folder. A folder that is known and has not changed is not listed again, only its
// files are asked for their stamps. Private to discovery.
#pragma once

#include <atomic>
#include <memory>
#include <optional>
#include <string>
#include <unordered_set>
#include <vector>

#include "workspace/document_intake.h"
#include "workspace/work_queue.h"

namespace milepost {

struct DiscoveryJob;

// One folder while its files are being read, perhaps by several workers.
struct FolderTask {
  std::string path;                        // relative to the root
  std::string real;                        // where the folder really is, when `path` leads through a link; else ""
  std::unique_ptr<Directory> directory;    // null when the folder was not opened, because it is known and unchanged
  std::optional<std::uint32_t> unchanged;  // index in the KnownTree, when it is
  EntryList entries;
  KnownFolder now;  // what will be remembered; files that can not be read have an empty stamp, which no file has
  std::vector<std::string> summaries;  // of now.files
  std::optional<KnownFolder> before;   // what was known
  std::atomic<std::size_t> parts_left = 0;
  std::atomic<bool> differs = false;  // from what is in the KnownTree
};

struct DiscoveryJob {
  std::string path;
  std::string real;
  std::uint32_t depth = 0;
  PathVerdict verdict = PathVerdict::read;
  std::shared_ptr<const IgnoreChain> ignored;
  std::optional<std::uint32_t> known = std::nullopt;  // index in the KnownTree
  bool trusted = true;  // false: a list of ignored paths above has changed, so known listings say nothing
  std::shared_ptr<FolderTask> task = nullptr;  // null: the job is the folder; else files begin..end of it
  std::size_t begin = 0;
  std::size_t end = 0;
};

// A link that the filter lets through.
struct FoundLink {
  std::string path;
  DiscoveryJob folder;  // for what it leads to, if that is a folder
};

class DiscoveryWorker {
 public:
  DiscoveryWorker(DiscoveryShared& shared, WorkQueue<DiscoveryJob>& queue, std::size_t number);

  void run();  // until the queue is empty
  // A single file outside any folder job: the target of a link.
  void read_linked_file(const std::string& path, const std::string& real);
  // From now on a folder or file that is in `met` is passed over.
  void pass_over(std::unordered_set<std::uint64_t> met) { met_ = std::move(met); }

  DocumentIntake intake;
  std::vector<FoundLink> links;
  std::vector<std::uint64_t> visited;  // hashes of the real paths of folders and files
  std::vector<FolderRecord> records;
  std::vector<std::string> files;  // only when asked for
  bool has_news = false;           // something was learned that is worth writing

 private:
  // Notes a real path; false when it is to be passed over.
  [[nodiscard]] bool meet(std::string_view real);
  void do_folder(DiscoveryJob& job);
  void do_files(FolderTask& task, std::size_t begin, std::size_t end);
  void do_file(FolderTask& task, std::size_t index);
  [[nodiscard]] bool take_if_same(const KnownFile* before, KnownFile& now, const FolderTask& task);
  void share_files(const DiscoveryJob& job, const std::shared_ptr<FolderTask>& task);

  // Both leave the folder's entries in task.now; the first one gives false when the folder is not as it was.
  [[nodiscard]] bool is_unchanged(DiscoveryJob& job, FolderTask& task);
  [[nodiscard]] bool list(DiscoveryJob& job, FolderTask& task);
  void sort_entries(DiscoveryJob& job, FolderTask& task);
  void push_folders(const DiscoveryJob& job, const FolderTask& task);
  void give_up(const DiscoveryJob& job, Finding problem);

  [[nodiscard]] bool is_left_out_repository(const DiscoveryJob& job, FolderTask& task);
  void extend_ignored(DiscoveryJob& job, FolderTask& task);
  void extend_ignored_later(DiscoveryJob& job, const FolderTask& task);
  // The stamp of a path, when it is what is known and can be relied on.
  [[nodiscard]] bool has_stamp(const std::string& path, FileKind kind, const Stamp& known);
  void note_news(const Stamp* before, const Stamp& now);
  void remember(const FolderTask& task);
  std::shared_ptr<FolderTask> take_task();
  void report_progress();

  DiscoveryShared& shared_;
  WorkQueue<DiscoveryJob>& queue_;
  std::size_t number_;
  ReadBuffer list_bytes_;
  std::string path_;  // of the entry at hand
  std::shared_ptr<FolderTask> spare_;
  std::int64_t reported_ns_ = 0;
  std::optional<std::unordered_set<std::uint64_t>> met_;
};

[[nodiscard]] std::uint64_t hash_path(std::string_view path);
[[nodiscard]] std::string join_path(std::string_view folder, std::string_view name);

}  // namespace milepost
