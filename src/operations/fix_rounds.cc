// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "operations/fix_rounds.h"

#include <algorithm>
#include <utility>

namespace milepost {
namespace {

std::string place_of(const Finding& finding) { return finding.path + ":" + std::to_string(finding.line); }

// "MP409 at a.md:3 waited for MP103 at a.md:3"
std::string describe(const WaitingFix& waiting) {
  const Finding& one = *waiting.waits.finding;
  return std::string(one.id) + " at " + place_of(one) + " waited for " + std::string(waiting.for_whom->id) + " at " +
         place_of(*waiting.for_whom);
}

// Two findings may offer the very same edit; it is made once. No others begin at one place.
void drop_repeated(std::vector<TextEdit>& edits) {
  std::ranges::stable_sort(edits, {}, [](const TextEdit& edit) { return edit.range.begin; });
  const auto is_same = [](const TextEdit& a, const TextEdit& b) {
    return a.range == b.range && a.replacement == b.replacement;
  };
  edits.erase(std::ranges::unique(edits, is_same).begin(), edits.end());
}

}  // namespace

std::vector<Finding> FixRounds::find_all() const {
  const std::vector<std::uint32_t> documents = choice_.documents_of(rules_.corpus());
  std::vector<std::vector<Finding>> parts(documents.size());
  rules_.run(documents, [&](std::size_t index, const DocumentReading& /*reading*/, std::vector<Finding> found) {
    parts[index] = std::move(found);
  });
  std::vector<Finding> all;
  for (auto& part : parts) std::ranges::move(part, std::back_inserter(all));
  return all;
}

Result<MendedFile*> FixRounds::open(const std::string& path) {
  const auto known = files_.find(path);
  if (known != files_.end()) return &known->second;
  auto source = rules_.workspace().read(path);
  if (!source) return std::unexpected(std::move(source).error());
  MendedFile& file = files_[path];
  file.before = source->bytes();
  file.edits.emplace(file.before);
  return &file;
}

Result<void> FixRounds::make(const FixRound& round) {
  std::map<std::string, std::vector<TextEdit>> edits;
  for (const ChosenFix& chosen : round.chosen) {
    for (const FileEdits& of_file : chosen.fix->files) {
      auto file = open(of_file.path);
      if (!file) return std::unexpected(std::move(file).error());
      if (chosen.fix->safety == FixSafety::unsafe) (*file)->safety = FixSafety::unsafe;
      std::ranges::copy(of_file.edits, std::back_inserter(edits[of_file.path]));
    }
    made_.push_back({*chosen.finding, *chosen.fix});
  }
  std::map<std::string, std::optional<std::string>> texts;
  for (auto& [path, of_file] : edits) {
    drop_repeated(of_file);
    ComposedEdits& composed = *files_.at(path).edits;
    if (auto added = composed.add(std::move(of_file)); !added) return added;
    texts.emplace(path, composed.text());
  }
  rules_.suppose(texts);
  return {};
}

Result<void> FixRounds::run(const FixFilter& may_be_made) {
  for (int count = 0; count < kRoundsMost; ++count) {
    left_ = find_all();
    const FixRound round = choose_fixes(left_, may_be_made);
    is_stable_ = round.chosen.empty();
    if (is_stable_) return {};
    for (const WaitingFix& waiting : round.waiting) yielded_.push_back(describe(waiting));
    if (auto done = make(round); !done) return done;
  }
  left_ = find_all();
  is_stable_ = choose_fixes(left_, may_be_made).chosen.empty();
  return {};
}

}  // namespace milepost
