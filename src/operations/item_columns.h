// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// The columns of an item: what `list` can show, sort by, group by and write as CSV. One table gives all of them, so
// that a new column is one row. A value that the document does not state is "" and sorts last in both directions.
#pragma once

#include <compare>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "core/document/corpus.h"

namespace milepost {

// What a row is ordered by. Numbers (days, percents, ranks) go before texts of the same column.
struct SortValue {
  bool absent = true;
  double number = 0;
  std::string text;
};

// Absent values are last.
[[nodiscard]] std::strong_ordering compare(const SortValue& a, const SortValue& b);

struct ItemColumn {
  std::string_view name;   // "target"
  std::string_view title;  // "TARGET"
  std::string_view summary;
  bool is_number;
  std::string (*text)(const Corpus&, ItemKey);
  SortValue (*order)(const Corpus&, ItemKey);
};

[[nodiscard]] std::span<const ItemColumn> item_columns();
[[nodiscard]] const ItemColumn* find_item_column(std::string_view name);

// Percent of an item as people should see it: computed if there is something to compute, else as stated.
[[nodiscard]] std::optional<double> shown_percent(const Progress& progress);

}  // namespace milepost
