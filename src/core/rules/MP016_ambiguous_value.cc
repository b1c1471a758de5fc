// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include <optional>
#include <string>

#include "core/rules/contexts.h"
#include "core/rules/finding_sink.h"
#include "core/rules/rule_list.h"
#include "core/rules/stated_fields.h"

namespace milepost {
namespace {

constexpr std::size_t kShown = 60;

std::optional<Status> status_of(const DocumentContext& context, const RawField& field) {
  const std::string text = stated_text(context, field);
  if (text.empty()) return std::nullopt;
  auto status = context.reading.values().status(text);
  if (status && status->category == StatusCategory::unknown) return std::nullopt;
  return status;
}

bool agree(StatusCategory a, StatusCategory b) {
  const auto is_over = [](StatusCategory c) { return c == StatusCategory::done || c == StatusCategory::archived; };
  return a == b || (is_over(a) && is_over(b));
}

void check(const DocumentContext& context, FindingSink& sink) {
  std::optional<Status> first;
  for (const RawField& field : context.reading.fields().of(Role::status)) {
    if (!speaks_for_document(context.reading.scan(), field)) continue;
    auto status = status_of(context, field);
    if (!status) continue;
    if (!first) {
      first = std::move(status);
    } else if (!agree(first->category, status->category)) {
      sink.report(field.value,
                  "the status here is '" + status->text.substr(0, kShown) + "', elsewhere the document says '" +
                      first->text.substr(0, kShown) + "'",
                  "make them agree, or keep one; until then the most trusted place counts");
      return;
    }
  }
}

}  // namespace

constinit const Rule kAmbiguousValue{.about = {.id = "MP016",
                                               .slug = "ambiguous-value",
                                               .since = "0.1.0",
                                               .group = RuleGroup::reading,
                                               .severity = Severity::warning,
                                               .summary = "one document states two different statuses"},
                                     .check_document = check};

}  // namespace milepost
