// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// What the names and paths of an ExecPlan tree say: which files are plans and milestones, whose they are, and how far.
// All generations of the layout are understood; paths are relative to the folder of all plans (.agent/exec_plans).
// Rules: docs/formats/execplan.md.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace milepost::execplan {

// "EP-20260117-014", and nothing else.
[[nodiscard]] bool is_plan_id(std::string_view text);
// "EP-20260117-014/MS003", and nothing else.
[[nodiscard]] bool is_milestone_id(std::string_view text);

// The id at the beginning of a file's name, "" when there is none: "EP-20260117-014_streaming.md". It must be followed
// by the end, '.', '_' or '-'.
[[nodiscard]] std::string_view plan_id_of_name(std::string_view name);

struct MilestoneName {
  std::string plan_id;  // "" when the name does not say whose it is
  int sequence = 0;
};

// "MS003_prototype.md" or "EP-20260117-014_MS003_prototype.md"; nothing for other names.
[[nodiscard]] std::optional<MilestoneName> parse_milestone_name(std::string_view name);

enum class Stage : std::uint8_t { active, completed };

// Where a path lies below `milestones/`; nothing when it lies under none of its stages.
[[nodiscard]] std::optional<Stage> milestone_stage(std::string_view path);

// Whether the file is a plan by its place and name.
[[nodiscard]] bool is_plan_path(std::string_view path);

// Whether a plan's path says that it is completed: below complete/ or archive/ with a date, or in such a folder of its
// own.
[[nodiscard]] bool is_completed_path(std::string_view path);

// The folder that holds a plan and its `milestones/`: "active/streaming" of "active/streaming/EP-...md"; "" at the top.
[[nodiscard]] std::string_view home_of_plan(std::string_view path);

// The plan folder whose `milestones/` the file lies under.
[[nodiscard]] std::string_view home_of_milestone(std::string_view path);

enum class Layout : std::uint8_t { seed, current };

// The generation that a plan lies in: "<slug>/EP-..." is seed, "active/<slug>/EP-..." is current.
[[nodiscard]] Layout layout_of(std::string_view plan_path);

// Lower case, runs of what is no letter, digit, '_' or '-' become '-'; ASCII only. "" when nothing is left.
[[nodiscard]] std::string make_slug(std::string_view text);

}  // namespace milepost::execplan
