// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include <algorithm>
#include <string>

#include "core/rules/contexts.h"
#include "core/rules/finding_sink.h"
#include "core/rules/rule_list.h"
#include "core/text/inline.h"

namespace milepost {
namespace {

// The id as it stands in the document: reading makes one form of all spellings.
void check(const DocumentContext& context, FindingSink& sink) {
  const Dialect& dialect = context.reading.dialect();
  const auto& forms = form_of(dialect.form, context.reading.items().front().kind).ids;
  if (forms.empty()) return;
  const auto& nodes = context.reading.scan().front_matter.nodes;
  for (const RawField& field : context.reading.fields().of(Role::id)) {
    if (field.node == 0 || nodes[field.node].kind != YamlKind::scalar || nodes[field.node].key != "id") continue;
    const std::string& id = nodes[field.node].value;
    if (std::ranges::any_of(forms, [&](const std::string& form) { return is_spelled_as(id, form); })) continue;
    if (id.empty() || nodes[field.node].placeholder || context.reading.values().is_placeholder(id)) continue;
    sink.report(field.value, "the id '" + id + "' is not spelled as this family spells ids: " + forms.front(),
                "mend the id and what refers to it; '#' is a digit");
  }
}

}  // namespace

constinit const Rule kIdSpelling{.about = {.id = "MP111",
                                           .slug = "id-spelling",
                                           .since = "0.1.0",
                                           .group = RuleGroup::form,
                                           .severity = Severity::warning,
                                           .summary = "an id that is not spelled as the family spells ids"},
                                 .check_document = check};

}  // namespace milepost
