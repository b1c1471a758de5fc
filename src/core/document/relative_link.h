// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// Relative links: the destination of a Markdown link to a path relative to the root, so that a link names the same
// document wherever it is written. A result never leaves the root.
#pragma once

#include <string>
#include <string_view>

namespace milepost {

// "" for a URL, an anchor alone, or a path that leaves the root. `#fragment` and `?query` are cut, %XX is decoded,
// "." and ".." are resolved against the folder of `from` (a path relative to the root); "/x" is from the root.
[[nodiscard]] std::string resolve_link(std::string_view from, std::string_view destination);

// How the document at `from` names the file at `to`; both relative to the root. Not percent-encoded.
[[nodiscard]] std::string path_from(std::string_view from, std::string_view to);

}  // namespace milepost
