// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "core/document/document_reader.h"

#include <algorithm>
#include <utility>

#include "core/document/full_reading.h"
#include "core/document/path_parts.h"
#include "core/document/revision.h"
#include "core/document/summary_reader.h"
#include "core/text/source_text.h"

namespace milepost {
namespace {

constexpr std::string_view kEndings[] = {".md", ".markdown", ".mdown", ".mkd"};

Finding about_file(ReadingFact fact, std::string_view path, std::string message) {
  const ReadingFactRow& row = row_of(fact);
  return {row.id, row.slug, row.severity, std::string(path), {}, 0, 0, std::move(message)};
}

std::string not_recognised_message(const Verdict& verdict) {
  return "this document stands where plans stand, but nothing in it says what it is (" +
         std::to_string(verdict.points) + " points of " + std::to_string(kRecognisedAt) +
         "); give it a title and a status, or name it in a dialect";
}

}  // namespace

struct DocumentReader::Buffers {
  explicit Buffers(const DialectSet& dialects) : reader(dialects) {}
  SummaryReader reader;
  std::string lower;
};

DocumentReader::DocumentReader(const DialectSet& dialects) : buffers_(std::make_unique<Buffers>(dialects)) {}
DocumentReader::~DocumentReader() = default;
DocumentReader::DocumentReader(DocumentReader&&) noexcept = default;
DocumentReader& DocumentReader::operator=(DocumentReader&&) noexcept = default;

bool DocumentReader::may_be_document(std::string_view path) {
  return std::ranges::any_of(kEndings, [&](std::string_view ending) {
    return path.size() >= ending.size() && equals_ignoring_case(path.substr(path.size() - ending.size()), ending);
  });
}

Interest DocumentReader::read_summary(std::string_view path, std::string_view bytes, DocumentSummary& into) {
  into = {};
  into.path = path;
  SummaryReader& reader = buffers_->reader;
  if (classify_content(bytes) != ContentKind::text) {
    if (!is_plan_folder(reader.dialects(), lower_path(path, buffers_->lower))) return Interest::none;
    into.problems.push_back(
        about_file(ReadingFact::binary, path, "this file is binary or encrypted; it is left alone"));
    return Interest::not_recognised;
  }
  const Verdict& verdict = reader.recognise_text(path, bytes);
  if (verdict.dialect == nullptr) {
    if (!verdict.in_plan_folder) return Interest::none;
    into.problems.push_back(about_file(ReadingFact::not_recognised, path, not_recognised_message(verdict)));
    return Interest::not_recognised;
  }
  into.revision = revision_of(bytes);
  into.dialect = verdict.dialect->name;
  reader.read_items(into.items, into.problems);
  if (!verdict.rule->needs_children || !into.items[0].children.empty()) return Interest::recognised;
  into = {};
  return Interest::none;
}

Document DocumentReader::read_document(std::string_view path, std::string_view bytes) {
  Document document;
  DocumentSummary summary;
  const Interest interest = read_summary(path, bytes, summary);
  document.path = path;
  document.revision = revision_of(bytes);
  document.items = std::move(summary.items);
  document.problems = std::move(summary.problems);
  if (interest == Interest::recognised) read_fully(buffers_->reader, document);
  return document;
}

SummaryReader& DocumentReader::last_reading() { return buffers_->reader; }

}  // namespace milepost
