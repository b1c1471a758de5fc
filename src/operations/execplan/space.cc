// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "operations/execplan/space.h"

#include <algorithm>
#include <utility>

#include "operations/arguments.h"
#include "operations/session.h"
#include "workspace/folder_files.h"
#include "workspace/path_gate.h"

namespace milepost::execplan {
namespace {

constexpr std::uint64_t kLargestFile = std::uint64_t{16} << 20U;

std::string join(const std::string& folder, std::string_view path) {
  if (path.starts_with('/')) return normalise_path(std::string(path));
  return normalise_path(folder + "/" + std::string(path));
}

bool is_below(const std::string& path, const std::string& folder) { return path.starts_with(folder + "/"); }

std::string common_folder(std::string a, const std::string& b) {
  while (a != b && !is_below(b, a)) a = a.substr(0, a.rfind('/'));
  return a;
}

std::string trim(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \t\r\n");
  if (begin == std::string_view::npos) return {};
  return std::string(text.substr(begin, text.find_last_not_of(" \t\r\n") - begin + 1));
}

}  // namespace

std::unexpected<Error> refuse(std::string message) { return fail(ErrorKind::usage, std::move(message)); }

Result<Space> Space::open(Session& session, const Arguments& arguments) {
  Space space;
  const std::string_view root = arguments.text("root");
  space.root_ = join(session.start_directory(), root.empty() ? "." : root);
  if (const auto canonical = session.files().canonical(space.root_)) space.root_ = *canonical;
  const std::string_view folder = arguments.text("execplans-dir");
  space.folder_ = join(space.root_, folder.empty() ? ".agent/exec_plans" : folder);
  const std::string_view out = arguments.text("out");
  space.registry_ = join(space.root_, out.empty() ? ".agent/exec_plans/registry.json" : out);
  space.base_ = common_folder(common_folder(space.root_, space.folder_), space.registry_);
  return space;
}

Result<void> Space::make_root(Session& session) {
  if (auto made = session.make_folders(root_); !made) return made;
  const bool base_is_root = base_ == root_;
  if (const auto canonical = session.files().canonical(root_); canonical && base_is_root && *canonical != root_) {
    folder_ = *canonical + folder_.substr(root_.size());
    registry_ = *canonical + registry_.substr(root_.size());
    root_ = base_ = *canonical;
  }
  return {};
}

std::string Space::shown() const {
  if (is_below(folder_, root_)) return folder_.substr(root_.size() + 1) + "/";
  return folder_ + "/";
}

Result<std::vector<SourceFile>> Space::load_files(Session& session) const {
  const auto stat = session.files().stat(folder_);
  if (!stat || stat->kind != FileKind::directory) return refuse("ExecPlans directory not found: " + folder_);
  auto paths = list_folder_files(session.files(), base_, below_base(folder_));
  if (!paths) return std::unexpected(std::move(paths).error());
  std::vector<SourceFile> files;
  ReadBuffer bytes;
  const std::size_t prefix = below_base(folder_).size() + 1;
  for (const std::string& path : *paths) {
    if (!path.ends_with(".md")) continue;
    // What can not be read (a link to nowhere, a folder of that name) is no plan and hides none.
    if (!session.files().read(base_ + "/" + path, kLargestFile, bytes)) continue;
    files.push_back({path.substr(prefix), std::string(bytes.bytes())});
  }
  return files;
}

Result<Tree> Space::load_tree(Session& session) const {
  auto files = load_files(session);
  if (!files) return std::unexpected(std::move(files).error());
  return read_tree(std::move(*files));
}

Result<ChangeAnswer> carry_out_in(const Space& space, Session& session, const Arguments& arguments,
                                  const ChangePlanner& planner) {
  auto dialects = DialectSet::built_in();
  if (!dialects) return std::unexpected(std::move(dialects).error());
  auto changes = session.changes_below(space.base());
  if (!changes) return std::unexpected(std::move(changes).error());
  ChangeOptions options;
  options.dry_run = arguments.has("dry-run");
  if (arguments.has("commit")) options.commit = arguments.text("commit");
  options.planning = Planning::locked;  // numbers are taken, so two must not plan at once
  options.emptied = EmptiedFolders::keep;
  return carry_out_at({space.base(), *dialects, *changes}, session, options, planner);
}

Result<std::string> parse_plan_id(std::string_view text) {
  std::string id = trim(text);
  if (is_plan_id(id)) return id;
  return refuse("Invalid ExecPlan ID '" + id + "'. Expected EP-YYYYMMDD-NNN.");
}

Result<const Plan*> get_plan(const Space& space, const Tree& tree, const std::string& id) {
  const auto found = find_plans(tree, id);
  if (found.size() == 1) return found.front();
  if (found.empty()) return refuse("ExecPlan '" + id + "' was not found under " + space.folder() + ".");
  std::string paths;
  for (const Plan* plan : found) paths += (paths.empty() ? "" : ", ") + space.absolute(plan->path);
  return refuse("ExecPlan ID '" + id + "' resolved to multiple files. Resolve duplicates first: " + paths);
}

Result<Date> parse_compact_date(std::string_view text, Date today) {
  if (text.empty()) return today;
  const bool digits = text.size() == 8 && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
  const std::string iso =
      digits ? std::string(text.substr(0, 4)) + "-" + std::string(text.substr(4, 2)) + "-" + std::string(text.substr(6))
             : std::string();
  if (const auto date = Date::from_iso(iso)) return *date;
  return refuse("Date must use YYYYMMDD format (got '" + std::string(text) + "').");
}

std::string dated_folder(Date date) {
  std::string text = to_string(date);
  std::ranges::replace(text, '-', '/');
  return text;
}

}  // namespace milepost::execplan
