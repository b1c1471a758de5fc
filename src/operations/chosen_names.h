// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// ChosenNames: which items a writing command is about: those named, or all that a filter (--where) gives. Many at once
// are changed only with --yes, so that a loose filter does no harm.
#pragma once

#include <string>
#include <vector>

#include "core/base/result.h"
#include "operations/operation.h"

namespace milepost {

inline constexpr Parameter kWhereParameter{
    .name = "where",
    .kind = ParameterKind::list,
    .value_name = "KEY=VALUE",
    .summary = "instead of an ID: all open milestones with status, owner, dialect, kind, plan or tag"};
inline constexpr Parameter kYesParameter{
    .name = "yes", .kind = ParameterKind::flag, .summary = "change all of them without asking", .letter = 'y'};

// Names of the items that --where gives (paths with lines), or `named` when there is no --where. Errors: usage (both or
// neither, an unknown key, several items without --yes or --dry-run), not_found (nothing matches).
[[nodiscard]] Result<std::vector<std::string>> choose_names(Session& session, const Arguments& arguments,
                                                            std::vector<std::string> named);

}  // namespace milepost
