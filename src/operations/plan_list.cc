// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "operations/plan_list.h"

#include <array>
#include <utility>

#include "operations/arguments.h"
#include "operations/envelope.h"
#include "operations/item_json.h"
#include "operations/list.h"
#include "operations/session.h"

namespace milepost {
namespace {

constexpr std::array kParameters{
    Parameter{.name = "all", .summary = "plans that are done, cancelled or archived too", .letter = 'a'}};
constexpr std::array kExamples{Example{"milepost plan list", "the open plans and how far they are"},
                               Example{"milepost plan list --all --json", "every plan, for a program"}};
constexpr std::array<int, 4> kExitCodes{0, 1, 2, 5};
constexpr std::string_view kSchema = R"json({"type":"object","required":["plans","total"],"properties":{
"plans":{"type":"array","items":{"type":"object","required":["item","children"],"properties":{
 "item":{"$ref":"#/$defs/item"},
 "children":{"$ref":"#/$defs/count","description":"direct ones: how many are over, and all"}}}},
"total":{"type":"integer","minimum":0}}})json";

Count count_children(const Corpus& corpus, ItemKey key) {
  Count count;
  for (const ItemKey child : corpus.links(key).children) {
    ++count.total;
    if (!is_open(corpus.item(child))) ++count.done;
  }
  return count;
}

}  // namespace

constinit const Operation kPlanListOperation{
    .name = "plan_list",
    .command = "plan list",
    .group = "Look",
    .summary = "list plans, overviews, initiatives and sprints",
    .description =
        "Lists what holds others: plans, overviews, sprints, epics, and every document with something below it. For "
        "each\n"
        "one its own progress and how many of its direct children are over. Without --all only what is open.",
    .parameters = kParameters,
    .examples = kExamples,
    .exit_codes = kExitCodes,
    .data_schema = kSchema,
    .invoke = invoke_plan_list};

bool is_parent(const Corpus& corpus, ItemKey key) {
  const ItemKind kind = corpus.item(key).kind;
  const bool is_leaf = kind == ItemKind::milestone || kind == ItemKind::task || kind == ItemKind::phase;
  return !is_leaf || !corpus.links(key).children.empty();
}

Result<PlanListAnswer> list_plans(Session& session, const Arguments& arguments) {
  if (auto good = check_arguments(kPlanListOperation, arguments); !good) return std::unexpected(good.error());
  auto scan = session.scan();
  if (!scan) return std::unexpected(std::move(scan).error());
  const Corpus& corpus = (*scan)->corpus;
  PlanListAnswer answer{*scan, {}, {}};
  std::size_t closed = 0;
  for (const ItemKey key : corpus.all_items()) {
    if (!is_parent(corpus, key)) continue;
    if (!arguments.has("all") && !is_open(corpus.item(key))) {
      ++closed;
      continue;
    }
    answer.plans.push_back({key, count_children(corpus, key)});
  }
  if (!answer.plans.empty()) return answer;
  if (corpus.all_items().empty()) {
    answer.notice = describe_empty(**session.workspace(), **scan);
  } else if (closed != 0) {
    answer.notice = "no plan is open; " + std::to_string(closed) + " are over (--all shows them)";
  } else {
    answer.notice = "no document here holds others; `milepost list` shows the milestones";
  }
  return answer;
}

Result<JsonText> invoke_plan_list(Session& session, const Arguments& arguments) {
  auto answer = list_plans(session, arguments);
  if (!answer) return std::unexpected(std::move(answer).error());
  Envelope envelope(kPlanListOperation.name, session.root());
  JsonWriter& json = envelope.data();
  json.begin_object().key("plans").begin_array();
  for (const PlanRow& row : answer->plans) {
    json.begin_object().key("item");
    write_item(json, answer->scan->corpus, row.key);
    write_count(json, "children", row.children);
    json.end_object();
  }
  json.end_array().field("total", answer->plans.size()).end_object();
  const Outcome outcome = answer->plans.empty() ? Outcome::nothing_matched : Outcome::done;
  return std::move(envelope).finish(answer->scan->problems, outcome, answer->notice);
}

}  // namespace milepost
