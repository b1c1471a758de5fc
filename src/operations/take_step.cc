// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "operations/take_step.h"

#include <algorithm>
#include <utility>

#include "operations/arguments.h"
#include "operations/chosen_names.h"
#include "operations/edit_item.h"
#include "operations/execplan/registry_follow.h"
#include "operations/gate_check.h"
#include "operations/invoke_change.h"
#include "operations/move_documents.h"
#include "operations/parent_rows.h"
#include "operations/plan_list.h"
#include "operations/session.h"

namespace milepost {
namespace {

constexpr Parameter kIds{.name = "id",
                         .kind = ParameterKind::text,
                         .value_name = "ID",
                         .summary = "the milestones: ids, short forms, paths, path:line",
                         .values = Values::ids,
                         .positional = true,
                         .many = true};
constexpr Parameter kReason{.name = "reason",
                            .kind = ParameterKind::text,
                            .value_name = "TEXT",
                            .summary = "why; goes into the log",
                            .letter = 'm'};
constexpr Parameter kBlockReason{.name = "reason",
                                 .kind = ParameterKind::text,
                                 .value_name = "TEXT",
                                 .summary = "what it waits for; goes into the log",
                                 .letter = 'm',
                                 .required = true};
constexpr Parameter kDate{.name = "date",
                          .kind = ParameterKind::date,
                          .value_name = "DATE",
                          .summary = "the day of the step; today when not given"};
constexpr Parameter kTick{.name = "tick", .kind = ParameterKind::flag, .summary = "tick all boxes that are still open"};
constexpr Parameter kDefer{
    .name = "defer", .kind = ParameterKind::flag, .summary = "put off all boxes that are still open"};
constexpr Parameter kOverride{.name = "override",
                              .kind = ParameterKind::text,
                              .value_name = "REASON",
                              .summary = "complete it whatever is open; the reason goes into the log"};
constexpr Parameter kStay{.name = "stay", .kind = ParameterKind::flag, .summary = "leave the file where it is"};

constexpr auto kPlainParameters =
    with_change_parameters(std::array{kIds, kReason, kDate, kWhereParameter, kYesParameter});
constexpr auto kBlockParameters =
    with_change_parameters(std::array{kIds, kBlockReason, kDate, kWhereParameter, kYesParameter});
constexpr auto kMovingParameters =
    with_change_parameters(std::array{kIds, kReason, kDate, kStay, kWhereParameter, kYesParameter});
constexpr auto kCompleteParameters = with_change_parameters(
    std::array{kIds, kTick, kDefer, kOverride, kReason, kDate, kStay, kWhereParameter, kYesParameter});

constexpr std::array kStartExamples{Example{"milepost start M3", "work on M3 begins"}};
constexpr std::array kBlockExamples{Example{"milepost block M3 --reason \"waits for the new key\"", "M3 waits"}};
constexpr std::array kUnblockExamples{Example{"milepost unblock M3", "it goes on"}};
constexpr std::array kCompleteExamples{Example{"milepost complete M3", "refused with a list when criteria are open"},
                                       Example{"milepost complete M3 --defer", "what is open is put off"},
                                       Example{"milepost complete M3 -n", "the patch, without writing it"}};
constexpr std::array kPlanCompleteExamples{
    Example{"milepost plan complete EP-20260117-014", "refused as long as a milestone of it is open"},
    Example{"milepost plan complete S02_M01 --date 2026-01-16", "a sprint, ended yesterday"}};
constexpr std::array kCancelExamples{
    Example{"milepost cancel M3 --reason \"no longer needed\"", "M3 will not be done"}};
constexpr std::array kReopenExamples{
    Example{"milepost reopen M3 --reason \"the fix did not hold\"", "M3 is active again"}};
constexpr std::array kArchiveExamples{Example{"milepost archive M3", "to where its family keeps what is over"},
                                      Example{"milepost archive --where status=done --yes", "all that are done"}};
constexpr std::array kUnarchiveExamples{Example{"milepost unarchive M3", "back to where it came from"}};

struct StepWords {
  const Operation* operation;
  const char* past;  // "M3 is done"
};

StepWords words_of(Step step) {
  switch (step) {
    case Step::start:
      return {&kStartOperation, "is active"};
    case Step::block:
      return {&kBlockOperation, "is blocked"};
    case Step::unblock:
      return {&kUnblockOperation, "goes on"};
    case Step::complete:
      return {&kCompleteOperation, "is done"};
    case Step::cancel:
      return {&kCancelOperation, "is cancelled"};
    case Step::reopen:
      return {&kReopenOperation, "is open again"};
    case Step::archive:
      return {&kArchiveOperation, "is archived"};
    case Step::unarchive:
      break;
  }
  return {&kUnarchiveOperation, "is back from the archive"};
}

// What a request says, the same for all milestones that it names.
struct StepOrder {
  Step step = Step::start;
  Date day;
  std::string reason;
  GateChoice gates;
  bool stays = false;
  bool only_parents = false;
};

Result<void> check_parent(const Corpus& corpus, ItemKey key) {
  if (is_parent(corpus, key)) return {};
  const std::string name = corpus.name_of(key);
  auto failure = fail(ErrorKind::usage,
                      "'" + name + "' is a " + to_string(corpus.item(key).kind) + " with nothing below it, not a plan");
  failure.error().hints.push_back("`milepost complete " + name + "` ends it");
  return failure;
}

bool moves_files(Step step) {
  return step == Step::complete || step == Step::reopen || step == Step::archive || step == Step::unarchive;
}

// Where only the file moves, a reason is all that the document is told.
Result<void> add_reason(Session& session, const ChosenItem& chosen, const StepOrder& order, PlannedChange& into) {
  if (order.reason.empty()) return {};
  const char* said = order.step == Step::archive ? "Archived: " : "Back from the archive: ";
  return add_item_edits(session, chosen, {AddLog{to_string(order.day), said + order.reason}}, Touch::leave_updated,
                        into);
}

// The gates, then the fields that the step writes, then what the parent says of it.
Result<void> add_step_edits(Session& session, const ChosenItem& chosen, const StepOrder& order, PlannedChange& into) {
  const Corpus& corpus = (*session.scan())->corpus;
  const Dialect& dialect = *chosen.document.dialect;
  // An archived document keeps the last status that it states; the folder says that it is archived.
  const bool is_archiving = order.step == Step::archive || order.step == Step::unarchive;
  const auto& status = chosen.stated().status;
  if (is_archiving && !(status && status->value.category == StatusCategory::archived))
    return add_reason(session, chosen, order, into);
  GateVerdict verdict;
  if (order.step == Step::complete) {
    auto checked = check_gates(session, chosen, order.gates);
    if (!checked) return std::unexpected(std::move(checked).error());
    verdict = std::move(*checked);
  }
  auto word = choose_status_word(corpus, chosen.key, dialect, target_of(order.step));
  if (!word) return std::unexpected(std::move(word).error());
  into.remarks.insert(into.remarks.end(), verdict.remarks.begin(), verdict.remarks.end());
  std::vector<EditRequest> requests = std::move(verdict.requests);
  for (EditRequest& request :
       plan_step_fields(chosen.document, chosen.item, {order.step, order.day, *word, order.reason}))
    requests.push_back(std::move(request));
  if (auto added = add_item_edits(session, chosen, std::move(requests), Touch::leave_updated, into); !added)
    return added;
  return add_parent_row(session, chosen, target_of(order.step), into);
}

// One milestone takes the step; then its file may go elsewhere.
Result<void> add_step(Session& session, const std::string& name, const StepOrder& order, std::vector<PathMove>& moves,
                      PlannedChange& into) {
  auto chosen = choose_item(session, name);
  if (!chosen) return std::unexpected(std::move(chosen).error());
  const Corpus& corpus = (*session.scan())->corpus;
  if (order.only_parents) {
    if (auto good = check_parent(corpus, chosen->key); !good) return good;
  }
  const Dialect& dialect = *chosen->document.dialect;
  const Item& item = chosen->stated();
  if (auto good = check_step(item, dialect, order.step); !good) {
    good.error().place = Place{chosen->path(), item.line, 0};
    return good;
  }
  const bool is_there = item.status && item.status->value.category == target_of(order.step);
  if (!is_there) {
    if (auto added = add_step_edits(session, *chosen, order, into); !added) return added;
  }
  std::optional<PathMove> move;
  if (!order.stays && moves_files(order.step)) {
    auto found = find_destination(session, *chosen, order.step, order.day);
    if (!found) return std::unexpected(std::move(found).error());
    move = std::move(*found);
  }
  const std::string said = corpus.name_of(chosen->key) + " " + words_of(order.step).past;
  const bool changes =
      move || std::ranges::find(into.plan.files, chosen->path(), &FileChange::path) != into.plan.files.end();
  (changes ? into.lines : into.remarks).push_back(changes ? said : said + " already; nothing was changed");
  if (move) moves.push_back(std::move(*move));
  return {};
}

Result<StepOrder> parse_order(Session& session, const Arguments& arguments, Step step) {
  StepOrder order{step, session.today(), std::string(arguments.text("reason")), {}, arguments.has("stay"), false};
  if (arguments.has("date")) order.day = *Date::from_iso(arguments.text("date"));
  auto gates = parse_gate_choice(arguments);
  if (!gates) return std::unexpected(std::move(gates).error());
  order.gates = std::move(*gates);
  return order;
}

// All items take the step in one plan, then what must follow: files, links, registries.
Result<PlannedChange> plan_steps(Session& session, const std::vector<std::string>& names, const StepOrder& order,
                                 std::string_view command) {
  PlannedChange planned;
  planned.plan.summary =
      std::string(command) + " " + (names.size() == 1 ? names.front() : std::to_string(names.size()) + " milestones");
  std::vector<PathMove> moves;
  for (const std::string& name : names)
    if (auto added = add_step(session, name, order, moves, planned); !added)
      return std::unexpected(std::move(added).error());
  if (auto added = add_moves(session, moves, planned); !added) return std::unexpected(std::move(added).error());
  if (auto added = execplan::follow_registry(session, planned); !added)
    return std::unexpected(std::move(added).error());
  return planned;
}

enum class Scope : std::uint8_t { all, parents };

Result<ChangeAnswer> run_step(Session& session, const Arguments& arguments, const Operation& operation, Step step,
                              Scope scope) {
  if (auto good = check_arguments(operation, arguments); !good) return std::unexpected(std::move(good).error());
  auto options = parse_change_options(arguments);
  if (!options) return std::unexpected(std::move(options).error());
  auto order = parse_order(session, arguments, step);
  if (!order) return std::unexpected(std::move(order).error());
  order->only_parents = scope == Scope::parents;
  auto names = choose_names(session, arguments, arguments.all("id"));
  if (!names) return std::unexpected(std::move(names).error());
  return carry_out(session, *options, [&](Session& now) { return plan_steps(now, *names, *order, operation.command); });
}

}  // namespace

template <Step kStep>
Result<ChangeAnswer> take_step(Session& session, const Arguments& arguments) {
  return run_step(session, arguments, *words_of(kStep).operation, kStep, Scope::all);
}

Result<ChangeAnswer> complete_parent(Session& session, const Arguments& arguments) {
  return run_step(session, arguments, kPlanCompleteOperation, Step::complete, Scope::parents);
}

constinit const Operation kStartOperation{.name = "start",
                                          .command = "start",
                                          .group = "Life of a milestone",
                                          .summary = "work begins: the status becomes active",
                                          .description =
                                              "Writes the status in every place where it stands, the date of the last "
                                              "update and, where the document keeps one, a\n"
                                              "line of the log. The words are those that the documents around it use.",
                                          .parameters = kPlainParameters,
                                          .examples = kStartExamples,
                                          .exit_codes = kChangeExitCodes,
                                          .effect = Effect::writes,
                                          .data_schema = kChangeSchema,
                                          .invoke = invoke_change<kStartOperation, take_step<Step::start>>};

constinit const Operation kBlockOperation{.name = "block",
                                          .command = "block",
                                          .group = "Life of a milestone",
                                          .summary = "it waits, with the reason",
                                          .description = "Writes the status and puts the reason into the log.",
                                          .parameters = kBlockParameters,
                                          .examples = kBlockExamples,
                                          .exit_codes = kChangeExitCodes,
                                          .effect = Effect::writes,
                                          .data_schema = kChangeSchema,
                                          .invoke = invoke_change<kBlockOperation, take_step<Step::block>>};

constinit const Operation kUnblockOperation{.name = "unblock",
                                            .command = "unblock",
                                            .group = "Life of a milestone",
                                            .summary = "what was blocked goes on",
                                            .description = "Writes the status: active.",
                                            .parameters = kPlainParameters,
                                            .examples = kUnblockExamples,
                                            .exit_codes = kChangeExitCodes,
                                            .effect = Effect::writes,
                                            .data_schema = kChangeSchema,
                                            .invoke = invoke_change<kUnblockOperation, take_step<Step::unblock>>};

constinit const Operation kCompleteOperation{
    .name = "complete",
    .command = "complete",
    .group = "Life of a milestone",
    .summary = "it is done: checked, dated, moved",
    .description =
        "Refuses (exit 4) with a list when criteria, prerequisites or parts are open; what is open can be ticked, put "
        "off or\n"
        "overridden with a reason. complete.refuse in milepost.toml says what refuses. Writes status, dates and log, "
        "and\n"
        "moves the file where its family keeps what is done, with every link that led to it.",
    .parameters = kCompleteParameters,
    .examples = kCompleteExamples,
    .exit_codes = kChangeExitCodes,
    .effect = Effect::moves,
    .data_schema = kChangeSchema,
    .invoke = invoke_change<kCompleteOperation, take_step<Step::complete>>};

constinit const Operation kPlanCompleteOperation{
    .name = "plan_complete",
    .command = "plan complete",
    .group = "Life of a milestone",
    .summary = "a plan, sprint or overview is done",
    .description =
        "The same step as `complete` for what holds others: refused (exit 4) as long as something below it is open or "
        "a\n"
        "criterion of its own is not met. Writes status, dates and log; where the family keeps finished plans in a "
        "place\n"
        "of their own, the folder moves there with everything in it, and links and registry follow.",
    .parameters = kCompleteParameters,
    .examples = kPlanCompleteExamples,
    .exit_codes = kChangeExitCodes,
    .effect = Effect::moves,
    .data_schema = kChangeSchema,
    .invoke = invoke_change<kPlanCompleteOperation, complete_parent>};

constinit const Operation kCancelOperation{.name = "cancel",
                                           .command = "cancel",
                                           .group = "Life of a milestone",
                                           .summary = "it will not be done",
                                           .description = "Writes the status and puts the reason into the log.",
                                           .parameters = kPlainParameters,
                                           .examples = kCancelExamples,
                                           .exit_codes = kChangeExitCodes,
                                           .effect = Effect::writes,
                                           .data_schema = kChangeSchema,
                                           .invoke = invoke_change<kCancelOperation, take_step<Step::cancel>>};

constinit const Operation kReopenOperation{
    .name = "reopen",
    .command = "reopen",
    .group = "Life of a milestone",
    .summary = "what was done or cancelled is active again",
    .description =
        "Writes the status, takes the day of completion away, and brings the file back to where work goes on.",
    .parameters = kMovingParameters,
    .examples = kReopenExamples,
    .exit_codes = kChangeExitCodes,
    .effect = Effect::moves,
    .data_schema = kChangeSchema,
    .invoke = invoke_change<kReopenOperation, take_step<Step::reopen>>};

constinit const Operation kArchiveOperation{
    .name = "archive",
    .command = "archive",
    .group = "Life of a milestone",
    .summary = "move what is over to the archive",
    .description =
        "Moves the file to the archive of its family, with every link, index row and registry entry that led to it. "
        "The\n"
        "document keeps its status unless its family has a word for being archived.",
    .parameters = kMovingParameters,
    .examples = kArchiveExamples,
    .exit_codes = kChangeExitCodes,
    .effect = Effect::moves,
    .data_schema = kChangeSchema,
    .invoke = invoke_change<kArchiveOperation, take_step<Step::archive>>};

constinit const Operation kUnarchiveOperation{
    .name = "unarchive",
    .command = "unarchive",
    .group = "Life of a milestone",
    .summary = "bring it back from the archive",
    .description = "Moves the file back from the archive, with every link that led to it.",
    .parameters = kMovingParameters,
    .examples = kUnarchiveExamples,
    .exit_codes = kChangeExitCodes,
    .effect = Effect::moves,
    .data_schema = kChangeSchema,
    .invoke = invoke_change<kUnarchiveOperation, take_step<Step::unarchive>>};

template Result<ChangeAnswer> take_step<Step::start>(Session&, const Arguments&);
template Result<ChangeAnswer> take_step<Step::block>(Session&, const Arguments&);
template Result<ChangeAnswer> take_step<Step::unblock>(Session&, const Arguments&);
template Result<ChangeAnswer> take_step<Step::complete>(Session&, const Arguments&);
template Result<ChangeAnswer> take_step<Step::cancel>(Session&, const Arguments&);
template Result<ChangeAnswer> take_step<Step::reopen>(Session&, const Arguments&);
template Result<ChangeAnswer> take_step<Step::archive>(Session&, const Arguments&);
template Result<ChangeAnswer> take_step<Step::unarchive>(Session&, const Arguments&);

}  // namespace milepost
