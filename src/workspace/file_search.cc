// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "workspace/file_search.h"

#include <algorithm>
#include <atomic>
#include <cstring>
#include <thread>

namespace milepost {
namespace {

constexpr std::size_t kFilesAtOnce = 64;

bool holds(std::string_view bytes, std::string_view word) {
  return memmem(bytes.data(), bytes.size(), word.data(), word.size()) != nullptr;
}

// One thread's share: stretches of paths, taken until there are none.
void search_share(const FileSystem& files, const FileSearch& search, std::atomic<std::size_t>& next,
                  std::vector<char>& found) {
  ReadBuffer buffer;
  const auto directory = files.open_directory(search.root);
  if (!directory) return;
  for (std::size_t begin = next.fetch_add(kFilesAtOnce); begin < search.paths.size();
       begin = next.fetch_add(kFilesAtOnce)) {
    const std::size_t end = std::min(begin + kFilesAtOnce, search.paths.size());
    for (std::size_t i = begin; i < end; ++i) {
      if (!(*directory)->read(search.paths[i].c_str(), search.file_limit, buffer)) continue;
      found[i] = std::ranges::any_of(search.words, [&](const std::string& word) { return holds(buffer.bytes(), word); })
                     ? 1
                     : 0;
    }
  }
}

}  // namespace

std::vector<std::string> find_files_with(const FileSystem& files, const FileSearch& search) {
  std::vector<char> found(search.paths.size(), 0);  // not bool: threads write neighbours
  std::atomic<std::size_t> next = 0;
  {
    std::vector<std::jthread> threads;
    for (unsigned i = 1; i < search.threads; ++i)
      threads.emplace_back([&] { search_share(files, search, next, found); });
    search_share(files, search, next, found);
  }
  std::vector<std::string> paths;
  for (std::size_t i = 0; i < found.size(); ++i)
    if (found[i] != 0) paths.push_back(search.paths[i]);
  return paths;
}

}  // namespace milepost
