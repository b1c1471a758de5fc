// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// The rules by name, so that their files and catalog.cc mean the same objects. They are listed and not registered by
// themselves, because an object that nobody names vanishes from a static library.
#pragma once

#include "core/rules/rule.h"

namespace milepost {

// facts_of_reading.cc
extern const Rule kNotRecognised, kUnreadable, kTooLarge, kBinary, kNotUtf8, kVanished, kFrontMatterNotFirst,
    kFrontMatterNeverClosed, kFrontMatterInvalid, kFrontMatterDuplicate, kFrontMatterTooDeep, kWrongType,
    kImpossibleDate, kUnknownStatus, kMojibake, kAmbiguousValue, kLimitReached, kSymlinkOutside, kFenceNeverClosed,
    kPlaceholder;

// form
extern const Rule kByteOrderMark;
extern const Rule kMergeMarker;
extern const Rule kHiddenCharacter;
extern const Rule kSeveralTitles;
extern const Rule kRaggedRow;
extern const Rule kIdDiffers;
extern const Rule kUnknownKey;
extern const Rule kValueNotListed;
extern const Rule kStatusNotListed;
extern const Rule kMultilineValue;
extern const Rule kIdSpelling;
extern const Rule kPlaceDiffers;
extern const Rule kRequiredKey;
extern const Rule kRequiredSection;
extern const Rule kSectionOrder;
extern const Rule kTableColumns;

// leftovers
extern const Rule kDatePlaceholder;
extern const Rule kNamedPlaceholder;
extern const Rule kDoneButUndetermined;
extern const Rule kEmptySection;
extern const Rule kBracketPlaceholder;
extern const Rule kAnglePlaceholder;
extern const Rule kOnlyDots;
extern const Rule kHandlePlaceholder;
extern const Rule kMenuLeft;
extern const Rule kUndetermined;
extern const Rule kGuidanceLeft;
extern const Rule kNumberedEntry;

// truth
extern const Rule kDoneButOpen;
extern const Rule kAllDoneButOpen;
extern const Rule kPlannedButBegun;
extern const Rule kStatedPercent;
extern const Rule kDoneWithOpenRows;
extern const Rule kOpenBoxSaysDone;
extern const Rule kTargetBeforeStart;
extern const Rule kCompletedBeforeStart;
extern const Rule kUpdatedBeforeCreated;
extern const Rule kDateInFuture;
extern const Rule kOverdue;
extern const Rule kCompletedButOpen;
extern const Rule kLogNewerThanUpdated;
extern const Rule kUpdatedNewerThanLog;
extern const Rule kFieldDiffers;
extern const Rule kTotalDiffers;
extern const Rule kCapacityDiffers;
extern const Rule kSprintCountDiffers;
extern const Rule kDaysRemainingDiffer;
extern const Rule kRiskBelowWorst;
extern const Rule kCoverageBelowGate;
extern const Rule kCheckpointMissed;
extern const Rule kDeferredWithoutFollowUp;

// between
extern const Rule kDoneWithOpenChildren;
extern const Rule kRowDiffers;
extern const Rule kDuplicateId;
extern const Rule kDanglingDependency;
extern const Rule kDependencyCycle;
extern const Rule kDoneBeforeDependency;
extern const Rule kChildrenDoneButOpen;
extern const Rule kPlannedWithBegunChildren;
extern const Rule kBrokenLink;
extern const Rule kBrokenAnchor;
extern const Rule kFolderDiffers;
extern const Rule kFileMarkDiffers;
extern const Rule kAmbiguousDependency;
extern const Rule kPointerDiffers;
extern const Rule kOwnedTwice;
extern const Rule kMissingPath;
extern const Rule kLinkEscapes;

// git
extern const Rule kUpdatedBehindHistory;
extern const Rule kStatusWithoutLog;
extern const Rule kStaleActive;
extern const Rule kIdOnAnotherBranch;
extern const Rule kDependencyDeleted;

// hygiene
extern const Rule kNoOwner;
extern const Rule kNoTarget;
extern const Rule kNoStatus;
extern const Rule kMilestoneTooLarge;
extern const Rule kNoCriteria;
extern const Rule kObjectiveIsTasks;
extern const Rule kCriteriaUnverifiable;
extern const Rule kRiskWithoutMitigation;

// suppression_rules.cc
extern const Rule kSuppressionUnused, kSuppressionExpired, kSuppressionNotUnderstood, kSuppressionWithoutReason;

}  // namespace milepost
