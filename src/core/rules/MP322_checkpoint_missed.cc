// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include <charconv>
#include <optional>
#include <string>

#include "core/document/fold.h"
#include "core/rules/contexts.h"
#include "core/rules/figures.h"
#include "core/rules/finding_sink.h"
#include "core/rules/progress_words.h"
#include "core/rules/rule_list.h"

namespace milepost {
namespace {

// "25% Checkpoint": 25
std::optional<double> share_of(std::string_view label) {
  std::string buffer;
  const std::string_view name = fold_words(label, buffer);
  if (!name.ends_with("checkpoint")) return std::nullopt;
  int share = 0;
  const auto [end, error] = std::from_chars(name.data(), name.data() + name.size(), share);
  const bool is_share = error == std::errc() && share > 0 && share <= 100 && label.find('%') != std::string_view::npos;
  return is_share ? std::optional<double>(share) : std::nullopt;
}

void check(const DocumentContext& context, FindingSink& sink) {
  const Item& item = context.reading.items().front();
  const bool is_under_way = item.status && (item.status->value.category == StatusCategory::active ||
                                            item.status->value.category == StatusCategory::planned);
  if (!is_under_way || !item.progress.computed || !mentions(context.bytes(), {"Checkpoint"})) return;
  const LabelLines labels(context);
  for (const PlacedLabel& label : labels.all()) {
    const auto share = share_of(context.text(label.label));
    if (!share || *share <= *item.progress.computed) continue;
    const auto day = Date::from_iso(context.text(label.value).substr(0, 10));
    if (!day || context.facts.today <= *day) continue;
    sink.report(
        label.value,
        percent_words(*share) + " was to be reached on " + to_string(*day) + ", and " + progress_words(item.progress),
        "give the checkpoint another day, or bring the boxes up to date");
  }
}

}  // namespace

constinit const Rule kCheckpointMissed{
    .about = {.id = "MP322",
              .slug = "checkpoint-missed",
              .since = "0.1.0",
              .group = RuleGroup::truth,
              .severity = Severity::info,
              .stage = RuleStage::preview,
              .summary = "the day of a checkpoint has passed, its share is not done"},
    .check_document = check};

}  // namespace milepost
