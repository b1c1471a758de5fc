// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// KnownTree: what an earlier scan knew, as it lies in the cache file. Loading checks a hash and a key and takes nothing
// apart; each worker reads the record of a folder when it comes there. What is known of a file or folder counts only
// while its stamp is the same and was settled: a thing that changed shortly before it was read could change again
// without a new stamp.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "workspace/file_system.h"
#include "workspace/path_filter.h"

namespace milepost {

// What must be the same for a file or folder to count as unchanged.
struct Stamp {
  std::uint64_t size = 0;
  std::int64_t modified_ns = 0;
  std::int64_t changed_ns = 0;
  std::uint64_t inode = 0;

  [[nodiscard]] static Stamp of(const FileStat& stat);
  friend bool operator==(const Stamp&, const Stamp&) = default;
};

// Whether nothing can have changed after `read_ns` without changing the stamp.
[[nodiscard]] bool is_settled(const Stamp& stamp, std::int64_t read_ns);

enum class FileOutcome : std::uint8_t {
  nothing,   // no milestone document
  document,  // `summary` holds one
};

struct KnownFile {
  std::string_view name;
  Stamp stamp;
  FileOutcome outcome = FileOutcome::nothing;
  std::string_view summary;  // encoded
};

struct KnownEntry {
  std::string_view name;
  PathVerdict verdict = PathVerdict::read;
};

enum class FolderState : std::uint8_t {
  failed,  // could not be listed, or must not be remembered: never counts as unchanged
  listed,
  nested_repository,
};

// Views point into the KnownTree. Refilled, not reallocated.
struct KnownFolder {
  std::string_view path;
  FolderState state = FolderState::failed;
  Stamp stamp;
  std::optional<Stamp> ignore_list;  // of its .gitignore
  std::uint32_t uninteresting = 0;   // Markdown files by name that can not be documents
  std::vector<KnownEntry> folders;   // by name
  std::vector<KnownEntry> links;
  std::vector<KnownFile> files;   // by name
  std::uint32_t first_child = 0;  // index of folders[0]; the others follow

  [[nodiscard]] std::optional<std::uint32_t> find_child(std::string_view name) const;
  [[nodiscard]] const KnownFile* find_file(std::string_view name) const;
};

class KnownTree {
 public:
  // Nothing when the bytes are no whole cache file of this format with this key.
  [[nodiscard]] static std::optional<KnownTree> parse(ReadBuffer bytes, std::string_view key);

  // Index 0 is the root. False when the record is broken or does not exist.
  [[nodiscard]] bool load_folder(std::uint32_t index, KnownFolder& into) const;
  // The record of a folder as it lies in the file, to be written again unchanged.
  [[nodiscard]] std::string_view record(std::uint32_t index) const;
  [[nodiscard]] std::int64_t read_ns() const { return read_ns_; }
  [[nodiscard]] std::uint32_t folder_count() const { return count_; }

 private:
  ReadBuffer bytes_;
  std::string_view table_;
  std::string_view records_;
  std::uint32_t count_ = 0;
  std::int64_t read_ns_ = 0;
};

// The record of one folder, made by this scan or taken over from the KnownTree.
struct FolderRecord {
  std::string own;         // "" when taken over
  std::string_view known;  // points into the KnownTree

  [[nodiscard]] std::string_view bytes() const { return own.empty() ? known : std::string_view(own); }
};

// `folder` as a record; first_child is not part of it.
[[nodiscard]] std::string encode_folder(const KnownFolder& folder);

// A whole cache file: the head, then the pieces, which point into `records`. Nothing when the records do not form one
// whole tree, which only a failed scan makes.
struct EncodedTree {
  std::string head;
  std::vector<std::string_view> pieces;
};
[[nodiscard]] std::optional<EncodedTree> encode_tree(const std::vector<FolderRecord>& records, std::string_view key,
                                                     std::int64_t read_ns);

}  // namespace milepost
