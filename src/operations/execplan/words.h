// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// The words of `execplan new` and `execplan milestone new`: what a title, an owner and a slug may be, and which numbers
// are taken outside the files that stand here.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "operations/execplan/space.h"

namespace milepost::execplan {

inline constexpr Parameter kSlugParameter{.name = "slug",
                                          .kind = ParameterKind::text,
                                          .value_name = "SLUG",
                                          .summary = "name of folder and file; made from the title when not given"};
inline constexpr Parameter kOwnerParameter{.name = "owner",
                                           .kind = ParameterKind::text,
                                           .value_name = "OWNER",
                                           .summary = "who answers for it",
                                           .default_text = "@codex"};

[[nodiscard]] Result<std::string> parse_title(const Arguments& arguments);
[[nodiscard]] Result<std::string> parse_owner(const Arguments& arguments, std::string_view otherwise);
[[nodiscard]] Result<std::string> parse_slug(const Arguments& arguments, const std::string& title);
// "Invalid kind 'chore'. Allowed: ['bugfix', …]"
[[nodiscard]] Result<void> check_word(std::string_view what, const std::string& word,
                                      const std::vector<std::string_view>& allowed);
[[nodiscard]] Result<void> check_reserved(const std::string& slug);

// The highest number of a row of ids in other work trees, on branches and in history; 0 outside of git. `owner` is how
// the parent of the row is called in paths, "" for none.
[[nodiscard]] Result<int> highest_elsewhere(Session& session, const Space& space, const std::string& pattern,
                                            const std::string& owner);

// Notes the id of a file that is about to be made, so that nobody else takes it; nothing for a dry run.
struct NewFile {
  std::string id;
  std::string path;  // relative to the folder of all plans
};
[[nodiscard]] Result<void> reserve(Session& session, const Space& space, const Arguments& arguments,
                                   const NewFile& file);

}  // namespace milepost::execplan
