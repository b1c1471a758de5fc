// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "operations/plan_movement.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "operations/change_scope.h"
#include "operations/chosen_documents.h"
#include "operations/rule_session.h"

namespace milepost {
namespace {

struct Named {
  std::string name, title;
  ItemKind kind = ItemKind::milestone;
  ItemState state;
};

// By path and name, so that "M1" of two plans are two; the number divides those of one name.
using Items = std::map<std::tuple<std::string, std::string, std::size_t>, Named>;

template <typename T>
std::optional<T> value_of(const std::optional<Stated<T>>& stated) {
  return stated ? std::optional<T>(stated->value) : std::nullopt;
}

Items items_of(const Corpus& corpus, const std::vector<std::string>& paths) {
  Items items;
  for (std::uint32_t d = 0; d < corpus.documents().size(); ++d) {
    const DocumentSummary& document = corpus.documents()[d];
    if (!std::ranges::binary_search(paths, document.path)) continue;
    for (std::uint32_t i = 0; i < document.items.size(); ++i) {
      const Item& item = document.items[i];
      Named named{corpus.name_of({d, i}), item.title ? item.title->value : "", item.kind, {}};
      named.state.path = document.path;
      if (item.status) named.state.status = item.status->value.category;
      named.state.progress = item.progress.computed;
      named.state.target = value_of(item.target);
      std::string known_by = item.id ? item.id->value : named.title;
      std::size_t number = 0;
      while (items.contains({document.path, known_by, number})) ++number;
      items.emplace(std::tuple(document.path, std::move(known_by), number), std::move(named));
    }
  }
  return items;
}

ItemMove to_move(const Named& named) { return {named.name, named.title, named.kind, {}, {}}; }

// An item that left one file and came in another is one move, when its name leaves no doubt.
void join_moved(std::vector<ItemMove>& moves) {
  std::multimap<std::string, std::size_t> came;
  std::map<std::string, std::size_t> left;
  for (std::size_t i = 0; i < moves.size(); ++i) {
    if (!moves[i].before) came.emplace(moves[i].name, i);
    if (!moves[i].after) ++left[moves[i].name];
  }
  std::set<std::size_t> joined;
  for (std::size_t i = 0; i < moves.size(); ++i) {
    if (moves[i].after || left[moves[i].name] != 1 || came.count(moves[i].name) != 1) continue;
    const std::size_t other = came.find(moves[i].name)->second;
    moves[other].before = std::move(moves[i].before);
    joined.insert(i);
  }
  for (auto at = joined.rbegin(); at != joined.rend(); ++at)
    moves.erase(moves.begin() + static_cast<std::ptrdiff_t>(*at));
}

std::vector<ItemMove> compare(const Items& before, const Items& after) {
  std::vector<ItemMove> moves;
  for (const auto& [key, named] : after) {
    ItemMove move = to_move(named);
    move.after = named.state;
    if (const auto old = before.find(key); old != before.end()) move.before = old->second.state;
    if (move.before != move.after) moves.push_back(std::move(move));
  }
  for (const auto& [key, named] : before) {
    if (after.contains(key)) continue;
    ItemMove move = to_move(named);
    move.before = named.state;
    moves.push_back(std::move(move));
  }
  join_moved(moves);
  return moves;
}

std::vector<CheckedFinding> find_all(const RuleSession& rules, const std::vector<std::string>& paths) {
  std::vector<std::uint32_t> chosen;
  for (std::uint32_t d = 0; d < rules.corpus().documents().size(); ++d) {
    const DocumentSummary& document = rules.corpus().documents()[d];
    if (!document.items.empty() && std::ranges::binary_search(paths, document.path)) chosen.push_back(d);
  }
  std::vector<std::vector<CheckedFinding>> parts(chosen.size());
  rules.run(chosen, [&](std::size_t index, const DocumentReading& reading, std::vector<Finding> found) {
    PlaceFinder places(reading.source());
    for (Finding& finding : found) parts[index].push_back(to_checked(std::move(finding), reading.source(), places));
  });
  std::vector<CheckedFinding> all;
  for (auto& part : parts) std::ranges::move(part, std::back_inserter(all));
  std::ranges::stable_sort(all, is_before);
  count_occurrences(all);
  return all;
}

// Those that `others` do not hold as well. A line that moved with its file keeps its findings.
std::vector<CheckedFinding> without(const std::vector<CheckedFinding>& findings,
                                    const std::vector<CheckedFinding>& others) {
  std::set<std::pair<std::uint64_t, std::uint32_t>> known;
  for (const CheckedFinding& other : others) known.emplace(other.fingerprint, other.occurrence);
  std::vector<CheckedFinding> left;
  for (const CheckedFinding& checked : findings)
    if (!known.contains({checked.fingerprint, checked.occurrence})) left.push_back(checked);
  return left;
}

// Rule, line and message at the place where the file of the item is now: what moved with its file is no news.
using MovedKey = std::tuple<std::string, std::string_view, std::string, std::string>;

MovedKey key_at(const std::string& path, const CheckedFinding& checked) {
  return {path, checked.finding.id, checked.line_text, checked.finding.message};
}

void drop_moved(PlanMovement& movement) {
  std::map<std::string, std::string> now_at;  // by the old path
  for (const ItemMove& move : movement.moves) {
    const bool is_elsewhere = move.before && move.after && move.before->path != move.after->path;
    if (is_elsewhere) now_at[move.before->path] = move.after->path;
  }
  if (now_at.empty()) return;
  std::multiset<MovedKey> appeared;
  for (const CheckedFinding& checked : movement.appeared) appeared.insert(key_at(checked.finding.path, checked));
  std::multiset<MovedKey> moved;
  std::erase_if(movement.gone, [&](const CheckedFinding& checked) {
    const auto place = now_at.find(checked.finding.path);
    if (place == now_at.end()) return false;
    const auto found = appeared.find(key_at(place->second, checked));
    if (found == appeared.end()) return false;
    moved.insert(*found);
    appeared.erase(found);
    return true;
  });
  std::erase_if(movement.appeared, [&](const CheckedFinding& checked) {
    const auto found = moved.find(key_at(checked.finding.path, checked));
    if (found == moved.end()) return false;
    moved.erase(found);
    return true;
  });
}

void drop_below(std::vector<CheckedFinding>& findings, Severity least) {
  std::erase_if(findings, [least](const CheckedFinding& checked) { return checked.finding.severity > least; });
}

}  // namespace

Result<PlanMovement> find_plan_movement(Session& session, const CheckRequest& request) {
  const RuleRequest rules{{}, request.select, request.ignore, request.preview};
  const auto after = RuleSession::start(session, rules);
  if (!after) return std::unexpected(after.error());
  const auto scope = find_changes_since(session, request.report);
  if (!scope) return std::unexpected(scope.error());
  const auto bytes = load_base(session, *scope);
  if (!bytes) return std::unexpected(bytes.error());
  auto before = RuleSession::start(session, rules);
  if (!before) return std::unexpected(std::move(before).error());
  before->suppose(*bytes);
  std::vector<std::string> paths = affected_paths(*after, scope->changed);
  std::ranges::copy(affected_paths(*before, scope->changed), std::back_inserter(paths));
  std::ranges::sort(paths);
  paths.erase(std::ranges::unique(paths).begin(), paths.end());

  PlanMovement movement;
  movement.base = scope->base;
  movement.documents = bytes->size();
  movement.repository_folder = find_repository_folder(session);
  movement.moves = compare(items_of(before->corpus(), paths), items_of(after->corpus(), paths));
  const std::vector<CheckedFinding> was = find_all(*before, paths);
  const std::vector<CheckedFinding> is = find_all(*after, paths);
  movement.appeared = without(is, was);
  movement.gone = without(was, is);
  drop_moved(movement);
  const Config& config = after->workspace().config();
  const Severity least = request.severity.value_or(*parse_severity(config.get_text("check.severity")));
  drop_below(movement.appeared, least);
  drop_below(movement.gone, least);
  const auto limit = parse_severity(config.get_text("check.fail_on"));
  movement.fails = limit && std::ranges::any_of(movement.appeared, [&](const CheckedFinding& checked) {
                     return checked.finding.severity <= *limit;
                   });
  return movement;
}

}  // namespace milepost
