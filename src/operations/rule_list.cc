// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "operations/rule_list.h"

#include <array>
#include <utility>

#include "core/rules/catalog.h"
#include "operations/arguments.h"
#include "operations/envelope.h"
#include "operations/rule_session.h"
#include "operations/session.h"

namespace milepost {
namespace {

constexpr std::array kExamples{Example{"milepost rule list", "what is looked for, and what of it is on here"}};
constexpr std::array<int, 3> kExitCodes{0, 2, 5};
constexpr std::string_view kSchema = R"json({"type":"object","required":["rules"],"properties":{
"rules":{"type":"array","items":{"type":"object","required":["id","slug","group","stage","since","fix","summary","options","on","severity"],
 "properties":{"id":{"type":"string"},"slug":{"type":"string"},"group":{"type":"string"},"stage":{"type":"string"},
 "since":{"type":"string"},"fix":{"enum":["none","safe","unsafe"]},"summary":{"type":"string"},
 "options":{"type":"array","items":{"type":"object"}},"on":{"type":"boolean"},"severity":{"type":"string"}}}}}})json";

void write_members(JsonWriter& json, const RuleDescriptor& about) {
  json.field("id", about.id).field("slug", about.slug).field("group", to_string(about.group));
  json.field("stage", to_string(about.stage)).field("since", about.since).field("fix", to_string(about.fix));
  json.field("summary", about.summary).key("options").begin_array();
  for (const RuleOption& option : about.options) {
    json.begin_object().field("name", option.name).field("summary", option.summary).key("default");
    if (option.type == OptionType::integer)
      json.integer(option.number);
    else
      json.string(option.words);
    json.end_object();
  }
  json.end_array();
}

}  // namespace

constinit const Operation kRuleListOperation{
    .name = "rule_list",
    .command = "rule list",
    .group = "Check",
    .summary = "list the rules and what of them is on",
    .description =
        "Lists the rules with the severity that they have here. Optional rules are matters of taste and preview rules\n"
        "are new: both run when they are asked for, by --select, in the table [rules] of milepost.toml, or, for "
        "preview\n"
        "rules, with --preview.",
    .examples = kExamples,
    .exit_codes = kExitCodes,
    .data_schema = kSchema,
    .invoke = invoke_rule_list};

void write_rule(JsonWriter& json, const Rule& rule) {
  json.begin_object();
  write_members(json, rule.about);
  json.field("severity", to_string(rule.about.severity)).end_object();
}

Result<std::vector<RuleRow>> rule_list(Session& session, const Arguments& arguments) {
  if (auto good = check_arguments(kRuleListOperation, arguments); !good) return std::unexpected(good.error());
  auto workspace = session.workspace();
  if (!workspace) return std::unexpected(std::move(workspace).error());
  const Config& config = (*workspace)->config();
  auto plan = RulePlan::make({rule_adjustments(config), {}, {}, config.get_bool("check.preview")});
  if (!plan) return std::unexpected(std::move(plan).error());
  std::vector<RuleRow> rows;
  for (std::size_t i = 0; i < rules().size(); ++i) {
    rows.push_back({rules()[i], plan->may_run(i), plan->states()[i].severity});
  }
  return rows;
}

Result<JsonText> invoke_rule_list(Session& session, const Arguments& arguments) {
  auto rows = rule_list(session, arguments);
  if (!rows) return std::unexpected(std::move(rows).error());
  Envelope envelope(kRuleListOperation.name, session.root());
  JsonWriter& json = envelope.data();
  json.begin_object().key("rules").begin_array();
  for (const RuleRow& row : *rows) {
    json.begin_object();
    write_members(json, row.rule->about);
    json.field("on", row.is_on).field("severity", to_string(row.severity)).end_object();
  }
  json.end_array().end_object();
  return std::move(envelope).finish({}, Outcome::done);
}

}  // namespace milepost
