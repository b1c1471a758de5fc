// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// What holds for the reading of any bytes as a document: the same bytes give the same answer whatever was read before,
// the cheap reading and the whole one agree on the items, and every place lies inside the text. The fuzzers that read
// whole documents share it.
#pragma once

#include <string>
#include <string_view>

#include "core/document/document_reader.h"

namespace milepost::testing {

// An empty text if all is well, else what is wrong. `used` has read other documents before, or the same one.
[[nodiscard]] std::string find_reading_fault(DocumentReader& used, DocumentReader& fresh, std::string_view path,
                                             std::string_view text);

}  // namespace milepost::testing
