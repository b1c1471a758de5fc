// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "operations/execplan/texts.h"

namespace milepost::execplan {
namespace {

// Inside double quotes of YAML.
std::string quoted(const std::string& text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    out += c;
  }
  return out + "\"";
}

}  // namespace

std::string three_digits(int number) {
  std::string text = std::to_string(number);
  return std::string(text.size() < 3 ? 3 - text.size() : 0, '0') + text;
}

std::string write_plan(const PlanText& plan) {
  return "---\nid: " + plan.id + "\ntitle: " + quoted(plan.title) + "\nstatus: planned\nkind: " + plan.kind +
         "\ndomain: " + plan.domain + "\nowner: " + quoted(plan.owner) + "\ncreated: " + plan.date +
         "\nupdated: " + plan.date +
         "\ntags: []\ntouches: []\nrisk: low\nbreaking: false\nmigration: false\nlinks:\n  issue: \"\"\n  pr: \"\"\n  "
         "docs: \"\"\n"
         "depends_on: []\nsupersedes: []\n---\n\n# " +
         plan.id + " - " + plan.title +
         "\n\nKeep this plan true while the work goes on: progress, surprises and decisions belong in it as they "
         "happen.\n"
         "Where the repository has `.agent/PLANS.md`, its rules hold here too.\n\n"
         "## Purpose / Big Picture\n\nWhat will people be able to do afterwards that they can not do today?\n\n"
         "## Scope\n\nWhat belongs to it, and what does not.\n\n"
         "## Progress\n\n- [ ] Scope agreed\n- [ ] Work done\n- [ ] Result checked\n\n"
         "## Surprises & Discoveries\n\n- None yet.\n\n"
         "## Decision Log\n\n- None yet.\n\n"
         "## Outcomes & Retrospective\n\n- To be written at the end.\n";
}

std::string write_milestone(const MilestoneText& milestone) {
  return "---\nid: " + milestone.plan_id + "/MS" + three_digits(milestone.sequence) +
         "\nexecplan_id: " + milestone.plan_id + "\nms: " + std::to_string(milestone.sequence) +
         "\ntitle: " + quoted(milestone.title) + "\nstatus: planned\ndomain: " + milestone.domain +
         "\nowner: " + quoted(milestone.owner) + "\ncreated: " + milestone.date + "\nupdated: " + milestone.date +
         "\ntags: []\nrisk: low\nlinks:\n  issue: \"\"\n  docs: \"\"\n  pr: \"\"\n---\n\n# " + milestone.title +
         "\n\n## Objective\n\nThe one outcome of this milestone.\n\n"
         "## Definition of Done\n\n- [ ] The outcome is there\n- [ ] It is tested\n- [ ] It is documented\n\n"
         "## Scope\n\n### In Scope\n\n- What is done here\n\n### Out of Scope\n\n- What is left to others\n\n"
         "## Workstreams & Tasks\n\n- [ ] First step\n- [ ] Second step\n\n"
         "## Risks & Mitigations\n\n- What could go wrong, and what is done about it\n\n"
         "## Validation / QA Plan\n\n- The commands that show that it works\n\n"
         "## Changelog\n\n- " +
         milestone.date + ": created\n";
}

}  // namespace milepost::execplan
