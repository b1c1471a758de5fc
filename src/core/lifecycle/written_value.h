// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// Written value: the text of a new value in the manner of the old one. "✅ Complete (2026-01-16)" keeps its mark and
// its way of writing words, "January 2, 2026" its notation, "**done**" its marks. Pure text to text; what the carrier
// needs on top (quotes, escapes, padding) is added by its writer.
#pragma once

#include <string_view>

#include "core/lifecycle/value_change.h"

namespace milepost {

[[nodiscard]] Result<WrittenValue> write_value(const OldValue& old, const NewValue& wanted, const Words& words);

[[nodiscard]] bool is_date_role(std::string_view role);

// A value that no place may hold: control characters, broken UTF-8, direction overrides, more than 4 KiB. Blanks at the
// ends and line breaks too, unless the carrier can quote them.
enum class LineBreaks : std::uint8_t { no, yes };
[[nodiscard]] Result<void> check_value(std::string_view value, LineBreaks breaks);

}  // namespace milepost
