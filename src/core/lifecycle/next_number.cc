// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "core/lifecycle/next_number.h"

#include <algorithm>
#include <optional>
#include <tuple>

#include "core/document/normalise/identifier.h"
#include "core/document/path_parts.h"

namespace milepost {
namespace {

// What all ids of the series have before and behind their number once they are folded.
struct Frame {
  std::string before;
  std::string after;
};

std::string lower(std::string text) {
  for (char& c : text)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return text;
}

// Fills the pattern with two numbers that share no digit; what stays the same is the frame.
std::optional<Frame> frame_of(const std::string& pattern, NameValues values, bool folded) {
  if (pattern.find("{number") == std::string::npos) return std::nullopt;
  values.number = 1;
  auto one = fill_pattern(pattern, values);
  values.number = 2;
  auto two = fill_pattern(pattern, values);
  if (!one || !two) return std::nullopt;
  const std::string a = folded ? fold_identifier(*one) : lower(*one);
  const std::string b = folded ? fold_identifier(*two) : lower(*two);
  std::size_t begin = 0;
  while (begin < a.size() && begin < b.size() && a[begin] == b[begin]) ++begin;
  std::size_t end = 0;
  while (end + begin < a.size() && end + begin < b.size() && a[a.size() - 1 - end] == b[b.size() - 1 - end]) ++end;
  return Frame{a.substr(0, begin), a.substr(a.size() - end)};
}

std::optional<std::uint32_t> to_number(std::string_view digits) {
  if (digits.empty() || digits.size() > 9) return std::nullopt;
  std::uint32_t number = 0;
  for (const char c : digits) {
    if (c < '0' || c > '9') return std::nullopt;
    number = number * 10 + static_cast<std::uint32_t>(c - '0');
  }
  return number;
}

std::optional<std::uint32_t> number_of_id(const Frame& frame, std::string_view id) {
  const std::string folded = fold_identifier(id);
  if (!folded.starts_with(frame.before) || !folded.ends_with(frame.after)) return std::nullopt;
  if (folded.size() <= frame.before.size() + frame.after.size()) return std::nullopt;
  return to_number(
      std::string_view(folded).substr(frame.before.size(), folded.size() - frame.before.size() - frame.after.size()));
}

// The digits behind the beginning that all names of the series share; what follows is each one's own.
std::optional<std::uint32_t> number_of_name(const Frame& frame, std::string_view name) {
  const std::string text = lower(std::string(name));
  std::string before = frame.before;
  while (!before.empty() && before.back() == '0') before.pop_back();  // "ms00" of MS001 and MS002
  if (!text.starts_with(before)) return std::nullopt;
  const std::string_view rest = std::string_view(text).substr(before.size());
  const std::size_t digits = std::min(rest.find_first_not_of("0123456789"), rest.size());
  if (digits < rest.size() && rest[digits] >= 'a' && rest[digits] <= 'z') return std::nullopt;
  return to_number(rest.substr(0, digits));
}

bool is_below(std::string_view path, std::string_view folder) {
  return folder.empty() || (path.size() > folder.size() && path.starts_with(folder) && path[folder.size()] == '/');
}

}  // namespace

std::vector<TakenNumber> find_taken_numbers(const Corpus& corpus, const NumberSeries& series) {
  const auto id_frame = frame_of(series.id_pattern, series.values, true);
  const auto name_frame = frame_of(series.name_pattern, series.values, false);
  std::vector<TakenNumber> taken;
  for (const DocumentSummary& document : corpus.documents()) {
    const bool below = is_below(document.path, series.folder);
    const bool above = is_below(series.folder, folder_of(document.path)) || folder_of(document.path).empty();
    const bool same = series.dialect.empty() || document.dialect.empty() || document.dialect == series.dialect;
    if (!same || (!below && !above)) continue;
    if (id_frame)
      for (const Item& item : document.items)
        if (const auto number = item.id ? number_of_id(*id_frame, item.id->value) : std::nullopt)
          taken.push_back({*number, document.path, item.line});
    if (below && name_frame)
      if (const auto number = number_of_name(*name_frame, file_name_of(document.path)))
        taken.push_back({*number, document.path, 0});
  }
  std::ranges::sort(taken, {}, [](const TakenNumber& t) { return std::tie(t.number, t.path, t.line); });
  return taken;
}

}  // namespace milepost
