// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// Status wording: a status word in the manner of the one it replaces: "IN_PROGRESS" becomes "COMPLETED", "⏳ Planned"
// becomes "✅ Completed", a lone "⏳" becomes "✅". What stood behind the old word, its note, goes or stays by request.
#pragma once

#include "core/lifecycle/value_change.h"

namespace milepost {

[[nodiscard]] Result<WrittenValue> write_status(const OldValue& old, const NewValue& wanted, const Words& words);

// Risk and priority, whose marks are traffic lights: "🟡 Medium (API limits)".
[[nodiscard]] WrittenValue write_level(const OldValue& old, const NewValue& wanted, const Words& words);

// Marks that wrap a whole value: "**Done**", "`planned`"; `inner` is what they wrap, else everything.
struct Wrapped {
  std::string_view mark;
  std::string_view inner;
};
[[nodiscard]] Wrapped unwrap(std::string_view text);

}  // namespace milepost
