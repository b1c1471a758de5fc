// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "operations/checked_finding.h"

#include <algorithm>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "core/base/utf8.h"
#include "core/rules/baseline.h"

namespace milepost {
namespace {

std::vector<PlaceSpan> spans_of(const Fix& fix, const std::string& path, PlaceFinder& places) {
  std::vector<PlaceSpan> spans;
  if (fix.files.size() != 1 || fix.files.front().path != path) return spans;
  for (const TextEdit& edit : fix.files.front().edits) spans.push_back(places.find(edit.range));
  return spans;
}

}  // namespace

ExactPlace PlaceFinder::find(ByteOffset offset) {
  const LineColumn at = source_->position(offset);
  if (at.line != known_line_ || offset < known_) {
    known_line_ = at.line;
    known_ = offset - (at.byte_column - 1);
    known_units_ = 0;
  }
  const std::string_view bytes = source_->bytes();
  while (known_ < offset) {
    const CodePoint point = code_point_at(bytes, known_);
    known_units_ += point.length == 4 ? 2 : 1;
    known_ += point.length;
  }
  return {at.line, at.byte_column, known_units_ + 1};
}

PlaceSpan PlaceFinder::find(ByteRange range) {
  const ExactPlace begin = find(range.begin);
  return {begin, find(range.end)};
}

CheckedFinding to_checked(Finding finding, const SourceText& source, PlaceFinder& places) {
  CheckedFinding checked;
  if (finding.line > 0 && finding.line <= source.line_count()) {
    checked.line_text = source.slice(source.line(finding.line - 1)).substr(0, kExcerptMost);
    checked.span = places.find(finding.range);
  }
  for (const Fix& fix : finding.fixes) checked.fix_spans.push_back(spans_of(fix, finding.path, places));
  checked.fingerprint = fingerprint_of(finding, checked.line_text);
  checked.finding = std::move(finding);
  return checked;
}

CheckedFinding to_checked_unread(Finding finding) {
  CheckedFinding checked;
  checked.span.begin = checked.span.end = {finding.line, finding.column, 0};
  checked.fix_spans.resize(finding.fixes.size());
  checked.fingerprint = fingerprint_of(finding, "");
  checked.finding = std::move(finding);
  return checked;
}

bool is_before(const CheckedFinding& a, const CheckedFinding& b) {
  const auto rank = [](const Finding& f) { return std::tie(f.path, f.line, f.column, f.id, f.message); };
  return rank(a.finding) < rank(b.finding);
}

void count_occurrences(std::vector<CheckedFinding>& findings) {
  std::unordered_map<std::uint64_t, std::uint32_t> seen;
  for (CheckedFinding& checked : findings) checked.occurrence = ++seen[checked.fingerprint];
}

}  // namespace milepost
