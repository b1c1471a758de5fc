// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// The closed sets of words that parameters take. They repeat what the model's parse functions know, because parameters
// are constant data; a test holds the two together.
#pragma once

#include <array>
#include <string_view>

namespace milepost {

inline constexpr std::array<std::string_view, 7> kStatusWords{"planned",   "active",   "blocked", "done",
                                                              "cancelled", "archived", "unknown"};
inline constexpr std::array<std::string_view, 7> kKindWords{"milestone", "sprint", "phase", "plan",
                                                            "overview",  "task",   "epic"};
inline constexpr std::array<std::string_view, 29> kColumnWords{
    "id",        "title",  "status", "stated-status", "note",     "progress",   "stated", "computed",
    "boxes",     "tasks",  "owner",  "created",       "updated",  "start",      "target", "completed",
    "estimated", "actual", "risk",   "plan",          "children", "depends-on", "tags",   "kind",
    "dialect",   "path",   "folder", "line",          "revision"};

}  // namespace milepost
