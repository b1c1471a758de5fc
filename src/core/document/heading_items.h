// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// Headings that are items: "## Milestone 2: Beta", "## v5.4 Search (Shipped: 2026-05-26)", "### M3 – Launch ✅". Many
// repositories keep all their milestones in one file this way.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/document/dialect.h"
#include "core/document/field_table.h"
#include "core/document/value_reader.h"

namespace milepost {

struct HeadingItem {
  std::uint32_t heading = 0;  // index into Outline::headings
  ItemKind kind = ItemKind::milestone;
  std::uint32_t number_length = 0;  // bytes of "1. " in front of the name, where the headings only count
};

// The headings that are items of their own. `rule.many` says that the document is made of such; in others it takes
// several numbered milestones to make one.
void find_heading_items(const Scan& scan, const Dialect& dialect, const DocumentRule& rule, const ValueReader& values,
                        std::vector<HeadingItem>& into);

// What a heading says besides its name: a trailing bracket, dash or emoji with a status in it.
struct HeadingStatus {
  std::string title;  // without the status
  std::optional<Status> status;
  std::string date_text;  // "2026-05-26" of "(Shipped: 2026-05-26)"; "" if none
  bool is_mark = false;   // only an emoji in front of the name says it
};
[[nodiscard]] HeadingStatus split_heading_status(std::string_view heading, const ValueReader& values);

}  // namespace milepost
