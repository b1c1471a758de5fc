// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// The full reading of one document, for `show`: every field, section and record with its place, and by name what was
// not understood. Whatever stands in the document ends in one of these lists; nothing is dropped in silence.
#pragma once

#include "core/document/document.h"
#include "core/document/summary_reader.h"

namespace milepost {

// Adds to `document` (whose items are already there) what the reader's last recognised text holds.
void read_fully(SummaryReader& reader, Document& document);

}  // namespace milepost
