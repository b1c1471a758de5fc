// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "core/document/document_history.h"

#include <algorithm>

namespace milepost {
namespace {

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

// Where the destination of a link that begins before `at` ends, or `at` when there is none.
std::size_t end_of_destination(std::string_view bytes, std::size_t at) {
  constexpr std::size_t kMost = 1000;
  if (at < 2 || bytes.substr(at - 2, 2) != "](") return at;
  const std::size_t end = bytes.substr(at, kMost).find_first_of(")\n");
  return end == std::string_view::npos ? at : at + end;
}

}  // namespace

std::string substance_of(const DocumentReading& reading, Interest interest) {
  const std::string_view bytes = reading.source().bytes();
  std::vector<ByteRange> passed;
  if (interest == Interest::recognised) {
    for (const RawField& field : reading.fields().of(Role::updated)) passed.push_back(field.value);
  }
  std::ranges::sort(passed, {}, &ByteRange::begin);
  std::string substance;
  substance.reserve(bytes.size());
  auto next = passed.begin();
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    while (next != passed.end() && next->end <= at) ++next;
    if (next != passed.end() && next->begin <= at) continue;
    at = end_of_destination(bytes, at);
    if (at < bytes.size() && !is_blank(bytes[at])) substance.push_back(bytes[at]);
  }
  return substance;
}

}  // namespace milepost
