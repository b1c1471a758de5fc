// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// The registry as part of a change: registry.json as it must be once the change is made, in the same plan. Trouble in
// any plan leaves the registry as it is, but does not hold up the change itself: the command ends with 1 when it did
// something else besides, with 2 when the registry was all it was about.
#pragma once

#include <string>
#include <vector>

#include "core/document/execplan/registry.h"
#include "operations/execplan/space.h"

namespace milepost::execplan {

enum class RegistryVerb : std::uint8_t { build, update, refresh };

struct RegistryOrder {
  RegistryVerb verb = RegistryVerb::refresh;
  bool fails_on_warning = false;
  std::string timestamp;  // "" : none
};

[[nodiscard]] RegistryOrder parse_registry_order(Session& session, const Arguments& arguments, RegistryVerb verb);

// `files` are those of the tree after the change. Adds the file, the lines and the outcome to `into`.
[[nodiscard]] Result<void> add_registry(const Space& space, Session& session, std::vector<SourceFile> files,
                                        const RegistryOrder& order, PlannedChange& into);

// "ERROR path: message"; "ERROR message" when it is about several files.
[[nodiscard]] std::string issue_line(const Issue& issue);
[[nodiscard]] std::vector<std::string> issue_lines(const std::vector<Issue>& issues);

inline constexpr Parameter kOutParameter{.name = "out",
                                         .kind = ParameterKind::text,
                                         .value_name = "PATH",
                                         .summary = "the registry, relative to the root",
                                         .values = Values::files,
                                         .default_text = ".agent/exec_plans/registry.json"};
inline constexpr Parameter kUpdateRegistry{
    .name = "update-registry", .kind = ParameterKind::flag, .summary = "write the registry as well (the default)"};
inline constexpr Parameter kNoUpdateRegistry{
    .name = "no-update-registry", .kind = ParameterKind::flag, .summary = "leave the registry as it is"};
inline constexpr Parameter kFailOnWarning{.name = "fail-on-registry-warn",
                                          .kind = ParameterKind::flag,
                                          .summary = "do not write the registry when it has warnings, and end with 1"};
inline constexpr Parameter kRegistryTimestamp{
    .name = "registry-timestamp", .kind = ParameterKind::flag, .summary = "say in the registry when it was made"};
inline constexpr Parameter kDryRun{.name = "dry-run",
                                   .kind = ParameterKind::flag,
                                   .summary = "write nothing; print the change as a patch",
                                   .letter = 'n'};

}  // namespace milepost::execplan
