// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "core/document/item.h"

#include <algorithm>
#include <array>
#include <cstddef>

namespace milepost {
namespace {

// The words of the JSON answers, of filters and of dialect files; each row at the place of its enumerator.
constexpr std::array<const char*, 7> kItemKinds{"milestone", "sprint", "phase", "plan", "overview", "task", "epic"};
constexpr std::array<const char*, 7> kStatusCategories{"planned",   "active",   "blocked", "done",
                                                       "cancelled", "archived", "unknown"};
constexpr std::array<const char*, 11> kCarriers{"front_matter", "label",  "banner",         "heading",
                                                "table",        "list",   "footer",         "body",
                                                "file_name",    "folder", "parent_document"};
constexpr std::array<const char*, 10> kEffortUnits{"minutes",     "hours",        "days",   "weeks",    "months",
                                                   "person_days", "person_weeks", "points", "sessions", "size"};
constexpr std::array<const char*, 5> kRiskLevels{"none", "low", "medium", "high", "critical"};

static_assert(kItemKinds.size() == static_cast<std::size_t>(ItemKind::epic) + 1);
static_assert(kStatusCategories.size() == static_cast<std::size_t>(StatusCategory::unknown) + 1);
static_assert(kCarriers.size() == static_cast<std::size_t>(Carrier::parent_document) + 1);
static_assert(kEffortUnits.size() == static_cast<std::size_t>(EffortUnit::size) + 1);
static_assert(kRiskLevels.size() == static_cast<std::size_t>(RiskLevel::critical) + 1);

template <typename Enum, std::size_t kSize>
const char* word_of(const std::array<const char*, kSize>& words, Enum value) {
  return words.at(static_cast<std::size_t>(value));
}

template <typename Enum, std::size_t kSize>
std::optional<Enum> find_word(const std::array<const char*, kSize>& words, std::string_view word) {
  const auto found = std::ranges::find(words, word, [](const char* known) { return std::string_view(known); });
  if (found == words.end()) return std::nullopt;
  return static_cast<Enum>(found - words.begin());
}

}  // namespace

const char* to_string(ItemKind kind) { return word_of(kItemKinds, kind); }
const char* to_string(StatusCategory category) { return word_of(kStatusCategories, category); }
const char* to_string(Carrier carrier) { return word_of(kCarriers, carrier); }
const char* to_string(EffortUnit unit) { return word_of(kEffortUnits, unit); }
const char* to_string(RiskLevel level) { return word_of(kRiskLevels, level); }

std::optional<ItemKind> parse_item_kind(std::string_view word) { return find_word<ItemKind>(kItemKinds, word); }

std::optional<StatusCategory> parse_status_category(std::string_view word) {
  return find_word<StatusCategory>(kStatusCategories, word);
}

bool is_open(const Item& item) {
  if (!item.status) return true;
  switch (item.status->value.category) {
    case StatusCategory::planned:
    case StatusCategory::active:
    case StatusCategory::blocked:
    case StatusCategory::unknown:
      return true;
    case StatusCategory::done:
    case StatusCategory::cancelled:
    case StatusCategory::archived:
      return false;
  }
  return true;
}

}  // namespace milepost
