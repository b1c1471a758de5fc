// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// What can be wrong with the comments that silence findings. They are found where suppressions are heeded
// (suppression_findings.cc), so these rules have no check of their own.
#include "core/rules/rule_list.h"

namespace milepost {
namespace {

constexpr RuleDescriptor about(std::string_view id, std::string_view slug, std::string_view summary) {
  return {id, slug, "0.1.0", RuleGroup::suppression, Severity::warning, RuleStage::standard, FixOffer::none, summary};
}

}  // namespace

constinit const Rule kSuppressionUnused{
    about("MP701", "suppression-unused", "a comment silences a finding that is not there")};
constinit const Rule kSuppressionExpired{about("MP702", "suppression-expired", "the day of a suppression has passed")};
constinit const Rule kSuppressionNotUnderstood{
    about("MP703", "suppression-not-understood", "a suppression whose rule or reach is not known")};
constinit const Rule kSuppressionWithoutReason{
    about("MP704", "suppression-without-reason", "a suppression gives no reason where the repository asks for one")};

}  // namespace milepost
