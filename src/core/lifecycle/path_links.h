// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// Path links: every place where a document names a file or folder of the workspace, with the bytes that name it. It is
// what mending links after a move works on. Whether something stands there is not asked here.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/document/parsed_document.h"

namespace milepost {

enum class PathLinkForm : std::uint8_t {
  inline_link,  // [text](path), ![text](path)
  angle_link,   // [text](<path>), [label]: <path>
  definition,   // [label]: path
  html,         // href="path", src='path'
  yaml,         // a value of the front matter
  code,         // `docs/plan.md`: only what ends in .md
};

struct PathLink {
  PathLinkForm form = PathLinkForm::inline_link;
  ByteRange where;          // path and anchor, without brackets and quotes
  std::string target;       // relative to the root; "" : leads out of it
  std::string root_target;  // yaml, code: what the same words mean from the root; "" : nothing, or the form is another
};

// In the order of the document. URLs, anchors alone and paths that leave the root are none.
[[nodiscard]] std::vector<PathLink> find_path_links(const ParsedDocument& document);

// The path as words of a link mean it: without anchor, query and backslashes. `%20` stays.
[[nodiscard]] std::string_view path_part(std::string_view written);
[[nodiscard]] std::string without_escapes(std::string_view written);

}  // namespace milepost
