// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "workspace/write_gate.h"

#include <algorithm>
#include <cctype>
#include <string_view>

#include "core/document/path_parts.h"
#include "workspace/skipped_folders.h"

namespace milepost {

namespace {

constexpr std::size_t kLongestName = 255;
constexpr std::size_t kLongestPath = 4000;  // PATH_MAX with room for the name of a file beside

std::unexpected<Error> refuse(std::string message, const std::string& path) {
  return std::unexpected(Error{ErrorKind::usage, std::move(message), Place{path, 0, 0}, {}, {}});
}

std::unexpected<Error> fail_looking(const FileFailure& failure, const std::string& path) {
  return std::unexpected(to_write_error(failure, "The path can not be followed", path));
}

std::string to_lower(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return lower;
}

Result<void> check_part(std::string_view part, const std::string& path) {
  if (part.empty() || part == "." || part == "..") {
    return refuse("The path is not one inside the root, written without '.', '..' and doubled '/'.", path);
  }
  if (part.size() > kLongestName) return refuse("A name in the path has more than 255 bytes; make it shorter.", path);
  // Some file systems take .GIT for .git.
  if (SkippedFolders::is_version_control(to_lower(part))) {
    return refuse("The path leads into the files of version control, which milepost never writes.", path);
  }
  return {};
}

Result<void> check_words(const std::string& path) {
  const auto is_control = [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; };
  if (path.empty() || std::ranges::any_of(path, is_control)) {
    return refuse("The path is empty or holds a control character.", path);
  }
  if (path.size() > kLongestPath) return refuse("The path is too long; make its names shorter.", path);
  if (is_within(path, kStateInRoot)) return refuse("The path belongs to what milepost itself remembers.", path);
  for (std::string_view rest = path;;) {
    const std::size_t slash = rest.find('/');
    if (auto good = check_part(rest.substr(0, slash), path); !good) return good;
    if (slash == std::string_view::npos) return {};
    rest.remove_prefix(slash + 1);
  }
}

// The canonical path relative to the root of something that is there.
Result<std::string> to_inside(const ChangeSite& site, const std::string& canonical, const std::string& shown) {
  if (!is_within(canonical, site.root == "/" ? "" : site.root)) {
    return refuse("A link in the path leads out of the root " + site.root + "; nothing is written there.", shown);
  }
  if (canonical == site.root) return std::string{};
  std::string inside = canonical.substr(site.root == "/" ? 1 : site.root.size() + 1);
  if (auto good = check_words(inside); !good) {
    good.error().place = Place{shown, 0, 0};
    return std::unexpected(std::move(good).error());
  }
  return inside;
}

std::string joined(const std::string& folder, std::string_view name) {
  return folder.empty() ? std::string(name) : folder + '/' + std::string(name);
}

}  // namespace

Result<GatedPath> gate_write(const ChangeSite& site, const std::string& path) {
  if (auto good = check_words(path); !good) return std::unexpected(std::move(good).error());
  std::string_view above = folder_of(path);
  FileResult<std::string> canonical = site.files.canonical(site.absolute(above));
  while (!canonical && is_gone(canonical.error()) && !above.empty()) {
    above = folder_of(above);
    canonical = site.files.canonical(site.absolute(above));
  }
  if (!canonical) return fail_looking(canonical.error(), path);
  auto nearest = to_inside(site, *canonical, path);
  if (!nearest) return std::unexpected(std::move(nearest).error());
  if (const auto stat = site.files.stat(*canonical); stat && stat->kind != FileKind::directory) {
    return refuse("'" + *nearest + "' is a file, so nothing can be put below it.", path);
  }
  GatedPath gated;
  gated.nearest_folder = *nearest;
  std::string_view rest = std::string_view(path).substr(above.empty() ? 0 : above.size() + 1);
  std::string folder = *std::move(nearest);
  for (std::size_t slash = rest.find('/'); slash != std::string_view::npos; slash = rest.find('/')) {
    folder = joined(folder, rest.substr(0, slash));
    gated.missing.push_back(folder);
    rest.remove_prefix(slash + 1);
  }
  gated.path = joined(folder, rest);
  auto stat = find_entry(site, gated.missing.empty() ? gated.path : gated.missing.front());
  if (!stat) return fail_looking(stat.error(), path);
  if (*stat && !gated.missing.empty()) {
    return refuse("'" + gated.missing.front() + "' is a link that leads nowhere, so nothing can be put below it.",
                  path);
  }
  gated.stat = *stat;
  return gated;
}

Result<std::string> follow_link(const ChangeSite& site, const std::string& path) {
  const auto canonical = site.files.canonical(site.absolute(path));
  if (!canonical) return fail_looking(canonical.error(), path);
  return to_inside(site, *canonical, path);
}

}  // namespace milepost
