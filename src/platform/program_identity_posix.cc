// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// The executable's inode, size and time of change: a build writes a new file, an installation too.
#include <sys/stat.h>

#include "platform/program_identity.h"

namespace milepost {

std::string get_program_identity() {
  struct ::stat raw{};
  if (::stat("/proc/self/exe", &raw) != 0) return {};
  return std::to_string(raw.st_ino) + '-' + std::to_string(raw.st_size) + '-' + std::to_string(raw.st_mtim.tv_sec) +
         '.' + std::to_string(raw.st_mtim.tv_nsec);
}

}  // namespace milepost
