// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// Path parts: the questions that linking and finding ask of a path relative to the root with '/' separators. Only text:
// nothing here touches a file system. The views borrow from the argument.
#pragma once

#include <cstddef>
#include <string_view>

namespace milepost {

// "docs/milestones" of "docs/milestones/M1.md"; "" of a name without a folder.
[[nodiscard]] std::string_view folder_of(std::string_view path);
// "M1.md"
[[nodiscard]] std::string_view file_name_of(std::string_view path);
// "M1"; a name that only begins with a dot keeps it.
[[nodiscard]] std::string_view stem_of(std::string_view path);

// Compares without regard to ASCII case.
[[nodiscard]] bool equals_ignoring_case(std::string_view a, std::string_view b);
[[nodiscard]] bool contains_ignoring_case(std::string_view text, std::string_view lower_case_word);

// How many leading folders two documents share. "a/b/x.md" and "a/c/y.md": 1.
[[nodiscard]] std::size_t count_shared_folders(std::string_view path, std::string_view other_path);

}  // namespace milepost
