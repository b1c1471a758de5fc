// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// The file: magic, hash of all that follows, key, time of the scan, number of folders; then a table with, for each
// folder, where its record begins and which folder is its first child; then the records. Folders are sorted by depth
// and path, so that the children of one folder follow each other.
#include "workspace/known_tree.h"

#include <xxhash.h>

#include <algorithm>

#include "workspace/byte_archive.h"

namespace milepost {

namespace {

constexpr std::string_view kMagic = "milepost scan 1\n";
constexpr std::size_t kTableRow = 16;  // begin 8, size 4, first child 4
constexpr std::size_t kHashSize = 8;
constexpr std::int64_t kSettleTime_ns = 2'000'000'000;  // FAT counts in steps of two seconds

std::uint64_t load_number(std::string_view bytes, std::size_t at, std::size_t size) {
  std::uint64_t number = 0;
  std::memcpy(&number, bytes.data() + at, size);
  return number;
}

template <typename T>
void append_raw(std::string& into, T number) {
  into.append(std::bit_cast<std::array<char, sizeof(T)>>(number).data(), sizeof(T));
}

void put_stamp(ByteWriter& write, const Stamp& stamp) {
  write.put_number(stamp.size);
  write.put_fixed(static_cast<std::uint64_t>(stamp.modified_ns));
  write.put_fixed(static_cast<std::uint64_t>(stamp.changed_ns));
  write.put_fixed(stamp.inode);
}

Stamp take_stamp(ByteReader& read) {
  Stamp stamp;
  stamp.size = read.take_number();
  stamp.modified_ns = static_cast<std::int64_t>(read.take_fixed());
  stamp.changed_ns = static_cast<std::int64_t>(read.take_fixed());
  stamp.inode = read.take_fixed();
  return stamp;
}

void put_entries(ByteWriter& write, const std::vector<KnownEntry>& entries) {
  write.put_number(entries.size());
  for (const KnownEntry& entry : entries) {
    write.put_name(entry.name);
    write.put_byte(static_cast<std::uint8_t>(entry.verdict));
  }
}

template <typename E>
E take_enum(ByteReader& read, E last) {
  const std::uint8_t byte = read.take_byte();
  return byte <= static_cast<std::uint8_t>(last) ? static_cast<E>(byte) : static_cast<E>(read.fail());
}

void take_entries(ByteReader& read, std::vector<KnownEntry>& entries) {
  entries.clear();
  const std::size_t count = read.take_count();
  for (std::size_t at = 0; at < count && !read.failed(); ++at) {
    const std::string_view name = read.take_name();
    entries.push_back({name, take_enum(read, PathVerdict::read)});
  }
}

void take_files(ByteReader& read, std::vector<KnownFile>& files) {
  files.clear();
  const std::size_t count = read.take_count();
  for (std::size_t at = 0; at < count && !read.failed(); ++at) {
    KnownFile& file = files.emplace_back();
    file.name = read.take_name();
    file.stamp = take_stamp(read);
    file.outcome = take_enum(read, FileOutcome::document);
    file.summary = read.take_text();
  }
}

// A record with what its place in the file depends on.
struct PlacedRecord {
  std::string_view bytes;
  std::string_view path;
  std::size_t depth = 0;
  std::uint32_t folders = 0;
};

PlacedRecord to_placed(std::string_view bytes) {
  ByteReader read(bytes);
  PlacedRecord placed;
  placed.bytes = bytes;
  placed.path = read.take_name();
  placed.folders = static_cast<std::uint32_t>(read.take_number());
  placed.depth = placed.path.empty() ? 0 : 1 + static_cast<std::size_t>(std::ranges::count(placed.path, '/'));
  return placed;
}

// By depth, then part by part: '/' comes before every other byte.
bool is_before(const PlacedRecord& a, const PlacedRecord& b) {
  if (a.depth != b.depth) return a.depth < b.depth;
  const auto weigh = [](char c) { return c == '/' ? 0 : static_cast<unsigned char>(c) + 1; };
  return std::ranges::lexicographical_compare(a.path, b.path, {}, weigh, weigh);
}

}  // namespace

Stamp Stamp::of(const FileStat& stat) { return {stat.size, stat.modified_ns, stat.changed_ns, stat.inode}; }

bool is_settled(const Stamp& stamp, std::int64_t read_ns) {
  return std::max(stamp.modified_ns, stamp.changed_ns) < read_ns - kSettleTime_ns;
}

std::optional<std::uint32_t> KnownFolder::find_child(std::string_view name) const {
  const auto found = std::ranges::lower_bound(folders, name, {}, &KnownEntry::name);
  if (found == folders.end() || found->name != name) return std::nullopt;
  return first_child + static_cast<std::uint32_t>(found - folders.begin());
}

const KnownFile* KnownFolder::find_file(std::string_view name) const {
  const auto found = std::ranges::lower_bound(files, name, {}, &KnownFile::name);
  return found == files.end() || found->name != name ? nullptr : &*found;
}

std::optional<KnownTree> KnownTree::parse(ReadBuffer bytes, std::string_view key) {
  KnownTree tree;
  tree.bytes_ = std::move(bytes);
  std::string_view all = tree.bytes_.bytes();
  if (!all.starts_with(kMagic) || all.size() < kMagic.size() + kHashSize) return std::nullopt;
  const std::uint64_t hash = load_number(all, kMagic.size(), kHashSize);
  all.remove_prefix(kMagic.size() + kHashSize);
  if (XXH3_64bits(all.data(), all.size()) != hash) return std::nullopt;
  ByteReader read(all);
  if (read.take_text() != key) return std::nullopt;
  tree.read_ns_ = static_cast<std::int64_t>(read.take_fixed());
  tree.count_ = static_cast<std::uint32_t>(read.take_number());
  tree.table_ = read.take_bytes(std::uint64_t{tree.count_} * kTableRow);
  tree.records_ = read.take_text();
  if (read.failed() || !read.at_end() || tree.count_ == 0) return std::nullopt;
  return tree;
}

std::string_view KnownTree::record(std::uint32_t index) const {
  if (index >= count_) return {};
  const std::size_t row = std::size_t{index} * kTableRow;
  const std::uint64_t begin = load_number(table_, row, 8);
  const std::uint64_t size = load_number(table_, row + 8, 4);
  if (begin > records_.size() || size > records_.size() - begin) return {};
  return records_.substr(begin, size);
}

bool KnownTree::load_folder(std::uint32_t index, KnownFolder& into) const {
  ByteReader read(record(index));
  into.path = read.take_name();
  const std::uint64_t folders = read.take_number();
  into.state = take_enum(read, FolderState::nested_repository);
  into.stamp = take_stamp(read);
  into.ignore_list.reset();
  if (read.take_byte() != 0) into.ignore_list = take_stamp(read);
  into.uninteresting = static_cast<std::uint32_t>(read.take_number());
  take_entries(read, into.folders);
  take_entries(read, into.links);
  take_files(read, into.files);
  if (read.failed() || !read.at_end() || folders != into.folders.size()) return false;
  into.first_child = static_cast<std::uint32_t>(load_number(table_, std::size_t{index} * kTableRow + 12, 4));
  return true;
}

std::string encode_folder(const KnownFolder& folder) {
  std::string record;
  ByteWriter write(record);
  write.put_name(folder.path);
  write.put_number(folder.folders.size());
  write.put_byte(static_cast<std::uint8_t>(folder.state));
  put_stamp(write, folder.stamp);
  write.put_byte(folder.ignore_list ? 1 : 0);
  if (folder.ignore_list) put_stamp(write, *folder.ignore_list);
  write.put_number(folder.uninteresting);
  put_entries(write, folder.folders);
  put_entries(write, folder.links);
  write.put_number(folder.files.size());
  for (const KnownFile& file : folder.files) {
    write.put_name(file.name);
    put_stamp(write, file.stamp);
    write.put_byte(static_cast<std::uint8_t>(file.outcome));
    write.put_text(file.summary);
  }
  return record;
}

std::optional<EncodedTree> encode_tree(const std::vector<FolderRecord>& records, std::string_view key,
                                       std::int64_t read_ns) {
  std::vector<PlacedRecord> placed;
  placed.reserve(records.size());
  for (const FolderRecord& record : records) placed.push_back(to_placed(record.bytes()));
  std::ranges::sort(placed, is_before);

  std::string table;
  std::uint64_t begin = 0;
  std::uint32_t next_child = 1;
  EncodedTree tree;
  tree.pieces.reserve(placed.size());
  for (const PlacedRecord& record : placed) {
    append_raw(table, begin);
    append_raw(table, static_cast<std::uint32_t>(record.bytes.size()));
    append_raw(table, next_child);
    begin += record.bytes.size();
    next_child += record.folders;
    tree.pieces.push_back(record.bytes);
  }
  if (next_child != placed.size()) return std::nullopt;

  std::string hashed;
  ByteWriter write(hashed);
  write.put_text(key);
  write.put_fixed(static_cast<std::uint64_t>(read_ns));
  write.put_number(placed.size());
  hashed += table;
  write.put_number(begin);

  XXH3_state_t state;
  XXH3_64bits_reset(&state);
  XXH3_64bits_update(&state, hashed.data(), hashed.size());
  for (const std::string_view piece : tree.pieces) XXH3_64bits_update(&state, piece.data(), piece.size());
  tree.head = kMagic;
  append_raw(tree.head, static_cast<std::uint64_t>(XXH3_64bits_digest(&state)));
  tree.head += hashed;
  return tree;
}

}  // namespace milepost
