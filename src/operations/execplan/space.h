// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// ExecplanSpace: the tree that an `execplan` command is about: the root (--root, else where the command was given), the
// folder of all plans (--execplans-dir) and the files in it. These commands keep the flags, words and exit codes that
// trees of this family are used to; docs/formats/execplan.md tells them.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/base/date.h"
#include "core/document/execplan/tree.h"
#include "operations/change.h"

namespace milepost::execplan {

class Space {
 public:
  // Errors: usage.
  [[nodiscard]] static Result<Space> open(Session& session, const Arguments& arguments);

  // Reads every file below the folder of all plans. Errors: usage ("ExecPlans directory not found"), io.
  [[nodiscard]] Result<std::vector<SourceFile>> load_files(Session& session) const;
  [[nodiscard]] Result<Tree> load_tree(Session& session) const;

  [[nodiscard]] const std::string& root() const { return root_; }
  // Absolute path of a file below the folder of all plans.
  [[nodiscard]] std::string absolute(std::string_view path) const { return folder_ + "/" + std::string(path); }
  [[nodiscard]] const std::string& folder() const { return folder_; }
  // What is put before a path in the registry: ".agent/exec_plans/", or the absolute folder when it lies outside the
  // root.
  [[nodiscard]] std::string shown() const;
  // The registry's absolute path.
  [[nodiscard]] const std::string& registry() const { return registry_; }
  // The folder that everything which may be written lies below, and a path in it.
  [[nodiscard]] const std::string& base() const { return base_; }
  [[nodiscard]] std::string below_base(const std::string& absolute) const { return absolute.substr(base_.size() + 1); }
  [[nodiscard]] std::string to_base(std::string_view path) const { return below_base(absolute(path)); }

  // Makes the root when it is not there yet.
  [[nodiscard]] Result<void> make_root(Session& session);

 private:
  std::string root_;
  std::string folder_;
  std::string registry_;
  std::string base_;
};

// Carries a plan out below the space's base; folders that become empty stay.
[[nodiscard]] Result<ChangeAnswer> carry_out_in(const Space& space, Session& session, const Arguments& arguments,
                                                const ChangePlanner& planner);

// Refuses what is no plan id. The text is trimmed first.
[[nodiscard]] Result<std::string> parse_plan_id(std::string_view text);

// The one plan with this id. Errors: usage (unknown, several).
[[nodiscard]] Result<const Plan*> get_plan(const Space& space, const Tree& tree, const std::string& id);

// A request that the family refuses: exit code 2.
[[nodiscard]] std::unexpected<Error> refuse(std::string message);

// YYYYMMDD, or today when it is empty.
[[nodiscard]] Result<Date> parse_compact_date(std::string_view text, Date today);
// "2026/01/31"
[[nodiscard]] std::string dated_folder(Date date);

// The parameters that all of these commands take.
inline constexpr Parameter kRootParameter{.name = "root",
                                          .kind = ParameterKind::text,
                                          .value_name = "PATH",
                                          .summary = "root of the repository; the current folder when not given",
                                          .values = Values::directories};
inline constexpr Parameter kFolderParameter{.name = "execplans-dir",
                                            .kind = ParameterKind::text,
                                            .value_name = "PATH",
                                            .summary = "folder of all plans, relative to the root",
                                            .values = Values::directories,
                                            .default_text = ".agent/exec_plans"};

}  // namespace milepost::execplan
