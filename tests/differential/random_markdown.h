// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// Random Markdown: short documents strung together from the fragments in which all the trouble of the grammar sits.
// The seed decides everything.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace milepost::testing {

[[nodiscard]] std::vector<std::string> random_documents(std::uint32_t seed, std::size_t count);

}  // namespace milepost::testing
