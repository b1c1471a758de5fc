// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "core/rules/rule_plan.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace milepost {
namespace {

std::size_t at(std::string_view id) { return index_of(*find_rule(id)); }

RuleAdjustment adjust(std::string rule, std::string level) {
  return {std::move(rule), std::move(level), {}, {}, {}, {}, {}};
}

RulePlan plan_of(RuleRequest request) {
  auto plan = RulePlan::make(request);
  EXPECT_TRUE(plan.has_value());
  return *std::move(plan);
}

TEST(RulePlan, OptionalAndPreviewRulesWaitToBeAsked) {
  const RulePlan standard = plan_of({});
  EXPECT_TRUE(standard.states()[at("MP301")].is_on);
  EXPECT_FALSE(standard.states()[at("MP601")].is_on);
  EXPECT_TRUE(plan_of({{}, {"no-owner"}, {}, false}).states()[at("MP601")].is_on);
  EXPECT_TRUE(plan_of({{adjust("hygiene", "on")}, {}, {}, false}).states()[at("MP601")].is_on);
}

TEST(RulePlan, WhatStandsLaterWins) {
  const RulePlan plan = plan_of({{adjust("truth", "off"), adjust("MP301", "error")}, {}, {}, false});
  EXPECT_TRUE(plan.states()[at("MP301")].is_on);
  EXPECT_EQ(plan.states()[at("MP301")].severity, Severity::error);
  EXPECT_FALSE(plan.states()[at("MP302")].is_on);
}

TEST(RulePlan, ScopesHoldForTheirDocumentsOnly) {
  RuleAdjustment archive = adjust("MP301", "off");
  archive.paths = {"archive/**"};
  const RulePlan plan = plan_of({{archive}, {}, {}, false});
  RuleStates own;
  EXPECT_FALSE(plan.states_for("archive/2025/M1.md", "generic", own)[at("MP301")].is_on);
  EXPECT_TRUE(plan.states_for("docs/M1.md", "generic", own)[at("MP301")].is_on);
}

TEST(RulePlan, SelectionBeatsTheConfiguration) {
  RuleAdjustment everywhere = adjust("MP301", "off");
  everywhere.dialects = {"generic"};
  const RulePlan plan = plan_of({{adjust("MP301", "off"), everywhere}, {"MP301"}, {}, false});
  RuleStates own;
  EXPECT_TRUE(plan.states_for("docs/M1.md", "generic", own)[at("MP301")].is_on);
  EXPECT_FALSE(plan.states()[at("MP302")].is_on);
  EXPECT_FALSE(plan.may_run(at("MP302")));
}

TEST(RulePlan, SectionsChangeLevels) {
  RuleAdjustment questions = adjust("MP202", "off");
  questions.sections = {"questions"};
  const RulePlan plan = plan_of({{questions}, {}, {}, false});
  EXPECT_TRUE(plan.has_sections());
  EXPECT_FALSE(plan.state_in_section(at("MP202"), "a.md", "generic", "questions")->is_on);
  EXPECT_FALSE(plan.state_in_section(at("MP202"), "a.md", "generic", "tasks").has_value());
}

TEST(RulePlan, OptionsAreJudged) {
  RuleAdjustment tolerance = adjust("MP304", "");
  tolerance.options = {{"tolerance", OptionValue{std::int64_t{10}}}};
  EXPECT_EQ(std::get<std::int64_t>(plan_of({{tolerance}, {}, {}, false}).states()[at("MP304")].options[0]), 10);
  tolerance.options = {{"tolerance", OptionValue{std::vector<std::string>{"x"}}}};
  EXPECT_FALSE(RulePlan::make({{tolerance}, {}, {}, false}).has_value());
  tolerance.options = {{"tolerence", OptionValue{std::int64_t{10}}}};
  const auto refused = RulePlan::make({{tolerance}, {}, {}, false});
  ASSERT_FALSE(refused.has_value());
  EXPECT_EQ(refused.error().hints, std::vector<std::string>{"tolerance"});
}

TEST(RulePlan, UnknownWordsNameTheNearest) {
  const auto refused = RulePlan::make({{}, {"done-but-opne"}, {}, false});
  ASSERT_FALSE(refused.has_value());
  EXPECT_EQ(refused.error().kind, ErrorKind::usage);
  EXPECT_EQ(refused.error().hints.front(), "done-but-open");
  EXPECT_FALSE(RulePlan::make({{adjust("MP301", "loud")}, {}, {}, false}).has_value());
}

TEST(FindRules, UnderstandsIdsBeginningsNamesAndGroups) {
  EXPECT_EQ(find_rules("mp301")->size(), 1U);
  EXPECT_GT(find_rules("MP3")->size(), 5U);
  EXPECT_EQ(*find_rules("MP3"), *find_rules("truth"));
  EXPECT_EQ(find_rules("all")->size(), rules().size());
  EXPECT_EQ(*find_rules("MP5"), *find_rules("git"));
  EXPECT_FALSE(find_rules("weather").has_value());
}

}  // namespace
}  // namespace milepost
