// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// Dependency sentences: "We write the bytes back. Depends on: M2 and M3." A label of dependencies that begins a
// sentence in the middle of a line. Other labels are only found at the beginning of a line, because prose is full of
// words with a colon; those of dependencies may stand here, since only ids and links count behind them.
#pragma once

#include <string_view>
#include <vector>

#include "core/document/counting.h"
#include "core/document/dialect.h"
#include "core/document/labels.h"
#include "core/text/markdown.h"

namespace milepost {

// Appends what the paragraphs of `span` say in this way. A value in `labels` that such a sentence stands in ("Status:
// planned. Depends on: M2") ends before it.
void find_dependency_sentences(std::string_view bytes, const Markdown& markdown, const Dialect& dialect, BlockSpan span,
                               std::vector<PlacedLabel>& labels);

}  // namespace milepost
