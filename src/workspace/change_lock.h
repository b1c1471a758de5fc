// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// ChangeLock: at most one process writes below a state folder. It is a lock of the kernel on a file that stays, so it
// ends with its process whatever kills it and nothing stale is ever left. What the file says only names the holder.
#pragma once

#include <cstdint>
#include <string>

#include "core/base/result.h"
#include "workspace/change_site.h"

namespace milepost {

struct LockRequest {
  std::string command;        // names this process to others that wait
  std::uint32_t wait_ms = 0;  // 0: one try
};

class ChangeLock {
 public:
  // Makes the state folder when it is not there. Errors: conflict (held; the message names by whom), io.
  [[nodiscard]] static Result<ChangeLock> take(const ChangeSite& site, const LockRequest& request);

  ChangeLock(ChangeLock&& other) noexcept;
  ChangeLock& operator=(ChangeLock&&) = delete;
  ~ChangeLock();

 private:
  ChangeLock(const FileWriter& writer, FileHandle handle) : writer_(&writer), handle_(handle) {}

  const FileWriter* writer_;  // null: moved from
  FileHandle handle_;
};

}  // namespace milepost
