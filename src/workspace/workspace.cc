// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "workspace/workspace.h"

#include <algorithm>
#include <thread>
#include <tuple>

#include "workspace/discovery.h"
#include "workspace/file_search.h"
#include "workspace/path_gate.h"
#include "workspace/root_finder.h"
#include "workspace/scan_cache.h"
#include "workspace/summary_codec.h"

namespace milepost {

namespace {

constexpr std::uint64_t kConfigLimit = std::uint64_t{1} << 20U;
constexpr std::string_view kConfigName = "milepost.toml";
constexpr const char* kDialectFolder = ".milepost/dialects";

std::unexpected<Error> io_error(const char* what, const std::string& path, const FileFailure& failure) {
  return std::unexpected(Error{ErrorKind::io, what + failure.reason + ".", Place{path, 0, 0}, {}, {}});
}

std::unexpected<Error> file_error(const std::string& path, const FileFailure& failure) {
  return io_error("The file can not be read: ", path, failure);
}

std::unexpected<Error> folder_error(const std::string& path, const FileFailure& failure) {
  return io_error("The folder can not be opened: ", path, failure);
}

bool is_absent(const FileFailure& failure) {
  return failure.trouble == FileTrouble::not_found || failure.trouble == FileTrouble::not_a_directory;
}

// A file that is not there is an empty one.
Result<void> merge_config_file(const FileSystem& files, const std::string& path, ConfigOrigin origin, Config& config) {
  if (path.empty()) return {};
  ReadBuffer bytes;
  if (const auto read = files.read(path, kConfigLimit, bytes); !read) {
    if (is_absent(read.error())) return {};
    return file_error(path, read.error());
  }
  const std::string_view shown = origin == ConfigOrigin::project ? kConfigName : std::string_view(path);
  return config.merge_file(origin, shown, bytes.bytes());
}

Result<Config> load_config(const FileSystem& files, const std::string& root, const WorkspaceOptions& options) {
  Config config;
  if (auto done = merge_config_file(files, options.user_config_path, ConfigOrigin::user, config); !done) {
    return std::unexpected(std::move(done).error());
  }
  const std::string project = (root == "/" ? std::string{} : root) + '/' + std::string(kConfigName);
  if (auto done = merge_config_file(files, project, ConfigOrigin::project, config); !done) {
    return std::unexpected(std::move(done).error());
  }
  for (const ConfigOverride& override_ : options.overrides) {
    if (auto done = config.merge_override(override_); !done) return std::unexpected(std::move(done).error());
  }
  return config;
}

// The descriptions in the workspace's own folder, if it has one, on top of the built-in ones.
Result<std::shared_ptr<const LazyDialects>> load_dialects(const FileSystem& files, const std::string& root) {
  const std::string folder_path = (root == "/" ? std::string{} : root) + '/' + kDialectFolder;
  const auto folder = files.open_directory(folder_path);
  if (!folder && is_absent(folder.error())) return std::make_shared<const LazyDialects>();
  EntryList entries;
  const auto listed = folder ? (*folder)->list(entries) : FileResult<void>(std::unexpected(folder.error()));
  if (!listed) return folder_error(kDialectFolder, listed.error());
  entries.sort_by_name();
  auto dialects = DialectSet::built_in();
  if (!dialects) return std::unexpected(std::move(dialects).error());
  ReadBuffer bytes;
  for (const EntryList::Entry& entry : entries.entries()) {
    const std::string_view name = entries.name(entry);
    if (entry.kind != FileKind::file || !name.ends_with(".toml")) continue;
    const std::string shown = std::string(kDialectFolder) + '/' + std::string(name);
    if (const auto read = (*folder)->read(entries.c_name(entry), kConfigLimit, bytes); !read) {
      return file_error(shown, read.error());
    }
    if (auto added = dialects->add(shown, bytes.bytes()); !added) return std::unexpected(std::move(added).error());
  }
  return std::make_shared<const LazyDialects>(*std::move(dialects));
}

std::uint64_t get_size(const Config& config, std::string_view name) {
  return static_cast<std::uint64_t>(config.get_integer(name));
}

unsigned count_threads(const ScanOptions& options, const Config& config) {
  if (options.threads > 0) return options.threads;
  const auto wished = static_cast<unsigned>(config.get_integer("scan.threads"));
  return wished > 0 ? wished : std::max(1U, std::thread::hardware_concurrency());
}

ScanResult to_result(Discovered found) {
  ScanResult result{Corpus::build(std::move(found.documents)), std::move(found.problems), std::move(found.files),
                    found.statistics};
  for (const DocumentSummary& document : result.corpus.documents()) {
    result.problems.insert(result.problems.end(), document.problems.begin(), document.problems.end());
  }
  std::ranges::stable_sort(result.problems, {}, [](const Finding& finding) {
    return std::tie(finding.path, finding.line, finding.column, finding.id);
  });
  return result;
}

}  // namespace

Result<Workspace> Workspace::open(const FileSystem& files, const WorkspaceOptions& options) {
  Workspace workspace;
  workspace.files_ = &files;
  auto root = find_root(files, options.start_directory);
  if (!root) return std::unexpected(std::move(root).error());
  // Asked first: in a closed folder every file below it would fail, each with a message of its own.
  if (const auto opened = files.open_directory(root->path); !opened) return folder_error(root->path, opened.error());
  workspace.root_ = std::move(root->path);
  workspace.root_kind_ = root->kind;
  workspace.start_directory_ = options.start_directory;
  workspace.cache_directory_ = options.cache_directory;
  workspace.build_id_ = options.build_id;
  auto config = load_config(files, workspace.root_, options);
  if (!config) return std::unexpected(std::move(config).error());
  workspace.config_ = *std::move(config);
  auto dialects = load_dialects(files, workspace.root_);
  if (!dialects) return std::unexpected(std::move(dialects).error());
  workspace.dialects_ = *std::move(dialects);
  return workspace;
}

Result<ScanResult> Workspace::scan(const ScanOptions& options) const {
  const PathFilter filter(SkippedFolders(config_.get_list("scan.skip")),
                          IgnoreRules::from_patterns(config_.get_list("scan.include")),
                          IgnoreRules::from_patterns(config_.get_list("scan.exclude")));
  OuterIgnored outer = load_outer_ignored(*files_, root_);
  const bool use_cache = options.use_cache && config_.get_bool("scan.cache");
  const ScanCache cache(*files_, use_cache ? cache_directory_ : std::string{}, root_, make_cache_key(outer));
  const std::optional<KnownTree> known = cache.load();

  DiscoveryRequest request{*files_, root_, *dialects_, filter, std::move(outer.chain)};
  request.limits = {get_size(config_, "scan.max_file_size"), get_size(config_, "scan.max_files"),
                    static_cast<std::uint32_t>(config_.get_integer("scan.max_depth"))};
  const bool reads_nested = root_kind_ != RootKind::git_work_tree || config_.get_bool("scan.nested_repositories");
  request.nested = reads_nested ? NestedRepositories::read : NestedRepositories::leave_out;
  request.threads = count_threads(options, config_);
  request.on_progress = options.on_progress;
  request.known = known ? &*known : nullptr;
  request.remembers = cache.is_on();
  request.lists_files = options.lists_files;
  auto found = discover(request);
  if (!found) return std::unexpected(std::move(found).error());
  if (found->has_news) cache.store(found->records, found->begin_ns);
  return to_result(*std::move(found));
}

// Everything that decides what a scan makes of the same bytes at the same paths.
std::string Workspace::make_cache_key(const OuterIgnored& outer) const {
  std::string key = build_id_ + '\n' + root_ + '\n' + std::to_string(static_cast<int>(root_kind_)) + '\n';
  key += std::to_string(kSummaryFormat) + '\n' + std::to_string(dialects_->fingerprint()) + '\n';
  for (const std::string& text : outer.texts) key += std::to_string(text.size()) + ':' + text;
  for (const ConfigEntry& entry : config_.entries()) {
    if (!entry.name.starts_with("scan.") || entry.name == "scan.threads" || entry.name == "scan.cache") continue;
    key += entry.name + '=' + to_string(entry.value) + '\n';
  }
  return key;
}

void Workspace::visit(const std::vector<std::string>& paths,
                      const std::function<Visitor(unsigned worker)>& make_visitor) const {
  const VisitRequest request{*files_, root_, paths, get_size(config_, "scan.max_file_size"),
                             count_threads(ScanOptions{}, config_)};
  visit_documents(request, make_visitor);
}

std::unique_ptr<FileIndex> Workspace::index_files() const {
  return std::make_unique<FileIndex>(*files_, root_, SkippedFolders(config_.get_list("scan.skip")));
}

Result<std::string> Workspace::to_relative(const std::string& path) const {
  return PathGate(*files_, root_, start_directory_).to_relative(path);
}

Result<std::string> Workspace::to_new_relative(const std::string& path) const {
  return PathGate(*files_, root_, start_directory_).to_new_relative(path);
}

std::string Workspace::start_folder() const { return to_relative(start_directory_).value_or(""); }

std::vector<std::string> Workspace::find_files_with(std::span<const std::string> paths,
                                                    std::span<const std::string> words) const {
  return milepost::find_files_with(
      *files_, {root_, paths, words, get_size(config_, "scan.max_file_size"), count_threads({}, config_)});
}

bool Workspace::has(const std::string& path) const { return files_->stat(root_ + '/' + path).has_value(); }

Result<SourceText> Workspace::read(const std::string& path) const {
  auto relative = to_relative(path);
  if (!relative) return std::unexpected(std::move(relative).error());
  ReadBuffer bytes;
  const std::string absolute = (root_ == "/" ? std::string{} : root_) + '/' + *relative;
  const auto read = files_->read(absolute, get_size(config_, "scan.max_file_size"), bytes);
  if (read) return SourceText(std::string(bytes.bytes()));
  const FileTrouble trouble = read.error().trouble;
  if (trouble != FileTrouble::not_found && trouble != FileTrouble::not_a_file)
    return file_error(*relative, read.error());
  const char* what = trouble == FileTrouble::not_found ? "The file was gone when it was to be read." : "It is no file.";
  return std::unexpected(Error{ErrorKind::not_found, what, Place{*relative, 0, 0}, {}, {}});
}

}  // namespace milepost
