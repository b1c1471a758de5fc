// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// Risk: "🟡 Medium (API limits)", "high", "Low–Medium" to a level. The menu of a template ("Low / Medium / High") has
// none.
#pragma once

#include <optional>
#include <string_view>

#include "core/document/item.h"
#include "core/document/normalise/words.h"

namespace milepost {

[[nodiscard]] std::optional<Risk> normalise_risk(std::string_view text, const RiskWords& words);

}  // namespace milepost
