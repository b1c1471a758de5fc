// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// Mojibake: UTF-8 text that some program decoded as Mac-Roman or Windows-1252 and saved as UTF-8 again ("‚è≥" was ⏳,
// "â€”" was —). Repair needs evidence: at least one sign (dash, quote, arrow, emoji) whose three or four bytes all
// survived as such letters. Correct text, accents and quotes included, is never touched; a lone "Ã©" is left alone.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/base/byte_range.h"

namespace milepost {

struct MojibakeRepair {
  std::string text;            // the whole text, repaired
  std::string_view code_page;  // static: "Mac-Roman" or "cp1252"
  ByteRange first;             // the first damaged sign in the input
};

// Nothing when the text is not damaged.
[[nodiscard]] std::optional<MojibakeRepair> repair_mojibake(std::string_view text);

}  // namespace milepost
