// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "workspace/scan_problem.h"

namespace milepost {

Finding make_scan_problem(ReadingFact fact, std::string_view path, std::string message) {
  const ReadingFactRow& row = row_of(fact);
  Finding finding;
  finding.id = row.id;
  finding.slug = row.slug;
  finding.severity = row.severity;
  finding.path = path;
  finding.message = std::move(message);
  return finding;
}

Finding make_read_problem(const FileFailure& failure, std::string_view path, std::uint64_t size_limit) {
  switch (failure.trouble) {
    case FileTrouble::not_found:
      return make_scan_problem(ReadingFact::vanished, path,
                               "It was listed but was gone when it was to be read; scan again if it should be there.");
    case FileTrouble::too_large:
      return make_scan_problem(ReadingFact::too_large, path,
                               "The file is larger than " + std::to_string(size_limit) +
                                   " bytes and was left out; raise scan.max_file_size to read it.");
    default:
      return make_scan_problem(ReadingFact::unreadable, path,
                               "The system refused to read it: " + failure.reason + "; check its permissions.");
  }
}

}  // namespace milepost
