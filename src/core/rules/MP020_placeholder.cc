// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include <string>

#include "core/rules/contexts.h"
#include "core/rules/finding_sink.h"
#include "core/rules/rule_list.h"
#include "core/rules/value_place.h"

namespace milepost {
namespace {

void check(const DocumentContext& context, FindingSink& sink) {
  for (const RawField& field : context.reading.fields().all()) {
    // Words such as "unassigned" say something; these are what templates leave.
    if (!is_template_field(context, field)) continue;
    sink.report(
        field.value,
        "the " + std::string(role_name(context.reading.dialect(), field.role)) + " is still what the template left",
        "write the value, or remove the line");
  }
}

}  // namespace

constinit const Rule kPlaceholder{.about = {.id = "MP020",
                                            .slug = "placeholder",
                                            .since = "0.1.0",
                                            .group = RuleGroup::reading,
                                            .severity = Severity::info,
                                            .summary = "a placeholder of the template stands where a value belongs"},
                                  .check_document = check};

}  // namespace milepost
