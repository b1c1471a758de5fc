// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// Identifiers: what milestones, plans, sprints and tasks are called ("M1", "UI-M-03.20", "EP-20260117-014/MS003",
// "T01_S01", "Milestone 3", "#123"), found in headings, file names and values. Some shapes are ids wherever they stand;
// others ("AUTH-011", "R1", "v5.4") only at the start of a heading or entry, because prose is full of them. The words
// that numbers follow ("Milestone 3", "Phase 2") are data.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/byte_range.h"
#include "core/document/item.h"
#include "core/document/normalise/id_words.h"

namespace milepost {

struct IdMatch {
  std::string text;  // as written, non-breaking hyphens made plain
  std::string folded;
  ByteRange within;
  std::optional<ItemKind> kind;  // what its word or letter says: "Sprint 3", "S03" sprint, "M1" milestone, "T01" task
};

// The first identifier that is one wherever it stands.
[[nodiscard]] std::optional<IdMatch> find_identifier(std::string_view text, const IdWords& words);
// The same from byte `from` on; ranges count from the start of `text`.
[[nodiscard]] std::optional<IdMatch> find_identifier_from(std::string_view text, std::size_t from,
                                                          const IdWords& words);
// An identifier at the start of `text` (after emoji, brackets and marks), the weaker shapes included.
[[nodiscard]] std::optional<IdMatch> identifier_at_start(std::string_view text, const IdWords& words);

// One form for all spellings of an id: case, zero padding and separators vanish, "Milestone 3" is "M3", "M-07.04" is
// "m7.4", "S01_M01" and "M01_S01" are the same, the done marks "TX01", "GX01" are "T01", "G01".
[[nodiscard]] std::string fold_identifier(std::string_view id);

struct HeadingParts {
  std::optional<IdMatch> id;
  std::string title;             // what is left, separators gone; "" when the heading is the id alone
  std::string decoration;        // emoji and check marks before or after: "✅"
  std::string note;              // a dated bracket at the end: "Shipped: 2026-05-26"
  std::optional<ItemKind> kind;  // said by a leading word: "Sprint: Foundation"
};

// "Milestone M-02.06 — Export System" is M-02.06 and "Export System". `heading` is the text behind the #s.
[[nodiscard]] HeadingParts split_title(std::string_view heading, const IdWords& words);

}  // namespace milepost
