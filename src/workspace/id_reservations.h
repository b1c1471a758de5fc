// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// IdReservations: the ids that were given to new documents of a repository, by all its work trees. Each work tree sees
// only its own untracked files, and a file may go before it was ever committed; the reservation stays for a quarter of
// a year, when the file is long since in a commit or dropped. Written only with the lock of the repository held.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "workspace/file_system.h"

namespace milepost {

struct IdReservation {
  std::int64_t time = 0;  // seconds since 1970
  std::string id;
  std::string path;  // from the top of the repository
};

class IdReservations {
 public:
  // Borrows `files`. `state_folder` is that of the repository.
  IdReservations(const FileSystem& files, const std::string& state_folder)
      : files_(files), path_(state_folder + "/reservations") {}

  // A line that is no reservation is passed over.
  [[nodiscard]] std::vector<IdReservation> load() const;
  // Adds one and drops those that are too old. Errors: io.
  [[nodiscard]] Result<void> add(const IdReservation& reservation) const;

 private:
  [[nodiscard]] FileResult<void> store(const std::vector<IdReservation>& all) const;

  const FileSystem& files_;
  std::string path_;
};

}  // namespace milepost
