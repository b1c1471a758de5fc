// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// How items look in tables and trees: the same status has the same word and role everywhere, a bar the same shape, so
// that one learns to read one view and can read all.
#pragma once

#include <cstddef>
#include <string>

#include "core/document/item.h"
#include "core/render/table.h"
#include "frontends/cli/screen.h"

namespace milepost {

[[nodiscard]] TextRole role_of(StatusCategory category);

// "active", or "–" for an item that states none.
[[nodiscard]] Cell status_cell(const Item& item, const View& view);

// Bar and percent; empty when there is nothing to show.
[[nodiscard]] Cell bar_cell(const Progress& progress, std::size_t width, const View& view);

// "12/20" boxes, else tasks; "" without either.
[[nodiscard]] std::string count_of(const Progress& progress);

// What people call an item where its plan is known: MS003 of EP-20260117-014/MS003. "" without an id.
[[nodiscard]] std::string short_id(const Item& item, const View& view);

// The title for a line of its own; an item without one is called by `name`, a path by its file name.
[[nodiscard]] std::string title_of(const Item& item, const std::string& name, const View& view);

}  // namespace milepost
