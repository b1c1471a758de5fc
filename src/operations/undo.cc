// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "operations/undo.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include "core/text/unified_patch.h"
#include "operations/arguments.h"
#include "operations/commit_change.h"
#include "operations/invoke_change.h"
#include "operations/session.h"
#include "workspace/folder_files.h"

namespace milepost {
namespace {

constexpr std::array kParameters{
    Parameter{.name = "count",
              .kind = ParameterKind::number,
              .value_name = "N",
              .summary = "so many changes, one after the other; without it one",
              .positional = true},
    Parameter{.name = "redo", .summary = "make the change again that was taken back last"},
    Parameter{.name = "dry-run", .summary = "write nothing; print what one step would do as a patch", .letter = 'n'},
    kCommitParameter};
constexpr std::array kExamples{Example{"milepost undo --dry-run", "what would be taken back"},
                               Example{"milepost undo", "takes back the last change"},
                               Example{"milepost undo 3", "the last three"},
                               Example{"milepost undo --redo", "makes it again"}};

// One edit from the first byte that differs to the last.
TextEdit edit_between(std::string_view was, std::string_view becomes) {
  const auto first = std::ranges::mismatch(was, becomes);
  const auto begin = static_cast<std::size_t>(first.in1 - was.begin());
  std::size_t same = 0;
  const std::size_t most = std::min(was.size(), becomes.size()) - begin;
  while (same < most && was[was.size() - 1 - same] == becomes[becomes.size() - 1 - same]) ++same;
  const ByteRange range{static_cast<ByteOffset>(begin), static_cast<ByteOffset>(was.size() - same)};
  return {range, std::string(becomes.substr(begin, becomes.size() - begin - same))};
}

FileAction action_of(const ChangeStep& step) {
  if (step.is_removal()) return FileAction::removed;
  if (step.is_new()) return FileAction::created;
  return step.stays() ? FileAction::edited : FileAction::moved;
}

Result<void> add_step(const ChangeRecord& record, const ChangeStep& step, ChangeAnswer& answer) {
  ChangedFile& file = answer.files.emplace_back();
  const std::string after = record.path_after(step.to);
  file.action = action_of(step);
  file.path = step.is_new() ? after : step.from;
  if (!step.is_new() && !step.is_removal() && after != step.from) file.new_path = after;
  if (!step.is_removal()) file.revision = step.new_revision;
  if (step.has_new_bytes()) file.edits.push_back(edit_between(step.old_bytes, step.new_bytes));
  auto patch = format_patch({step.from, after, step.old_bytes, file.edits});
  if (!patch) return std::unexpected(std::move(patch).error());
  answer.patch += *patch;
  return {};
}

// `stand` is where the folder is now: before or after the change was made.
Result<void> add_folder(Session& session, const ChangeRecord& record, const FolderMove& move, ChangeAnswer& answer) {
  const std::string& stand = answer.applied ? move.to : move.from;
  auto files = list_folder_files(session.files(), session.root(), stand);
  if (!files) return std::unexpected(std::move(files).error());
  for (const std::string& path : *files) {
    const std::string below = path.substr(stand.size());
    const auto is_step = [&](const ChangeStep& step) {
      return step.from == move.from + below || step.to == move.from + below;
    };
    if (std::ranges::any_of(record.steps, is_step)) continue;
    auto patch = format_patch({move.from + below, move.to + below, {}, {}});
    if (!patch) return std::unexpected(std::move(patch).error());
    answer.patch += *patch;
  }
  return {};
}

Result<void> add_record(Session& session, const ChangeRecord& record, ChangeAnswer& answer) {
  answer.folders.insert(answer.folders.end(), record.folders.begin(), record.folders.end());
  for (const ChangeStep& step : record.steps) {
    if (auto added = add_step(record, step, answer); !added) return added;
  }
  for (const FolderMove& move : record.folders) {
    if (auto added = add_folder(session, record, move, answer); !added) return added;
  }
  return {};
}

Result<std::size_t> parse_count(const Arguments& arguments) {
  const std::string_view text = arguments.text("count");
  if (text.empty()) return 1;
  std::size_t count = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), count);
  if (error == std::errc() && end == text.data() + text.size() && count > 0) return count;
  return fail(ErrorKind::usage, "'" + std::string(text) + "' is no number of changes; give one from 1");
}

Result<ChangeAnswer> preview(Session& session, const Changes& changes, Changes::Direction direction) {
  auto record = changes.plan_undo(direction);
  if (!record) return std::unexpected(std::move(record).error());
  ChangeAnswer answer;
  answer.summary = record->summary;
  if (auto added = add_record(session, *record, answer); !added) return std::unexpected(std::move(added).error());
  return answer;
}

// Each is a change of its own. When a later one can not be taken back, those before it stay taken back, and it is said.
Result<ChangeAnswer> take_back(Session& session, const Changes& changes, Changes::Direction direction,
                               std::size_t count) {
  ChangeAnswer answer;
  answer.applied = true;
  for (std::size_t done = 0; done < count; ++done) {
    auto undone = changes.undo(direction);
    if (!undone && done > 0) {
      undone.error().frames.push_back("after " + std::to_string(done) + " of " + std::to_string(count) +
                                      " changes were done, which stay so");
    }
    if (!undone) return std::unexpected(std::move(undone).error());
    const ChangeRecord& record = undone->record;
    answer.summary += (answer.summary.empty() ? "" : ", ") + record.summary;
    answer.lines.push_back((direction == Changes::Direction::undo ? "took back: " : "did again: ") + record.summary);
    const auto& warnings = undone->applied.warnings;
    answer.remarks.insert(answer.remarks.end(), warnings.begin(), warnings.end());
    if (auto added = add_record(session, record, answer); !added) return std::unexpected(std::move(added).error());
  }
  session.forget_scan();
  return answer;
}

}  // namespace

constinit const Operation kUndoOperation{
    .name = "undo",
    .command = "undo",
    .group = "Editing",
    .summary = "take back the last change",
    .description =
        "Takes back the last change that milepost made in this workspace: bytes, names and folders are as before. It\n"
        "does so only as long as the files are still as milepost left them; a file that was edited or moved since is\n"
        "named, and nothing is written (exit 3). The last 50 changes are remembered. What git has committed, or what\n"
        "was changed by hand, is not touched.",
    .parameters = kParameters,
    .examples = kExamples,
    .exit_codes = kChangeExitCodes,
    .effect = Effect::writes,
    .data_schema = kChangeSchema,
    .invoke = invoke_change<kUndoOperation, undo>};

Result<ChangeAnswer> undo(Session& session, const Arguments& arguments) {
  if (auto good = check_arguments(kUndoOperation, arguments); !good) return std::unexpected(std::move(good).error());
  auto count = parse_count(arguments);
  if (!count) return std::unexpected(std::move(count).error());
  auto changes = session.changes();
  if (!changes) return std::unexpected(std::move(changes).error());
  const auto direction = arguments.has("redo") ? Changes::Direction::redo : Changes::Direction::undo;
  if (arguments.has("dry-run")) return preview(session, **changes, direction);
  if (!arguments.has("commit")) return take_back(session, **changes, direction, *count);
  auto ground = check_commit_ground(session, session.root());
  if (!ground) return std::unexpected(std::move(ground).error());
  auto answer = take_back(session, **changes, direction, *count);
  if (!answer) return answer;
  std::string message(arguments.text("commit"));
  if (message.empty())
    message = std::string("milepost: ") + (arguments.has("redo") ? "redo " : "undo ") + answer->summary + "\n";
  if (auto done = commit_change(session, *ground, session.root(), message, *answer); !done)
    return std::unexpected(std::move(done).error());
  return answer;
}

}  // namespace milepost
