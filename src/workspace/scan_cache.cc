// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "workspace/scan_cache.h"

#include <xxhash.h>

#include <array>

namespace milepost {

namespace {

constexpr std::uint64_t kLargestCache = std::uint64_t{4} << 30U;

std::string to_hex(std::uint64_t number) {
  std::string text(16, '0');
  for (auto digit = text.rbegin(); digit != text.rend(); ++digit, number >>= 4U) {
    *digit = "0123456789abcdef"[number & 0xFU];
  }
  return text;
}

}  // namespace

ScanCache::ScanCache(const FileSystem& files, const std::string& directory, const std::string& root, std::string key)
    : files_(files), key_(std::move(key)) {
  if (directory.empty()) return;
  path_ = directory + "/scan/" + to_hex(XXH3_64bits(root.data(), root.size())) + ".tree";
}

std::optional<KnownTree> ScanCache::load() const {
  if (!is_on()) return std::nullopt;
  ReadBuffer bytes;
  if (!files_.read(path_, kLargestCache, bytes)) return std::nullopt;
  return KnownTree::parse(std::move(bytes), key_);
}

void ScanCache::store(const std::vector<FolderRecord>& records, std::int64_t read_ns) const {
  if (!is_on()) return;
  const auto tree = encode_tree(records, key_, read_ns);
  if (!tree) return;
  std::vector<std::string_view> pieces{tree->head};
  pieces.insert(pieces.end(), tree->pieces.begin(), tree->pieces.end());
  static_cast<void>(files_.store_private(path_, pieces));
}

}  // namespace milepost
