// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// Find section: the section that a person names by its kind in the dialect ("risks") or by its title, within one item.
// A name that several sections bear is an error that lists them.
#pragma once

#include <string_view>

#include "core/lifecycle/edit_draft.h"

namespace milepost {

// Index into Outline::headings. A title that is given exactly wins over a kind, and both over the first words of one;
// of a kind that several headings have, the outermost is meant if it is the only one there. Errors: not_found,
// ambiguous.
[[nodiscard]] Result<std::uint32_t> find_section(const EditDraft& draft, std::string_view name);

// Whether the heading belongs to the target's item.
[[nodiscard]] bool is_of_item(const EditDraft& draft, std::uint32_t heading);

// The kind that the dialect gives the heading itself; "" when it has none of its own.
[[nodiscard]] std::string_view own_kind(const EditDraft& draft, std::uint32_t heading);

}  // namespace milepost
