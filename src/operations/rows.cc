// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "operations/rows.h"

#include <algorithm>
#include <utility>

#include "core/lifecycle/record_tables.h"
#include "operations/arguments.h"
#include "operations/edit_item.h"
#include "operations/invoke_change.h"
#include "operations/session.h"

namespace milepost {
namespace {

constexpr Parameter kText{.name = "text",
                          .kind = ParameterKind::text,
                          .value_name = "TEXT",
                          .summary = "what it is, one line",
                          .positional = true,
                          .required = true};
constexpr Parameter kRow{.name = "row",
                         .kind = ParameterKind::text,
                         .value_name = "ROW",
                         .summary = "the first cell of the row, or words that only one row has",
                         .positional = true,
                         .required = true};
constexpr Parameter kStatus{.name = "status",
                            .kind = ParameterKind::text,
                            .value_name = "STATUS",
                            .summary = "the new status, as it is to stand there",
                            .positional = true,
                            .required = true};
constexpr Parameter kColumn{.name = "column",
                            .kind = ParameterKind::text,
                            .value_name = "COLUMN",
                            .summary = "role or header of the column",
                            .positional = true,
                            .required = true};
constexpr Parameter kValue{.name = "value",
                           .kind = ParameterKind::text,
                           .value_name = "VALUE",
                           .summary = "what is to stand there",
                           .positional = true,
                           .required = true};
constexpr Parameter kCells{.name = "cell",
                           .kind = ParameterKind::list,
                           .value_name = "COLUMN=VALUE",
                           .summary = "further cells of the row, by role or header of their column"};
constexpr Parameter kSection{.name = "section",
                             .kind = ParameterKind::text,
                             .value_name = "NAME",
                             .summary = "the section whose table or list it goes into, by kind or title",
                             .values = Values::sections};
constexpr auto kAddParameters = with_change_parameters(std::array{kItemParameter, kText, kCells, kSection});
constexpr auto kStatusParameters = with_change_parameters(std::array{kItemParameter, kRow, kStatus});
constexpr auto kCellParameters = with_change_parameters(std::array{kItemParameter, kRow, kColumn, kValue});
constexpr std::array kTaskAddExamples{Example{"milepost task add M3 \"Write the help\" --cell area=Docs,owner=@kim",
                                              "a row, or a box where there is no table"}};
constexpr std::array kTaskStatusExamples{Example{"milepost task status M3 T2 Done", "the status of one row"}};
constexpr std::array kPhaseExamples{Example{"milepost phase M3 P1 Completed", "the status of one phase"}};
constexpr std::array kRiskAddExamples{Example{
    "milepost risk add M3 \"Key arrives late\" --cell impact=high,mitigation=\"ask early\"", "a row of the risks"}};
constexpr std::array kRiskSetExamples{
    Example{"milepost risk set M3 \"Key arrives\" impact low", "one cell of one risk"}};

// The column of a table that takes what the text of a new row says; "" when it has none.
std::string text_column(const RecordTable& table) {
  static constexpr std::array<std::string_view, 6> kColumns{"description", "task", "risk", "title", "name", "item"};
  for (const std::string_view column : kColumns)
    if (std::ranges::find(table.roles, column) != table.roles.end()) return std::string(column);
  return {};
}

// The cells of a new row; the text goes into the column that describes.
Result<AddRow> parse_row(const Arguments& arguments, std::string record, std::string column) {
  AddRow row{std::move(record), {{std::move(column), std::string(arguments.text("text"))}}, {}};
  for (const std::string& cell : arguments.list("cell")) {
    const std::size_t equals = cell.find('=');
    if (equals == std::string::npos || equals == 0) return fail(ErrorKind::usage, "'" + cell + "' is no COLUMN=VALUE");
    row.cells.emplace_back(cell.substr(0, equals), cell.substr(equals + 1));
  }
  return row;
}

Result<std::vector<EditRequest>> plan_row(const ChosenItem& chosen, const Arguments& arguments, const char* record) {
  const ParsedDocument& document = chosen.document;
  const auto tables = find_record_tables(document, document.document.items[chosen.item].range, record);
  const auto fitting =
      std::ranges::find_if(tables, [](const RecordTable& table) { return !text_column(table).empty(); });
  if (fitting != tables.end()) {
    auto row = parse_row(arguments, record, text_column(*fitting));
    if (!row) return std::unexpected(std::move(row).error());
    row->section = arguments.text("section");
    return std::vector<EditRequest>{*row};
  }
  if (arguments.has("cell"))
    return fail(ErrorKind::usage, chosen.path() + " has no table for it, so there are no columns");
  const bool is_task = std::string_view(record) == "task";
  const std::string line = (is_task ? "- [ ] " : "- ") + std::string(arguments.text("text"));
  const std::string section(arguments.has("section") ? arguments.text("section") : is_task ? "tasks" : "risks");
  return std::vector<EditRequest>{ChangeSection{section, BodyChange::append, line}};
}

Result<ChangeAnswer> set_cell(Session& session, const Arguments& arguments, const Operation& operation, SetCell cell) {
  return edit_one(session, arguments, operation,
                  [cell = std::move(cell)](const ChosenItem&) -> Result<std::vector<EditRequest>> {
                    return std::vector<EditRequest>{cell};
                  });
}

std::string text_of(const Arguments& arguments, std::string_view name) { return std::string(arguments.text(name)); }

}  // namespace

constinit const Operation kTaskAddOperation{
    .name = "task_add",
    .command = "task add",
    .group = "Editing",
    .summary = "add a task",
    .description = "Adds a row to the table of tasks, or a box to the list of tasks where there is no table.",
    .parameters = kAddParameters,
    .examples = kTaskAddExamples,
    .exit_codes = kChangeExitCodes,
    .effect = Effect::writes,
    .data_schema = kChangeSchema,
    .invoke = invoke_change<kTaskAddOperation, add_task>};

constinit const Operation kTaskStatusOperation{.name = "task_status",
                                               .command = "task status",
                                               .group = "Editing",
                                               .summary = "set the status of a task",
                                               .description = "Sets the status in one row of the tables of tasks.",
                                               .parameters = kStatusParameters,
                                               .examples = kTaskStatusExamples,
                                               .exit_codes = kChangeExitCodes,
                                               .effect = Effect::writes,
                                               .data_schema = kChangeSchema,
                                               .invoke = invoke_change<kTaskStatusOperation, set_task_status>};

constinit const Operation kPhaseOperation{.name = "phase",
                                          .command = "phase",
                                          .group = "Editing",
                                          .summary = "set the status of a phase",
                                          .description = "Sets the status in one row of the table of phases.",
                                          .parameters = kStatusParameters,
                                          .examples = kPhaseExamples,
                                          .exit_codes = kChangeExitCodes,
                                          .effect = Effect::writes,
                                          .data_schema = kChangeSchema,
                                          .invoke = invoke_change<kPhaseOperation, set_phase_status>};

constinit const Operation kRiskAddOperation{
    .name = "risk_add",
    .command = "risk add",
    .group = "Editing",
    .summary = "add a risk",
    .description = "Adds a row to the table of risks, or a line to their list where there is no table.",
    .parameters = kAddParameters,
    .examples = kRiskAddExamples,
    .exit_codes = kChangeExitCodes,
    .effect = Effect::writes,
    .data_schema = kChangeSchema,
    .invoke = invoke_change<kRiskAddOperation, add_risk>};

constinit const Operation kRiskSetOperation{.name = "risk_set",
                                            .command = "risk set",
                                            .group = "Editing",
                                            .summary = "set a cell of a risk",
                                            .description = "Sets one cell in one row of the table of risks.",
                                            .parameters = kCellParameters,
                                            .examples = kRiskSetExamples,
                                            .exit_codes = kChangeExitCodes,
                                            .effect = Effect::writes,
                                            .data_schema = kChangeSchema,
                                            .invoke = invoke_change<kRiskSetOperation, set_risk>};

Result<ChangeAnswer> add_task(Session& session, const Arguments& arguments) {
  return edit_one(session, arguments, kTaskAddOperation,
                  [&](const ChosenItem& chosen) { return plan_row(chosen, arguments, "task"); });
}

Result<ChangeAnswer> set_task_status(Session& session, const Arguments& arguments) {
  return set_cell(session, arguments, kTaskStatusOperation,
                  {"task", text_of(arguments, "row"), "status", text_of(arguments, "status")});
}

Result<ChangeAnswer> set_phase_status(Session& session, const Arguments& arguments) {
  return set_cell(session, arguments, kPhaseOperation,
                  {"phase", text_of(arguments, "row"), "status", text_of(arguments, "status")});
}

Result<ChangeAnswer> add_risk(Session& session, const Arguments& arguments) {
  return edit_one(session, arguments, kRiskAddOperation,
                  [&](const ChosenItem& chosen) { return plan_row(chosen, arguments, "risk"); });
}

Result<ChangeAnswer> set_risk(Session& session, const Arguments& arguments) {
  return set_cell(session, arguments, kRiskSetOperation,
                  {"risk", text_of(arguments, "row"), text_of(arguments, "column"), text_of(arguments, "value")});
}

}  // namespace milepost
