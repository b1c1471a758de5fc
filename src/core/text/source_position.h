// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// The line and column of one offset, counted from the start. For the few places that are reported of a document;
// many lookups into one text use SourceText, which keeps a line table.
#pragma once

#include <string_view>

#include "core/text/source_text.h"

namespace milepost {

[[nodiscard]] LineColumn position_of(std::string_view bytes, ByteOffset offset);

}  // namespace milepost
