// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// DiscoveryWorker: one thread's share of a discovery, with its own reader, buffers and results. It does jobs: a folder
// to list, or some files of a big folder. Private to discovery.
#pragma once

#include <atomic>
#include <memory>
#include <optional>
#include <string>
#include <unordered_set>
#include <vector>

#include "core/document/document_reader.h"
#include "workspace/discovery.h"
#include "workspace/work_queue.h"

namespace milepost {

// Files of one big folder, so that several workers can share it.
struct FileBatch {
  std::shared_ptr<const Directory> directory;
  std::vector<std::string> names;
};

struct DiscoveryJob {
  std::string path;  // of the folder, relative to the root; "" is the root
  std::string real;  // where the folder really is, when `path` leads through a link; else ""
  std::uint32_t depth = 0;
  Verdict verdict = Verdict::read;
  std::shared_ptr<const IgnoreChain> ignored;
  std::shared_ptr<const FileBatch> batch;  // null: the job is to list the folder
};

// A link that the filter lets through.
struct FoundLink {
  std::string path;
  DiscoveryJob folder;  // the job that met it
};

// What all workers see. Only the counters change.
struct DiscoveryShared {
  const DiscoveryRequest& request;
  std::shared_ptr<const Directory> root;
  bool in_order = false;  // one worker, sorted entries: the cap on files leaves out the same files each time
  std::atomic<std::uint64_t> candidates = 0;
  std::atomic<bool> cap_met = false;
};

class DiscoveryWorker {
 public:
  DiscoveryWorker(DiscoveryShared& shared, WorkQueue<DiscoveryJob>& queue, std::size_t number);

  void run();  // until the queue is empty
  void do_job(const DiscoveryJob& job);
  // A single file outside any folder job: the target of a link.
  void read_linked_file(const std::string& path, const std::string& real);
  // From now on a folder or file that is in `met` is passed over.
  void pass_over(std::unordered_set<std::uint64_t> met) { met_ = std::move(met); }

  std::vector<DocumentSummary> documents;
  std::vector<Finding> problems;
  std::vector<FoundLink> links;
  std::vector<std::uint64_t> visited;  // hashes of the real paths of folders and files
  ScanStatistics statistics;
  std::uint32_t files_above_cap = 0;

 private:
  // Notes a real path; false when it is to be passed over.
  [[nodiscard]] bool meet(std::string_view real);
  void list_folder(const DiscoveryJob& job);
  void fill_listing(const DiscoveryJob& job, const Directory& directory);
  void split_files(const DiscoveryJob& job, std::shared_ptr<const Directory> directory);
  void read_file(const Directory& directory, const char* name, const std::string& path);
  void understand(const std::string& path);
  bool is_left_out_repository(const DiscoveryJob& job, const Directory& directory);
  [[nodiscard]] std::shared_ptr<const IgnoreChain> extend_ignored(const DiscoveryJob& job, const Directory& directory);
  [[nodiscard]] bool take_candidate(const std::string& path);
  void report_progress();
  [[nodiscard]] bool meet_entry(const DiscoveryJob& job, std::string_view name);

  DiscoveryShared& shared_;
  WorkQueue<DiscoveryJob>& queue_;
  std::size_t number_;
  DocumentReader reader_;
  EntryList entries_;
  ReadBuffer bytes_;
  DocumentSummary summary_;
  std::string path_;                     // of the entry at hand
  std::vector<EntryList::Entry> files_;  // to be read in the folder at hand
  std::vector<DiscoveryJob> folders_;
  std::int64_t reported_ns_ = 0;
  std::optional<std::unordered_set<std::uint64_t>> met_;
};

[[nodiscard]] std::uint64_t hash_path(std::string_view path);
[[nodiscard]] std::string join_path(std::string_view folder, std::string_view name);

}  // namespace milepost
