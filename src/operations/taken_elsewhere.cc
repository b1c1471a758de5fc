// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "operations/taken_elsewhere.h"

#include <algorithm>
#include <set>
#include <string_view>
#include <utility>
#include <vector>

#include "core/document/dialect_set.h"
#include "core/document/normalise/words.h"
#include "core/document/path_parts.h"
#include "operations/session.h"
#include "workspace/git.h"
#include "workspace/git_layout.h"
#include "workspace/id_reservations.h"
#include "workspace/path_history.h"
#include "workspace/state_folder.h"

namespace milepost {
namespace {

// Documents whose ids stand inside and not in their names are read in all their versions; a row that is spread over
// more of them than this is one whose names tell it.
constexpr std::size_t kMostInnerDocuments = 64;
constexpr std::uint64_t kLargestVersion = std::uint64_t{1} << 20U;

class TakenSearch {
 public:
  TakenSearch(const RowPlace& place, const IdSequence& sequence, TakenNumbers& into)
      : place_(place), sequence_(sequence), into_(into) {}

  Result<void> run() {
    const FileSystem& files = place_.files;
    const std::string& root = place_.root;
    add_names(list_markdown_paths(files, root, folder()), "");
    const auto layout = find_git_layout(files, root);
    if (!layout) return {};
    const Git* git = place_.git;
    if (git == nullptr) return fail(ErrorKind::unavailable, "this part of milepost can not ask git");
    prefix_ = root == layout->top ? "" : root.substr(layout->top.size() + 1) + "/";
    auto history = load_path_history(files, *git, *layout);
    if (!history) return with_hint(std::move(history).error());
    add_history(history->paths);
    const auto trees = other_work_trees(*layout);
    const auto names = list_markdown_paths_of_all(files, trees, folder());
    for (std::size_t i = 0; i < trees.size(); ++i) add_names(without(names[i], history->paths), " in " + trees[i]);
    add_reservations();
    return place_.corpus == nullptr ? Result<void>{} : add_inner_ids(*place_.corpus, *git, *layout, trees);
  }

 private:
  [[nodiscard]] const std::string& folder() const { return sequence_.scope().folder; }
  [[nodiscard]] const IdWords& words() const { return place_.words; }

  static Result<void> with_hint(Error error) {
    error.frames.emplace_back("while looking where the id may be taken");
    return std::unexpected(std::move(error));
  }

  void add_names(const std::vector<std::string>& paths, const std::string& where) {
    for (const std::string& path : paths)
      for (const std::uint32_t number : sequence_.numbers_in(path, words())) {
        into_.add(number, path + where);
        named_.insert(number);
      }
  }

  // Nearly all files of another work tree are in a commit, and were looked at there.
  [[nodiscard]] std::vector<std::string> without(const std::vector<std::string>& paths,
                                                 const std::vector<std::string>& known) const {
    std::vector<std::string> rest;
    for (const std::string& path : paths)
      if (!std::ranges::binary_search(known, prefix_ + path)) rest.push_back(path);
    return rest;
  }

  void add_history(const std::vector<std::string>& paths) {
    for (std::string_view path : paths) {
      if (!path.starts_with(prefix_)) continue;
      path.remove_prefix(prefix_.size());
      for (const std::uint32_t number : sequence_.numbers_in(path, words())) {
        into_.add(number, std::string(path) + " in another commit");
        named_.insert(number);
      }
    }
  }

  // The folders in the other work trees that are what the root is in this one.
  [[nodiscard]] std::vector<std::string> other_work_trees(const GitLayout& layout) const {
    std::vector<std::string> trees;
    for (const GitWorkTree& tree : list_work_trees(place_.files, layout.common)) {
      if (tree.top == layout.top) continue;
      trees.push_back(prefix_.empty() ? tree.top : tree.top + "/" + prefix_.substr(0, prefix_.size() - 1));
    }
    return trees;
  }

  void add_reservations() {
    const IdReservations reservations(place_.files, find_state_folder(place_.files, place_.root).path);
    for (const IdReservation& one : reservations.load()) {
      if (!one.path.starts_with(prefix_)) continue;
      const std::string path = one.path.substr(prefix_.size());
      if (const auto number = sequence_.number_of(one.id, path))
        into_.add(*number, path + ", which was made and is gone");
    }
  }

  // Numbers that no name tells: headings and rows of documents. Their other versions may hold more.
  Result<void> add_inner_ids(const Corpus& corpus, const Git& git, const GitLayout& layout,
                             const std::vector<std::string>& trees) {
    const std::set<std::string> inner = find_inner_documents(corpus);
    if (inner.empty() || inner.size() > kMostInnerDocuments) return {};
    for (const std::string& tree : trees)
      for (const std::string& path : inner) add_file(tree, path);
    std::vector<std::string> paths;
    for (const std::string& path : inner) paths.push_back(prefix_ + path);
    const auto versions = git.versions_of(layout.top, paths);
    if (!versions) return with_hint(versions.error());
    std::vector<std::string> blobs;
    for (const GitVersion& version : *versions) blobs.push_back(version.blob);
    const auto texts = git.load_blobs(layout.top, blobs, kLargestVersion);
    if (!texts) return with_hint(texts.error());
    for (std::size_t i = 0; i < texts->size(); ++i)
      if ((*texts)[i]) add_text(*(*texts)[i], (*versions)[i].path.substr(prefix_.size()), " in another commit");
    return {};
  }

  [[nodiscard]] std::set<std::string> find_inner_documents(const Corpus& corpus) const {
    std::set<std::string> paths;
    for (const DocumentSummary& document : corpus.documents())
      for (const Item& item : document.items) {
        const auto number = item.id ? sequence_.number_of(item.id->value, document.path) : std::nullopt;
        if (number && !named_.contains(*number)) paths.insert(document.path);
      }
    return paths;
  }

  void add_file(const std::string& tree, const std::string& path) {
    ReadBuffer bytes;
    if (place_.files.read(tree + "/" + path, kLargestVersion, bytes)) add_text(bytes.bytes(), path, " in " + tree);
  }

  void add_text(std::string_view text, const std::string& path, const std::string& where) {
    for (const std::uint32_t number : sequence_.numbers_declared_in(text, path, words()))
      into_.add(number, path + where);
  }

  const RowPlace& place_;
  const IdSequence& sequence_;
  TakenNumbers& into_;
  std::set<std::uint32_t> named_;  // stand in a name somewhere
  std::string prefix_;             // of the root, from the top of the repository, with its slash
};

}  // namespace

Result<void> add_taken_elsewhere(Session& session, const IdSequence& sequence, TakenNumbers& into) {
  auto scan = session.scan();
  if (!scan) return std::unexpected(std::move(scan).error());
  const Workspace& workspace = *session.opened();
  const RowPlace place{session.files(), session.git(), workspace.root(), workspace.dialects().words().ids,
                       &(*scan)->corpus};
  return add_taken_at(place, sequence, into);
}

Result<void> add_taken_at(const RowPlace& place, const IdSequence& sequence, TakenNumbers& into) {
  return TakenSearch(place, sequence, into).run();
}

Result<void> reserve_id(Session& session, const std::string& id, const std::string& path) {
  auto workspace = session.workspace();
  if (!workspace) return std::unexpected(std::move(workspace).error());
  const std::string& root = (*workspace)->root();
  const auto layout = find_git_layout(session.files(), root);
  if (!layout) return {};  // one folder: everybody sees every file
  const std::string prefix = root == layout->top ? "" : root.substr(layout->top.size() + 1) + "/";
  constexpr std::int64_t kSecond = 1'000'000'000;
  const IdReservations reservations(session.files(), find_state_folder(session.files(), root).path);
  return reservations.add({session.files().now_ns() / kSecond, id, prefix + path});
}

Result<std::optional<std::uint64_t>> choose_suffix_seed(Session& session, std::optional<std::uint64_t> given) {
  if (given) return given;
  auto workspace = session.workspace();
  if (!workspace) return std::unexpected(std::move(workspace).error());
  if ((*workspace)->config().get_text("ids.suffix") != "random") return std::nullopt;
  return static_cast<std::uint64_t>(session.files().now_ns());
}

}  // namespace milepost
