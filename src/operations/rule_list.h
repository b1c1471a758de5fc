// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// rule list: the catalogue of rules, one line each, as this workspace runs them: what is on, and with which severity,
// after the configuration had its say.
#pragma once

#include <vector>

#include "core/render/json_writer.h"
#include "core/rules/rule_plan.h"
#include "operations/operation.h"

namespace milepost {

struct RuleRow {
  const Rule* rule = nullptr;
  bool is_on = false;
  Severity severity = Severity::warning;
};

[[nodiscard]] Result<std::vector<RuleRow>> rule_list(Session& session, const Arguments& arguments);
[[nodiscard]] Result<JsonText> invoke_rule_list(Session& session, const Arguments& arguments);

void write_rule(JsonWriter& json, const Rule& rule);

extern const Operation kRuleListOperation;

}  // namespace milepost
