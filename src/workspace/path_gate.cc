// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "workspace/path_gate.h"

#include <algorithm>
#include <string_view>
#include <vector>

namespace milepost {

namespace {

std::unexpected<Error> refuse(ErrorKind kind, std::string message, const std::string& path) {
  return std::unexpected(Error{kind, std::move(message), Place{path, 0, 0}, {}, {}});
}

}  // namespace

std::string normalise_path(const std::string& path) {
  std::vector<std::string_view> parts;
  std::string_view rest = path;
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find('/'), rest.size());
    const std::string_view part = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    if (part.empty() || part == ".") continue;
    if (part != "..") {
      parts.push_back(part);
    } else if (!parts.empty()) {
      parts.pop_back();
    }
  }
  std::string normal;
  for (const std::string_view part : parts) normal.append("/").append(part);
  return normal.empty() ? "/" : normal;
}

bool PathGate::is_inside(const std::string& absolute) const {
  return root_ == "/" || absolute == root_ || absolute.starts_with(root_ + '/');
}

Result<std::string> PathGate::to_relative(const std::string& path) const {
  if (path.empty() || path.find('\0') != std::string::npos) {
    return refuse(ErrorKind::usage, "The path is empty or holds a NUL byte.", path);
  }
  const bool is_absolute = path.starts_with('/');
  std::string tried = is_absolute ? path : start_ + '/' + path;
  FileResult<std::string> found = files_.canonical(tried);
  if (!found && !is_absolute) {
    const std::string from_root = root_ + '/' + path;
    if (auto second = files_.canonical(from_root)) {
      found = std::move(second);
    }
  }
  const std::string shown = found ? *found : normalise_path(tried);
  if (!is_inside(shown)) {
    return refuse(ErrorKind::usage, "The path leads out of the root " + root_ + "; give one inside it.", path);
  }
  if (found) return *found == root_ ? std::string{} : found->substr(root_ == "/" ? 1 : root_.size() + 1);
  if (found.error().trouble == FileTrouble::not_found || found.error().trouble == FileTrouble::not_a_directory) {
    return refuse(ErrorKind::not_found, "There is no such file in the root " + root_ + ".", path);
  }
  return refuse(ErrorKind::io, "The path can not be followed: " + found.error().reason + ".", path);
}

Result<std::string> PathGate::to_new_relative(const std::string& path) const {
  if (path.empty() || path.find('\0') != std::string::npos) {
    return refuse(ErrorKind::usage, "The path is empty or holds a NUL byte.", path);
  }
  std::string existing = normalise_path(path.starts_with('/') ? path : start_ + '/' + path);
  std::string rest;
  FileResult<std::string> found = files_.canonical(existing);
  while (!found && existing.size() > 1) {
    if (found.error().trouble != FileTrouble::not_found) {
      return refuse(ErrorKind::io, "The path can not be followed: " + found.error().reason + ".", path);
    }
    const std::size_t slash = existing.rfind('/');
    rest = existing.substr(slash) + rest;
    existing.resize(slash == 0 ? 1 : slash);
    found = files_.canonical(existing);
  }
  const std::string whole = found ? normalise_path(*found + rest) : existing + rest;
  if (!is_inside(whole)) {
    return refuse(ErrorKind::usage, "The path leads out of the root " + root_ + "; give one inside it.", path);
  }
  return whole == root_ ? std::string{} : whole.substr(root_ == "/" ? 1 : root_.size() + 1);
}

}  // namespace milepost
