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
#include <vector>

#include "core/document/edit_plan.h"
#include "operations/operation.h"

namespace milepost {

// The parameters that every writing command takes besides its own; see with_change_parameters.
inline constexpr std::array kChangeParameters{
    Parameter{.name = "dry-run", .kind = ParameterKind::flag, .summary = "write nothing; print the change as a patch for `git apply`", .letter = 'n'},
    Parameter{.name = "revision",
              .kind = ParameterKind::text,
              .value_name = "HEX",
              .summary = "refuse (exit 3) when the document is no longer this revision"},
    Parameter{.name = "commit", .kind = ParameterKind::flag, .summary = "commit exactly the changed files to git"}};

template <std::size_t N>
constexpr std::array<Parameter, N + kChangeParameters.size()> with_change_parameters(const std::array<Parameter, N>& own) {
  std::array<Parameter, N + kChangeParameters.size()> all{};
  for (std::size_t i = 0; i < N; ++i) all[i] = own[i];
  for (std::size_t i = 0; i < kChangeParameters.size(); ++i) all[N + i] = kChangeParameters[i];
  return all;
}

inline constexpr std::array<int, 7> kChangeExitCodes{0, 1, 2, 3, 4, 5, 130};

// JSON schema of the `data` of every writing command.
extern const std::string_view kChangeSchema;

struct ChangeOptions {
  bool dry_run = false;
  bool commit = false;
  std::optional<std::uint64_t> revision;
};

// Errors: usage (a revision that is none).
[[nodiscard]] Result<ChangeOptions> parse_change_options(const Arguments& arguments);

// What a planner decided. An empty plan means that everything is as it was wanted already.
struct PlannedChange {
  EditPlan plan;
  std::vector<std::string> lines;    // what was done, for people: "M3 is done"
  std::vector<std::string> remarks;  // what they should know besides
};

using ChangePlanner = std::function<Result<PlannedChange>(Session&)>;

enum class FileAction : std::uint8_t { edited, created, moved, removed };

struct ChangedFile {
  FileAction action = FileAction::edited;
  std::string path;      // before; of a created file, after
  std::string new_path;  // "" : did not move
  std::optional<std::uint64_t> revision;  // afterwards; absent when it was removed
  std::vector<TextEdit> edits;
};

struct ChangeAnswer {
  std::string summary;
  bool applied = false;
  std::vector<ChangedFile> files;
  std::vector<FolderMove> folders;
  std::vector<std::string> lines;
  std::vector<std::string> remarks;
  std::string patch;
};

// Errors: those of the planner; conflict (another writer, the lock), refused (the proof says that more would change
// than was meant), io.
[[nodiscard]] Result<ChangeAnswer> carry_out(Session& session, const ChangeOptions& options, const ChangePlanner& planner);

[[nodiscard]] JsonText change_json(const Operation& operation, Session& session, const ChangeAnswer& answer);

}  // namespace milepost
