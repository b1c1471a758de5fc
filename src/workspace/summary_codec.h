// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// DocumentSummary to bytes and back, for the cache. Each type is described once, for both directions, so that they can
// not disagree. The path is not written: the cache knows it from the folder. Raise kSummaryFormat with every change of
// the model or of this description.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "core/document/document.h"

namespace milepost {

inline constexpr std::uint32_t kSummaryFormat = 2;

void encode_summary(const DocumentSummary& summary, std::string& into);

// `into.path` must be set. False when the bytes are no summary; then `into` holds nothing of use.
[[nodiscard]] bool decode_summary(std::string_view bytes, DocumentSummary& into);

}  // namespace milepost
