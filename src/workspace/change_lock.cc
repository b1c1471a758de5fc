// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "workspace/change_lock.h"

#include <algorithm>
#include <utility>

#include "core/base/date.h"
#include "workspace/file_writer.h"

namespace milepost {

namespace {

constexpr std::uint32_t kFolderMode = 0777;
constexpr std::uint32_t kLongestPause_ms = 25;
constexpr std::uint64_t kLargestNote = 4096;
constexpr std::size_t kLongestCommand = 200;

std::unexpected<Error> fail_at(const FileFailure& failure, std::string_view path) {
  return std::unexpected(to_write_error(failure, "Changes can not be recorded here", path));
}

FileResult<void> make_folder(const ChangeSite& site, const std::string& path) {
  auto made = site.writer.make_folder(path, kFolderMode);
  if (made || made.error().trouble == FileTrouble::exists) return {};
  return made;
}

// A folder among the user's files tells git to leave it alone.
FileResult<void> store_ignore_list(const ChangeSite& site) {
  const std::string path = site.state.path + "/.gitignore";
  if (site.files.stat(path)) return {};
  const std::string draft = path + ".new";
  if (auto gone = unlink_if_there(site, draft); !gone) return gone;
  auto stored = store_new_file(site, {draft, "*\n", 0, {}}, Durability::unsynced);
  // Another process may have been faster; then it is there.
  if (!stored) return stored.error().trouble == FileTrouble::exists ? FileResult<void>{} : stored;
  auto placed = site.writer.rename(draft, path);
  return placed || is_gone(placed.error()) ? FileResult<void>{} : placed;
}

FileResult<void> make_state_folder(const ChangeSite& site) {
  if (!site.files.stat(site.state.path)) {
    if (site.state.in_tree) {
      if (auto made = make_folder(site, site.state.path.substr(0, site.state.path.rfind('/'))); !made) return made;
    }
    if (auto made = make_folder(site, site.state.path); !made) return made;
  }
  if (site.state.in_tree) {
    if (auto stored = store_ignore_list(site); !stored) return stored;
  }
  return site.files.stat(site.state.history()) ? FileResult<void>{} : make_folder(site, site.state.history());
}

std::string two_digits(std::int64_t number) {
  return {static_cast<char>('0' + number / 10), static_cast<char>('0' + number % 10)};
}

// 2026-01-15T12:00:00Z
std::string to_time_text(std::int64_t ns) {
  const std::int64_t seconds = ns / 1'000'000'000;
  const std::int64_t days = seconds / 86'400;
  const std::int64_t rest = seconds % 86'400;
  const auto date = Date::from_days(std::chrono::sys_days{std::chrono::days{days}});
  return to_string(date) + 'T' + two_digits(rest / 3600) + ':' + two_digits(rest / 60 % 60) + ':' +
         two_digits(rest % 60) + 'Z';
}

std::string holder_note(const ChangeSite& site, const std::string& command) {
  const ProcessFacts self = site.writer.this_process();
  return "process " + std::to_string(self.id) + " on " + self.host + " since " + to_time_text(site.files.now_ns()) +
         ": " + command.substr(0, kLongestCommand) + '\n';
}

Error held_error(const ChangeSite& site, std::uint32_t waited_ms) {
  ReadBuffer bytes;
  std::string holder = "another process";
  if (site.files.read(site.state.lock(), kLargestNote, bytes)) {
    const std::string_view line = bytes.bytes().substr(0, bytes.bytes().find('\n'));
    if (!line.empty()) holder = line;
  }
  return {ErrorKind::conflict,
          "The workspace is being changed by " + holder + ". Waited " + std::to_string(waited_ms / 1000) + " s for it.",
          std::nullopt,
          {},
          {"Run the command again when the other one has ended."}};
}

}  // namespace

Result<ChangeLock> ChangeLock::take(const ChangeSite& site, const LockRequest& request) {
  if (auto made = make_state_folder(site); !made) return fail_at(made.error(), site.state.path);
  const auto handle = site.writer.open_lock(site.state.lock());
  if (!handle) return fail_at(handle.error(), site.state.path);
  ChangeLock lock(site.writer, *handle);
  std::uint32_t waited = 0;
  for (std::uint32_t pause = 1;; pause = std::min(pause * 2, kLongestPause_ms)) {
    const auto locked = site.writer.lock(*handle);
    if (locked) break;
    if (locked.error().trouble != FileTrouble::busy) return fail_at(locked.error(), site.state.path);
    if (waited >= request.wait_ms) return std::unexpected(held_error(site, waited));
    site.writer.pause(pause);
    waited += pause;
  }
  // It only names this process to others; that the disk is full must not stop the command here.
  static_cast<void>(site.writer.rewrite(*handle, holder_note(site, request.command)));
  return lock;
}

ChangeLock::ChangeLock(ChangeLock&& other) noexcept
    : writer_(std::exchange(other.writer_, nullptr)), handle_(other.handle_) {}

ChangeLock::~ChangeLock() {
  if (writer_ != nullptr) static_cast<void>(writer_->close(handle_));
}

}  // namespace milepost
