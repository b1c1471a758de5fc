// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include <algorithm>
#include <charconv>
#include <optional>
#include <string>

#include "core/document/normalise/identifier.h"
#include "core/rules/contexts.h"
#include "core/rules/finding_sink.h"
#include "core/rules/rule_list.h"
#include "core/rules/stated_fields.h"

namespace milepost {
namespace {

// "S06": 6. What is written otherwise is no number of a sprint.
std::optional<unsigned> sprint_number(std::string_view id) {
  const std::string folded = fold_identifier(id);
  const std::size_t s = folded.find('s');
  if (s == std::string::npos) return std::nullopt;
  unsigned number = 0;
  const char* begin = folded.data() + s + 1;
  const auto [end, error] = std::from_chars(begin, folded.data() + folded.size(), number);
  return error == std::errc() && end != begin ? std::optional(number) : std::nullopt;
}

// The field of a key of the front matter; nullptr when it is not there.
const RawField* find_key(const DocumentContext& context, std::string_view key) {
  const auto all = context.reading.fields().all();
  const auto found = std::ranges::find_if(all, [&](const RawField& field) {
    return field.carrier == Carrier::front_matter && context.text(field.label) == key;
  });
  return found == all.end() ? nullptr : &*found;
}

// The milestone of that id, as far as it is below the manifest.
std::optional<ItemKey> find_milestone(const DocumentContext& context, std::string_view id) {
  const Corpus& corpus = context.facts.corpus;
  const std::string folded = fold_identifier(id);
  for (const ItemKey child : corpus.links({context.document, 0}).children) {
    const auto& own = corpus.item(child).id;
    if (own && fold_identifier(own->value) == folded) return child;
  }
  return std::nullopt;
}

struct Highest {
  unsigned number = 0;
  std::string id;
};

Highest highest_sprint(const Corpus& corpus, ItemKey milestone) {
  Highest highest;
  for (const ItemKey child : corpus.links(milestone).children) {
    const Item& item = corpus.item(child);
    if (item.kind != ItemKind::sprint || !item.id) continue;
    const auto number = sprint_number(item.id->value);
    if (number && *number > highest.number) highest = {*number, item.id->value};
  }
  return highest;
}

// Sprints of other milestones are not looked at: numbers run on in some trees and begin again in others.
void check(const DocumentContext& context, FindingSink& sink) {
  if (context.reading.items().front().kind != ItemKind::overview) return;
  const RawField* pointer = find_key(context, "highest_sprint_in_milestone");
  const RawField* current = find_key(context, "current_milestone_id");
  if (pointer == nullptr || current == nullptr) return;
  const auto typed = sprint_number(stated_text(context, *pointer));
  const auto milestone = find_milestone(context, stated_text(context, *current));
  if (!typed || !milestone) return;
  const Highest highest = highest_sprint(context.facts.corpus, *milestone);
  if (highest.number == 0 || highest.number == *typed) return;
  sink.report(pointer->value,
              "says that the highest sprint of " + context.facts.corpus.name_of(*milestone) + " is " +
                  stated_text(context, *pointer) + ", yet it is " + highest.id,
              "bring the pointer up to date: the next sprint gets its number from it");
}

}  // namespace

constinit const Rule kPointerDiffers{.about = {.id = "MP414",
                                               .slug = "pointer-differs",
                                               .since = "0.1.0",
                                               .group = RuleGroup::between,
                                               .severity = Severity::warning,
                                               .stage = RuleStage::preview,
                                               .summary = "the manifest's highest sprint is not the highest there is"},
                                     .check_document = check};

}  // namespace milepost
