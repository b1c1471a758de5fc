// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "operations/dashboard.h"

#include <algorithm>
#include <array>
#include <utility>

#include "core/document/finding.h"
#include "core/render/progress_bar.h"
#include "operations/arguments.h"
#include "operations/envelope.h"
#include "operations/item_columns.h"
#include "operations/item_json.h"
#include "operations/list.h"
#include "operations/session.h"

namespace milepost {
namespace {

constexpr double kBehind = 25;  // points by which progress may trail the time that has passed
constexpr int kSoon = 7;        // days in which little progress is a risk
constexpr double kLittle = 50;  // percent that is little so shortly before the day

StatusCategory category_of(const Item& item) {
  return item.status ? item.status->value.category : StatusCategory::unknown;
}

bool is_overdue(const Item& item, Date today) { return is_open(item) && item.target && item.target->value < today; }

// The last part of a long id is what people say: MS003 of EP-20260117-014/MS003.
std::string short_name(const Corpus& corpus, ItemKey key) {
  const auto& id = corpus.item(key).id;
  return id ? id->value.substr(id->value.rfind('/') + 1) : corpus.name_of(key);
}

std::string days_text(int days) { return std::to_string(days) + (days == 1 ? " day" : " days"); }

// Sorts open milestones into the groups.
class Sorter {
 public:
  Sorter(const Corpus& corpus, Date today, DashboardAnswer& into) : corpus_(&corpus), today_(today), into_(&into) {}

  void add(ItemKey key) {
    const Item& item = corpus_->item(key);
    const StatusCategory category = category_of(item);
    if (is_overdue(item, today_)) {
      into_->overdue.push_back({key, days_text(days_between(item.target->value, today_)) + " late"});
    } else if (category == StatusCategory::blocked) {
      into_->blocked.push_back({key, blocked_reason(key)});
    } else if (std::string reason = risk_reason(key); !reason.empty()) {
      into_->at_risk.push_back({key, std::move(reason)});
    } else if (category == StatusCategory::active) {
      into_->active.push_back({key, due_reason(item)});
    } else if (category == StatusCategory::planned) {
      add_planned(key);
    } else {
      into_->unstated.push_back({key, due_reason(item)});
    }
  }

 private:
  void add_planned(ItemKey key) {
    std::string reason = waits_for(key);
    const bool free = reason.empty();
    auto& group = free ? into_->next : into_->waiting;
    group.push_back({key, free ? due_reason(corpus_->item(key)) : std::move(reason)});
  }

  [[nodiscard]] std::string due_reason(const Item& item) const {
    if (!item.target) return {};
    const int days = days_between(today_, item.target->value);
    return days == 0 ? "today" : "in " + days_text(days);
  }

  [[nodiscard]] std::string waits_for(ItemKey key) const {
    std::string names;
    for (const ItemKey other : corpus_->links(key).depends_on) {
      if (!is_open(corpus_->item(other))) continue;
      names.append(names.empty() ? "waits for " : ", ").append(short_name(*corpus_, other));
    }
    return names;
  }

  [[nodiscard]] std::string blocked_reason(ItemKey key) const {
    std::string reason = waits_for(key);
    const auto& status = corpus_->item(key).status;
    return reason.empty() && status ? status->value.note : reason;
  }

  [[nodiscard]] std::string risk_reason(ItemKey key) const {
    const Item& item = corpus_->item(key);
    for (const ItemKey other : corpus_->links(key).depends_on) {
      if (is_overdue(corpus_->item(other), today_))
        return "waits for " + short_name(*corpus_, other) + ", which is late";
    }
    if (category_of(item) == StatusCategory::active) {
      if (std::string reason = behind_reason(item); !reason.empty()) return reason;
    }
    const bool high = item.risk && item.risk->value.level >= RiskLevel::high;
    return high ? "risk " + std::string(to_string(item.risk->value.level)) : "";
  }

  // Progress against the days that have passed.
  [[nodiscard]] std::string behind_reason(const Item& item) const {
    const auto percent = shown_percent(item.progress);
    if (!item.target || !percent) return {};
    const int left = days_between(today_, item.target->value);
    if (left <= kSoon && *percent < kLittle)
      return "due in " + days_text(left) + ", " + percent_text(*percent) + " done";
    if (!item.start) return {};
    const int all = days_between(item.start->value, item.target->value);
    if (all <= 0 || left > all) return {};
    const double passed = 100.0 * (all - left) / all;
    return passed - *percent > kBehind ? percent_text(passed) + " of the time gone" : "";
  }

  const Corpus* corpus_;
  Date today_;
  DashboardAnswer* into_;
};

bool is_plan(ItemKind kind) { return kind == ItemKind::plan || kind == ItemKind::overview || kind == ItemKind::epic; }

std::vector<ItemKey> leading_items(const Corpus& corpus, DashboardTotals& totals) {
  std::vector<ItemKey> all = corpus.all_items();
  totals.items = all.size();
  std::vector<ItemKey> milestones;
  for (const ItemKey key : all) {
    const ItemKind kind = corpus.item(key).kind;
    if (is_plan(kind)) ++totals.plans;
    if (kind == ItemKind::milestone) milestones.push_back(key);
  }
  return milestones.empty() ? all : milestones;
}

void count(const Item& item, DashboardTotals& totals) {
  const StatusCategory category = category_of(item);
  ++totals.milestones;
  if (category == StatusCategory::done || category == StatusCategory::archived) ++totals.done;
  if (category == StatusCategory::cancelled) ++totals.cancelled;
}

// What is due first comes first; what has no day comes last, in the order of path and line.
void sort_by_day(std::vector<DashboardEntry>& entries, const Corpus& corpus) {
  std::stable_sort(entries.begin(), entries.end(), [&corpus](const DashboardEntry& a, const DashboardEntry& b) {
    const auto& left = corpus.item(a.key).target;
    const auto& right = corpus.item(b.key).target;
    if (left.has_value() != right.has_value()) return left.has_value();
    return left && left->value < right->value;
  });
}

void add_problems(DashboardAnswer& answer) {
  const std::string_view not_recognised = row_of(ReadingFact::not_recognised).id;
  for (const Finding& problem : answer.scan->problems) {
    if (problem.id == not_recognised) {
      answer.not_recognised.push_back(&problem);
    } else {
      ++answer.other_problems;
    }
  }
}

void write_group(JsonWriter& json, const Corpus& corpus, std::string_view name,
                 const std::vector<DashboardEntry>& entries) {
  json.key(name).begin_array();
  for (const DashboardEntry& entry : entries) {
    json.begin_object().field("reason", entry.reason).key("item");
    write_item(json, corpus, entry.key);
    json.end_object();
  }
  json.end_array();
}

void write_totals(JsonWriter& json, const DashboardTotals& totals) {
  json.key("totals").begin_object().field("documents", totals.documents).field("items", totals.items);
  json.field("milestones", totals.milestones).field("done", totals.done).field("cancelled", totals.cancelled);
  json.field("plans", totals.plans).end_object();
}

void write_trouble(JsonWriter& json, const DashboardAnswer& answer) {
  const Corpus& corpus = answer.scan->corpus;
  json.key("contradictions").begin_array();
  for (const SpottedFinding& found : answer.contradictions) {
    json.begin_object().field("id", found.finding.id).field("kind", found.finding.slug);
    json.field("name", corpus.name_of(found.key));
    json.field("path", corpus.document_of(found.key).path).field("line", corpus.item(found.key).line);
    json.field("message", found.finding.message).end_object();
  }
  json.end_array().key("not_recognised").begin_array();
  for (const Finding* finding : answer.not_recognised) {
    json.begin_object().field("path", finding->path).field("message", finding->message).end_object();
  }
  json.end_array();
}

constexpr std::array kExamples{Example{"milepost", "the state of this repository"},
                               Example{"milepost -C ../other --today 2026-03-01", "of another one, on another day"}};
constexpr std::array<int, 4> kExitCodes{0, 1, 2, 5};
constexpr std::string_view kSchema = R"json({"type":"object",
"required":["today","totals","overdue","blocked","at_risk","active","next","waiting","unstated","contradictions","not_recognised"],
"properties":{
"today":{"type":"string"},
"totals":{"type":"object","required":["documents","items","milestones","done","cancelled","plans"],
 "additionalProperties":{"type":"integer"}},
"overdue":{"$ref":"#/properties/data/$defs/group"},"blocked":{"$ref":"#/properties/data/$defs/group"},
"at_risk":{"$ref":"#/properties/data/$defs/group"},"active":{"$ref":"#/properties/data/$defs/group"},
"next":{"$ref":"#/properties/data/$defs/group"},"waiting":{"$ref":"#/properties/data/$defs/group"},
"unstated":{"$ref":"#/properties/data/$defs/group"},
"contradictions":{"type":"array","items":{"type":"object","required":["id","kind","name","path","line","message"],
 "properties":{"id":{"type":"string"},"kind":{"type":"string"},"name":{"type":"string"},"path":{"type":"string"},"line":{"type":"integer"},
 "message":{"type":"string"}}}},
"not_recognised":{"type":"array","items":{"type":"object","required":["path","message"],
 "properties":{"path":{"type":"string"},"message":{"type":"string"}}}}},
"$defs":{"group":{"type":"array","items":{"type":"object","required":["reason","item"],"properties":{
 "reason":{"type":"string"},"item":{"$ref":"#/$defs/item"}}}}}})json";

}  // namespace

constinit const Operation kDashboardOperation{
    .name = "dashboard",
    .command = "dashboard",
    .group = "Look",
    .summary = "show what is late, blocked, at risk, under way and next",
    .description =
        "Shows the state of the workspace on one screen; it is what `milepost` alone does. Each open milestone stands\n"
        "in the first group that fits: late, blocked, at risk, active, next, waiting. Contradictions are documents\n"
        "that say two things that can not both be true.",
    .examples = kExamples,
    .exit_codes = kExitCodes,
    .data_schema = kSchema,
    .invoke = invoke_dashboard};

Result<DashboardAnswer> dashboard(Session& session) {
  auto scan = session.scan();
  if (!scan) return std::unexpected(std::move(scan).error());
  const Corpus& corpus = (*scan)->corpus;
  DashboardAnswer answer;
  answer.scan = *scan;
  answer.totals.documents = static_cast<std::size_t>(
      std::ranges::count_if(corpus.documents(), [](const DocumentSummary& d) { return !d.items.empty(); }));
  Sorter sorter(corpus, session.today(), answer);
  for (const ItemKey key : leading_items(corpus, answer.totals)) {
    count(corpus.item(key), answer.totals);
    if (is_open(corpus.item(key))) sorter.add(key);
  }
  for (auto* group :
       {&answer.overdue, &answer.blocked, &answer.at_risk, &answer.active, &answer.next, &answer.waiting}) {
    sort_by_day(*group, corpus);
  }
  auto contradictions = find_contradictions((*session.workspace())->config(), corpus, session.today());
  if (!contradictions) return std::unexpected(std::move(contradictions).error());
  answer.contradictions = *std::move(contradictions);
  add_problems(answer);
  if (answer.totals.items == 0) answer.notice = describe_empty(**session.workspace(), **scan);
  return answer;
}

Result<JsonText> invoke_dashboard(Session& session, const Arguments& arguments) {
  if (auto good = check_arguments(kDashboardOperation, arguments); !good) return std::unexpected(good.error());
  auto answer = dashboard(session);
  if (!answer) return std::unexpected(std::move(answer).error());
  const Corpus& corpus = answer->scan->corpus;
  Envelope envelope(kDashboardOperation.name, session.root());
  JsonWriter& json = envelope.data();
  json.begin_object().field("today", to_string(session.today()));
  write_totals(json, answer->totals);
  write_group(json, corpus, "overdue", answer->overdue);
  write_group(json, corpus, "blocked", answer->blocked);
  write_group(json, corpus, "at_risk", answer->at_risk);
  write_group(json, corpus, "active", answer->active);
  write_group(json, corpus, "next", answer->next);
  write_group(json, corpus, "waiting", answer->waiting);
  write_group(json, corpus, "unstated", answer->unstated);
  write_trouble(json, *answer);
  json.end_object();
  const Outcome outcome = answer->totals.items == 0 ? Outcome::nothing_matched : Outcome::done;
  return std::move(envelope).finish(answer->scan->problems, outcome, answer->notice);
}

}  // namespace milepost
