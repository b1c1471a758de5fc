// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "core/rules/rule_plan.h"

#include <algorithm>
#include <array>

#include "core/base/suggest.h"

namespace milepost {
namespace {

constexpr std::array<std::string_view, 5> kLevels{"off", "on", "error", "warning", "info"};

std::unexpected<Error> refuse(std::string message, const Place& place, std::vector<std::string> hints = {}) {
  std::optional<Place> where;
  if (!place.path.empty()) where = place;
  return std::unexpected(Error{ErrorKind::usage, std::move(message), std::move(where), {}, std::move(hints)});
}

Severity severity_of(std::string_view level, Severity standard) {
  if (level == "error") return Severity::error;
  if (level == "warning") return Severity::warning;
  if (level == "info") return Severity::info;
  return standard;
}

RuleState first_state(const Rule& rule, bool preview) {
  RuleState state;
  const RuleStage stage = rule.about.stage;
  state.is_on = stage == RuleStage::standard || (stage == RuleStage::preview && preview);
  state.severity = rule.about.severity;
  for (const RuleOption& option : rule.about.options) state.options.push_back(default_of(option));
  return state;
}

Result<void> judge_options(const RuleAdjustment& adjustment, const Rule& rule) {
  for (const auto& [name, value] : adjustment.options) {
    const auto option = std::ranges::find(rule.about.options, name, &RuleOption::name);
    if (option == rule.about.options.end()) {
      std::vector<std::string> names;
      for (const RuleOption& known : rule.about.options) names.emplace_back(known.name);
      return refuse(std::string(rule.about.id) + " has no option '" + name + "'.", adjustment.place,
                    nearest(name, names, 3));
    }
    if (value.index() == default_of(*option).index()) continue;
    const char* wanted = option->type == OptionType::integer ? "a whole number" : "a list of texts";
    return refuse("Option '" + name + "' of " + std::string(rule.about.id) + " must be " + wanted + ".",
                  adjustment.place);
  }
  return {};
}

}  // namespace

Result<RulePlan> RulePlan::make(const RuleRequest& request) {
  RulePlan plan;
  plan.request_ = std::make_unique<RuleRequest>(request);
  plan.is_fixed_.assign(rules().size(), false);
  for (const Rule* rule : rules()) plan.states_.push_back(first_state(*rule, request.preview));
  for (const RuleAdjustment& adjustment : plan.request_->adjustments) {
    if (auto taken = plan.take(adjustment); !taken) return std::unexpected(std::move(taken).error());
  }
  if (auto taken = plan.take_selection(); !taken) return std::unexpected(std::move(taken).error());
  return plan;
}

Result<void> RulePlan::take(const RuleAdjustment& adjustment) {
  auto meant = find_rules(adjustment.rule);
  if (!meant) return refuse(meant.error().message, adjustment.place, meant.error().hints);
  if (!adjustment.level.empty() && std::ranges::find(kLevels, adjustment.level) == kLevels.end()) {
    return refuse("A rule is \"off\", \"on\", \"error\", \"warning\" or \"info\", not \"" + adjustment.level + "\".",
                  adjustment.place);
  }
  for (const std::size_t index : *meant) {
    if (auto good = judge_options(adjustment, *rules()[index]); !good) return good;
  }
  const bool is_scoped = !adjustment.paths.empty() || !adjustment.dialects.empty() || !adjustment.sections.empty();
  if (!is_scoped) {
    change(adjustment, *meant, states_);
    return {};
  }
  Scoped scoped{std::move(*meant), &adjustment, {}};
  for (const std::string& path : adjustment.paths) scoped.paths.emplace_back(path);
  has_sections_ = has_sections_ || !adjustment.sections.empty();
  scoped_.push_back(std::move(scoped));
  return {};
}

void RulePlan::change(const RuleAdjustment& adjustment, const std::vector<std::size_t>& meant,
                      RuleStates& states) const {
  for (const std::size_t index : meant) {
    RuleState& state = states[index];
    const RuleDescriptor& about = rules()[index]->about;
    if (!adjustment.level.empty()) {
      if (!is_fixed_[index]) state.is_on = adjustment.level != "off";
      state.severity = severity_of(adjustment.level, about.severity);
    }
    for (const auto& [name, value] : adjustment.options) {
      const auto option = std::ranges::find(about.options, name, &RuleOption::name);
      state.options[static_cast<std::size_t>(option - about.options.begin())] = value;
    }
  }
}

Result<void> RulePlan::take_selection() {
  std::vector<bool> selected(rules().size(), request_->select.empty());
  for (const std::string& word : request_->select) {
    auto meant = find_rules(word);
    if (!meant) return std::unexpected(std::move(meant).error());
    for (const std::size_t index : *meant) selected[index] = true;
  }
  for (std::size_t i = 0; i < rules().size() && !request_->select.empty(); ++i) {
    states_[i].is_on = selected[i];
    is_fixed_[i] = true;
  }
  for (const std::string& word : request_->ignore) {
    auto meant = find_rules(word);
    if (!meant) return std::unexpected(std::move(meant).error());
    for (const std::size_t index : *meant) {
      states_[index].is_on = false;
      is_fixed_[index] = true;
    }
  }
  return {};
}

bool RulePlan::applies(const Scoped& scoped, std::string_view path, std::string_view dialect) const {
  const auto& dialects = scoped.adjustment->dialects;
  if (!dialects.empty() && std::ranges::find(dialects, dialect) == dialects.end()) return false;
  if (scoped.paths.empty()) return true;
  std::string buffer;
  const std::string_view lower = lower_path(path, buffer);
  return std::ranges::any_of(scoped.paths, [&](const PathPattern& pattern) { return pattern.matches(lower); });
}

const RuleStates& RulePlan::states_for(std::string_view path, std::string_view dialect, RuleStates& own) const {
  bool differs = false;
  for (const Scoped& scoped : scoped_) {
    if (!scoped.adjustment->sections.empty() || !applies(scoped, path, dialect)) continue;
    if (!differs) own = states_;
    differs = true;
    change(*scoped.adjustment, scoped.rules, own);
  }
  return differs ? own : states_;
}

bool RulePlan::may_run(std::size_t rule) const {
  if (states_[rule].is_on) return true;
  if (is_fixed_[rule]) return false;
  return std::ranges::any_of(scoped_, [&](const Scoped& scoped) {
    const std::string& level = scoped.adjustment->level;
    return !level.empty() && level != "off" && std::ranges::find(scoped.rules, rule) != scoped.rules.end();
  });
}

std::optional<RuleState> RulePlan::state_in_section(std::size_t rule, std::string_view path, std::string_view dialect,
                                                    std::string_view section) const {
  std::optional<RuleState> state;
  for (const Scoped& scoped : scoped_) {
    const auto& sections = scoped.adjustment->sections;
    if (sections.empty() || std::ranges::find(sections, section) == sections.end()) continue;
    if (std::ranges::find(scoped.rules, rule) == scoped.rules.end() || !applies(scoped, path, dialect)) continue;
    const std::string& level = scoped.adjustment->level;
    if (level.empty()) continue;
    state = RuleState{is_fixed_[rule] || level != "off", severity_of(level, rules()[rule]->about.severity), {}};
  }
  return state;
}

}  // namespace milepost
