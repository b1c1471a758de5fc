// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// How items look in tables and trees: the same status has the same word and role everywhere, a bar the same shape.
#pragma once

#include <cstddef>
#include <string>

#include "core/document/item.h"
#include "core/render/table.h"
#include "frontends/cli/screen.h"

namespace milepost {

[[nodiscard]] Role role_of(StatusCategory category);

// "active", or "–" for an item that states none.
[[nodiscard]] Cell status_cell(const Item& item, const View& view);

// Bar and percent; empty when there is nothing to show.
[[nodiscard]] Cell bar_cell(const Progress& progress, std::size_t width, const View& view);

// "12/20" boxes, else tasks; "" without either.
[[nodiscard]] std::string count_of(const Progress& progress);

// Id and title for a line of its own; an item without either is called by `name`.
[[nodiscard]] std::string title_of(const Item& item, const std::string& name, const View& view);

}  // namespace milepost
