// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "core/rules/baseline.h"

#include <xxhash.h>

#include <algorithm>
#include <charconv>
#include <tuple>

namespace milepost {
namespace {

constexpr std::string_view kHead =
    "# Findings that milepost check does not show again: rule, fingerprint, path. `milepost baseline` writes this "
    "file.\n";
constexpr std::size_t kDigits = 16;

std::string to_hex(std::uint64_t number) {
  std::string text(kDigits, '0');
  for (std::size_t i = kDigits; i > 0; --i, number >>= 4U) text[i - 1] = "0123456789abcdef"[number & 0xFU];
  return text;
}

std::string_view trimmed(std::string_view line) {
  while (!line.empty() && (line.back() == '\r' || line.back() == ' ' || line.back() == '\t')) line.remove_suffix(1);
  while (!line.empty() && (line.front() == ' ' || line.front() == '\t')) line.remove_prefix(1);
  return line;
}

// "MP301 0123456789abcdef docs/M1.md"
bool parse_entry(std::string_view line, BaselineEntry& entry) {
  const std::size_t first = line.find(' ');
  if (first == std::string_view::npos || line.size() < first + kDigits + 3) return false;
  const char* begin = line.data() + first + 1;
  const auto [end, code] = std::from_chars(begin, begin + kDigits, entry.fingerprint, 16);
  if (code != std::errc{} || end != begin + kDigits || *end != ' ') return false;
  entry.rule = line.substr(0, first);
  entry.path = line.substr(first + kDigits + 2);
  return entry.rule.starts_with("MP");
}

}  // namespace

std::uint64_t fingerprint_of(const Finding& finding, std::string_view line_text) {
  std::string all(finding.id);
  all.append(1, '\0').append(finding.path).append(1, '\0').append(trimmed(line_text));
  return XXH3_64bits(all.data(), all.size());
}

Result<Baseline> Baseline::parse(std::string_view path, std::string_view text) {
  Baseline baseline;
  for (std::uint32_t number = 1; !text.empty(); ++number) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = trimmed(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
    if (line.empty() || line.starts_with('#')) continue;
    BaselineEntry entry;
    if (!parse_entry(line, entry)) {
      return std::unexpected(Error{ErrorKind::usage,
                                   "This line of the baseline is no finding.",
                                   Place{std::string(path), number, 1},
                                   {},
                                   {"write the file anew with `milepost baseline`"}});
    }
    baseline.entries_.push_back(std::move(entry));
  }
  std::ranges::sort(baseline.entries_);
  baseline.is_taken_.assign(baseline.entries_.size(), false);
  return baseline;
}

bool Baseline::take(const BaselineEntry& entry) {
  const auto [begin, end] = std::ranges::equal_range(entries_, entry);
  for (auto at = begin; at != end; ++at) {
    const auto index = static_cast<std::size_t>(at - entries_.begin());
    if (is_taken_[index]) continue;
    is_taken_[index] = true;
    return true;
  }
  return false;
}

std::string to_baseline_text(std::vector<BaselineEntry> entries) {
  std::ranges::sort(entries, {}, [](const BaselineEntry& e) { return std::tie(e.path, e.rule, e.fingerprint); });
  std::string text(kHead);
  for (const BaselineEntry& entry : entries) {
    text.append(entry.rule).append(" ").append(to_hex(entry.fingerprint)).append(" ").append(entry.path).append("\n");
  }
  return text;
}

}  // namespace milepost
