// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "core/rules/catalog.h"

#include <algorithm>
#include <array>
#include <cstdlib>

#include "core/base/embedded_file.h"
#include "core/base/suggest.h"
#include "core/document/path_parts.h"
#include "core/rules/rule_list.h"
#include "embedded/rule_pages.h"

namespace milepost {
namespace {

// Sorted by id. A new rule: its file, its page, a name in rule_list.h, a line here.
constexpr std::array kRules{
    &kNotRecognised,
    &kUnreadable,
    &kTooLarge,
    &kBinary,
    &kNotUtf8,
    &kVanished,
    &kFrontMatterNotFirst,
    &kFrontMatterNeverClosed,
    &kFrontMatterInvalid,
    &kFrontMatterDuplicate,
    &kFrontMatterTooDeep,
    &kWrongType,
    &kImpossibleDate,
    &kUnknownStatus,
    &kMojibake,
    &kAmbiguousValue,
    &kLimitReached,
    &kSymlinkOutside,
    &kFenceNeverClosed,
    &kPlaceholder,
    &kByteOrderMark,
    &kMergeMarker,
    &kHiddenCharacter,
    &kSeveralTitles,
    &kRaggedRow,
    &kIdDiffers,
    &kUnknownKey,
    &kValueNotListed,
    &kStatusNotListed,
    &kMultilineValue,
    &kIdSpelling,
    &kPlaceDiffers,
    &kRequiredKey,
    &kRequiredSection,
    &kSectionOrder,
    &kTableColumns,
    &kDatePlaceholder,
    &kNamedPlaceholder,
    &kDoneButUndetermined,
    &kEmptySection,
    &kBracketPlaceholder,
    &kAnglePlaceholder,
    &kOnlyDots,
    &kHandlePlaceholder,
    &kMenuLeft,
    &kUndetermined,
    &kGuidanceLeft,
    &kNumberedEntry,
    &kDoneButOpen,
    &kAllDoneButOpen,
    &kPlannedButBegun,
    &kStatedPercent,
    &kDoneWithOpenRows,
    &kOpenBoxSaysDone,
    &kTargetBeforeStart,
    &kCompletedBeforeStart,
    &kUpdatedBeforeCreated,
    &kDateInFuture,
    &kOverdue,
    &kCompletedButOpen,
    &kLogNewerThanUpdated,
    &kUpdatedNewerThanLog,
    &kFieldDiffers,
    &kTotalDiffers,
    &kCapacityDiffers,
    &kSprintCountDiffers,
    &kDaysRemainingDiffer,
    &kRiskBelowWorst,
    &kCoverageBelowGate,
    &kCheckpointMissed,
    &kDeferredWithoutFollowUp,
    &kDoneWithOpenChildren,
    &kRowDiffers,
    &kDuplicateId,
    &kDanglingDependency,
    &kDependencyCycle,
    &kDoneBeforeDependency,
    &kChildrenDoneButOpen,
    &kPlannedWithBegunChildren,
    &kBrokenLink,
    &kBrokenAnchor,
    &kFolderDiffers,
    &kFileMarkDiffers,
    &kAmbiguousDependency,
    &kPointerDiffers,
    &kOwnedTwice,
    &kMissingPath,
    &kLinkEscapes,
    &kUpdatedBehindHistory,
    &kStatusWithoutLog,
    &kStaleActive,
    &kIdOnAnotherBranch,
    &kDependencyDeleted,
    &kNoOwner,
    &kNoTarget,
    &kNoStatus,
    &kMilestoneTooLarge,
    &kNoCriteria,
    &kObjectiveIsTasks,
    &kCriteriaUnverifiable,
    &kRiskWithoutMitigation,
    &kSuppressionUnused,
    &kSuppressionExpired,
    &kSuppressionNotUnderstood,
    &kSuppressionWithoutReason,
};

constexpr std::array kGroups{RuleGroup::reading, RuleGroup::form, RuleGroup::leftovers, RuleGroup::truth,
                             RuleGroup::between, RuleGroup::git,  RuleGroup::hygiene,   RuleGroup::suppression};

bool is_id_beginning(std::string_view word) {
  return word.size() >= 2 && word.size() <= 5 && equals_ignoring_case(word.substr(0, 2), "MP") &&
         std::ranges::all_of(word.substr(2), [](char c) { return c >= '0' && c <= '9'; });
}

bool is_meant(const RuleDescriptor& about, std::string_view word) {
  if (is_id_beginning(word)) return equals_ignoring_case(about.id.substr(0, word.size()), word);
  return equals_ignoring_case(about.slug, word) || equals_ignoring_case(to_string(about.group), word) || word == "all";
}

}  // namespace

std::span<const Rule* const> rules() { return kRules; }

std::size_t index_of(const Rule& rule) {
  const auto found = std::ranges::lower_bound(kRules, rule.about.id, {}, [](const Rule* r) { return r->about.id; });
  if (found == kRules.end()) std::abort();
  return static_cast<std::size_t>(found - kRules.begin());
}

const Rule* find_rule(std::string_view word) {
  const auto by_id = std::ranges::lower_bound(kRules, word, {}, [](const Rule* r) { return r->about.id; });
  if (by_id != kRules.end() && (*by_id)->about.id == word) return *by_id;
  const auto found = std::ranges::find_if(kRules, [word](const Rule* rule) {
    return equals_ignoring_case(rule->about.id, word) || equals_ignoring_case(rule->about.slug, word);
  });
  return found == kRules.end() ? nullptr : *found;
}

Result<std::vector<std::size_t>> find_rules(std::string_view word) {
  std::vector<std::size_t> meant;
  for (std::size_t i = 0; i < kRules.size(); ++i) {
    if (is_meant(kRules[i]->about, word)) meant.push_back(i);
  }
  const bool is_empty_group =
      std::ranges::any_of(kGroups, [word](RuleGroup group) { return equals_ignoring_case(to_string(group), word); });
  if (!meant.empty() || is_empty_group) return meant;
  auto failure = fail(ErrorKind::usage, "There is no rule '" + std::string(word) + "'.");
  failure.error().hints = nearest(word, rule_words(), 3);
  return failure;
}

std::vector<std::string> rule_words() {
  std::vector<std::string> words;
  for (const Rule* rule : kRules) words.emplace_back(rule->about.id);
  for (const Rule* rule : kRules) words.emplace_back(rule->about.slug);
  for (const RuleGroup group : kGroups) words.emplace_back(to_string(group));
  words.emplace_back("all");
  return words;
}

std::string file_stem_of(const Rule& rule) {
  std::string stem = std::string(rule.about.id) + "_" + std::string(rule.about.slug);
  std::ranges::replace(stem, '-', '_');
  return stem;
}

std::string_view page_of(const Rule& rule) {
  const std::string name = file_stem_of(rule) + ".md";
  const auto pages = embedded::rule_pages();
  const auto page = std::ranges::find(pages, name, &EmbeddedFile::name);
  if (page == pages.end()) std::abort();
  return page->bytes;
}

const char* to_string(RuleGroup group) {
  constexpr std::array<const char*, 8> kNames{"reading", "form", "leftovers", "truth",
                                              "between", "git",  "hygiene",   "suppression"};
  return kNames.at(static_cast<std::size_t>(group));
}

const char* to_string(RuleStage stage) {
  constexpr std::array<const char*, 3> kNames{"standard", "optional", "preview"};
  return kNames.at(static_cast<std::size_t>(stage));
}

const char* to_string(FixOffer offer) {
  constexpr std::array<const char*, 3> kNames{"none", "safe", "unsafe"};
  return kNames.at(static_cast<std::size_t>(offer));
}

}  // namespace milepost
