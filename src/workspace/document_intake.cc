// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "workspace/document_intake.h"

#include "workspace/scan_problem.h"
#include "workspace/summary_codec.h"

namespace milepost {

bool DocumentIntake::take_room() {
  const std::uint64_t before = shared_.candidates.fetch_add(1, std::memory_order_relaxed);
  if (before < shared_.request.limits.max_files) return true;
  shared_.cap_met.store(!shared_.in_order, std::memory_order_relaxed);
  ++statistics.left_out;
  ++files_above_cap;
  return false;
}

bool DocumentIntake::read(const Directory& directory, const char* name, const std::string& path, KnownFile& file,
                          std::string& summary) {
  const std::uint64_t limit = shared_.request.limits.max_file_size;
  const auto stat = directory.read(name, limit, bytes_);
  if (!stat) {
    if (stat.error().trouble == FileTrouble::too_large) ++statistics.left_out;
    problems.push_back(make_read_problem(stat.error(), path, limit));
    return false;
  }
  ++statistics.files_read;
  statistics.bytes_read += bytes_.bytes().size();
  file.stamp = Stamp::of(*stat);
  file.outcome = understand(path, summary);
  return true;
}

FileOutcome DocumentIntake::understand(const std::string& path, std::string& summary) {
  DocumentSummary understood;
  if (!reader_) reader_.emplace(shared_.request.dialects.get());
  if (reader_->read_summary(path, bytes_.bytes(), understood) == Interest::none) return FileOutcome::nothing;
  understood.path = path;
  if (shared_.request.remembers) encode_summary(understood, summary);
  documents.push_back(std::move(understood));
  return FileOutcome::document;
}

bool DocumentIntake::take_known(const KnownFile& file, const std::string& path) {
  if (file.outcome == FileOutcome::document) {
    DocumentSummary summary;
    summary.path = path;
    if (!decode_summary(file.summary, summary)) return false;
    documents.push_back(std::move(summary));
  }
  ++statistics.files_from_cache;
  return true;
}

}  // namespace milepost
