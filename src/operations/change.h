// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// Change: the one way of every writing command. A planner decides an EditPlan on what stands there now; the plan is
// shown as a patch (--dry-run), given as data (--json), or applied: proven, under the lock, all or nothing. When
// another writer was faster, the planner is asked again on the fresh bytes, so that no update is lost.
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/document/dialect_set.h"
#include "core/document/edit_plan.h"
#include "operations/change_answer.h"
#include "operations/operation.h"
#include "workspace/apply_edit_plan.h"

namespace milepost {

// The parameters that every writing command takes besides its own; see with_change_parameters.
inline constexpr std::array kChangeParameters{
    Parameter{.name = "dry-run",
              .kind = ParameterKind::flag,
              .summary = "write nothing; print the change as a patch for `git apply`",
              .letter = 'n'},
    Parameter{.name = "revision",
              .kind = ParameterKind::text,
              .value_name = "HEX",
              .summary = "refuse (exit 3) when the document is no longer this revision"},
    Parameter{.name = "commit",
              .kind = ParameterKind::optional_text,
              .value_name = "MESSAGE",
              .summary = "commit the files of this change in git, and nothing else"}};
inline constexpr const Parameter& kDryRunParameter = kChangeParameters[0];
inline constexpr const Parameter& kCommitParameter = kChangeParameters[2];

template <std::size_t N>
constexpr std::array<Parameter, N + kChangeParameters.size()> with_change_parameters(
    const std::array<Parameter, N>& own) {
  std::array<Parameter, N + kChangeParameters.size()> all{};
  for (std::size_t i = 0; i < N; ++i) all[i] = own[i];
  for (std::size_t i = 0; i < kChangeParameters.size(); ++i) all[N + i] = kChangeParameters[i];
  return all;
}

inline constexpr std::array<int, 7> kChangeExitCodes{0, 1, 2, 3, 4, 5, 130};

// JSON schema of the `data` of every writing command.
inline constexpr std::string_view kChangeSchema = R"json({"type":"object",
"required":["summary","applied","files","folders","lines","remarks","patch"],
"properties":{"summary":{"type":"string"},"applied":{"type":"boolean"},
"files":{"type":"array","items":{"type":"object","required":["action","path","new_path","revision","edits"],"properties":{
"action":{"enum":["edited","created","moved","removed"]},"path":{"type":"string"},"new_path":{"type":["string","null"]},
"revision":{"type":["string","null"],"pattern":"^[0-9a-f]{16}$"},
"edits":{"type":"array","items":{"type":"object","required":["begin","end","replacement"],"properties":{
"begin":{"type":"integer"},"end":{"type":"integer"},"replacement":{"type":"string"}}}}}}},
"folders":{"type":"array","items":{"type":"object","required":["from","to"],"properties":{
"from":{"type":"string"},"to":{"type":"string"}}}},
"lines":{"type":"array","items":{"type":"string"}},"remarks":{"type":"array","items":{"type":"string"}},
"patch":{"type":"string"},
"commit":{"type":["string","null"],"description":"the commit that --commit made"}}})json";

struct ChangeOptions {
  bool dry_run = false;
  std::optional<std::uint64_t> revision;
  Planning planning = Planning::optimistic;  // locked: for what must not happen twice, such as taking an id
  EmptiedFolders emptied = EmptiedFolders::remove;
  std::optional<std::string> commit;  // the message; "" says what was done
};

// Errors: usage (a revision that is none).
[[nodiscard]] Result<ChangeOptions> parse_change_options(const Arguments& arguments);

// What a planner decided. An empty plan means that everything is as it was wanted already.
struct PlannedChange {
  EditPlan plan;
  std::vector<std::string> lines;    // what was done, for people: "M3 is done"
  std::vector<std::string> remarks;  // what they should know besides
  Outcome outcome = Outcome::done;
};

using ChangePlanner = std::function<Result<PlannedChange>(Session&)>;

// Errors: those of the planner; conflict (another writer, the lock), refused (the proof says that more would change
// than was meant), io, git (the commit that was asked for; see commit_change.h).
[[nodiscard]] Result<ChangeAnswer> carry_out(Session& session, const ChangeOptions& options,
                                             const ChangePlanner& planner);

// The same below another root than the session's workspace. Borrows all of it.
struct ChangePlace {
  const std::string& root;  // absolute
  const DialectSet& dialects;
  const Changes& changes;
};
[[nodiscard]] Result<ChangeAnswer> carry_out_at(const ChangePlace& place, Session& session,
                                                const ChangeOptions& options, const ChangePlanner& planner);

[[nodiscard]] JsonText change_json(const Operation& operation, Session& session, const ChangeAnswer& answer);

}  // namespace milepost
