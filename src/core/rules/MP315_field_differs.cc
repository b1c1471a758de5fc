// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include <array>
#include <map>
#include <string>
#include <utility>

#include "core/document/fold.h"
#include "core/rules/contexts.h"
#include "core/rules/finding_sink.h"
#include "core/rules/rule_list.h"
#include "core/rules/stated_fields.h"

namespace milepost {
namespace {

// What a label is about, without the words that only say that it is a day: "target_date" and "Target" are one.
std::string subject_of(std::string_view label) {
  constexpr std::array<std::string_view, 6> kSilent{"date", "at", "on", "last", "milestone", "document"};
  std::string folded, subject;
  fold_words(label, folded);
  for (std::string_view rest = folded; !rest.empty();) {
    const std::size_t end = std::min(rest.find(' '), rest.size());
    const std::string_view word = rest.substr(0, end);
    if (std::ranges::find(kSilent, word) == kSilent.end()) subject.append(word).push_back(' ');
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return subject;
}

bool is_day(Role role) {
  return role == Role::created || role == Role::updated || role == Role::start || role == Role::target ||
         role == Role::completed;
}

// The first ISO day in a text. Others are left alone: "January 2026" and a day of it do not contradict each other.
std::string day_in(std::string_view text) {
  for (std::size_t at = text.find('-'); at != std::string_view::npos; at = text.find('-', at + 1)) {
    if (at < 4) continue;
    if (const auto day = Date::from_iso(text.substr(at - 4, 10))) return to_string(*day);
  }
  return {};
}

struct Claim {
  std::string value;
  const RawField* field;
};

// What the field claims, in a form that can be compared; "" when it can not.
std::string value_of(const DocumentContext& context, const RawField& field) {
  const std::string text = stated_text(context, field);
  if (is_day(field.role)) return day_in(text);
  std::string folded;
  if (field.role == Role::owner) return std::string(fold_words(text, folded));
  if (field.role != Role::risk) return text;
  const auto risk = context.reading.values().risk(text);
  return risk ? to_string(risk->level) : "";
}

bool is_judged(const DocumentContext& context, const RawField& field) {
  return is_day(field.role) || field.role == Role::owner || field.role == Role::risk ||
         role_name(context.reading.dialect(), field.role) == "version";
}

bool agree(Role role, std::string_view a, std::string_view b) {
  if (a == b) return true;
  if (role == Role::owner) return a.find(b) != std::string_view::npos || b.find(a) != std::string_view::npos;
  // A version may be followed by what it is: "0.5.0 (minor additions)".
  return !is_day(role) && role != Role::risk && (a.starts_with(b) || b.starts_with(a));
}

// From 1. A field knows its own line only when reading had to find it.
std::uint32_t line_of(const DocumentContext& context, const RawField& field) {
  return context.reading.source().position(field.value.begin).line;
}

void check(const DocumentContext& context, FindingSink& sink) {
  std::map<std::pair<Role, std::string>, Claim> first;
  for (const RawField& field : context.reading.fields().all()) {
    if (!is_judged(context, field) || !speaks_for_document(context.reading.scan(), field)) continue;
    std::string value = value_of(context, field);
    if (value.empty()) continue;
    // All words for the last update mean one day.
    const std::string label(context.text(field.label));
    const std::string subject = field.role == Role::updated ? "" : subject_of(label);
    const auto [known, is_new] = first.try_emplace({field.role, subject}, Claim{value, &field});
    if (is_new || agree(field.role, known->second.value, value)) continue;
    const std::uint32_t first_line = line_of(context, *known->second.field);
    if (first_line == line_of(context, field)) continue;
    const std::string where = "line " + std::to_string(first_line);
    sink.report(field.value, "the document says " + value + " here, and " + known->second.value + " in " + where,
                "make them agree, or keep one; until then " + where + " counts");
  }
}

}  // namespace

constinit const Rule kFieldDiffers{
    .about = {.id = "MP315",
              .slug = "field-differs",
              .since = "0.1.0",
              .group = RuleGroup::truth,
              .severity = Severity::warning,
              .stage = RuleStage::preview,
              .summary = "front matter, head and footer state different days, owners, risks or versions"},
    .check_document = check};

}  // namespace milepost
