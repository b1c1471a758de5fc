// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "operations/next.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "operations/arguments.h"
#include "operations/envelope.h"
#include "operations/item_claims.h"
#include "operations/item_json.h"
#include "operations/list.h"
#include "operations/natural_order.h"
#include "operations/session.h"
#include "operations/word_choices.h"

namespace milepost {
namespace {

constexpr std::size_t kShown = 5;
constexpr std::size_t kMostWaiting = 10'000;  // items looked at for one count of those that wait
constexpr int kDeepestParent = 100;

constexpr std::array kParameters{Parameter{.name = "below",
                                           .kind = ParameterKind::text,
                                           .value_name = "ID|PATH",
                                           .summary = "only what belongs to this plan, milestone or sprint",
                                           .values = Values::ids,
                                           .positional = true},
                                 Parameter{.name = "kind",
                                           .kind = ParameterKind::list,
                                           .value_name = "KIND,...",
                                           .summary = "kinds to choose from; else milestones",
                                           .values = Values::choices,
                                           .choices = kKindWords},
                                 Parameter{.name = "owner",
                                           .kind = ParameterKind::list,
                                           .value_name = "NAME,...",
                                           .summary = "only items of these owners and of nobody",
                                           .values = Values::owners},
                                 Parameter{.name = "limit",
                                           .kind = ParameterKind::number,
                                           .value_name = "N",
                                           .summary = "how many are shown",
                                           .default_text = "5",
                                           .letter = 'n'},
                                 Parameter{.name = "claim", .summary = "take the first one, as `milepost claim` does"},
                                 Parameter{.name = "as",
                                           .kind = ParameterKind::text,
                                           .value_name = "NAME",
                                           .summary = "who asks; else `claims.name`, else the folder of the work tree",
                                           .values = Values::owners},
                                 Parameter{.name = "for",
                                           .kind = ParameterKind::text,
                                           .value_name = "DURATION",
                                           .summary = "how long the claim holds: 30m, 4h, 2d"}};
constexpr std::array kExamples{Example{"milepost next", "what to work on, and why"},
                               Example{"milepost next --claim --as agent-3 --json", "take it in the same step"},
                               Example{"milepost next S02 --kind task", "the next task of a sprint"}};
constexpr std::array<int, 5> kExitCodes{0, 1, 2, 3, 5};
constexpr std::string_view kSchema =
    R"json({"type":"object","required":["items","total","passed_over","taken"],"properties":{
"items":{"type":"array","items":{"type":"object","required":["item","reasons","claim"],"properties":{
 "item":{"$ref":"#/$defs/item"},
 "reasons":{"type":"array","items":{"type":"string"}},
 "claim":{"anyOf":[{"type":"null"},{"$ref":"#/properties/data/$defs/claim"}]}}}},
"total":{"type":"integer","minimum":0,"description":"items that could be begun"},
"passed_over":{"type":"object","required":["blocked","waiting","claimed"],"properties":{
 "blocked":{"type":"integer","minimum":0},
 "waiting":{"type":"integer","minimum":0,"description":"for open prerequisites"},
 "claimed":{"type":"integer","minimum":0,"description":"by others"}}},
"taken":{"anyOf":[{"type":"null"},{"$ref":"#/properties/data/$defs/claim"}]}},
"$defs":{"claim":{"type":"object","required":["item","path","holder","since","until"],"properties":{
 "item":{"type":"string"},"path":{"type":["string","null"]},"holder":{"type":"string"},
 "since":{"type":"string"},"until":{"type":"string"}}}}})json";

struct NextRequest {
  std::optional<ItemKey> below;
  std::vector<ItemKind> kinds;
  std::vector<std::string> owners;
  std::size_t limit = kShown;
  bool claims = false;
};

bool is_below(const Corpus& corpus, ItemKey key, ItemKey top) {
  for (int depth = 0; depth < kDeepestParent; ++depth) {
    const auto& parent = corpus.links(key).parent;
    if (!parent) return false;
    if (*parent == top) return true;
    key = *parent;
  }
  return false;
}

// What an item is sorted by; smaller comes first.
struct Rank {
  int lateness = 1;  // 0: overdue
  int begun = 1;     // 0: in progress
  std::chrono::sys_days due = std::chrono::sys_days::max();
  int risk = 0;                // negative: the riskier the first
  std::ptrdiff_t waiting = 0;  // negative: the more wait the first
  friend auto operator<=>(const Rank&, const Rank&) = default;
};

class NextChoice {
 public:
  NextChoice(const Corpus& corpus, const NextRequest& request, Date today, const std::string& who)
      : corpus_(corpus), request_(request), today_(today), who_(who) {}

  void set_claims(std::vector<Claim> claims) {
    claims_ = std::move(claims);
    if (!claims_.empty()) keys_.emplace(corpus_);
  }

  void choose(NextAnswer& answer) {
    std::vector<std::pair<Rank, NextItem>> ranked;
    for (const ItemKey key : corpus_.all_items()) {
      if (!is_wanted(key)) continue;
      NextItem item{key, {}, std::nullopt};
      if (!may_begin(item, answer.passed_over)) continue;
      const Rank rank = rank_of(item);
      ranked.emplace_back(rank, std::move(item));
    }
    std::ranges::stable_sort(ranked, {}, &std::pair<Rank, NextItem>::first);
    answer.total = ranked.size();
    for (auto& [rank, item] : ranked)
      if (answer.items.size() < request_.limit) answer.items.push_back(std::move(item));
  }

 private:
  [[nodiscard]] bool is_wanted(ItemKey key) const {
    const Item& item = corpus_.item(key);
    if (!is_open(item) || std::ranges::find(request_.kinds, item.kind) == request_.kinds.end()) return false;
    if (request_.below && !is_below(corpus_, key, *request_.below)) return false;
    if (request_.owners.empty() || !item.owner) return true;
    return std::ranges::any_of(request_.owners,
                               [&](const std::string& owner) { return holds_ignoring_case(item.owner->value, owner); });
  }

  [[nodiscard]] bool may_begin(NextItem& next, PassedOver& passed) const {
    const Item& item = corpus_.item(next.key);
    if (item.status && item.status->value.category == StatusCategory::blocked) return ++passed.blocked, false;
    const auto& needed = corpus_.links(next.key).depends_on;
    const bool waits = std::ranges::any_of(needed, [&](ItemKey key) { return is_open(corpus_.item(key)); });
    if (waits) return ++passed.waiting, false;
    const Claim* claim = keys_ ? keys_->find(claims_, next.key) : nullptr;
    if (claim == nullptr) return true;
    if (claim->holder != who_) return ++passed.claimed, false;
    next.claim = *claim;
    return true;
  }

  [[nodiscard]] Rank rank_of(NextItem& next) const {
    const Item& item = corpus_.item(next.key);
    Rank rank;
    if (next.claim) next.reasons.emplace_back("claimed by you");
    if (item.target) {
      rank.due = item.target->value.days();
      const bool is_late = item.target->value < today_;
      rank.lateness = is_late ? 0 : 1;
      next.reasons.push_back((is_late ? "overdue since " : "due ") + to_string(item.target->value));
    }
    if (item.status && item.status->value.category == StatusCategory::active) {
      rank.begun = 0;
      next.reasons.emplace_back("in progress");
    }
    if (item.risk && item.risk->value.level >= RiskLevel::high) {
      rank.risk = -static_cast<int>(item.risk->value.level);
      next.reasons.emplace_back(item.risk->value.level == RiskLevel::critical ? "critical risk" : "high risk");
    }
    const std::size_t waiting = count_waiting(next.key);
    rank.waiting = -static_cast<std::ptrdiff_t>(waiting);
    if (waiting > 0)
      next.reasons.push_back(waiting == 1 ? "another waits for it" : std::to_string(waiting) + " others wait for it");
    if (!corpus_.links(next.key).depends_on.empty()) next.reasons.emplace_back("everything that it needs is done");
    if (next.reasons.empty()) next.reasons.emplace_back("nothing is in its way");
    return rank;
  }

  // Open items that can not begin before this one is done, over any number of steps.
  [[nodiscard]] std::size_t count_waiting(ItemKey key) const {
    std::set<ItemKey> seen{key};
    std::vector<ItemKey> open{key};
    std::size_t count = 0;
    while (!open.empty() && seen.size() < kMostWaiting) {
      const ItemKey from = open.back();
      open.pop_back();
      for (const ItemKey other : corpus_.links(from).needed_by) {
        if (!is_open(corpus_.item(other)) || !seen.insert(other).second) continue;
        open.push_back(other);
        ++count;
      }
    }
    return count;
  }

  const Corpus& corpus_;
  const NextRequest& request_;
  Date today_;
  const std::string& who_;
  std::vector<Claim> claims_;
  std::optional<ClaimKeys> keys_;
};

std::string describe_nothing(const NextAnswer& answer) {
  const PassedOver& passed = answer.passed_over;
  std::string why;
  const auto add = [&why](std::size_t count, const std::string& what) {
    if (count > 0) why += (why.empty() ? "" : ", ") + std::to_string(count) + what;
  };
  add(passed.blocked, " blocked");
  add(passed.waiting, " waiting for another");
  add(passed.claimed, " claimed by others");
  return why.empty() ? "nothing is open" : "nothing can be begun: " + why;
}

Result<NextRequest> parse_next_request(const Corpus& corpus, const Arguments& arguments) {
  NextRequest request;
  if (!arguments.text("below").empty()) {
    auto key = corpus.find(arguments.text("below"));
    if (!key) return std::unexpected(std::move(key).error());
    request.below = *key;
  }
  for (const std::string& word : arguments.list("kind")) request.kinds.push_back(*parse_item_kind(word));
  if (request.kinds.empty()) request.kinds = {ItemKind::milestone};
  request.owners = arguments.list("owner");
  if (arguments.has("limit"))
    request.limit = static_cast<std::size_t>(std::stoul(std::string(arguments.text("limit"))));
  request.claims = arguments.has("claim");
  return request;
}

}  // namespace

constinit const Operation kNextOperation{
    .name = "next",
    .command = "next",
    .group = "Look",
    .summary = "what to work on, and why",
    .description =
        "Names open milestones that can be begun: not blocked, everything that they need is done, and nobody else has\n"
        "claimed them. Overdue ones come first, then what is in progress, what is due first, what has the higher "
        "risk,\n"
        "and what more others wait for. With --claim the first one is taken in the same step.",
    .parameters = kParameters,
    .examples = kExamples,
    .exit_codes = kExitCodes,
    .data_schema = kSchema,
    .invoke = invoke_next};

Result<NextAnswer> next(Session& session, const Arguments& arguments) {
  if (auto good = check_arguments(kNextOperation, arguments); !good) return std::unexpected(std::move(good).error());
  auto claimer = find_claimer(session, arguments);
  if (!claimer) return std::unexpected(std::move(claimer).error());
  auto scan = session.scan();
  if (!scan) return std::unexpected(std::move(scan).error());
  const Corpus& corpus = (*scan)->corpus;
  auto request = parse_next_request(corpus, arguments);
  if (!request) return std::unexpected(std::move(request).error());
  // Who is slower than another between looking and taking looks again; each round somebody has got something.
  constexpr int kMostRounds = 100;
  for (int round = 0;; ++round) {
    NextAnswer answer;
    answer.scan = *scan;
    answer.now = claimer->now;
    NextChoice choice(corpus, *request, session.today(), claimer->name);
    choice.set_claims(Claims(session.files(), session.root()).load(claimer->now));
    choice.choose(answer);
    if (answer.total == 0)
      answer.notice = corpus.all_items().empty() ? describe_empty(*session.opened(), **scan) : describe_nothing(answer);
    if (!request->claims || answer.items.empty()) return answer;
    auto taken = claim_item(session, *claimer, answer.items.front().key);
    if (!taken && taken.error().kind == ErrorKind::conflict && round < kMostRounds) continue;
    if (!taken) return std::unexpected(std::move(taken).error());
    answer.taken = *taken;
    answer.items.front().claim = *std::move(taken);
    return answer;
  }
}

Result<JsonText> invoke_next(Session& session, const Arguments& arguments) {
  auto answer = next(session, arguments);
  if (!answer) return std::unexpected(std::move(answer).error());
  const Corpus& corpus = answer->scan->corpus;
  Envelope envelope(kNextOperation.name, session.root());
  JsonWriter& json = envelope.data();
  const auto write_optional_claim = [&](const std::optional<Claim>& claim, ItemKey key) {
    claim ? write_claim(json, *claim, corpus.document_of(key).path) : static_cast<void>(json.null());
  };
  json.begin_object().key("items").begin_array();
  for (const NextItem& item : answer->items) {
    json.begin_object().key("item");
    write_item(json, corpus, item.key);
    json.key("reasons").begin_array();
    for (const std::string& reason : item.reasons) json.string(reason);
    json.end_array().key("claim");
    write_optional_claim(item.claim, item.key);
    json.end_object();
  }
  json.end_array().field("total", answer->total).key("passed_over").begin_object();
  const PassedOver& passed = answer->passed_over;
  json.field("blocked", passed.blocked).field("waiting", passed.waiting).field("claimed", passed.claimed).end_object();
  json.key("taken");
  write_optional_claim(answer->taken, answer->items.empty() ? ItemKey{} : answer->items.front().key);
  json.end_object();
  const Outcome outcome = answer->items.empty() ? Outcome::nothing_matched : Outcome::done;
  return std::move(envelope).finish(answer->scan->problems, outcome, answer->notice);
}

}  // namespace milepost
