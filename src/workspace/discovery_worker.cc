// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "workspace/discovery_worker.h"

#include <xxhash.h>

#include <algorithm>
#include <ranges>

#include "workspace/scan_problem.h"

namespace milepost {

namespace {

constexpr std::size_t kFilesPerPart = 128;
constexpr std::int64_t kReportEvery_ns = 100'000'000;
constexpr std::uint64_t kListLimit = std::uint64_t{4} << 20U;
constexpr std::string_view kIgnoreName = ".gitignore";

const char* to_open(const std::string& path) { return path.empty() ? "." : path.c_str(); }

void set_path(std::string& path, std::string_view folder, std::string_view name) {
  path.assign(folder);
  if (!folder.empty()) path.push_back('/');
  path.append(name);
}

bool has_file(const EntryList& entries, std::string_view name) {
  return std::ranges::any_of(entries.entries(), [&](const EntryList::Entry& entry) {
    return entry.kind == FileKind::file && entries.name(entry) == name;
  });
}

const std::string& real_path(const auto& place) { return place.real.empty() ? place.path : place.real; }

std::size_t prefix_size(std::string_view folder) { return folder.empty() ? 0 : folder.size() + 1; }

}  // namespace

std::uint64_t hash_path(std::string_view path) { return XXH3_64bits(path.data(), path.size()); }

std::string join_path(std::string_view folder, std::string_view name) {
  std::string path;
  path.reserve(folder.size() + name.size() + 1);
  set_path(path, folder, name);
  return path;
}

DiscoveryWorker::DiscoveryWorker(DiscoveryShared& shared, WorkQueue<DiscoveryJob>& queue, std::size_t number)
    : intake(shared), shared_(shared), queue_(queue), number_(number) {}

void DiscoveryWorker::run() {
  while (auto job = queue_.take(number_)) {
    if (shared_.cap_met.load(std::memory_order_relaxed)) {
      // The walk starts anew in order; only the queue has to run dry.
    } else if (job->task) {
      do_files(*job->task, job->begin, job->end);
    } else {
      do_folder(*job);
    }
    queue_.finish();
    report_progress();
  }
}

void DiscoveryWorker::report_progress() {
  if (number_ != 0 || !shared_.request.on_progress) return;
  const std::int64_t now = shared_.request.files.now_ns();
  if (now - reported_ns_ < kReportEvery_ns) return;
  reported_ns_ = now;
  shared_.request.on_progress(static_cast<std::uint32_t>(shared_.candidates.load(std::memory_order_relaxed)));
}

bool DiscoveryWorker::meet(std::string_view real) {
  if (met_) return met_->insert(hash_path(real)).second;
  visited.push_back(hash_path(real));
  return true;
}

// Folders

void DiscoveryWorker::do_folder(DiscoveryJob& job) {
  const DiscoveryLimits& limits = shared_.request.limits;
  if (job.depth > limits.max_depth) {
    ++intake.statistics.left_out;
    return give_up(job, make_scan_problem(ReadingFact::limit_reached, job.path,
                                          "The folder lies deeper than " + std::to_string(limits.max_depth) +
                                              " levels and was left out; raise scan.max_depth to read it."));
  }
  if (!meet(real_path(job))) return;
  const std::shared_ptr<FolderTask> task = take_task();
  task->path = job.path;
  task->real = job.real;
  if (!is_unchanged(job, *task) && !list(job, *task)) return;
  if (task->now.state == FolderState::nested_repository) {
    ++intake.statistics.nested_repositories;
    return remember(*task);
  }
  ++intake.statistics.directories;
  intake.statistics.files_seen += task->now.uninteresting;
  push_folders(job, *task);
  task->summaries.resize(task->now.files.size());
  if (task->now.files.size() > 2 * kFilesPerPart && !shared_.in_order) return share_files(job, task);
  task->parts_left = 1;
  do_files(*task, 0, task->now.files.size());
}

std::shared_ptr<FolderTask> DiscoveryWorker::take_task() {
  if (!spare_ || spare_.use_count() > 1) return spare_ = std::make_shared<FolderTask>();
  FolderTask& task = *spare_;
  task.directory.reset();
  task.unchanged.reset();
  task.before.reset();
  task.now.state = FolderState::failed;
  task.now.ignore_list.reset();
  task.now.uninteresting = 0;
  task.now.folders.clear();
  task.now.links.clear();
  task.now.files.clear();
  task.summaries.clear();
  task.differs = false;
  return spare_;
}

bool DiscoveryWorker::is_unchanged(DiscoveryJob& job, FolderTask& task) {
  const KnownTree* tree = shared_.request.known;
  if (tree == nullptr || !job.known) return false;
  if (!tree->load_folder(*job.known, task.now) || task.now.path != job.path) {
    task.now = {};
    return false;
  }
  const auto has_same_list = [&] {
    return !task.now.ignore_list || has_stamp(join_path(job.path, kIgnoreName), FileKind::file, *task.now.ignore_list);
  };
  if (job.trusted && task.now.state != FolderState::failed &&
      has_stamp(job.path, FileKind::directory, task.now.stamp) && has_same_list()) {
    task.unchanged = job.known;
    extend_ignored_later(job, task);
    return true;
  }
  task.before = std::exchange(task.now, {});
  return false;
}

bool DiscoveryWorker::list(DiscoveryJob& job, FolderTask& task) {
  auto opened = shared_.root->open(to_open(real_path(job)));
  // Its stamp is for the next scan; where nothing is remembered, nobody asks for it.
  auto stat = opened && shared_.request.remembers ? (*opened)->stat("", Links::keep) : FileResult<FileStat>{};
  const auto listed = opened ? (*opened)->list(task.entries) : FileResult<void>{};
  if (!opened || !listed || !stat) {
    FileFailure failure = !opened ? opened.error() : !listed ? listed.error() : stat.error();
    give_up(job, make_read_problem(failure, job.path, shared_.request.limits.max_file_size));
    return false;
  }
  task.directory = *std::move(opened);
  task.now.path = task.path;
  if (shared_.request.remembers) task.now.stamp = Stamp::of(*stat);
  task.now.state = FolderState::listed;
  note_news(task.before ? &task.before->stamp : nullptr, task.now.stamp);
  if (is_left_out_repository(job, task)) return true;
  if (shared_.in_order || shared_.request.remembers) task.entries.sort_by_name();
  extend_ignored(job, task);
  sort_entries(job, task);
  return true;
}

// Puts the entries that the filter lets through into task.now.
void DiscoveryWorker::sort_entries(DiscoveryJob& job, FolderTask& task) {
  for (const EntryList::Entry& entry : task.entries.entries()) {
    const std::string_view name = task.entries.name(entry);
    const bool is_folder = entry.kind == FileKind::directory;
    const bool is_markdown_file = entry.kind == FileKind::file && PathFilter::is_markdown_name(name);
    if (!is_folder && !is_markdown_file && entry.kind != FileKind::link) continue;
    set_path(path_, job.path, name);
    const PathVerdict verdict = shared_.request.filter.judge(path_, is_folder ? PathKind::directory : PathKind::file,
                                                             job.verdict, job.ignored.get());
    if (verdict == PathVerdict::leave_out) continue;
    if (is_folder) {
      task.now.folders.push_back({name, verdict});
    } else if (entry.kind == FileKind::link) {
      task.now.links.push_back({name, verdict});
    } else if (DocumentReader::may_be_document(path_)) {
      task.now.files.emplace_back().name = name;
    } else {
      ++task.now.uninteresting;
    }
  }
}

void DiscoveryWorker::push_folders(const DiscoveryJob& job, const FolderTask& task) {
  const auto make_job = [&](const KnownEntry& entry) {
    DiscoveryJob next{join_path(job.path, entry.name), {}, job.depth + 1, entry.verdict, job.ignored};
    if (!job.real.empty()) next.real = join_path(job.real, entry.name);
    next.trusted = job.trusted;
    return next;
  };
  for (std::size_t index = task.now.folders.size(); index-- > 0;) {
    DiscoveryJob next = make_job(task.now.folders[index]);
    if (task.unchanged) {
      next.known = task.now.first_child + static_cast<std::uint32_t>(index);
    } else if (task.before) {
      next.known = task.before->find_child(task.now.folders[index].name);
    }
    queue_.push(number_, std::move(next));
  }
  for (const KnownEntry& entry : task.now.links) {
    DiscoveryJob next = make_job(entry);
    std::string path = next.path;
    links.push_back({std::move(path), std::move(next)});
  }
}

// A folder with a .git of its own is another repository, or a second work tree of one.
bool DiscoveryWorker::is_left_out_repository(const DiscoveryJob& job, FolderTask& task) {
  if (job.path.empty()) return false;
  const auto is_git = [&](const EntryList::Entry& entry) { return task.entries.name(entry) == ".git"; };
  const auto found = std::ranges::find_if(task.entries.entries(), is_git);
  if (found == task.entries.entries().end()) return false;
  bool left_out = shared_.request.nested == NestedRepositories::leave_out;
  if (!left_out) {
    task.now.stamp = {};  // what the file says can change without the folder: never taken as unchanged
    const bool is_read = found->kind == FileKind::file && task.directory->read(".git", kListLimit, list_bytes_);
    left_out = is_read && list_bytes_.bytes().find("/worktrees/") != std::string_view::npos;
  }
  if (left_out) task.now.state = FolderState::nested_repository;
  return left_out;
}

void DiscoveryWorker::give_up(const DiscoveryJob& job, Finding problem) {
  intake.problems.push_back(std::move(problem));
  if (!shared_.request.remembers || !job.real.empty()) return;
  KnownFolder failed;
  failed.path = job.path;
  records.push_back({encode_folder(failed), {}});
}

// Ignore lists

void DiscoveryWorker::extend_ignored(DiscoveryJob& job, FolderTask& task) {
  if (has_file(task.entries, kIgnoreName)) {
    if (const auto stat = task.directory->read(kIgnoreName.data(), kListLimit, list_bytes_)) {
      task.now.ignore_list = Stamp::of(*stat);
      IgnoreRules rules = IgnoreRules::parse(list_bytes_.bytes());
      job.ignored = std::make_shared<const IgnoreChain>(job.ignored, prefix_size(job.path), std::move(rules));
    } else {
      task.now.stamp = {};  // once it can be read again, what is listed here is another matter
    }
  }
  if (!task.before) return;
  const bool is_same = task.before->ignore_list == task.now.ignore_list &&
                       (!task.now.ignore_list || is_settled(*task.now.ignore_list, shared_.request.known->read_ns()));
  job.trusted = job.trusted && is_same;
}

// The list is only read if something below has changed.
void DiscoveryWorker::extend_ignored_later(DiscoveryJob& job, const FolderTask& task) {
  if (!task.now.ignore_list) return;
  auto load = [root = shared_.root, path = join_path(job.path, kIgnoreName)] {
    ReadBuffer bytes;
    return root->read(path.c_str(), kListLimit, bytes) ? IgnoreRules::parse(bytes.bytes()) : IgnoreRules{};
  };
  job.ignored = std::make_shared<const IgnoreChain>(job.ignored, prefix_size(job.path), std::move(load));
}

// Files

void DiscoveryWorker::share_files(const DiscoveryJob& job, const std::shared_ptr<FolderTask>& task) {
  const std::size_t count = task->now.files.size();
  task->parts_left = (count + kFilesPerPart - 1) / kFilesPerPart;
  for (std::size_t begin = 0; begin < count; begin += kFilesPerPart) {
    DiscoveryJob part{job.path, job.real, job.depth, job.verdict, job.ignored};
    part.task = task;
    part.begin = begin;
    part.end = std::min(begin + kFilesPerPart, count);
    queue_.push(number_, std::move(part));
  }
}

void DiscoveryWorker::do_files(FolderTask& task, std::size_t begin, std::size_t end) {
  for (std::size_t index = begin; index < end; ++index) do_file(task, index);
  if (task.parts_left.fetch_sub(1) == 1) remember(task);
}

void DiscoveryWorker::do_file(FolderTask& task, std::size_t index) {
  KnownFile& file = task.now.files[index];
  set_path(path_, task.path, file.name);
  if (!(task.real.empty() ? meet(path_) : meet(join_path(task.real, file.name)))) return;
  ++intake.statistics.files_seen;
  if (!intake.take_room()) return;
  if (shared_.request.lists_files) files.push_back(path_);
  const KnownFile* before = task.unchanged ? &file : task.before ? task.before->find_file(file.name) : nullptr;
  if (take_if_same(before, file, task)) return;
  task.differs = true;
  const std::optional<Stamp> known = before != nullptr ? std::optional(before->stamp) : std::nullopt;
  const bool is_read = task.directory
                           ? intake.read(*task.directory, file.name.data(), path_, file, task.summaries[index])
                           : intake.read(*shared_.root, path_.c_str(), path_, file, task.summaries[index]);
  if (!is_read) {
    file.stamp = {};
    return;
  }
  file.summary = task.summaries[index];
  note_news(known ? &*known : nullptr, file.stamp);
}

bool DiscoveryWorker::take_if_same(const KnownFile* before, KnownFile& now, const FolderTask& task) {
  if (before == nullptr || !task.real.empty() || !has_stamp(path_, FileKind::file, before->stamp)) return false;
  if (!intake.take_known(*before, path_)) return false;
  now = *before;
  return true;
}

void DiscoveryWorker::read_linked_file(const std::string& path, const std::string& real) {
  if (!meet(real)) return;
  ++intake.statistics.files_seen;
  if (!DocumentReader::may_be_document(path) || !intake.take_room()) return;
  KnownFile file;
  std::string summary;
  intake.read(*shared_.root, real.c_str(), path, file, summary);
}

// What is known

bool DiscoveryWorker::has_stamp(const std::string& path, FileKind kind, const Stamp& known) {
  if (!is_settled(known, shared_.request.known->read_ns())) return false;
  const auto stat = shared_.root->stat(path.c_str(), Links::keep);
  return stat && stat->kind == kind && Stamp::of(*stat) == known;
}

void DiscoveryWorker::note_news(const Stamp* before, const Stamp& now) {
  has_news = has_news || before == nullptr || *before != now || is_settled(now, shared_.begin_ns);
}

void DiscoveryWorker::remember(const FolderTask& task) {
  if (!shared_.request.remembers || !task.real.empty()) return;
  if (task.unchanged && !task.differs) {
    records.push_back({{}, shared_.request.known->record(*task.unchanged)});
    return;
  }
  KnownFolder folder = task.now;
  if (folder.stamp == Stamp{}) folder.state = FolderState::failed;
  records.push_back({encode_folder(folder), {}});
}

}  // namespace milepost
