// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "workspace/document_intake.h"

#include "core/text/source_text.h"
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
  switch (classify_content(bytes_.bytes())) {
    case ContentKind::text:
      break;
    case ContentKind::binary:
      return report_binary(path, "It is Markdown by its name but binary by its content; it was left alone.", summary);
    case ContentKind::git_crypt:
      return report_binary(path, "It is encrypted by git-crypt; unlock the repository to have it read.", summary);
  }
  DocumentSummary understood;
  if (reader_.read_summary(path, bytes_.bytes(), understood) == Interest::none) return FileOutcome::nothing;
  understood.path = path;
  remember(understood, summary);
  documents.push_back(std::move(understood));
  return FileOutcome::document;
}

FileOutcome DocumentIntake::report_binary(const std::string& path, std::string message, std::string& summary) {
  DocumentSummary understood;
  understood.path = path;
  understood.problems.push_back(make_scan_problem(ReadingFact::binary, path, std::move(message)));
  remember(understood, summary);
  problems.push_back(std::move(understood.problems.front()));
  return FileOutcome::problem;
}

void DocumentIntake::remember(const DocumentSummary& understood, std::string& summary) const {
  if (shared_.request.remembers) encode_summary(understood, summary);
}

bool DocumentIntake::take_known(const KnownFile& file, const std::string& path) {
  if (file.outcome != FileOutcome::nothing) {
    DocumentSummary summary;
    summary.path = path;
    if (!decode_summary(file.summary, summary)) return false;
    if (file.outcome == FileOutcome::document) {
      documents.push_back(std::move(summary));
    } else {
      problems.insert(problems.end(), summary.problems.begin(), summary.problems.end());
    }
  }
  ++statistics.files_from_cache;
  return true;
}

}  // namespace milepost
