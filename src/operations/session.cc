// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "operations/session.h"

#include <utility>

#include "workspace/file_writer.h"
#include "workspace/git_hook.h"

namespace milepost {

Result<const Workspace*> Session::workspace() {
  if (!workspace_) {
    auto opened = Workspace::open(*files_, options_.workspace);
    if (!opened) return std::unexpected(std::move(opened).error());
    workspace_.emplace(std::move(*opened));
    mend();
  }
  return &*workspace_;
}

// Reading must go on where nothing may be written, and while another process is at work.
std::string Session::ask(const std::string& question) const {
  if (!options_.ask) return {};
  const std::string answer = options_.ask(question);
  const std::size_t begin = answer.find_first_not_of(" \t");
  return begin == std::string::npos ? std::string() : answer.substr(begin, answer.find_last_not_of(" \t") - begin + 1);
}

void Session::mend() {
  if (options_.writer == nullptr) return;
  const Changes changes(*files_, *options_.writer, workspace_->root(),
                        {.command = options_.command, .lock_wait_ms = 0});
  if (!changes.is_unfinished()) return;
  if (auto recovered = changes.recover()) notices_ = std::move(recovered->warnings);
}

Result<const Changes*> Session::changes() {
  if (!changes_) {
    if (options_.writer == nullptr) return fail(ErrorKind::unavailable, "this part of milepost writes no files");
    auto space = workspace();
    if (!space) return std::unexpected(std::move(space).error());
    ChangesOptions options{.command = options_.command};
    options.file_limit = static_cast<std::uint64_t>((*space)->config().get_integer("scan.max_file_size"));
    changes_.emplace(*files_, *options_.writer, (*space)->root(), std::move(options));
  }
  return &*changes_;
}

Result<Changes> Session::changes_below(std::string root) const {
  if (options_.writer == nullptr) return fail(ErrorKind::unavailable, "this part of milepost writes no files");
  return Changes(*files_, *options_.writer, std::move(root), {.command = options_.command});
}

Result<void> Session::make_folders(const std::string& path) const {
  if (options_.writer == nullptr) return fail(ErrorKind::unavailable, "this part of milepost writes no files");
  if (path.empty() || files_->stat(path)) return {};
  if (auto above = make_folders(path.substr(0, path.rfind('/'))); !above) return above;
  const auto made = options_.writer->make_folder(path, 0777);
  if (made || made.error().trouble == FileTrouble::exists) return {};
  return fail(ErrorKind::io, "the folder " + path + " can not be made: " + made.error().reason);
}

Result<void> Session::make_program(const std::string& path, std::string_view text) const {
  if (options_.writer == nullptr) return fail(ErrorKind::unavailable, "this part of milepost writes no files");
  if (auto above = make_folders(path.substr(0, path.rfind('/'))); !above) return above;
  return write_new_program(*options_.writer, path, text);
}

Result<const ScanResult*> Session::scan() {
  if (!scan_) {
    auto space = workspace();
    if (!space) return std::unexpected(std::move(space).error());
    auto result = (*space)->scan(options_.scan);
    if (!result) return std::unexpected(std::move(result).error());
    scan_.emplace(std::move(*result));
  }
  return &*scan_;
}

}  // namespace milepost
