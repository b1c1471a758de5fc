// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// Baseline: findings that a repository knew when it began to check, so that only new ones are shown. A text file, one
// finding a line: rule, fingerprint, path. The fingerprint is made of the rule, the path and the text of the line, so
// that a finding is known again after lines were added above it, and is news when its line changes.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/document/finding.h"

namespace milepost {

// `line_text`: the line of the finding, "" when it is of the whole file. Two findings of one rule on equal lines of one
// file share a fingerprint; `Baseline` counts them.
[[nodiscard]] std::uint64_t fingerprint_of(const Finding& finding, std::string_view line_text);

struct BaselineEntry {
  std::string rule;
  std::uint64_t fingerprint = 0;
  std::string path;
  friend auto operator<=>(const BaselineEntry&, const BaselineEntry&) = default;
};

class Baseline {
 public:
  // `path` is for messages. Errors: usage with the line that is no entry.
  [[nodiscard]] static Result<Baseline> parse(std::string_view path, std::string_view text);

  // Whether the finding is known. Each entry knows one finding, so a second one like it is news.
  [[nodiscard]] bool take(const BaselineEntry& entry);

  [[nodiscard]] std::size_t size() const { return entries_.size(); }

 private:
  std::vector<BaselineEntry> entries_;  // sorted
  std::vector<bool> is_taken_;
};

[[nodiscard]] std::string to_baseline_text(std::vector<BaselineEntry> entries);

}  // namespace milepost
