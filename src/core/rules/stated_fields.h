// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// Stated fields: the places of a document that state a field, for the rules that hold one against the other. Only the
// head, the front matter and a footer behind a rule speak for the document; other lines may speak of something else.
#pragma once

#include <string>

#include "core/rules/contexts.h"

namespace milepost {

[[nodiscard]] bool speaks_for_document(const Scan& scan, const RawField& field);

// The text as a reader sees it; "" for a placeholder.
[[nodiscard]] std::string stated_text(const DocumentContext& context, const RawField& field);

}  // namespace milepost
