// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// Session: what the operations of one request work on: the workspace, what day it is, and the corpus. Workspace and
// corpus are made when they are first asked for, so that `version` costs nothing, and once, so that all parts of an
// answer speak of the same state. What a killed command left half done is mended before anything is read.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "core/base/date.h"
#include "core/base/result.h"
#include "operations/operation_table.h"
#include "workspace/apply_edit_plan.h"
#include "workspace/workspace.h"

namespace milepost {

class FileSystem;
class FileWriter;
class Git;

struct SessionOptions {
  WorkspaceOptions workspace;
  ScanOptions scan;
  Date today;
  OperationTable operations{};         // for those that speak of the others
  const FileWriter* writer = nullptr;  // borrowed; null: nothing may be written
  const Git* git = nullptr;            // borrowed; null: git can not be asked
  std::string command = {};            // the words of this request, for other processes that wait for it
  // The text of a file of the user, wherever it lies; "-" is standard input. Empty: neither can be read.
  std::function<Result<std::string>(const std::string& path)> read_input = {};
  // Opens the person's editor on a file (absolute path) and waits for its end. Empty: there is none here.
  std::function<Result<void>(const std::string& path)> open_editor = {};
  // Whether there is an editor that could be opened.
  std::function<Result<void>()> check_editor = {};
  // Asks the person who sits there, on one line; "" is no answer. Empty: nobody does, or a program wants data.
  std::function<std::string(const std::string& question)> ask = {};
};

class Session {
 public:
  // Borrows `files`.
  Session(const FileSystem& files, SessionOptions options) : files_(&files), options_(std::move(options)) {}

  [[nodiscard]] Date today() const { return options_.today; }

  [[nodiscard]] OperationTable operations() const { return options_.operations; }

  // Never null when there is a value.
  [[nodiscard]] Result<const Workspace*> workspace();
  [[nodiscard]] Result<const ScanResult*> scan();
  // The files of the workspace as far as this request reads them itself.
  [[nodiscard]] const FileSystem& files() const { return *files_; }
  // A text that the user hands over, by a path as they typed it or "-". Errors: not_found, io, unavailable.
  [[nodiscard]] Result<std::string> read_input(const std::string& path) const {
    if (options_.read_input) return options_.read_input(path);
    return fail(ErrorKind::unavailable, "texts can not be read from '" + path + "' here");
  }
  // Errors: usage (no terminal, no editor), io (the editor failed), unavailable.
  [[nodiscard]] Result<void> open_editor(const std::string& path) const {
    if (options_.open_editor) return options_.open_editor(path);
    return fail(ErrorKind::unavailable, "there is no editor here");
  }
  // Errors: those of open_editor that can be known before.
  [[nodiscard]] Result<void> check_editor() const {
    if (options_.check_editor) return options_.check_editor();
    return fail(ErrorKind::unavailable, "there is no editor here");
  }
  [[nodiscard]] bool can_ask() const { return static_cast<bool>(options_.ask); }
  // The answer without blanks around it; "" when there is none.
  [[nodiscard]] std::string ask(const std::string& question) const;
  // nullptr where nothing may be written. Documents are written by changes() alone.
  [[nodiscard]] const FileWriter* writer() const { return options_.writer; }
  // nullptr where git can not be asked.
  [[nodiscard]] const Git* git() const { return options_.git; }
  // The one door for writing; never null when there is a value. Errors: those of workspace(), unavailable.
  [[nodiscard]] Result<const Changes*> changes();
  // The same below another root than that of the workspace; `root` is canonical. Errors: unavailable.
  [[nodiscard]] Result<Changes> changes_below(std::string root) const;
  // Where the request was made, absolute.
  [[nodiscard]] const std::string& start_directory() const { return options_.workspace.start_directory; }
  // Makes a folder with those above it. Errors: unavailable, io.
  [[nodiscard]] Result<void> make_folders(const std::string& path) const;
  // A new file of the repository itself that git runs, such as a hook; absolute. Errors: conflict (it is there),
  // unavailable, io.
  [[nodiscard]] Result<void> make_program(const std::string& path, std::string_view text) const;
  // Forgets the corpus, after something was written or before a plan is made again; pointers from scan() end.
  void forget_scan() { scan_.reset(); }

  // nullptr as long as no workspace was opened.
  [[nodiscard]] const Workspace* opened() const { return workspace_ ? &*workspace_ : nullptr; }
  // The root for the envelope; "" as long as no workspace was opened.
  [[nodiscard]] std::string root() const { return workspace_ ? workspace_->root() : std::string(); }

  // What people should know besides the answer: a change of an earlier command was taken back.
  [[nodiscard]] const std::vector<std::string>& notices() const { return notices_; }

 private:
  void mend();

  const FileSystem* files_;
  SessionOptions options_;
  std::optional<Workspace> workspace_;
  std::optional<ScanResult> scan_;
  std::optional<Changes> changes_;
  std::vector<std::string> notices_;
};

}  // namespace milepost
