// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// Measures the parts of a scan inside one process: `scan_bench FOLDER [ROUNDS] [CACHE_FOLDER]`. Prints the best and the
// median of each part in ms: the walk alone, the walk with reading, the whole scan, and the scan from a valid cache.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <functional>
#include <string>
#include <vector>

#include "platform/posix_file_system.h"
#include "workspace/workspace.h"

namespace {

using milepost::Directory;
using milepost::EntryList;
using milepost::FileKind;
using milepost::ReadBuffer;

void measure(const char* what, int rounds, const std::function<std::uint64_t()>& part) {
  std::vector<double> times;
  const std::clock_t cpu_begin = std::clock();
  std::uint64_t answer = 0;
  for (int round = 0; round < rounds; ++round) {
    const auto begin = std::chrono::steady_clock::now();
    answer = part();
    const std::chrono::duration<double, std::milli> spent = std::chrono::steady_clock::now() - begin;
    times.push_back(spent.count());
  }
  std::ranges::sort(times);
  const double cpu = 1000.0 * static_cast<double>(std::clock() - cpu_begin) / CLOCKS_PER_SEC / rounds;
  std::printf("%-28s best %8.2f  median %8.2f  processor %8.2f  (%llu)\n", what, times.front(), times[times.size() / 2],
              cpu, static_cast<unsigned long long>(answer));
}

// One thread, every folder; the floor under everything else.
std::uint64_t walk(const Directory& folder, bool reads) {
  EntryList entries;
  ReadBuffer bytes;
  std::uint64_t count = 0;
  if (!folder.list(entries)) return 0;
  for (const EntryList::Entry& entry : entries.entries()) {
    if (entry.kind == FileKind::file) {
      ++count;
      if (reads && !folder.read(entries.c_name(entry), 1U << 30U, bytes)) return 0;
    } else if (entry.kind == FileKind::directory) {
      if (const auto below = folder.open(entries.c_name(entry))) count += walk(**below, reads);
    }
  }
  return count;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) return 2;
  const int rounds = argc > 2 ? std::atoi(argv[2]) : 10;
  const milepost::PosixFileSystem files;
  const auto root = files.open_directory(argv[1]);
  if (!root) return 5;
  measure("walk, one thread", rounds, [&] { return walk(**root, false); });
  measure("walk and read, one thread", rounds, [&] { return walk(**root, true); });

  milepost::WorkspaceOptions options;
  options.start_directory = argv[1];
  options.cache_directory = argc > 3 ? argv[3] : "";
  const auto workspace = milepost::Workspace::open(files, options);
  if (!workspace) return 2;
  const auto scan = [&](bool use_cache, unsigned threads) {
    milepost::ScanOptions how;
    how.use_cache = use_cache;
    how.threads = threads;
    const auto result = workspace->scan(how);
    return result ? result->corpus.documents().size() : 0;
  };
  measure("scan, one thread", rounds, [&] { return scan(false, 1); });
  measure("scan, all threads", rounds, [&] { return scan(false, 0); });
  if (!options.cache_directory.empty()) {
    measure("scan from cache, one thread", rounds, [&] { return scan(true, 1); });
    measure("scan from cache, all threads", rounds, [&] { return scan(true, 0); });
  }
  return 0;
}
