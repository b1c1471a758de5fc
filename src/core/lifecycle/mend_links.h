// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// Mending links: when files or folders move, every relative path that a document names is written so that it leads
// where it led before. Only the bytes of a path that would break are replaced: anchors, titles, angle brackets,
// percent-encoding and "./" stay as they were written. A path that led nowhere before the move is left alone.
#pragma once

#include <string_view>
#include <vector>

#include "core/document/parsed_document.h"
#include "core/lifecycle/path_links.h"
#include "core/lifecycle/path_moves.h"
#include "core/text/text_edit.h"

namespace milepost {

// The edits for one document, on its bytes as they are; `document` stands at its path before the moves.
[[nodiscard]] std::vector<TextEdit> plan_mended_links(const ParsedDocument& document, const PathMoves& moves,
                                                      const PathExists& exists);

}  // namespace milepost
