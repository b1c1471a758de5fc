// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// Text made safe for XML 1.0, as content and as the value of an attribute in double quotes. What XML has no word for
// (most control characters, U+FFFE, U+FFFF, invalid UTF-8) becomes U+FFFD, so that no byte of a document can break the
// file for its reader. Line breaks and tabs are written as references, else an attribute would lose them.
#pragma once

#include <string>
#include <string_view>

namespace milepost {

[[nodiscard]] std::string to_xml_text(std::string_view text);

}  // namespace milepost
