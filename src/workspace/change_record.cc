// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// The file: magic, hash of all that follows, then the fields in the order of the struct.
#include "workspace/change_record.h"

#include <algorithm>

#include "core/document/revision.h"
#include "workspace/byte_archive.h"

namespace milepost {

namespace {

constexpr std::string_view kMagic = "milepost change 1\n";
constexpr std::size_t kHashSize = 8;

void put_step(ByteWriter& write, const ChangeStep& step) {
  write.put_text(step.from);
  write.put_text(step.to);
  write.put_text(step.temp);
  write.put_fixed(step.old_revision);
  write.put_fixed(step.new_revision);
  write.put_number(step.mode);
  write.put_byte(step.owner ? 1 : 0);
  if (step.owner) {
    write.put_number(step.owner->user);
    write.put_number(step.owner->group);
  }
  write.put_text(step.old_bytes);
}

std::uint32_t take_small(ByteReader& read) { return static_cast<std::uint32_t>(read.take_number()); }

ChangeStep take_step(ByteReader& read) {
  ChangeStep step;
  step.from = read.take_text();
  step.to = read.take_text();
  step.temp = read.take_text();
  step.old_revision = read.take_fixed();
  step.new_revision = read.take_fixed();
  step.mode = take_small(read);
  if (read.take_byte() != 0) {
    FileOwner owner;
    owner.user = take_small(read);
    owner.group = take_small(read);
    step.owner = owner;
  }
  step.old_bytes = read.take_text();
  return step;
}

void put_folders(ByteWriter& write, const std::vector<FolderFacts>& folders) {
  write.put_number(folders.size());
  for (const FolderFacts& folder : folders) {
    write.put_text(folder.path);
    write.put_number(folder.mode);
  }
}

std::vector<FolderFacts> take_folders(ByteReader& read) {
  std::vector<FolderFacts> folders;
  const std::size_t count = read.take_count();
  for (std::size_t at = 0; at < count && !read.failed(); ++at) {
    FolderFacts& folder = folders.emplace_back();
    folder.path = read.take_text();
    folder.mode = take_small(read);
  }
  return folders;
}

}  // namespace

bool is_within(std::string_view path, std::string_view folder) {
  return path.starts_with(folder) && (path.size() == folder.size() || path[folder.size()] == '/' || folder.empty());
}

std::string ChangeRecord::path_after(const std::string& path) const {
  if (path.empty()) return path;
  for (const FolderMove& move : folders) {
    if (is_within(path, move.from)) return move.to + path.substr(move.from.size());
  }
  return path;
}

std::string encode_change(const ChangeRecord& record) {
  std::string body;
  ByteWriter write(body);
  write.put_number(record.number);
  write.put_number(record.undoes);
  write.put_fixed(static_cast<std::uint64_t>(record.when_ns));
  write.put_text(record.root);
  write.put_text(record.command);
  write.put_text(record.summary);
  write.put_number(record.steps.size());
  for (const ChangeStep& step : record.steps) put_step(write, step);
  write.put_number(record.folders.size());
  for (const FolderMove& move : record.folders) {
    write.put_text(move.from);
    write.put_text(move.to);
  }
  put_folders(write, record.made);
  put_folders(write, record.emptied);
  std::string bytes(kMagic);
  ByteWriter(bytes).put_fixed(revision_of(body));
  return bytes + body;
}

std::optional<ChangeRecord> parse_change(std::string_view bytes) {
  if (!bytes.starts_with(kMagic) || bytes.size() < kMagic.size() + kHashSize) return std::nullopt;
  bytes.remove_prefix(kMagic.size());
  const std::uint64_t hash = ByteReader(bytes).take_fixed();
  bytes.remove_prefix(kHashSize);
  if (revision_of(bytes) != hash) return std::nullopt;
  ByteReader read(bytes);
  ChangeRecord record;
  record.number = read.take_number();
  record.undoes = read.take_number();
  record.when_ns = static_cast<std::int64_t>(read.take_fixed());
  record.root = read.take_text();
  record.command = read.take_text();
  record.summary = read.take_text();
  const std::size_t steps = read.take_count();
  for (std::size_t at = 0; at < steps && !read.failed(); ++at) record.steps.push_back(take_step(read));
  const std::size_t folders = read.take_count();
  for (std::size_t at = 0; at < folders && !read.failed(); ++at) {
    FolderMove& move = record.folders.emplace_back();
    move.from = read.take_text();
    move.to = read.take_text();
  }
  record.made = take_folders(read);
  record.emptied = take_folders(read);
  if (read.failed() || !read.at_end()) return std::nullopt;
  return record;
}

ChangeRecord invert_change(const ChangeRecord& record) {
  ChangeRecord inverse;
  inverse.undoes = record.number;
  inverse.root = record.root;
  inverse.summary = record.summary;
  for (const ChangeStep& step : record.steps) {
    ChangeStep& back = inverse.steps.emplace_back();
    back.from = record.path_after(step.to);
    back.to = record.path_after(step.from);
    back.old_revision = step.new_revision;
    back.new_revision = step.old_revision;
    back.mode = step.mode;
    back.owner = step.owner;
    back.new_bytes = step.old_bytes;
  }
  for (const FolderMove& move : record.folders) inverse.folders.push_back({move.to, move.from});
  for (const FolderFacts& folder : record.made)
    inverse.emptied.push_back({record.path_after(folder.path), folder.mode});
  std::ranges::reverse(inverse.emptied);
  return inverse;
}

}  // namespace milepost
