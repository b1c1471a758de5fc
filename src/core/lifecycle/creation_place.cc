// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "core/lifecycle/creation_place.h"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include "core/base/suggest.h"
#include "core/base/usage_error.h"
#include "core/base/wording.h"
#include "core/document/path_parts.h"

namespace milepost {
namespace {

bool names_work_in_hand(std::string_view folder) {
  static constexpr std::array<std::string_view, 8> kNames{"active",  "_active",     "planned", "open",
                                                          "current", "in-progress", "todo",    "upcoming"};
  return std::ranges::any_of(kNames,
                             [&](std::string_view name) { return equals_ignoring_case(file_name_of(folder), name); });
}

class PlaceChooser {
 public:
  PlaceChooser(const CreationRequest& request, const CreationSources& sources)
      : request_(request), sources_(sources), corpus_(sources.corpus) {}

  Result<CreationPlace> run() {
    using Part = Result<void> (PlaceChooser::*)();
    for (const Part part : {&PlaceChooser::find_parent, &PlaceChooser::find_dialect, &PlaceChooser::find_creation,
                            &PlaceChooser::check_parent, &PlaceChooser::find_folder})
      if (auto done = (this->*part)(); !done) return std::unexpected(std::move(done).error());
    return std::move(place_);
  }

 private:
  [[nodiscard]] const Item& item(ItemKey key) const { return corpus_.item(key); }

  Result<void> find_parent() {
    if (request_.parent.empty()) return {};
    auto found = corpus_.find(request_.parent);
    if (!found) {
      Error error = std::move(found).error();
      error.frames.push_back("while looking for the parent '" + request_.parent + "'");
      return std::unexpected(std::move(error));
    }
    place_.parent = *found;
    place_.parent_was_named = true;
    return {};
  }

  Result<void> find_dialect() {
    std::string name = request_.dialect;
    if (name.empty() && place_.parent) name = corpus_.document_of(*place_.parent).dialect;
    if (name.empty()) name = find_usual_dialect(corpus_, request_.folder, request_.kind.value_or(ItemKind::milestone));
    if (name.empty()) name = "generic";
    std::vector<std::string> names;
    for (const auto& dialect : sources_.dialects.dialects()) {
      names.push_back(dialect->name);
      if (dialect->name == name) place_.dialect = dialect;
    }
    if (place_.dialect) return {};
    const auto near = nearest(name, names, 1);
    return std::unexpected(
        usage_error("there is no dialect '" + name + "'",
                    near.empty() ? "use one of: " + joined(names, ", ") : "did you mean '" + near.front() + "'?"));
  }

  Result<void> find_creation() {
    const std::vector<Creation>& all = place_.dialect->life.creations;
    std::vector<const Creation*> fitting;
    const ItemKind kind = wanted_kind();
    for (const Creation& creation : all)
      if (creation.kind == kind) fitting.push_back(&creation);
    // What other families call a plan is an overview here.
    if (fitting.empty() && kind == ItemKind::plan)
      for (const Creation& creation : all)
        if (creation.kind == ItemKind::overview) fitting.push_back(&creation);
    if (fitting.empty()) {
      std::vector<std::string> kinds;
      for (const Creation& creation : all)
        if (std::ranges::find(kinds, to_string(creation.kind)) == kinds.end())
          kinds.emplace_back(to_string(creation.kind));
      return std::unexpected(usage_error("the dialect '" + place_.dialect->name + "' makes no " + to_string(kind),
                                         "it makes: " + joined(kinds, ", ")));
    }
    if (auto done = fit_parent(fitting); !done) return done;
    place_.creation = *of_layout(fitting);
    return {};
  }

  // What the request names, else what the dialect makes below such a parent, else a milestone.
  [[nodiscard]] ItemKind wanted_kind() const {
    if (request_.kind) return *request_.kind;
    const std::vector<Creation>& all = place_.dialect->life.creations;
    if (place_.parent)
      for (const Creation& creation : all)
        if (std::ranges::find(creation.parents, item(*place_.parent).kind) != creation.parents.end())
          return creation.kind;
    const bool has_milestone = std::ranges::find(all, ItemKind::milestone, &Creation::kind) != all.end();
    return has_milestone || all.empty() ? ItemKind::milestone : all.front().kind;
  }

  // Keeps the creations that fit the parent; finds the parent where one is needed and only one can be meant.
  Result<void> fit_parent(std::vector<const Creation*>& fitting) {
    if (place_.parent) {
      const ItemKind kind = item(*place_.parent).kind;
      const Creation first = *fitting.front();
      std::erase_if(fitting, [&](const Creation* creation) {
        return std::ranges::find(creation->parents, kind) == creation->parents.end();
      });
      if (!fitting.empty()) return {};
      std::vector<std::string> kinds;
      for (const ItemKind parent : first.parents) kinds.emplace_back(to_string(parent));
      return std::unexpected(
          usage_error(corpus_.name_of(*place_.parent) + " is a " + to_string(kind) + "; a " + to_string(first.kind) +
                          " of '" + place_.dialect->name + "' can not belong to it",
                      kinds.empty() ? "leave --plan out" : "it belongs to a: " + joined(kinds, ", ")));
    }
    const bool all_need_one = std::ranges::all_of(fitting, &Creation::needs_parent);
    if (all_need_one) return find_only_parent(*fitting.front());
    std::erase_if(fitting, [](const Creation* creation) { return creation->needs_parent; });
    return {};
  }

  Result<void> find_only_parent(const Creation& creation) {
    std::vector<ItemKey> open;
    for (const ItemKey key : corpus_.all_items()) {
      const Item& candidate = item(key);
      const bool fits = std::ranges::find(creation.parents, candidate.kind) != creation.parents.end() &&
                        corpus_.document_of(key).dialect == place_.dialect->name;
      if (fits && is_open(candidate) && !is_in_finished_folder(corpus_.document_of(key).path)) open.push_back(key);
    }
    const std::string what = std::string("a ") + to_string(creation.kind) + " of '" + place_.dialect->name +
                             "' belongs to a " + to_string(creation.parents.front());
    if (open.empty())
      return std::unexpected(
          usage_error(what + ", and none is open here",
                      std::string("make one first: milepost plan new \"TITLE\" --dialect ") + place_.dialect->name));
    if (open.size() > 1) {
      Error error{ErrorKind::ambiguous, what + ", and several are open; name one with --plan", std::nullopt, {}, {}};
      for (const ItemKey key : open)
        if (error.hints.size() < 20)
          error.hints.push_back(corpus_.name_of(key) + (item(key).title ? "  " + item(key).title->value : ""));
      return std::unexpected(std::move(error));
    }
    place_.parent = open.front();
    place_.remarks.push_back("it belongs to " + corpus_.name_of(open.front()) + ", the only one that is open");
    return {};
  }

  // Of creations that differ by layout, the one that the parent or the neighbours use.
  [[nodiscard]] const Creation* of_layout(const std::vector<const Creation*>& fitting) const {
    const std::string layout = usual_layout();
    for (const Creation* creation : fitting)
      if (!layout.empty() && creation->layout == layout) return creation;
    for (const Creation* creation : fitting)
      if (layout.empty() && !request_.layout.empty() && creation->layout == request_.layout) return creation;
    return fitting.front();
  }

  [[nodiscard]] std::string usual_layout() const {
    const Life& life = place_.dialect->life;
    if (life.layouts.empty()) return {};
    if (place_.parent) {
      const Layout* layout = find_layout(life, corpus_.document_of(*place_.parent).path);
      return layout == nullptr ? "" : layout->name;
    }
    std::map<std::string, std::size_t> counts;
    for (const DocumentSummary& document : corpus_.documents())
      if (document.dialect == place_.dialect->name)
        if (const Layout* layout = find_layout(life, document.path)) ++counts[layout->name];
    const auto most = std::ranges::max_element(counts, {}, [](const auto& count) { return count.second; });
    return most == counts.end() ? "" : most->first;
  }

  Result<void> check_parent() {
    if (!place_.parent) return {};
    const DocumentSummary& document = corpus_.document_of(*place_.parent);
    for (const Finding& problem : document.problems)
      if (problem.severity == Severity::error)
        return std::unexpected(Error{ErrorKind::invalid_document,
                                     "the parent can not be read for certain: " + problem.message,
                                     Place{document.path, problem.line, problem.column},
                                     {},
                                     {"mend it first"}});
    const auto& status = item(*place_.parent).status;
    const bool is_over = status && (status->value.category == StatusCategory::done ||
                                    status->value.category == StatusCategory::cancelled ||
                                    status->value.category == StatusCategory::archived);
    if (!is_over && !is_in_finished_folder(document.path)) return {};
    const std::string how =
        is_over ? std::string("is ") + to_string(status->value.category) : "stands in a folder for what is over";
    return std::unexpected(Error{ErrorKind::refused,
                                 corpus_.name_of(*place_.parent) + " " + how + " and takes nothing new",
                                 Place{document.path, 0, 0},
                                 {},
                                 {"reopen it first, or name another one with --plan"}});
  }

  Result<void> find_folder() {
    const Creation& creation = place_.creation;
    if (creation.follows_neighbours && !request_.in_folder && find_host()) return {};
    if (creation.beside_parent && place_.parent)
      place_.folder = folder_of(corpus_.document_of(*place_.parent).path);
    else
      place_.folder = family_root();
    place_.scope = place_.folder;
    if (creation.follows_neighbours) follow_neighbours();
    if (request_.in_folder) {
      place_.folder = request_.folder;
      place_.creation.folder.clear();
      if (creation.follows_neighbours) place_.scope = request_.folder;
    }
    return {};
  }

  [[nodiscard]] std::string family_root() const {
    const std::string& root = place_.dialect->life.root;
    const std::string found = find_family_root(corpus_, place_.dialect->name, file_name_of(root));
    return found.empty() ? root : found;
  }

  void follow_neighbours() {
    const std::string near =
        place_.parent_was_named ? std::string(folder_of(corpus_.document_of(*place_.parent).path)) : request_.folder;
    const auto neighbours = find_neighbours(corpus_, place_.dialect->name, place_.creation.kind, near);
    if (!neighbours) return;
    place_.folder = neighbours->folder;
    place_.scope =
        names_work_in_hand(neighbours->folder) ? std::string(folder_of(neighbours->folder)) : neighbours->folder;
    place_.creation.folder.clear();
    if (!neighbours->file_name.empty()) place_.creation.file_name = neighbours->file_name;
    place_.creation.id = neighbours->id;
    place_.front_matter = neighbours->front_matter;
    place_.id_in_heading = neighbours->id_in_heading || !neighbours->front_matter;
    place_.status_word = usual_status();
    if (!place_.parent) place_.parent = usual_parent();
  }

  // The word that the neighbours write for what is planned, when most of them agree.
  [[nodiscard]] std::string usual_status() const {
    std::map<std::string, std::size_t> counts;
    for (const DocumentSummary& document : corpus_.documents()) {
      if (document.dialect != place_.dialect->name || folder_of(document.path) != place_.folder) continue;
      const auto& status = document.items.front().status;
      if (status && status->value.category == StatusCategory::planned && status->value.note.empty() &&
          status->value.text.size() <= 24)
        ++counts[status->value.text];
    }
    const auto most = std::ranges::max_element(counts, {}, [](const auto& count) { return count.second; });
    return most == counts.end() ? "" : most->first;
  }

  // The index that the neighbours have in common.
  [[nodiscard]] std::optional<ItemKey> usual_parent() const {
    std::map<ItemKey, std::size_t> counts;
    std::size_t all = 0;
    for (std::uint32_t i = 0; i < corpus_.documents().size(); ++i) {
      const DocumentSummary& document = corpus_.documents()[i];
      if (document.dialect != place_.dialect->name || document.items.empty() ||
          folder_of(document.path) != place_.folder)
        continue;
      if (document.items.front().kind != place_.creation.kind) continue;
      ++all;
      if (const auto parent = corpus_.links({i, 0}).parent) ++counts[*parent];
    }
    const auto most = std::ranges::max_element(counts, {}, [](const auto& count) { return count.second; });
    return most == counts.end() || most->second * 2 <= all ? std::nullopt : std::optional(most->first);
  }

  // A document with a heading for each milestone gets one more, when the request names it or nothing else is there.
  bool find_host() {
    if (place_.parent) {
      if (!has_headings(place_.parent->document)) return false;
      place_.host = place_.parent->document;
      return true;
    }
    if (find_neighbours(corpus_, place_.dialect->name, place_.creation.kind, request_.folder)) return false;
    std::vector<std::uint32_t> hosts;
    for (std::uint32_t i = 0; i < corpus_.documents().size(); ++i)
      if (has_headings(i)) hosts.push_back(i);
    if (hosts.size() != 1) return false;
    place_.host = hosts.front();
    place_.parent = ItemKey{hosts.front(), 0};
    return true;
  }

  [[nodiscard]] bool has_headings(std::uint32_t index) const {
    const DocumentSummary& document = corpus_.documents()[index];
    if (document.dialect != place_.dialect->name) return false;
    return std::any_of(
        document.items.begin() + (document.items.empty() ? 0 : 1), document.items.end(), [&](const Item& inner) {
          return inner.kind == place_.creation.kind && inner.title && inner.title->carrier == Carrier::heading;
        });
  }

  const CreationRequest& request_;
  const CreationSources& sources_;
  const Corpus& corpus_;
  CreationPlace place_;
};

}  // namespace

Result<CreationPlace> choose_creation_place(const CreationRequest& request, const CreationSources& sources) {
  return PlaceChooser(request, sources).run();
}

}  // namespace milepost
