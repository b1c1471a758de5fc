// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "workspace/path_history.h"

#include <xxhash.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <iterator>
#include <optional>
#include <string_view>
#include <thread>
#include <utility>

#include "workspace/byte_archive.h"
#include "workspace/path_filter.h"
#include "workspace/skipped_folders.h"

namespace milepost {
namespace {

constexpr std::string_view kMagic = "milepost paths 1\n";
constexpr std::uint64_t kLargestHistory = std::uint64_t{1} << 30U;
constexpr std::size_t kDeepestFolder = 64;
constexpr std::size_t kMostPaths = 1'000'000;

void sort_once(std::vector<std::string>& texts) {
  std::ranges::sort(texts);
  const auto repeated = std::ranges::unique(texts);
  texts.erase(repeated.begin(), repeated.end());
}

std::string encode(const PathHistory& history) {
  std::string bytes(kMagic);
  ByteWriter writer(bytes);
  for (const auto* texts : {&history.tips, &history.paths}) {
    writer.put_number(texts->size());
    for (const std::string& text : *texts) writer.put_text(text);
  }
  writer.put_fixed(XXH3_64bits(bytes.data(), bytes.size()));
  return bytes;
}

std::optional<PathHistory> decode(std::string_view bytes) {
  constexpr std::size_t kHashSize = 8;
  if (!bytes.starts_with(kMagic) || bytes.size() < kMagic.size() + kHashSize) return std::nullopt;
  const std::string_view hashed = bytes.substr(0, bytes.size() - kHashSize);
  if (ByteReader(bytes.substr(hashed.size())).take_fixed() != XXH3_64bits(hashed.data(), hashed.size()))
    return std::nullopt;
  ByteReader reader(hashed.substr(kMagic.size()));
  PathHistory history;
  for (auto* texts : {&history.tips, &history.paths}) {
    const std::size_t count = reader.take_count();
    texts->reserve(count);
    for (std::size_t i = 0; i < count; ++i) texts->emplace_back(reader.take_text());
  }
  if (reader.failed() || !reader.at_end()) return std::nullopt;
  return history;
}

std::vector<std::string> difference(const std::vector<std::string>& of, const std::vector<std::string>& without) {
  std::vector<std::string> rest;
  std::ranges::set_difference(of, without, std::back_inserter(rest));
  return rest;
}

// Folders are opened from their parent, which costs less than by their whole path.
struct NameWalk {
  SkippedFolders skipped;
  std::vector<std::string> found;

  void enter(const Directory& directory, const std::string& path, std::size_t depth) {
    EntryList entries;
    if (!directory.list(entries)) return;
    for (const auto& entry : entries.entries()) {
      const std::string_view name = entries.name(entry);
      const bool is_folder = entry.kind == FileKind::directory;
      if (!is_folder && !PathFilter::is_markdown_name(name)) continue;
      std::string child = path.empty() ? std::string(name) : path + "/" + std::string(name);
      if (!is_folder) {
        if (found.size() < kMostPaths) found.push_back(std::move(child));
        continue;
      }
      if (depth >= kDeepestFolder || skipped.has(child)) continue;
      if (const auto below = directory.open(entries.c_name(entry))) enter(**below, child, depth + 1);
    }
  }
};

}  // namespace

Result<PathHistory> load_path_history(const FileSystem& files, const Git& git, const GitLayout& layout) {
  const auto refs = git.refs(layout.top);
  if (!refs) return std::unexpected(refs.error());
  std::vector<std::string> tips;
  for (const GitRef& ref : *refs) tips.push_back(ref.object);
  for (const GitWorkTree& tree : list_work_trees(files, layout.common))
    if (!tree.detached_head.empty()) tips.push_back(tree.detached_head);
  sort_once(tips);

  const std::string kept_path = layout.common + "/milepost/paths";
  ReadBuffer kept_bytes;
  PathHistory history;
  if (files.read(kept_path, kLargestHistory, kept_bytes)) history = decode(kept_bytes.bytes()).value_or(PathHistory{});
  if (history.tips == tips) return history;

  auto added = git.added_paths(layout.top, {difference(tips, history.tips), history.tips});
  if (!added) return std::unexpected(std::move(added).error());
  std::erase_if(*added, [](const std::string& path) { return !PathFilter::is_markdown_name(path); });
  history.paths.insert(history.paths.end(), std::move_iterator(added->begin()), std::move_iterator(added->end()));
  sort_once(history.paths);
  history.tips = std::move(tips);
  const std::string bytes = encode(history);
  // Not being able to keep it only costs time.
  static_cast<void>(files.store_private(kept_path, std::array<std::string_view, 1>{bytes}));
  return history;
}

std::vector<std::string> list_markdown_paths(const FileSystem& files, const std::string& top,
                                             const std::string& folder) {
  NameWalk walk;
  if (const auto directory = files.open_directory(folder.empty() ? top : top + "/" + folder))
    walk.enter(**directory, folder, 0);
  std::ranges::sort(walk.found);
  return std::move(walk.found);
}

std::vector<std::vector<std::string>> list_markdown_paths_of_all(const FileSystem& files,
                                                                 const std::vector<std::string>& tops,
                                                                 const std::string& folder) {
  std::vector<std::vector<std::string>> all(tops.size());
  std::atomic<std::size_t> next = 0;
  const auto work = [&] {
    for (std::size_t i = next++; i < tops.size(); i = next++) all[i] = list_markdown_paths(files, tops[i], folder);
  };
  const std::size_t wanted = std::min<std::size_t>(std::thread::hardware_concurrency(), tops.size());
  std::vector<std::jthread> others;
  for (std::size_t i = 1; i < wanted; ++i) others.emplace_back(work);
  work();
  others.clear();  // waits for them
  return all;
}

}  // namespace milepost
