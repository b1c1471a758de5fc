// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// ScanStatistics: what a scan met, in numbers. Each worker counts for itself; the sums do not depend on how the
// work was spread.
#pragma once

#include <cstdint>

namespace milepost {

struct ScanStatistics {
  std::uint32_t directories = 0;
  std::uint32_t files_seen = 0;  // Markdown files by name
  std::uint32_t files_read = 0;
  std::uint32_t files_from_cache = 0;
  std::uint64_t bytes_read = 0;
  std::uint32_t left_out = 0;             // by a cap; findings say which
  std::uint32_t nested_repositories = 0;  // left out, because they are workspaces of their own

  ScanStatistics& operator+=(const ScanStatistics& other) {
    directories += other.directories;
    files_seen += other.files_seen;
    files_read += other.files_read;
    files_from_cache += other.files_from_cache;
    bytes_read += other.bytes_read;
    left_out += other.left_out;
    nested_repositories += other.nested_repositories;
    return *this;
  }
};

}  // namespace milepost
