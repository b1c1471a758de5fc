// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "families.h"

#include <array>
#include <utility>

#include "dice.h"
#include "wording.h"

namespace milepost::bench {
namespace {

// What every document of a place has: its chance, stage, name, people and dates.
struct Draft {
  Dice dice;
  Stage stage;
  std::string title, owner;
  std::uint32_t created, updated;  // days
  std::size_t size;
  MadeDocument made;

  explicit Draft(const Place& place) : dice(place.seed, "document", place.number) {
    stage = pick_stage(dice);
    title = pick_title(dice);
    owner = pick_owner(dice);
    created = place.group * 3 % 700 + place.member * 2;
    updated = created + dice.below(90);
    size = dice.between(6'200, 12'800);
    made.facts.title = title;
    made.facts.updated = date_after(updated);
  }

  Writer writer() { return {dice, stage, made}; }
};

std::string word_of(Stage stage, const std::array<const char*, 4>& words) {
  return words[static_cast<std::size_t>(stage)];
}

constexpr std::array<const char*, 4> kSnakeWords{"planned", "in_progress", "blocked", "completed"};
constexpr std::array<const char*, 4> kTitleWords{"Planned", "In Progress", "Blocked", "Completed"};
constexpr std::array<const char*, 4> kEmojiWords{"⏳ Planned", "🚧 In Progress", "🔴 Blocked", "✅ Complete"};

// The name that a group has in all of its members.
std::string group_title(const Place& place, std::string_view family) {
  Dice dice(place.seed, family, place.group);
  return pick_title(dice);
}

std::string join_quoted(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text.append(text.empty() ? "\"" : ", \"").append(word).append("\"");
  return text;
}

// ---- ExecPlan

std::string plan_id(const Place& place) {
  std::string day = date_after(place.group % 800);
  std::erase(day, '-');
  return "EP-" + day + "-" + padded(place.group / 800 + 1, 3);
}

std::string plan_folder(const Place& place) {
  return ".agent/exec_plans/" + slug_of(group_title(place, "plan")) + "-" + padded(place.group, 5) + "/";
}

MadeDocument make_plan(const Place& place) {
  Draft draft(place);
  Facts& facts = draft.made.facts;
  facts.dialect = "execplan";
  facts.kind = "plan";
  facts.id = plan_id(place);
  facts.title = group_title(place, "plan");
  facts.status = "active";
  facts.owner = draft.owner;
  facts.path = plan_folder(place) + plan_id(place) + "_" + slug_of(facts.title) + ".md";
  Writer out = draft.writer();
  out.line("---"), out.line("id: " + facts.id), out.line("title: \"" + facts.title + "\""), out.line("status: active");
  out.line("owner: \"" + facts.owner + "\""), out.line("created: " + date_after(draft.created));
  out.line("updated: " + facts.updated), out.line("---"), out.line(""), out.line("# " + facts.id + ": " + facts.title);
  out.heading("Purpose / Big Picture"), out.line(sentence(draft.dice));
  out.heading("Plan of Work"), out.bullets(4, 8);
  out.heading("Concrete Steps"), out.commands();
  out.heading("Decision Log"), out.log();
  out.heading("Context and Orientation"), out.notes(draft.size);
  return std::move(draft.made);
}

void write_milestone_head(const Place& place, Draft& draft, Writer& out) {
  const Facts& facts = draft.made.facts;
  out.line("---"), out.line("id: " + facts.id), out.line("execplan_id: " + facts.parent);
  out.line("ms: " + std::to_string(place.member)), out.line("title: \"" + facts.title + "\"");
  out.line("status: " + facts.status), out.line("domain: works"), out.line("owner: \"" + facts.owner + "\"");
  out.line("created: " + date_after(draft.created)), out.line("updated: " + facts.updated);
  out.line(draft.dice.hits(50) ? "tags: [stone, tide]" : "tags: []"), out.line("risk: low");
  out.line("links:"), out.line("  issue: \"\""), out.line("  pr: \"\""), out.line("---"), out.line("");
  out.line("<!-- SECTION: Metadata -->"), out.line("# " + facts.title);
}

MadeDocument make_milestone(const Place& place) {
  Draft draft(place);
  Facts& facts = draft.made.facts;
  facts.dialect = "execplan";
  facts.kind = "milestone";
  facts.parent = plan_id(place);
  const std::string number = "MS" + padded(place.member, 3);
  facts.id = facts.parent + "/" + number;
  facts.status = word_of(draft.stage, kSnakeWords);
  facts.owner = draft.owner;
  std::string updated = facts.updated;
  for (char& c : updated) c = c == '-' ? '/' : c;
  facts.path = plan_folder(place) + "milestones/" + (draft.stage == Stage::done ? "archive/" + updated : "active") +
               "/" + facts.parent + "_" + number + "_" + slug_of(facts.title) + ".md";
  if (place.member > 1 && draft.dice.hits(60)) {
    const std::string earlier = "MS" + padded(draft.dice.between(1, place.member - 1), 3);
    facts.depends_on.push_back(draft.dice.hits(70) ? facts.parent + "/" + earlier : earlier);
  }
  Writer out = draft.writer();
  write_milestone_head(place, draft, out);
  out.heading("Objective"), out.line(sentence(draft.dice));
  out.heading("Definition of Done"), out.boxes(3, 6);
  out.heading("Scope"), out.line("### In Scope"), out.bullets(2, 4), out.line(""), out.line("### Out of Scope"),
      out.bullets(1, 2);
  out.heading("Current Health Snapshot"), out.health_table();
  out.heading("Workstreams & Tasks"), out.task_tables("");
  out.heading("Phases"), out.phase_table();
  out.heading("Dependencies");
  if (facts.depends_on.empty()) out.line("- None");
  for (const std::string& id : facts.depends_on) out.line("- " + id);
  out.heading("Risks & Mitigations"), out.risk_table();
  out.heading("Validation / QA Plan"), out.commands(), out.comment();
  out.heading("Rollout / Ops Notes"), out.notes(draft.size);
  out.heading("Changelog"), out.log();
  return std::move(draft.made);
}

// ---- initiative

std::string initiative_folder(const Place& place) {
  return "documentation/milestones/_active/" + slug_of(group_title(place, "initiative")) + "-" +
         padded(place.group, 5) + "/";
}

MadeDocument make_initiative_index(const Place& place) {
  Draft draft(place);
  Facts& facts = draft.made.facts;
  facts.dialect = "initiative";
  facts.kind = "plan";
  facts.title = group_title(place, "initiative");
  facts.status = word_of(Stage::active, kEmojiWords);
  facts.path = initiative_folder(place) + "README.md";
  Writer out = draft.writer();
  out.line("---"), out.line("type: initiative"), out.line("last-updated: " + facts.updated), out.line("---"),
      out.line("");
  out.line("# Initiative: " + facts.title), out.line(""), out.line("**Status**: " + facts.status);
  out.heading("Milestones"), out.line("| Milestone | Value |"), out.line("| --- | --- |");
  for (std::uint32_t n = 1; n < 10; ++n) {
    const std::string name = std::to_string(n);
    out.line("| [Milestone " + name + "](milestone-" + name + ".md) | " + sentence(draft.dice) + " |");
  }
  out.heading("Success Metrics"), out.bullets(2, 4);
  out.heading("Context"), out.notes(draft.size);
  return std::move(draft.made);
}

MadeDocument make_initiative_milestone(const Place& place) {
  Draft draft(place);
  Facts& facts = draft.made.facts;
  facts.dialect = "initiative";
  facts.kind = "milestone";
  facts.id = "Milestone " + std::to_string(place.member);
  facts.status = word_of(draft.stage, kSnakeWords);
  facts.parent = initiative_folder(place) + "README.md";
  facts.path = initiative_folder(place) + "milestone-" + std::to_string(place.member) + ".md";
  if (place.member > 1) facts.depends_on.push_back("Milestone " + std::to_string(place.member - 1));
  Writer out = draft.writer();
  out.line("---"), out.line("type: milestone"), out.line("audience: [masons]"), out.line("scope: project-specific");
  out.line("last-updated: " + facts.updated), out.line("status: " + facts.status);
  out.line("depends_on: [" + join_quoted(facts.depends_on) + "]"), out.line("---"), out.line("");
  out.line("# " + facts.id + ": " + facts.title), out.line(""), out.line("**Risk Level**: Low"),
      out.line("**Status**: " + word_of(draft.stage, kEmojiWords));
  out.heading("Scope & Deliverables"), out.boxes(4, 8);
  out.heading("Verification Checklist"), out.boxes(4, 8);
  out.line(""), out.line("1. **First**: rope"), out.line("   ```bash"), out.line("   make rope"),
      out.line("   - [ ] no box"), out.line("   ```");
  out.heading("Testing Strategy"), out.commands();
  out.heading("Notes & Decisions"), out.notes(draft.size);
  return std::move(draft.made);
}

// ---- numbered sprint trees: a manifest, two milestones, three sprints, fourteen tasks

struct SprintRow {
  std::uint32_t first_member;  // the sprint's own document; its tasks follow
  const char* sprint;
  const char* milestone;
};
constexpr std::array<SprintRow, 3> kSprints{{{3, "S01", "M01"}, {9, "S02", "M01"}, {14, "S03", "M02"}}};

const SprintRow& sprint_of(std::uint32_t member) {
  std::size_t at = 0;
  while (at + 1 < kSprints.size() && kSprints.at(at + 1).first_member <= member) ++at;
  return kSprints.at(at);
}

std::string sprint_tree_root(const Place& place) { return "projects/p" + padded(place.group, 5) + "/.simone/"; }

void write_front(Writer& out, std::initializer_list<std::pair<const char*, std::string>> keys) {
  out.line("---");
  for (const auto& [key, value] : keys) out.line(std::string(key) + ": " + value);
  out.line("---"), out.line("");
}

MadeDocument make_manifest(const Place& place) {
  Draft draft(place);
  Facts& facts = draft.made.facts;
  facts.dialect = "simone";
  facts.kind = "overview";
  facts.title = group_title(place, "project");
  facts.status = "active";
  facts.path = sprint_tree_root(place) + "00_PROJECT_MANIFEST.md";
  Writer out = draft.writer();
  write_front(out, {{"project_name", facts.title},
                    {"current_milestone_id", "M01"},
                    {"highest_sprint_in_milestone", "S02"},
                    {"status", "active"},
                    {"last_updated", facts.updated}});
  out.line("# Project Manifest: " + facts.title);
  out.heading("Project Overview"), out.notes(draft.size);
  return std::move(draft.made);
}

MadeDocument make_tree_milestone(const Place& place) {
  Draft draft(place);
  Facts& facts = draft.made.facts;
  facts.dialect = "simone";
  facts.kind = "milestone";
  facts.id = "M" + padded(place.member, 2);
  facts.status = word_of(draft.stage, {"planning", "active", "on_hold", "completed"});
  facts.parent = sprint_tree_root(place) + "00_PROJECT_MANIFEST.md";
  facts.path = sprint_tree_root(place) + "02_REQUIREMENTS/" + facts.id + "_Works/" + facts.id + "_milestone_meta.md";
  Writer out = draft.writer();
  write_front(out, {{"milestone_id", facts.id},
                    {"milestone_name", "\"" + facts.title + "\""},
                    {"status", facts.status},
                    {"last_updated", facts.updated}});
  out.line("# " + facts.id + ": " + facts.title);
  out.heading("Success Criteria"), out.boxes(3, 6);
  out.heading("Definition of Done"), out.boxes(3, 6);
  out.heading("Risk Assessment"), out.risk_table();
  out.heading("Notes"), out.notes(draft.size);
  return std::move(draft.made);
}

MadeDocument make_sprint(const Place& place) {
  Draft draft(place);
  const SprintRow& row = sprint_of(place.member);
  const std::string name = std::string(row.sprint) + "_" + row.milestone + "_Works";
  Facts& facts = draft.made.facts;
  facts.dialect = "simone";
  facts.kind = "sprint";
  facts.id = row.sprint;
  facts.status = word_of(draft.stage, kSnakeWords);
  facts.parent = row.milestone;
  facts.path = sprint_tree_root(place) + "03_SPRINTS/" + name + "/" + row.sprint + "_sprint_meta.md";
  Writer out = draft.writer();
  write_front(out, {{"sprint_id", facts.id},
                    {"milestone_id", row.milestone},
                    {"title", "\"" + facts.title + "\""},
                    {"status", facts.status},
                    {"last_updated", facts.updated}});
  out.line("# Sprint " + facts.id + ": " + facts.title);
  out.heading("Sprint Goal"), out.line(sentence(draft.dice));
  out.heading("Deliverables"), out.boxes(3, 6);
  out.heading("Notes"), out.notes(draft.size);
  return std::move(draft.made);
}

MadeDocument make_task(const Place& place) {
  Draft draft(place);
  const SprintRow& row = sprint_of(place.member);
  const std::string folder = std::string(row.sprint) + "_" + row.milestone + "_Works/";
  const std::string number = padded(place.member - row.first_member, 2);
  const bool is_done = draft.stage == Stage::done;
  Facts& facts = draft.made.facts;
  facts.dialect = "simone";
  facts.kind = "task";
  facts.id = "T" + number + "_" + row.sprint;
  facts.status = word_of(draft.stage, {"open", "in_progress", "blocked", "completed"});
  facts.parent = row.sprint;
  facts.path = sprint_tree_root(place) + "03_SPRINTS/" + folder + (is_done ? "TX" : "T") + number + "_" + row.sprint +
               "_" + slug_of(facts.title) + ".md";
  if (place.member > row.first_member + 1)
    facts.depends_on.push_back("T" + padded(place.member - row.first_member - 1, 2) + "_" + row.sprint);
  Writer out = draft.writer();
  write_front(out, {{"task_id", facts.id},
                    {"sprint_sequence_id", row.sprint},
                    {"title", "\"" + facts.title + "\""},
                    {"status", facts.status},
                    {"complexity", "Medium"},
                    {"dependencies", "[" + join_quoted(facts.depends_on) + "]"},
                    {"last_updated", facts.updated}});
  out.line("# Task: " + facts.title);
  out.heading("Goal / Objectives"), out.bullets(2, 4);
  out.heading("Acceptance Criteria"), out.boxes(3, 6);
  out.heading("Subtasks"), out.boxes(3, 9);
  out.heading("Technical Guidance"), out.notes(draft.size);
  out.heading("Output Log"), out.line("[" + facts.updated + " 10:15]: " + sentence(draft.dice));
  return std::move(draft.made);
}

}  // namespace

MadeDocument make_plan_document(const Place& place) {
  return place.member == 0 ? make_plan(place) : make_milestone(place);
}

MadeDocument make_initiative_document(const Place& place) {
  return place.member == 0 ? make_initiative_index(place) : make_initiative_milestone(place);
}

MadeDocument make_sprint_tree_document(const Place& place) {
  if (place.member == 0) return make_manifest(place);
  if (place.member < kSprints.front().first_member) return make_tree_milestone(place);
  return sprint_of(place.member).first_member == place.member ? make_sprint(place) : make_task(place);
}

MadeDocument make_tracker_document(const Place& place) {
  Draft draft(place);
  Facts& facts = draft.made.facts;
  facts.dialect = "tracker";
  facts.kind = "milestone";
  facts.id = "HB-" + padded(place.group, 4);
  facts.status = word_of(draft.stage, kTitleWords);
  facts.owner = draft.owner;
  facts.path = std::string("docs/trackers/") + (draft.stage == Stage::done ? "complete/" + facts.updated + "/" : "") +
               "MILESTONE_" + upper_name_of(facts.title) + "_" + padded(place.group, 5) + ".md";
  if (place.group > 0 && draft.dice.hits(50))
    facts.depends_on.push_back("HB-" + padded(draft.dice.below(place.group), 4));
  Writer out = draft.writer();
  out.line("<!-- SECTION: Metadata -->"), out.line("# " + facts.title), out.line(""),
      out.line("_Last updated: " + facts.updated + "_  ");
  out.line("**Status:** " + facts.status + "  "), out.line("**Owner:** " + facts.owner + "  "),
      out.line("**Domain:** Works  ");
  out.line("**ID / Links:** " + facts.id + ", [Docs](../../README.md)");
  out.heading("Objective"), out.line(sentence(draft.dice));
  out.heading("Definition of Done"), out.bullets(3, 6);
  out.heading("Current Health Snapshot"), out.health_table();
  out.heading("Workstreams & Tasks"), out.task_tables("Owner");
  out.heading("Dependencies");
  if (facts.depends_on.empty()) out.line("- None");
  for (const std::string& id : facts.depends_on) out.line("- " + id);
  out.heading("Risks & Mitigations"), out.risk_table();
  out.heading("Validation / QA Plan"), out.commands();
  out.heading("Rollout / Ops Notes"), out.notes(draft.size);
  out.heading("Changelog"), out.log();
  return std::move(draft.made);
}

}  // namespace milepost::bench
