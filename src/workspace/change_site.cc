// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "workspace/change_site.h"

#include "core/document/path_parts.h"
#include "core/document/revision.h"

namespace milepost {

namespace {

constexpr std::uint32_t kPrivateMode = 0600;
constexpr std::uint32_t kNaturalMode = 0666;  // the umask takes from it

std::string hint_for(FileTrouble trouble) {
  switch (trouble) {
    case FileTrouble::denied:
      return "Check who may write the file and its folder.";
    case FileTrouble::full:
      return "Make room on the disk and run the command again.";
    case FileTrouble::read_only:
      return "The file system is mounted read-only; nothing can be changed on it.";
    default:
      return {};
  }
}

FileResult<void> fill(const ChangeSite& site, FileHandle handle, const NewFile& file, Durability durability) {
  const FileWriter& writer = site.writer;
  // Only root may give a file away; that the new one belongs to this user then can not be helped. Before the mode,
  // because a change of owner takes bits from it.
  if (file.owner) static_cast<void>(writer.set_owner(handle, *file.owner));
  if (file.mode != 0) {
    if (auto done = writer.set_mode(handle, file.mode); !done) return done;
  }
  if (auto done = writer.write(handle, file.bytes); !done) return done;
  if (durability == Durability::unsynced) return {};
  return writer.sync(handle);
}

FileResult<void> refuse_existing(const ChangeSite& site, const std::string& path) {
  const auto found = find_entry(site, path);
  if (!found) return std::unexpected(found.error());
  if (*found) return std::unexpected(FileFailure{FileTrouble::exists, "File exists"});
  return {};
}

// For file systems without a rename that refuses to replace.
FileResult<void> place_by_link(const ChangeSite& site, const std::string& from, const std::string& to) {
  if (auto linked = site.writer.link(site.absolute(from), site.absolute(to)); linked) {
    return site.writer.unlink(site.absolute(from));
  } else if (linked.error().trouble == FileTrouble::exists) {
    return linked;
  }
  // Without links either (FAT) only looking first is left.
  if (auto free = refuse_existing(site, to); !free) return free;
  return site.writer.rename(site.absolute(from), site.absolute(to));
}

}  // namespace

bool is_gone(const FileFailure& failure) {
  return failure.trouble == FileTrouble::not_found || failure.trouble == FileTrouble::not_a_directory;
}

std::string ChangeSite::absolute(std::string_view path) const {
  std::string whole = root == "/" ? std::string{} : root;
  if (!path.empty() || whole.empty()) whole += '/';
  return whole.append(path);
}

Error to_write_error(const FileFailure& failure, std::string_view doing, std::string_view path) {
  Error error{ErrorKind::io, std::string(doing) + ": " + failure.reason + ".", Place{std::string(path), 0, 0}, {}, {}};
  if (std::string hint = hint_for(failure.trouble); !hint.empty()) error.hints.push_back(std::move(hint));
  return error;
}

FileResult<std::optional<FileStat>> find_entry(const ChangeSite& site, const std::string& path) {
  const auto folder = site.files.open_directory(site.absolute(folder_of(path)));
  if (!folder) {
    if (is_gone(folder.error())) return std::nullopt;
    return std::unexpected(folder.error());
  }
  const std::string name(file_name_of(path));
  auto stat = (*folder)->stat(name.c_str(), Links::keep);
  if (stat) return *stat;
  if (is_gone(stat.error())) return std::nullopt;
  return std::unexpected(stat.error());
}

FileResult<std::optional<FoundFile>> find_file(const ChangeSite& site, const std::string& path) {
  ReadBuffer bytes;
  const auto stat = site.files.read(site.absolute(path), site.file_limit, bytes);
  if (stat) return FoundFile{std::string(bytes.bytes()), *stat, revision_of(bytes.bytes())};
  if (is_gone(stat.error())) return std::nullopt;
  return std::unexpected(stat.error());
}

FileResult<void> store_new_file(const ChangeSite& site, const NewFile& file, Durability durability) {
  // Nobody else may look into it before it has the mode of the file that it will replace.
  const auto handle = site.writer.create(file.path, file.mode == 0 ? kNaturalMode : kPrivateMode);
  if (!handle) return std::unexpected(handle.error());
  FileResult<void> filled = fill(site, *handle, file, durability);
  FileResult<void> closed = site.writer.close(*handle);  // some file systems tell only here that the disk is full
  if (filled && closed) return {};
  static_cast<void>(site.writer.unlink(file.path));
  return filled ? closed : filled;
}

FileResult<void> place_new(const ChangeSite& site, const std::string& from, const std::string& to, Moved what) {
  auto moved = site.writer.rename_noreplace(site.absolute(from), site.absolute(to));
  if (moved || moved.error().trouble != FileTrouble::unsupported) return moved;
  if (what == Moved::file) return place_by_link(site, from, to);
  if (auto free = refuse_existing(site, to); !free) return free;
  return site.writer.rename(site.absolute(from), site.absolute(to));
}

FileResult<void> unlink_if_there(const ChangeSite& site, const std::string& path) {
  auto done = site.writer.unlink(path);
  if (done || is_gone(done.error())) return {};
  return done;
}

FileResult<void> remove_if_empty(const ChangeSite& site, const std::string& path) {
  auto done = site.writer.remove_folder(path);
  if (done || is_gone(done.error())) return {};
  const FileTrouble trouble = done.error().trouble;
  if (trouble == FileTrouble::not_empty || trouble == FileTrouble::exists) return {};  // either code is allowed
  return done;
}

}  // namespace milepost
