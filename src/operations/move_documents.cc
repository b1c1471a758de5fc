// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "operations/move_documents.h"

#include <algorithm>
#include <array>
#include <set>
#include <span>
#include <utility>

#include "core/document/path_parts.h"
#include "core/lifecycle/destination.h"
#include "core/lifecycle/mend_links.h"
#include "operations/session.h"

namespace milepost {
namespace {

// Files beside the documents that name paths between quotes, looked for in the folders above a moved file.
constexpr std::array<std::string_view, 3> kDataNames{"registry.json", "_registry.json", "initiative.json"};
constexpr int kFoldersAbove = 8;

std::set<std::string> find_data_files(const Workspace& workspace, std::span<const std::string> paths) {
  std::set<std::string> found;
  for (const std::string& path_below : paths) {
    std::string_view folder = folder_of(path_below);
    for (int above = 0; above < kFoldersAbove && !folder.empty(); ++above, folder = folder_of(folder)) {
      for (const std::string_view name : kDataNames) {
        std::string path = std::string(folder) + "/" + std::string(name);
        if (workspace.has(path)) found.insert(std::move(path));
      }
    }
  }
  return found;
}

// Every `"old/path` in a data file, ended by a quote or a slash.
std::vector<TextEdit> plan_data_edits(std::string_view bytes, const std::vector<PathMove>& moves) {
  std::vector<TextEdit> edits;
  for (const PathMove& move : moves) {
    const std::string needle = "\"" + move.from;
    for (std::size_t at = bytes.find(needle); at != std::string_view::npos;
         at = bytes.find(needle, at + needle.size())) {
      const std::size_t end = at + needle.size();
      if (end >= bytes.size() || (bytes[end] != '"' && bytes[end] != '/')) continue;
      edits.push_back({{static_cast<ByteOffset>(at + 1), static_cast<ByteOffset>(end)}, move.to});
    }
  }
  return edits;
}

// The entry of the file in the plan, made when there is none.
FileChange& change_of(EditPlan& plan, const std::string& path, std::uint64_t revision) {
  const auto found = std::ranges::find(plan.files, path, &FileChange::path);
  if (found != plan.files.end()) return *found;
  FileChange change;
  change.path = path;
  change.revision = revision;
  return plan.files.emplace_back(std::move(change));
}

class Mover {
 public:
  Mover(Session& session, const std::vector<PathMove>& moves, PlannedChange& into)
      : session_(session), workspace_(*session.opened()), list_(moves), moves_(moves), into_(into) {}

  Result<void> run() {
    for (const PathMove& move : list_)
      if (auto good = check_target(move); !good) return good;
    if (auto mended = mend_documents(); !mended) return mended;
    if (auto mended = mend_data(); !mended) return mended;
    for (const PathMove& move : list_)
      if (auto moved = add_move(move); !moved) return moved;
    return {};
  }

 private:
  [[nodiscard]] Result<void> check_target(const PathMove& move) const {
    if (!workspace_.has(move.to)) return {};
    auto failure = fail(ErrorKind::conflict, move.from + " can not move: " + move.to + " is there already");
    failure.error().hints.emplace_back("move or rename one of them first, or leave the file where it is with --stay");
    return failure;
  }

  // Who names a moved file by name is parsed, and so is every file that moves.
  Result<void> mend_documents() {
    auto scan = session_.scan();
    if (!scan) return std::unexpected(std::move(scan).error());
    std::set<std::string> paths;
    for (std::string& path : workspace_.find_files_with((*scan)->files, moves_.names())) paths.insert(std::move(path));
    for (const std::string& path : (*scan)->files)
      if (moves_.moves(path)) paths.insert(path);
    const PathExists exists = [this](const std::string& path) { return workspace_.has(path); };
    for (const std::string& path : paths) {
      auto document = load_document(session_, path);
      if (!document) return std::unexpected(std::move(document).error());
      std::vector<TextEdit> edits = plan_mended_links(*document, moves_, exists);
      if (!edits.empty() && document->dialect == nullptr) {
        note_broken_links(*document, edits);
        continue;
      }
      if (!edits.empty()) add_edits(path, document->document.revision, std::move(edits), "link");
    }
    return {};
  }

  // Nobody else's document is touched: what is no milestone document keeps its links, and they are named.
  void note_broken_links(const ParsedDocument& document, const std::vector<TextEdit>& edits) {
    const std::string& path = document.document.path;
    std::string lines;
    for (const TextEdit& edit : edits) {
      const std::string line = std::to_string(document.source.position(edit.range.begin).line);
      if (!lines.ends_with(" " + line)) lines += (lines.empty() ? " " : ", ") + line;
    }
    into_.remarks.push_back(path + " is no milestone document and stays as it is; its links on line" + lines +
                            " lead elsewhere now");
  }

  Result<void> mend_data() {
    std::vector<std::string> moved;
    for (const PathMove& move : list_) moved.push_back(move.from);
    for (const std::string& path : find_data_files(workspace_, moved)) {
      auto document = load_document(session_, path);
      if (!document) return std::unexpected(std::move(document).error());
      std::vector<TextEdit> edits = plan_data_edits(document->source.bytes(), list_);
      if (!edits.empty()) add_edits(path, document->document.revision, std::move(edits), "data");
    }
    return {};
  }

  // An edit that meets one of the plan gives way: what was asked for goes first.
  void add_edits(const std::string& path, std::uint64_t revision, std::vector<TextEdit> edits, const char* what) {
    FileChange& change = change_of(into_.plan, path, revision);
    const std::vector<TextEdit> before = change.edits;
    for (TextEdit& edit : edits) {
      const auto meets = [&](const TextEdit& other) {
        return other.range.begin < edit.range.end && edit.range.begin < other.range.end;
      };
      const auto replaces = [&](const TextEdit& other) {
        return other.range.begin <= edit.range.begin && edit.range.end <= other.range.end;
      };
      if (std::ranges::any_of(before, replaces)) continue;  // what stands there then leads where it was meant to
      if (std::ranges::any_of(before, meets)) {
        into_.remarks.push_back(path + ": a link stands in what is changed as well and was left as it is");
        continue;
      }
      change.edits.push_back(std::move(edit));
    }
    change.intended.push_back({what, {}});
  }

  Result<void> add_move(const PathMove& move) {
    const auto own = std::ranges::find(into_.plan.files, move.from, &FileChange::path);
    if (own != into_.plan.files.end()) {
      own->new_path = move.to;
      return {};
    }
    const auto stat = session_.files().stat(workspace_.root() + "/" + move.from);
    if (stat && stat->kind == FileKind::directory) {
      into_.plan.folders.push_back({move.from, move.to});
      return {};
    }
    auto document = load_document(session_, move.from);
    if (!document) return std::unexpected(std::move(document).error());
    change_of(into_.plan, move.from, document->document.revision).new_path = move.to;
    return {};
  }

  Session& session_;
  const Workspace& workspace_;
  const std::vector<PathMove>& list_;
  PathMoves moves_;
  PlannedChange& into_;
};

bool is_below(std::string_view path, std::string_view folder) {
  return path.size() > folder.size() && path.starts_with(folder) && path[folder.size()] == '/';
}

bool belongs_to(const Corpus& corpus, ItemKey key, ItemKey ancestor) {
  for (int level = 0; level < kFoldersAbove; ++level) {
    if (key == ancestor) return true;
    const auto parent = corpus.links(key).parent;
    if (!parent) return false;
    key = *parent;
  }
  return false;
}

// A folder moves only with what belongs to its plan: nobody else's milestone goes along unseen.
Result<void> check_folder(const Corpus& corpus, const ChosenItem& chosen, const PathMove& move) {
  for (const ItemKey key : corpus.all_items()) {
    const std::string& path = corpus.document_of(key).path;
    if (key.item != 0 || !is_below(path, move.from) || belongs_to(corpus, key, chosen.key)) continue;
    auto failure = fail(ErrorKind::refused, "the folder " + move.from + " can not move to " + move.to + ": " + path +
                                                " stands in it and belongs to another plan");
    failure.error().hints.emplace_back("move that file first, or leave the folder where it is with --stay");
    return failure;
  }
  return {};
}

}  // namespace

Result<std::optional<PathMove>> find_destination(Session& session, const ChosenItem& chosen, Step step, Date day) {
  if (chosen.item != 0 || chosen.document.dialect == nullptr) return std::nullopt;
  const Workspace& workspace = *session.opened();
  const Item& item = chosen.stated();
  const DestinationRequest request{chosen.path(), item.id ? std::string_view(item.id->value) : std::string_view(),
                                   item.kind, step, day};
  auto destination = choose_destination(chosen.document.dialect->life, request,
                                        [&](const std::string& path) { return workspace.has(path); });
  if (!destination) return std::nullopt;
  if (destination->thing == MovedThing::folder) {
    if (auto good = check_folder((*session.scan())->corpus, chosen, destination->move); !good)
      return std::unexpected(std::move(good).error());
  }
  return std::move(destination->move);
}

Result<std::vector<DataFile>> load_data_files(Session& session, const std::string& path) {
  std::vector<DataFile> files;
  for (const std::string& found : find_data_files(*session.opened(), {&path, 1})) {
    auto document = load_document(session, found);
    if (!document) return std::unexpected(std::move(document).error());
    files.push_back({found, std::string(document->source.bytes())});
  }
  return files;
}

Result<void> add_moves(Session& session, const std::vector<PathMove>& moves, PlannedChange& into) {
  if (moves.empty()) return {};
  return Mover(session, moves, into).run();
}

}  // namespace milepost
