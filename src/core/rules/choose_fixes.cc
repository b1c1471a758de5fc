// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "core/rules/choose_fixes.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace milepost {
namespace {

struct Taken {
  const TextEdit* edit = nullptr;
  const Finding* by = nullptr;
};

bool is_same(const TextEdit& a, const TextEdit& b) { return a.range == b.range && a.replacement == b.replacement; }

// Two insertions at one place would leave it to chance which comes first; an insertion at the edge of what is replaced
// would, too.
bool collide(const TextEdit& a, const TextEdit& b) {
  if (is_same(a, b)) return false;
  const bool touch = a.range.begin <= b.range.end && b.range.begin <= a.range.end;
  const bool overlap = a.range.begin < b.range.end && b.range.begin < a.range.end;
  return overlap || (touch && (a.range.begin == a.range.end || b.range.begin == b.range.end));
}

// The bytes of one file that are spoken for, by where they begin. Edits in it do not overlap.
class TakenBytes {
 public:
  [[nodiscard]] const Taken* find_collision(const TextEdit& edit) const {
    auto at = by_begin_.upper_bound(edit.range.end);
    while (at != by_begin_.begin()) {
      --at;
      if (collide(*at->second.edit, edit)) return &at->second;
      // What begins before this one ends before it begins.
      if (at->second.edit->range.end < edit.range.begin) break;
    }
    return nullptr;
  }
  void take(const TextEdit& edit, const Finding& finding) {
    by_begin_.emplace(edit.range.begin, Taken{&edit, &finding});
  }

 private:
  std::multimap<ByteOffset, Taken> by_begin_;
};

class Round {
 public:
  // The finding that stands in the way, or nullptr after the fix was taken.
  const Finding* take(const ChosenFix& candidate) {
    for (const FileEdits& file : candidate.fix->files) {
      for (const TextEdit& edit : file.edits) {
        if (const Taken* taken = taken_[file.path].find_collision(edit)) return taken->by;
      }
    }
    for (const FileEdits& file : candidate.fix->files) {
      for (const TextEdit& edit : file.edits) taken_[file.path].take(edit, *candidate.finding);
    }
    return nullptr;
  }

 private:
  std::map<std::string_view, TakenBytes> taken_;
};

}  // namespace

FixRound choose_fixes(std::span<const Finding> findings, const FixFilter& may_be_made) {
  std::vector<ChosenFix> candidates;
  for (const Finding& finding : findings) {
    const auto fix = std::ranges::find_if(finding.fixes, [&](const Fix& one) { return may_be_made(finding, one); });
    if (fix != finding.fixes.end()) candidates.push_back({&finding, &*fix});
  }
  std::ranges::stable_sort(candidates, [](const ChosenFix& a, const ChosenFix& b) {
    const auto rank = [](const Finding& f) { return std::tie(f.id, f.path, f.range.begin, f.line); };
    return rank(*a.finding) < rank(*b.finding);
  });
  FixRound result;
  Round round;
  for (const ChosenFix& candidate : candidates) {
    if (const Finding* first = round.take(candidate); first != nullptr)
      result.waiting.push_back({candidate, first});
    else
      result.chosen.push_back(candidate);
  }
  return result;
}

}  // namespace milepost
