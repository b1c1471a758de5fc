// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include <optional>
#include <string>

#include "core/rules/contexts.h"
#include "core/rules/finding_sink.h"
#include "core/rules/rule_list.h"
#include "core/text/inline.h"

namespace milepost {
namespace {

constexpr std::size_t kShown = 60;

// The last lines of a document are its footer only behind a rule; else they belong to the last section.
bool is_own(const Scan& scan, const RawField& field) {
  if (field.carrier == Carrier::body) return false;
  if (field.carrier != Carrier::footer) return true;
  std::uint32_t block = field.block;
  while (block != kNoBlock && block > 0) {
    const BlockKind before = scan.markdown.blocks[--block].kind;
    if (before == BlockKind::thematic_break) return true;
    if (before != BlockKind::paragraph) return false;
  }
  return false;
}

std::optional<Status> status_of(const DocumentContext& context, const RawField& field) {
  const auto& nodes = context.reading.scan().front_matter.nodes;
  const std::string text = field.node != 0 ? nodes[field.node].value : plain_text(context.text(field.value));
  if (text.empty() || context.reading.values().is_placeholder(text)) return std::nullopt;
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
    if (!is_own(context.reading.scan(), field)) continue;
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
