// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "workspace/folder_files.h"

#include <algorithm>
#include <utility>

namespace milepost {

Result<std::vector<std::string>> list_folder_files(const FileSystem& files, const std::string& root,
                                                   const std::string& folder) {
  std::vector<std::string> found;
  std::vector<std::string> waiting{folder};
  EntryList entries;
  while (!waiting.empty()) {
    const std::string path = std::move(waiting.back());
    waiting.pop_back();
    auto directory = files.open_directory(root + "/" + path);
    auto listed = directory ? (*directory)->list(entries) : FileResult<void>(std::unexpected(directory.error()));
    if (!listed) {
      const bool gone = listed.error().trouble == FileTrouble::not_found;
      return fail(gone ? ErrorKind::not_found : ErrorKind::io,
                  "the folder " + path + " can not be listed: " + listed.error().reason);
    }
    for (const EntryList::Entry& entry : entries.entries()) {
      std::string child = path + "/" + std::string(entries.name(entry));
      (entry.kind == FileKind::directory ? waiting : found).push_back(std::move(child));
    }
    entries.clear();
  }
  std::ranges::sort(found);
  return found;
}

}  // namespace milepost
