// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// explain: the page of a rule: what it finds, why it matters, a bad and a good document, how it is mended, its options.
// The pages are those that the rules are tested with, so they can not say what the program does not do.
#pragma once

#include "core/rules/rule.h"
#include "operations/operation.h"

namespace milepost {

struct ExplainAnswer {
  const Rule* rule = nullptr;
  std::string_view page;  // Markdown; lasts as long as the program
};

// Errors: usage for a word that is no rule, with the nearest ones.
[[nodiscard]] Result<ExplainAnswer> explain(const Arguments& arguments);
[[nodiscard]] Result<JsonText> invoke_explain(Session& session, const Arguments& arguments);

extern const Operation kExplainOperation;

}  // namespace milepost
