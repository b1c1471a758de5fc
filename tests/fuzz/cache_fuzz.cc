// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// Cache files of any bytes below a hash that is right: no crash, nothing read beyond the end, and a summary that was
// taken is written and taken again as the same.
#include <xxhash.h>

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

#include "workspace/known_tree.h"
#include "workspace/summary_codec.h"

namespace {

void require(bool holds, const char* what) {
  if (holds) return;
  std::fprintf(stderr, "%s\n", what);
  std::abort();
}

void check_summary(std::string_view bytes) {
  milepost::DocumentSummary first;
  if (!decode_summary(bytes, first)) return;
  std::string written;
  encode_summary(first, written);
  milepost::DocumentSummary second;
  require(decode_summary(written, second), "a summary of ours is not taken");
  std::string again;
  encode_summary(second, again);
  require(again == written, "a summary is not the same when it is taken again");
}

// Without the hash nothing but the first check would be reached.
milepost::ReadBuffer to_file(std::string_view rest) {
  const auto hash = std::bit_cast<std::array<char, 8>>(std::uint64_t{XXH3_64bits(rest.data(), rest.size())});
  std::string file = "milepost scan 1\n";
  file.append(hash.data(), hash.size()).append(rest);
  milepost::ReadBuffer buffer;
  std::ranges::copy(file, buffer.reserve(file.size()));
  buffer.set_size(file.size());
  return buffer;
}

void check_folder(const milepost::KnownTree& tree, const milepost::KnownFolder& folder) {
  for (const milepost::KnownFile& file : folder.files) {
    check_summary(file.summary);
    static_cast<void>(folder.find_file(file.name));
  }
  for (const milepost::KnownEntry& entry : folder.folders) {
    milepost::KnownFolder below;
    if (const auto child = folder.find_child(entry.name)) static_cast<void>(tree.load_folder(*child, below));
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  check_summary(bytes);
  const auto tree = milepost::KnownTree::parse(to_file(bytes), "k");
  if (!tree) return 0;
  milepost::KnownFolder folder;
  constexpr std::uint32_t kMostFolders = 100;
  for (std::uint32_t i = 0; i < std::min(tree->folder_count(), kMostFolders); ++i)
    if (tree->load_folder(i, folder)) check_folder(*tree, folder);
  return 0;
}
