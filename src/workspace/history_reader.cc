// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "workspace/history_reader.h"

#include <algorithm>
#include <map>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "core/document/normalise/identifier.h"
#include "core/document/path_parts.h"
#include "workspace/git_layout.h"

namespace milepost {
namespace {

constexpr std::uint64_t kLargestVersion = std::uint64_t{1} << 20U;
constexpr std::size_t kMostVersions = 6;       // of one document are looked at, the newest ones
constexpr std::size_t kDocumentsAtOnce = 500;  // whose versions are in memory together
constexpr std::size_t kMostElsewhere = 5'000;
constexpr std::size_t kMostDeleted = 100'000;

using ChangeList = std::vector<const GitChange*>;  // of one document, newest first

class HistoryLoader {
 public:
  HistoryLoader(const HistoryRequest& request, const GitLayout& layout)
      : request_(request), layout_(layout), corpus_(request.corpus), reading_(request.dialects) {
    if (request.root != layout.top) prefix_ = request.root.substr(layout.top.size() + 1) + "/";
  }

  Result<HistoryFacts> run() {
    auto changes = request_.git->changes_in(layout_.top, {{"HEAD"}, {}});
    if (!changes) return std::unexpected(std::move(changes).error());
    head_ = *std::move(changes);
    place_documents();
    follow_changes();
    if (auto done = look_at_versions(); !done) return std::unexpected(std::move(done).error());
    if (request_.wishes.other_branches)
      if (auto done = look_elsewhere(); !done) return std::unexpected(std::move(done).error());
    return std::move(facts_);
  }

 private:
  struct Version {
    std::string substance;
    StatusCategory status = StatusCategory::unknown;
  };

  void place_documents() {
    const auto& documents = corpus_.documents();
    changes_.resize(documents.size());
    for (std::uint32_t d = 0; d < documents.size(); ++d) {
      if (documents[d].items.empty()) continue;
      known_as_.emplace(prefix_ + documents[d].path, d);
      folders_.insert(std::string(folder_of(prefix_ + documents[d].path)));
    }
  }

  [[nodiscard]] std::optional<Date> day_of(const GitChange& change) const { return head_.commits[change.commit].day; }

  // From the newest commit to the oldest; a moved file was called differently before.
  void follow_changes() {
    std::unordered_set<std::string_view> deleted;
    const auto now = known_as_;
    for (const GitChange& change : head_.changes) {
      if (change.kind == GitChange::Kind::deleted) {
        if (!now.contains(change.path) && deleted.insert(change.path).second) add_deleted(change);
        continue;
      }
      const auto known = known_as_.find(change.path);
      if (known == known_as_.end()) continue;
      const std::uint32_t document = known->second;
      if (change.kind == GitChange::Kind::moved) {
        known_as_.erase(known);
        known_as_.emplace(change.old_path, document);
        continue;
      }
      touch(document, change);
      if (change.kind == GitChange::Kind::added) known_as_.erase(known);
      if (change.kind == GitChange::Kind::changed) changes_[document].push_back(&change);
    }
  }

  DocumentHistory& history_of(std::uint32_t document) { return facts_.documents[corpus_.documents()[document].path]; }

  void touch(std::uint32_t document, const GitChange& change) {
    const auto day = day_of(change);
    auto& touched = history_of(document).touched;
    if (day && (!touched || *touched < *day)) touched = day;
  }

  void add_deleted(const GitChange& change) {
    const auto day = day_of(change);
    if (!day || !change.path.starts_with(prefix_) || facts_.deleted.size() >= kMostDeleted) return;
    const auto id = identifier_at_start(stem_of(change.path), request_.dialects.words().ids);
    facts_.deleted.push_back({change.path.substr(prefix_.size()), id ? id->folded : "", *day});
  }

  // The changes of a document whose texts must be compared.
  [[nodiscard]] ChangeList changes_to_read(std::uint32_t document) const {
    ChangeList list = changes_[document];
    const Item& item = corpus_.documents()[document].items.front();
    std::ranges::stable_sort(list, std::greater{}, [&](const GitChange* change) { return day_of(*change); });
    const bool wants_status = request_.wishes.status_changes && item.status;
    if (!wants_status) {
      std::erase_if(list, [&](const GitChange* change) {
        const auto day = day_of(*change);
        return !day || !item.updated || *day <= item.updated->value;
      });
    }
    if (list.size() > kMostVersions) list.resize(kMostVersions);
    return list;
  }

  Result<void> look_at_versions() {
    std::vector<std::pair<std::uint32_t, ChangeList>> part;
    for (std::uint32_t d = 0; d < changes_.size(); ++d) {
      if (changes_[d].empty()) continue;
      ChangeList list = changes_to_read(d);
      if (!list.empty()) part.emplace_back(d, std::move(list));
      if (part.size() < kDocumentsAtOnce) continue;
      if (auto done = read_versions(part); !done) return done;
      part.clear();
    }
    return read_versions(part);
  }

  Result<void> read_versions(const std::vector<std::pair<std::uint32_t, ChangeList>>& part) {
    std::vector<std::string> blobs;
    for (const auto& [document, list] : part) {
      for (const GitChange* change : list) {
        blobs.push_back(change->old_blob);
        blobs.push_back(change->new_blob);
      }
    }
    std::ranges::sort(blobs);
    blobs.erase(std::ranges::unique(blobs).begin(), blobs.end());
    if (blobs.empty()) return {};
    auto texts = request_.git->load_blobs(layout_.top, blobs, kLargestVersion);
    if (!texts) return std::unexpected(std::move(texts).error());
    std::unordered_map<std::string_view, Version> versions;
    for (const auto& [document, list] : part) {
      const std::string& path = corpus_.documents()[document].path;
      for (const GitChange* change : list) {
        for (const std::string* blob : {&change->old_blob, &change->new_blob}) {
          const auto at = static_cast<std::size_t>(std::ranges::lower_bound(blobs, *blob) - blobs.begin());
          if (!versions.contains(*blob) && (*texts)[at]) versions.emplace(*blob, read_version(path, *(*texts)[at]));
        }
      }
      compare_versions(document, list, versions);
    }
    return {};
  }

  Version read_version(const std::string& path, std::string text) {
    const Interest interest = reading_.read(path, std::move(text));
    Version version{substance_of(reading_, interest)};
    if (interest == Interest::recognised && reading_.items().front().status)
      version.status = reading_.items().front().status->value.category;
    return version;
  }

  void compare_versions(std::uint32_t document, const ChangeList& list,
                        const std::unordered_map<std::string_view, Version>& versions) {
    DocumentHistory& history = history_of(document);
    for (const GitChange* change : list) {
      const auto before = versions.find(change->old_blob);
      const auto after = versions.find(change->new_blob);
      const auto day = day_of(*change);
      if (before == versions.end() || after == versions.end() || !day) continue;
      if (!history.changed && before->second.substance != after->second.substance) history.changed = day;
      const StatusCategory was = before->second.status;
      const StatusCategory is = after->second.status;
      const bool is_known = was != StatusCategory::unknown && is != StatusCategory::unknown;
      if (!history.status && is_known && was != is) history.status = StatusChange{was, is, *day};
    }
  }

  Result<void> look_elsewhere() {
    const auto refs = request_.git->refs(layout_.top);
    if (!refs) return std::unexpected(refs.error());
    GitReach reach{{}, {"HEAD"}};
    for (const GitRef& ref : *refs) {
      const bool is_branch = ref.name.starts_with("refs/heads/") || ref.name.starts_with("refs/remotes/");
      if (is_branch && !ref.name.ends_with("/HEAD")) reach.from.push_back(ref.name);
    }
    auto changes = request_.git->changes_in(layout_.top, reach);
    if (!changes) return std::unexpected(std::move(changes).error());
    return read_elsewhere(*changes);
  }

  // Additions that still stand on their branch. What was moved or written anew beside something that was deleted is no
  // new document, and what is known to this branch came over in another commit.
  static std::vector<const GitChange*> find_additions(const GitChanges& changes,
                                                      const std::unordered_set<std::string_view>& known) {
    std::map<std::pair<std::uint32_t, std::string_view>, bool> replaced;  // commit, folder
    for (const GitChange& change : changes.changes)
      if (change.kind == GitChange::Kind::deleted) replaced[{change.commit, folder_of(change.path)}] = true;
    std::unordered_set<std::string> seen;  // paths, whose newest change is the first
    std::unordered_map<std::string_view, const GitChange*> newest;
    std::vector<const GitChange*> additions;
    for (const GitChange& change : changes.changes) {
      const GitChange* last = newest.emplace(change.path, &change).first->second;
      if (change.kind != GitChange::Kind::added || replaced.contains({change.commit, folder_of(change.path)})) continue;
      const bool is_gone = last->kind == GitChange::Kind::deleted || known.contains(last->new_blob);
      if (!is_gone && !known.contains(change.new_blob) && seen.insert(change.path).second) additions.push_back(last);
      if (additions.size() >= kMostElsewhere) break;
    }
    return additions;
  }

  Result<void> read_elsewhere(const GitChanges& changes) {
    std::unordered_set<std::string_view> known;
    for (const GitChange& change : head_.changes) known.insert(change.new_blob);
    std::vector<const GitChange*> additions = find_additions(changes, known);
    std::erase_if(additions, [&](const GitChange* change) {
      return !change->path.starts_with(prefix_) || !folders_.contains(std::string(folder_of(change->path)));
    });
    if (additions.empty()) return {};
    std::vector<std::string> blobs;
    for (const GitChange* change : additions) blobs.push_back(change->new_blob);
    auto texts = request_.git->load_blobs(layout_.top, blobs, kLargestVersion);
    if (!texts) return std::unexpected(std::move(texts).error());
    for (std::size_t i = 0; i < additions.size(); ++i) {
      if ((*texts)[i]) add_elsewhere(*additions[i], changes.commits[additions[i]->commit].ref, *std::move((*texts)[i]));
    }
    std::ranges::sort(facts_.elsewhere, {}, &BranchDocument::path);
    return {};
  }

  void add_elsewhere(const GitChange& change, std::string_view ref, std::string text) {
    const std::string path = change.path.substr(prefix_.size());
    if (reading_.read(path, std::move(text)) != Interest::recognised) return;
    const Item& item = reading_.items().front();
    if (!item.id || !item.title) return;
    for (const std::string_view start : {"refs/heads/", "refs/remotes/"})
      if (ref.starts_with(start)) ref.remove_prefix(start.size());
    facts_.elsewhere.push_back({std::string(ref), path, item.id->value, item.title->value, item.kind});
  }

  const HistoryRequest& request_;
  const GitLayout& layout_;
  const Corpus& corpus_;
  DocumentReading reading_;
  std::string prefix_;  // of the root, from the top of the repository, with its slash
  GitChanges head_;
  std::unordered_map<std::string, std::uint32_t> known_as_;  // path from the top -> document
  std::unordered_set<std::string> folders_;
  std::vector<ChangeList> changes_;  // by document
  HistoryFacts facts_;
};

}  // namespace

Result<HistoryFacts> load_history(const HistoryRequest& request) {
  const auto layout = find_git_layout(request.files, request.root);
  if (!layout) return fail(ErrorKind::not_found, "there is no git repository here");
  if (request.git == nullptr) return fail(ErrorKind::unavailable, "git can not be asked here");
  if (request.files.stat(layout->common + "/shallow"))
    return fail(ErrorKind::unavailable,
                "this clone is shallow, its history is cut off (`git fetch --unshallow` brings the rest)");
  return HistoryLoader(request, *layout).run();
}

}  // namespace milepost
