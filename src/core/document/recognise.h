// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// Recognition: which dialect a document is written in, and as what. Evidence is counted in points that people can read
// (`show --why`); a document that reaches the threshold in no dialect is not recognised, and nothing is guessed.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/document/dialect.h"
#include "core/document/dialect_set.h"
#include "core/document/outline.h"
#include "core/text/front_matter.h"

namespace milepost {

// What recognition looks at. All texts are folded, but `path` and `text`.
struct Evidence {
  PathProbe path;         // lower case; borrows from: the caller, as the others do
  std::string_view text;  // the bytes; markers are sought in their beginning
  const FrontMatter* front_matter = nullptr;
  std::string title;                // folded H1
  std::vector<std::string> keys;    // folded front matter keys, in the order of the nodes under the root
  Sketch keys_sketch;               // their hashes
  std::vector<std::string> labels;  // folded labels of the head
  const Outline* outline = nullptr;

  // Folded headings, found on first use: most documents are recognised without them.
  [[nodiscard]] const std::vector<std::string>& sections() const;
  // The beginning of the text from its first comment on, where markers stand; "" without comments. Found on first use.
  [[nodiscard]] std::string_view comments() const;
  void clear();

 private:
  mutable std::optional<std::vector<std::string>> sections_;
  mutable std::optional<std::string_view> comments_;
};

struct Verdict {
  const Dialect* dialect = nullptr;  // nullptr: not recognised
  const DocumentRule* rule = nullptr;
  int points = 0;
  bool in_plan_folder = false;  // some dialect calls this place a plan folder
};

inline constexpr int kRecognisedAt = 50;

// Whether some dialect calls this place a plan folder.
[[nodiscard]] bool is_plan_folder(const DialectSet& dialects, std::string_view lower_path);

[[nodiscard]] Verdict recognise(const DialectSet& dialects, const Evidence& evidence);

// The points of one rule, weak evidence included, and in words where they come from.
struct PointsExplained {
  int points = 0;
  std::vector<std::string> reasons;
};
[[nodiscard]] PointsExplained explain_points(const DocumentRule& rule, const Evidence& evidence);

}  // namespace milepost
