// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// Revision: the hash of a document's bytes (XXH3-64). Two readings with the same revision saw the same text, so a
// change that names the revision it was decided on can not overwrite what somebody else wrote meanwhile.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace milepost {

[[nodiscard]] std::uint64_t revision_of(std::string_view bytes);

// Sixteen hex digits, as answers print it.
[[nodiscard]] std::string revision_text(std::uint64_t revision);

}  // namespace milepost
