// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// An ExecPlan tree, read: its plans and milestones with what their front matter says, each with its own trouble, so
// that one broken file never hides the others. A value; made from the files' bytes, no file system here.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/document/execplan/identity.h"
#include "core/text/front_matter.h"

namespace milepost::execplan {

struct SourceFile {
  std::string path;  // relative to the folder of all plans
  std::string bytes;
};

// Front matter as this family reads it: YAML at the first byte, a mapping, UTF-8.
struct Header {
  FrontMatter yaml;
  std::string trouble;  // why it can not be used; "" when it can

  // The scalar of a key, "" when it is absent, null, or no scalar.
  [[nodiscard]] std::string text(std::string_view key) const;
  // A list, a scalar, or a scalar with brackets, as a list.
  [[nodiscard]] std::vector<std::string> list(std::string_view key) const;
};

// `what` names the file in messages: "milestone file is not valid UTF-8".
[[nodiscard]] Header read_header(std::string_view bytes, std::string_view what);

struct Plan {
  std::string path;
  std::string id;  // from the file's name; "" when the name has none
  Header header;
  bool completed = false;  // by its path
};

struct Milestone {
  std::string path;
  std::string plan_id;  // by the name, else by the front matter; "" when neither says it
  std::string id;       // as the front matter says
  int sequence = -1;    // by the name; -1 when the name is not that of a milestone
  Stage stage = Stage::active;
  bool direct = false;  // stands in milestones/active itself, not deeper
  Header header;
};

struct Tree {
  std::vector<Plan> plans;            // by path
  std::vector<Milestone> milestones;  // by path; every *.md below a stage of `milestones/`
};

[[nodiscard]] Tree read_tree(std::vector<SourceFile> files);

// The plans with this id.
[[nodiscard]] std::vector<const Plan*> find_plans(const Tree& tree, std::string_view id);

// The milestones of a plan that have a sequence, by sequence, then active before completed, then path.
[[nodiscard]] std::vector<const Milestone*> milestones_of(const Tree& tree, std::string_view plan_id);

// "active/quay/milestones/"
[[nodiscard]] std::string milestones_folder(const Plan& plan);

// Where finished milestones of a plan go: where they are already, else as the generation of its layout has it.
enum class FinishedPlace : std::uint8_t { complete, archive, dated_archive };
[[nodiscard]] FinishedPlace finished_place(const Tree& tree, const Plan& plan);

// Whether new milestones carry the plan's id in their names: as those that are there do, else as the layout has it. In
// a folder that several plans share they must.
[[nodiscard]] bool has_long_names(const Tree& tree, const Plan& plan);

// Milestones by their names in the plan's folder that do not say whose they are, because their front matter is broken
// or has no `execplan_id`. Their numbers are taken nevertheless.
[[nodiscard]] std::vector<const Milestone*> nameless_milestones(const Tree& tree, const Plan& plan);

// Why an active milestone can not be used by `complete`; "" when it can.
[[nodiscard]] std::string trouble_of(const Milestone& milestone);

// "milestones none", "milestones 2/3 completed": those whose id says that they belong to the plan count.
[[nodiscard]] std::string progress_of(const Tree& tree, std::string_view plan_id);
[[nodiscard]] std::string progress_of_all(const Tree& tree, const std::vector<const Plan*>& plans);

}  // namespace milepost::execplan
