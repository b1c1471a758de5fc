// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include <cerrno>
#include <system_error>

#include "platform/posix_failure.h"

namespace milepost {

namespace {

FileTrouble trouble_of(int code) {
  switch (code) {
    case ENOENT:
    case ENAMETOOLONG:  // no file can have such a name
      return FileTrouble::not_found;
    case EACCES:
    case EPERM:
      return FileTrouble::denied;
    case ELOOP:
      return FileTrouble::is_link;
    case ENOTDIR:
      return FileTrouble::not_a_directory;
    case EEXIST:
      return FileTrouble::exists;
    case ENOTEMPTY:
      return FileTrouble::not_empty;
    case ENOSPC:
    case EDQUOT:
      return FileTrouble::full;
    case EROFS:
      return FileTrouble::read_only;
    case EWOULDBLOCK:
      return FileTrouble::busy;
    case EOPNOTSUPP:
    case ENOSYS:
      return FileTrouble::unsupported;
    default:
      return FileTrouble::other;
  }
}

}  // namespace

FileFailure to_file_failure(int code) { return {trouble_of(code), std::generic_category().message(code)}; }

}  // namespace milepost
