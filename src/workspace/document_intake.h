// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// DocumentIntake: what one thread of a discovery does with a single file: read it and have it understood, or take over
// what is known of it. Keeps its reader and buffers between files. Private to discovery.
#pragma once

#include <atomic>
#include <optional>
#include <string>
#include <vector>

#include "core/document/document_reader.h"
#include "workspace/discovery_request.h"
#include "workspace/known_tree.h"
#include "workspace/scan_statistics.h"

namespace milepost {

// What all workers see. Only the atomics change while they run.
struct DiscoveryShared {
  const DiscoveryRequest& request;
  std::shared_ptr<const Directory> root;
  bool in_order = false;  // one worker, sorted entries: the cap on files leaves out the same files each time
  std::int64_t begin_ns = 0;
  std::atomic<std::uint64_t> candidates = 0;
  std::atomic<bool> cap_met = false;
};

class DocumentIntake {
 public:
  explicit DocumentIntake(DiscoveryShared& shared) : shared_(shared) {}

  // Counts the file; false when the cap on files has no room for it.
  [[nodiscard]] bool take_room();

  // The bytes of `name` in `directory`, understood as `path`. What is to be remembered goes into `file` and, encoded,
  // into `summary`. False when it could not be read; then there is nothing to be remembered.
  bool read(const Directory& directory, const char* name, const std::string& path, KnownFile& file,
            std::string& summary);

  // Takes over what is known. False when it is broken; then nothing was taken.
  [[nodiscard]] bool take_known(const KnownFile& file, const std::string& path);

  std::vector<DocumentSummary> documents;
  std::vector<Finding> problems;
  ScanStatistics statistics;
  std::uint32_t files_above_cap = 0;

 private:
  FileOutcome understand(const std::string& path, std::string& summary);

  DiscoveryShared& shared_;
  std::optional<DocumentReader> reader_;  // made for the first file that has to be read
  ReadBuffer bytes_;
};

}  // namespace milepost
