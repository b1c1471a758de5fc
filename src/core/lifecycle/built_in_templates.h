// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// The templates that come with the program, by name ("execplan/milestone"). They carry every key, heading, table and
// kind of box of their family in its order, in words of our own; what an author is to write stands in comments, so that
// nothing in a new document can be taken for a value.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace milepost {

[[nodiscard]] std::optional<std::string_view> find_built_in_template(std::string_view name);

}  // namespace milepost
