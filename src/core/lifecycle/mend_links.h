// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// Mending links: when files or folders move, every relative path that a document names is written so that it leads
// where it led before. Only the bytes of a destination that would break are replaced: anchors, titles, angle brackets,
// percent-encoding and "./" stay as they were written. A path that led nowhere before the move is left alone.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/document/parsed_document.h"
#include "core/lifecycle/path_moves.h"
#include "core/text/text_edit.h"

namespace milepost {

enum class PathLinkForm : std::uint8_t {
  inline_link,  // [text](path), ![text](path)
  angle_link,   // [text](<path>)
  definition,   // [label]: path
  html,         // href="path", src='path'
  yaml,         // a value of the front matter
  code,         // `docs/plan.md`: only what ends in .md
};

// A place where a document names a path inside the root.
struct PathLink {
  PathLinkForm form = PathLinkForm::inline_link;
  ByteRange destination;  // the bytes that name it, with its anchor, without brackets and quotes
  std::string target;     // relative to the root
};

// All of them in order, whether or not something stands there. URLs, anchors alone and paths that leave the root are
// none. Values of front matter and code are paths only when they look like one.
[[nodiscard]] std::vector<PathLink> find_path_links(const ParsedDocument& document);

// Whether the document moves or holds one of the moved names, so that it is worth parsing. A cheap look at the bytes;
// never false when plan_mended_links would give an edit.
[[nodiscard]] bool may_need_mending(std::string_view path, std::string_view bytes, const PathMoves& moves);

// The edits for one document, on its bytes as they are; `document` stands at its path before the moves.
[[nodiscard]] std::vector<TextEdit> plan_mended_links(const ParsedDocument& document, const PathMoves& moves,
                                                      const PathExists& exists);

}  // namespace milepost
