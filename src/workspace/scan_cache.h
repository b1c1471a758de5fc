// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// ScanCache: the file under the cache directory that holds what the last scan of one root knew. It is only ever
// replaced as a whole, so parallel processes see an old one or a new one; one that is broken, foreign or of another
// build is as good as none. It can be deleted at any time and never changes an answer. See docs/design/cache.md.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "workspace/known_tree.h"

namespace milepost {

class ScanCache {
 public:
  // `directory` "" means no cache. `root` names the file; `key` is all that must be the same for it to be valid.
  ScanCache(const FileSystem& files, const std::string& directory, const std::string& root, std::string key);

  [[nodiscard]] bool is_on() const { return !path_.empty(); }
  [[nodiscard]] std::optional<KnownTree> load() const;
  // A failure is no matter: the next scan reads again.
  void store(const std::vector<FolderRecord>& records, std::int64_t read_ns) const;

 private:
  const FileSystem& files_;
  std::string path_;
  std::string key_;
};

}  // namespace milepost
