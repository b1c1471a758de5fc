// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "core/rules/rule_runner.h"

#include <algorithm>
#include <optional>
#include <tuple>
#include <utility>

#include "core/document/sections.h"
#include "core/rules/catalog.h"
#include "core/rules/contexts.h"
#include "core/rules/suppression_findings.h"

namespace milepost {
namespace {

RuleOptions options_in(std::size_t rule, const RuleStates& states) {
  return {rules()[rule]->about.options, states[rule].options};
}

void run_corpus_rules(const RulePlan& plan, const RuleFacts& facts, std::vector<SpottedFinding>& found) {
  const auto all = rules();
  std::optional<ItemTable> table;
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (all[i]->check_corpus == nullptr || !plan.may_run(i)) continue;
    if (!table) table.emplace(facts.corpus.documents());
    FindingSink sink(*all[i], plan.states()[i].severity, {}, found);
    const RuleOptions options = options_in(i, plan.states());
    all[i]->check_corpus({facts, options, *table}, sink);
  }
}

void run_item_rules(const RuleFacts& facts, std::uint32_t document, const RuleStates& states,
                    std::vector<SpottedFinding>& found) {
  const auto all = rules();
  const auto& items = facts.corpus.documents()[document].items;
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (all[i]->check_item == nullptr || !states[i].is_on) continue;
    const RuleOptions options = options_in(i, states);
    FindingSink sink(*all[i], states[i].severity, {document, 0}, found);
    for (std::uint32_t item = 0; item < items.size(); ++item) {
      all[i]->check_item({facts, options, {document, item}, items[item]}, sink);
    }
  }
}

// Line and column from the range, or the range from the line.
void place(const SourceText& source, Finding& finding) {
  const bool is_located = !finding.range.empty() || (finding.line == 0 && finding.range.begin > 0);
  if (is_located) {
    const LineColumn at = source.position(finding.range.begin);
    finding.line = at.line;
    finding.column = at.byte_column;
  } else if (finding.line > 0 && finding.line <= source.line_count()) {
    finding.range = source.line(finding.line - 1);
    finding.column = 1;
  }
}

bool is_before(const SpottedFinding& a, const SpottedFinding& b) {
  return std::tie(a.finding.line, a.finding.column, a.finding.id, a.finding.message) <
         std::tie(b.finding.line, b.finding.column, b.finding.id, b.finding.message);
}

std::string_view section_kind_at(const DocumentReading& reading, ByteOffset at) {
  std::string_view kind;
  const Scan scan = reading.scan();
  for (const Heading& heading : scan.outline.headings) {
    if (scan.markdown.blocks[heading.block].range.begin > at) break;
    if (at >= heading.end) continue;
    const SectionRule* rule = section_rule(reading.dialect(), heading);
    kind = rule == nullptr ? std::string_view{} : std::string_view{rule->kind};
  }
  return kind;
}

}  // namespace

RuleRunner::RuleRunner(const RulePlan& plan, const RuleFacts& facts, ReasonsOfSuppressions reasons)
    : plan_(plan), facts_(facts), reasons_(reasons), of_corpus_(facts.corpus.documents().size()) {
  std::vector<SpottedFinding> found;
  run_corpus_rules(plan_, facts_, found);
  for (SpottedFinding& spotted : found) of_corpus_[spotted.key.document].push_back(std::move(spotted));
}

void RuleRunner::check_text(const DocumentReading& reading, std::uint32_t document, const RuleStates& states,
                            std::vector<SpottedFinding>& found) const {
  const auto all = rules();
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (all[i]->check_document == nullptr || !states[i].is_on) continue;
    const RuleOptions options = options_in(i, states);
    FindingSink sink(*all[i], states[i].severity, {document, 0}, found);
    all[i]->check_document({facts_, options, reading, document}, sink);
  }
}

// A fact of reading becomes a finding as it is, unless its rule has a check that looks further.
void RuleRunner::take_facts_of_reading(const DocumentReading& reading, const RuleStates& states,
                                       std::vector<SpottedFinding>& found) const {
  for (const Finding& fact : reading.problems()) {
    const Rule* rule = find_rule(fact.id);
    if (rule == nullptr || rule->check_document != nullptr) continue;
    const std::size_t index = index_of(*rule);
    if (!states[index].is_on) continue;
    SpottedFinding spotted{{}, fact};
    spotted.finding.severity = states[index].severity;
    found.push_back(std::move(spotted));
  }
}

void RuleRunner::refine(const DocumentReading& reading, std::uint32_t document, const RuleStates& states,
                        std::vector<SpottedFinding>& found) const {
  for (SpottedFinding& spotted : found) {
    const Rule* rule = find_rule(spotted.finding.id);
    if (rule->refine == nullptr) continue;
    const RuleOptions options = options_in(index_of(*rule), states);
    rule->refine({facts_, options, reading, document}, spotted.finding);
  }
}

void RuleRunner::heed_sections(const DocumentReading& reading, std::vector<SpottedFinding>& found) const {
  if (!plan_.has_sections()) return;
  const std::string_view dialect = reading.dialect().name;
  std::erase_if(found, [&](SpottedFinding& spotted) {
    Finding& finding = spotted.finding;
    const std::string_view kind = section_kind_at(reading, finding.range.begin);
    const std::size_t rule = index_of(*find_rule(finding.id));
    const auto state = plan_.state_in_section(rule, reading.path(), dialect, kind);
    if (state) finding.severity = state->severity;
    return state && !state->is_on;
  });
}

std::vector<Silenced> RuleRunner::heed_suppressions(const DocumentReading& reading, const RuleStates& states,
                                                    std::vector<SpottedFinding>& found) const {
  std::vector<Silenced> silenced;
  const std::vector<Suppression> suppressions = find_suppressions(reading);
  if (suppressions.empty()) return silenced;
  std::vector<bool> is_used(suppressions.size(), false);
  std::erase_if(found, [&](SpottedFinding& spotted) {
    const std::size_t rule = index_of(*find_rule(spotted.finding.id));
    const Suppression* by = nullptr;
    for (std::size_t i = 0; i < suppressions.size(); ++i) {
      const bool has_expired = suppressions[i].until && *suppressions[i].until < facts_.today;
      if (!covers(suppressions[i], rule, spotted.finding.line)) continue;
      is_used[i] = true;
      if (by == nullptr && !has_expired) by = &suppressions[i];
    }
    if (by != nullptr) silenced.push_back({std::move(spotted.finding), by->reason});
    return by != nullptr;
  });
  judge_suppressions({suppressions, is_used, states, facts_.today, reasons_ == ReasonsOfSuppressions::required}, found);
  for (Silenced& one : silenced) one.finding.path = reading.path();
  return silenced;
}

DocumentFindings RuleRunner::check_fully(const DocumentReading& reading, std::uint32_t document) const {
  const DocumentSummary& summary = facts_.corpus.documents()[document];
  RuleStates own;
  const RuleStates& states = plan_.states_for(summary.path, summary.dialect, own);
  std::vector<SpottedFinding> found;
  for (const SpottedFinding& spotted : of_corpus_[document]) {
    const std::size_t rule = index_of(*find_rule(spotted.finding.id));
    if (!states[rule].is_on) continue;
    found.push_back(spotted);
    found.back().finding.severity = states[rule].severity;
  }
  run_item_rules(facts_, document, states, found);
  take_facts_of_reading(reading, states, found);
  refine(reading, document, states, found);
  check_text(reading, document, states, found);
  for (SpottedFinding& spotted : found) place(reading.source(), spotted.finding);
  if (!found.empty()) heed_sections(reading, found);
  DocumentFindings all;
  all.silenced = heed_suppressions(reading, states, found);
  for (SpottedFinding& spotted : found) {
    place(reading.source(), spotted.finding);
    spotted.finding.path = summary.path;
  }
  std::ranges::stable_sort(found, is_before);
  all.findings.reserve(found.size());
  for (SpottedFinding& spotted : found) all.findings.push_back(std::move(spotted.finding));
  return all;
}

std::vector<Finding> RuleRunner::keep_planned(std::span<const Finding> facts_of_reading) const {
  std::vector<Finding> kept;
  RuleStates own;
  for (const Finding& fact : facts_of_reading) {
    const Rule* rule = find_rule(fact.id);
    if (rule == nullptr) continue;
    const RuleState& state = plan_.states_for(fact.path, "", own)[index_of(*rule)];
    if (!state.is_on) continue;
    kept.push_back(fact);
    kept.back().severity = state.severity;
  }
  return kept;
}

std::vector<SpottedFinding> check_without_text(const RulePlan& plan, const RuleFacts& facts) {
  std::vector<SpottedFinding> found;
  RuleStates own;
  for (std::uint32_t d = 0; d < facts.corpus.documents().size(); ++d) {
    const DocumentSummary& document = facts.corpus.documents()[d];
    run_item_rules(facts, d, plan.states_for(document.path, document.dialect, own), found);
  }
  run_corpus_rules(plan, facts, found);
  for (SpottedFinding& spotted : found) {
    spotted.finding.path = facts.corpus.document_of(spotted.key).path;
    if (spotted.finding.line == 0) spotted.finding.line = facts.corpus.item(spotted.key).line;
  }
  std::ranges::stable_sort(found, [&](const SpottedFinding& a, const SpottedFinding& b) {
    return std::tuple(a.key.document, facts.corpus.item(a.key).line, a.finding.id) <
           std::tuple(b.key.document, facts.corpus.item(b.key).line, b.finding.id);
  });
  return found;
}

}  // namespace milepost
