// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// Text of documents made safe for a Markdown page of ours, such as a comment on a pull request: nothing in it is a
// link, an image, HTML, a mention, a reference to an issue, emphasis or a cell border; it is one line that reads as it
// was written. Held to a list of cases.
#pragma once

#include <string>
#include <string_view>

namespace milepost {

[[nodiscard]] std::string escape_markdown(std::string_view text);

// As code, also inside a table. A place stays one word that can be copied.
[[nodiscard]] std::string to_markdown_code(std::string_view text);

}  // namespace milepost
