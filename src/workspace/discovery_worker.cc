// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "workspace/discovery_worker.h"

#include <algorithm>
#include <ranges>

#define XXH_INLINE_ALL
#include <xxhash.h>

#include "core/text/source_text.h"
#include "workspace/scan_problem.h"

namespace milepost {

namespace {

constexpr std::size_t kFilesPerBatch = 128;
constexpr std::int64_t kReportEvery_ns = 100'000'000;
constexpr std::uint64_t kIgnoreFileLimit = std::uint64_t{4} << 20U;

const char* to_open(const std::string& path) { return path.empty() ? "." : path.c_str(); }

const std::string& real_path(const DiscoveryJob& job) { return job.real.empty() ? job.path : job.real; }

void set_path(std::string& path, std::string_view folder, std::string_view name) {
  path.assign(folder);
  if (!folder.empty()) path.push_back('/');
  path.append(name);
}

}  // namespace

std::uint64_t hash_path(std::string_view path) { return XXH3_64bits(path.data(), path.size()); }

std::string join_path(std::string_view folder, std::string_view name) {
  std::string path;
  path.reserve(folder.size() + name.size() + 1);
  set_path(path, folder, name);
  return path;
}

DiscoveryWorker::DiscoveryWorker(DiscoveryShared& shared, WorkQueue<DiscoveryJob>& queue, std::size_t number)
    : shared_(shared), queue_(queue), number_(number), reader_(shared.request.dialects) {}

void DiscoveryWorker::run() {
  while (const auto job = queue_.take(number_)) {
    if (!shared_.cap_met.load(std::memory_order_relaxed)) do_job(*job);
    queue_.finish();
    report_progress();
  }
}

void DiscoveryWorker::do_job(const DiscoveryJob& job) {
  if (!job.batch) return list_folder(job);
  for (const std::string& name : job.batch->names) {
    set_path(path_, job.path, name);
    if (meet_entry(job, name)) read_file(*job.batch->directory, name.c_str(), path_);
  }
}

bool DiscoveryWorker::meet(std::string_view real) {
  if (met_) return met_->insert(hash_path(real)).second;
  visited.push_back(hash_path(real));
  return true;
}

bool DiscoveryWorker::meet_entry(const DiscoveryJob& job, std::string_view name) {
  return job.real.empty() ? meet(path_) : meet(join_path(job.real, name));
}

void DiscoveryWorker::list_folder(const DiscoveryJob& job) {
  const DiscoveryLimits& limits = shared_.request.limits;
  if (job.depth > limits.max_depth) {
    ++statistics.left_out;
    problems.push_back(make_scan_problem(ReadingFact::limit_reached, job.path,
                                         "The folder lies deeper than " + std::to_string(limits.max_depth) +
                                             " levels and was left out; raise scan.max_depth to read it."));
    return;
  }
  if (!meet(real_path(job))) return;
  auto opened = shared_.root->open(to_open(real_path(job)));
  const auto listed = opened ? (*opened)->list(entries_) : FileResult<void>{};
  if (!opened || !listed) {
    const FileFailure& failure = opened ? listed.error() : opened.error();
    problems.push_back(make_read_problem(failure, job.path, limits.max_file_size));
    return;
  }
  if (is_left_out_repository(job, **opened)) return;
  ++statistics.directories;
  if (shared_.in_order) entries_.sort_by_name();
  fill_listing(job, **opened);
  for (DiscoveryJob& folder : folders_ | std::views::reverse) queue_.push(number_, std::move(folder));
  if (files_.size() > 2 * kFilesPerBatch && !shared_.in_order) return split_files(job, *std::move(opened));
  for (const EntryList::Entry& file : files_) {
    set_path(path_, job.path, entries_.name(file));
    if (meet_entry(job, entries_.name(file))) read_file(**opened, entries_.c_name(file), path_);
  }
}

// Sorts the entries into folders_, files_ and links.
void DiscoveryWorker::fill_listing(const DiscoveryJob& job, const Directory& directory) {
  folders_.clear();
  files_.clear();
  const std::shared_ptr<const IgnoreChain> ignored = extend_ignored(job, directory);
  const PathFilter& filter = shared_.request.filter;
  for (const EntryList::Entry& entry : entries_.entries()) {
    const std::string_view name = entries_.name(entry);
    const bool is_folder = entry.kind == FileKind::directory;
    const bool is_markdown = PathFilter::is_markdown_name(name);
    if (!is_folder && entry.kind != FileKind::link && (entry.kind != FileKind::file || !is_markdown)) continue;
    set_path(path_, job.path, name);
    const PathKind kind = is_folder ? PathKind::directory : PathKind::file;
    const Verdict verdict = filter.judge(path_, kind, job.verdict, ignored.get());
    if (verdict == Verdict::leave_out) continue;
    if (is_folder) {
      std::string real = job.real.empty() ? std::string{} : join_path(job.real, name);
      folders_.push_back({path_, std::move(real), job.depth + 1, verdict, ignored, nullptr});
    } else if (entry.kind == FileKind::link) {
      links.push_back({path_, {job.path, job.real, job.depth + 1, verdict, ignored, nullptr}});
    } else {
      files_.push_back(entry);
    }
  }
}

std::shared_ptr<const IgnoreChain> DiscoveryWorker::extend_ignored(const DiscoveryJob& job,
                                                                   const Directory& directory) {
  const auto is_list = [this](const EntryList::Entry& entry) {
    return entry.kind == FileKind::file && entries_.name(entry) == ".gitignore";
  };
  if (std::ranges::none_of(entries_.entries(), is_list)) return job.ignored;
  if (!directory.read(".gitignore", kIgnoreFileLimit, bytes_)) return job.ignored;
  IgnoreRules rules = IgnoreRules::parse(bytes_.bytes());
  if (rules.empty()) return job.ignored;
  const std::size_t prefix = job.path.empty() ? 0 : job.path.size() + 1;
  return std::make_shared<const IgnoreChain>(job.ignored, prefix, std::move(rules));
}

// A folder with a .git of its own is another repository, or a second work tree of one.
bool DiscoveryWorker::is_left_out_repository(const DiscoveryJob& job, const Directory& directory) {
  if (job.path.empty()) return false;
  const auto is_git = [this](const EntryList::Entry& entry) { return entries_.name(entry) == ".git"; };
  const auto found = std::ranges::find_if(entries_.entries(), is_git);
  if (found == entries_.entries().end()) return false;
  bool left_out = shared_.request.nested == NestedRepositories::leave_out;
  if (!left_out && found->kind == FileKind::file && directory.read(".git", kIgnoreFileLimit, bytes_)) {
    left_out = bytes_.bytes().find("/worktrees/") != std::string_view::npos;
  }
  if (left_out) ++statistics.nested_repositories;
  return left_out;
}

void DiscoveryWorker::split_files(const DiscoveryJob& job, std::shared_ptr<const Directory> directory) {
  for (std::size_t begin = 0; begin < files_.size(); begin += kFilesPerBatch) {
    auto batch = std::make_shared<FileBatch>();
    batch->directory = directory;
    const std::size_t end = std::min(begin + kFilesPerBatch, files_.size());
    for (std::size_t at = begin; at < end; ++at) batch->names.emplace_back(entries_.name(files_[at]));
    queue_.push(number_, {job.path, job.real, job.depth, job.verdict, job.ignored, std::move(batch)});
  }
}

bool DiscoveryWorker::take_candidate(const std::string& path) {
  ++statistics.files_seen;
  if (!reader_.may_be_document(path)) return false;
  const std::uint64_t before = shared_.candidates.fetch_add(1, std::memory_order_relaxed);
  if (before < shared_.request.limits.max_files) return true;
  shared_.cap_met.store(!shared_.in_order, std::memory_order_relaxed);
  ++statistics.left_out;
  ++files_above_cap;
  return false;
}

void DiscoveryWorker::read_file(const Directory& directory, const char* name, const std::string& path) {
  if (!take_candidate(path)) return;
  const std::uint64_t limit = shared_.request.limits.max_file_size;
  const auto read = directory.read(name, limit, bytes_);
  if (!read) {
    if (read.error().trouble == FileTrouble::too_large) ++statistics.left_out;
    problems.push_back(make_read_problem(read.error(), path, limit));
    return;
  }
  ++statistics.files_read;
  statistics.bytes_read += bytes_.bytes().size();
  understand(path);
}

void DiscoveryWorker::read_linked_file(const std::string& path, const std::string& real) {
  if (meet(real)) read_file(*shared_.root, real.c_str(), path);
}

void DiscoveryWorker::understand(const std::string& path) {
  switch (classify_content(bytes_.bytes())) {
    case ContentKind::text:
      break;
    case ContentKind::binary:
      problems.push_back(make_scan_problem(ReadingFact::binary, path,
                                           "It is Markdown by its name but binary by its content; it was left alone."));
      return;
    case ContentKind::git_crypt:
      problems.push_back(make_scan_problem(ReadingFact::binary, path,
                                           "It is encrypted by git-crypt; unlock the repository to have it read."));
      return;
  }
  summary_ = DocumentSummary{};
  if (reader_.read_summary(path, bytes_.bytes(), summary_) == Interest::none) return;
  summary_.path = path;
  documents.push_back(std::move(summary_));
}

void DiscoveryWorker::report_progress() {
  if (number_ != 0 || !shared_.request.on_progress) return;
  const std::int64_t now = shared_.request.files.now_ns();
  if (now - reported_ns_ < kReportEvery_ns) return;
  reported_ns_ = now;
  shared_.request.on_progress(static_cast<std::uint32_t>(shared_.candidates.load(std::memory_order_relaxed)));
}

}  // namespace milepost
