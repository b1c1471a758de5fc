// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "core/document/execplan/tree.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "core/base/utf8.h"
#include "core/document/path_parts.h"

namespace milepost::execplan {
namespace {

constexpr std::string_view kNoFrontMatter = "Missing YAML front matter. File must start with a '---' block.";

// A byte order mark and blank lines may stand before the block, words may not.
bool begins_at_top(std::string_view bytes, const FrontMatter& yaml) {
  std::string_view before = bytes.substr(0, yaml.range.begin);
  if (before.starts_with("\xEF\xBB\xBF")) before.remove_prefix(3);
  return before.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

std::string describe(std::string_view bytes, const FrontMatter& yaml) {
  if (!yaml.present) return std::string(kNoFrontMatter);
  for (const FrontMatterProblem& problem : yaml.problems) {
    switch (problem.trouble) {
      case FrontMatterTrouble::not_a_mapping:
        return "Front matter must be a YAML mapping/object.";
      case FrontMatterTrouble::not_first:
        if (!begins_at_top(bytes, yaml)) return std::string(kNoFrontMatter);
        break;
      case FrontMatterTrouble::never_closed:
        return std::string(kNoFrontMatter);
      case FrontMatterTrouble::invalid_yaml:
      case FrontMatterTrouble::too_deep:
        return "Invalid YAML front matter: " + problem.detail;
      case FrontMatterTrouble::duplicate_key:
        break;  // the first value counts
    }
  }
  return {};
}

Milestone read_milestone(SourceFile file) {
  Milestone milestone;
  milestone.header = read_header(file.bytes, "milestone");
  if (const auto name = parse_milestone_name(file_name_of(file.path))) {
    milestone.sequence = name->sequence;
    milestone.plan_id = name->plan_id;
  }
  milestone.id = milestone.header.text("id");
  if (milestone.plan_id.empty()) milestone.plan_id = milestone.header.text("execplan_id");
  milestone.stage = milestone_stage(file.path).value_or(Stage::active);
  milestone.direct = folder_of(file.path).ends_with("milestones/active");
  milestone.path = std::move(file.path);
  return milestone;
}

bool counts_for(const Milestone& milestone, std::string_view plan_id) {
  return milestone.header.trouble.empty() && is_milestone_id(milestone.id) && milestone.id.starts_with(plan_id) &&
         milestone.plan_id == plan_id;
}

// "archive/2026/01/31/" behind "milestones/".
bool is_dated_archive(std::string_view path) {
  constexpr std::string_view kForm = "archive/dddd/dd/dd/";
  if (path.size() < kForm.size()) return false;
  for (std::size_t i = 0; i < kForm.size(); ++i) {
    const bool is_digit = path[i] >= '0' && path[i] <= '9';
    if (kForm[i] == 'd' && i > 7 ? !is_digit : path[i] != kForm[i]) return false;
  }
  return true;
}

std::string progress_text(std::size_t done, std::size_t total) {
  if (total == 0) return "milestones none";
  return "milestones " + std::to_string(done) + "/" + std::to_string(total) + " completed";
}

void count(const Tree& tree, std::string_view plan_id, std::size_t& done, std::size_t& total) {
  for (const Milestone& milestone : tree.milestones) {
    if (!counts_for(milestone, plan_id)) continue;
    ++total;
    if (milestone.stage == Stage::completed) ++done;
  }
}

}  // namespace

std::string Header::text(std::string_view key) const {
  const YamlNode* node = yaml.find(key);
  return node != nullptr && node->kind == YamlKind::scalar ? node->value : std::string();
}

std::vector<std::string> Header::list(std::string_view key) const {
  std::vector<std::string> values;
  const YamlNode* node = yaml.find(key);
  if (node == nullptr) return values;
  if (node->kind == YamlKind::sequence) {
    const auto index = static_cast<std::uint32_t>(node - yaml.nodes.data());
    for (std::uint32_t i = index + 1; i < node->end; i = yaml.nodes[i].end)
      if (yaml.nodes[i].kind == YamlKind::scalar) values.push_back(yaml.nodes[i].value);
    return values;
  }
  std::string_view text = node->value;
  if (text.starts_with('[') && text.ends_with(']')) text = text.substr(1, text.size() - 2);
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(','), text.size());
    std::string_view part = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    const std::size_t begin = part.find_first_not_of(" \"'");
    if (begin != std::string_view::npos)
      values.emplace_back(part.substr(begin, part.find_last_not_of(" \"'") - begin + 1));
  }
  return values;
}

Header read_header(std::string_view bytes, std::string_view what) {
  Header header;
  if (find_invalid_utf8(bytes) != std::string_view::npos) {
    header.trouble = std::string(what) + " file is not valid UTF-8";
    return header;
  }
  read_front_matter(bytes, header.yaml);
  header.trouble = describe(bytes, header.yaml);
  return header;
}

Tree read_tree(std::vector<SourceFile> files) {
  std::ranges::sort(files, {}, &SourceFile::path);
  Tree tree;
  for (SourceFile& file : files) {
    if (!file.path.ends_with(".md")) continue;
    if (milestone_stage(file.path)) {
      tree.milestones.push_back(read_milestone(std::move(file)));
    } else if (is_plan_path(file.path)) {
      Plan plan;
      plan.id = plan_id_of_name(file_name_of(file.path));
      plan.header = read_header(file.bytes, "ExecPlan");
      plan.completed = is_completed_path(file.path);
      plan.path = std::move(file.path);
      tree.plans.push_back(std::move(plan));
    }
  }
  return tree;
}

std::vector<const Plan*> find_plans(const Tree& tree, std::string_view id) {
  std::vector<const Plan*> found;
  for (const Plan& plan : tree.plans)
    if (plan.id == id) found.push_back(&plan);
  return found;
}

std::vector<const Milestone*> milestones_of(const Tree& tree, std::string_view plan_id) {
  std::vector<const Milestone*> found;
  for (const Milestone& milestone : tree.milestones)
    if (milestone.plan_id == plan_id && milestone.sequence >= 0) found.push_back(&milestone);
  std::ranges::sort(found, [](const Milestone* a, const Milestone* b) {
    return std::tie(a->sequence, a->stage, a->path) < std::tie(b->sequence, b->stage, b->path);
  });
  return found;
}

FinishedPlace finished_place(const Tree& tree, const Plan& plan) {
  const std::string prefix = milestones_folder(plan);
  bool in_archive = false;
  bool is_dated = false;
  for (const Milestone& milestone : tree.milestones) {
    if (milestone.stage != Stage::completed || !milestone.path.starts_with(prefix)) continue;
    const std::string_view rest = std::string_view(milestone.path).substr(prefix.size());
    if (rest.starts_with("complete/")) return FinishedPlace::complete;
    in_archive = true;
    is_dated = is_dated || is_dated_archive(rest);
  }
  if (!in_archive) return layout_of(plan.path) == Layout::seed ? FinishedPlace::dated_archive : FinishedPlace::complete;
  return is_dated ? FinishedPlace::dated_archive : FinishedPlace::archive;
}

bool has_long_names(const Tree& tree, const Plan& plan) {
  if (home_of_plan(plan.path) == "active") return true;
  bool has_long = false;
  bool has_short = false;
  for (const Milestone* milestone : milestones_of(tree, plan.id)) {
    if (home_of_milestone(milestone->path) != home_of_plan(plan.path)) continue;
    const bool is_long = file_name_of(milestone->path).starts_with("EP-");
    has_long = has_long || is_long;
    has_short = has_short || !is_long;
  }
  return has_long == has_short ? layout_of(plan.path) == Layout::seed : has_long;
}

std::vector<const Milestone*> nameless_milestones(const Tree& tree, const Plan& plan) {
  std::vector<const Milestone*> found;
  for (const Milestone& milestone : tree.milestones)
    if (milestone.sequence >= 0 && !is_plan_id(milestone.plan_id) &&
        home_of_milestone(milestone.path) == home_of_plan(plan.path))
      found.push_back(&milestone);
  return found;
}

std::string milestones_folder(const Plan& plan) {
  const std::string home(home_of_plan(plan.path));
  return (home.empty() ? "" : home + "/") + "milestones/";
}

std::string trouble_of(const Milestone& milestone) {
  if (!milestone.header.trouble.empty()) return milestone.header.trouble;
  const std::string plan = milestone.header.text("execplan_id");
  if (!is_plan_id(plan)) return "front matter must include execplan_id in EP-YYYYMMDD-NNN format";
  if (!is_milestone_id(milestone.id)) return "front matter must include id in EP-YYYYMMDD-NNN/MS### format";
  if (!milestone.id.starts_with(plan)) return "front matter id and execplan_id refer to different ExecPlan IDs";
  return {};
}

std::string progress_of(const Tree& tree, std::string_view plan_id) {
  std::size_t done = 0;
  std::size_t total = 0;
  count(tree, plan_id, done, total);
  return progress_text(done, total);
}

std::string progress_of_all(const Tree& tree, const std::vector<const Plan*>& plans) {
  std::size_t done = 0;
  std::size_t total = 0;
  for (const Plan* plan : plans) count(tree, plan->id, done, total);
  return progress_text(done, total);
}

}  // namespace milepost::execplan
