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

std::string describe(const FrontMatter& yaml) {
  if (!yaml.present) return "Missing YAML front matter. File must start with a '---' block.";
  for (const FrontMatterProblem& problem : yaml.problems) {
    switch (problem.trouble) {
      case FrontMatterTrouble::not_a_mapping:
        return "Front matter must be a YAML mapping/object.";
      case FrontMatterTrouble::not_first:
      case FrontMatterTrouble::never_closed:
        return "Missing YAML front matter. File must start with a '---' block.";
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
  header.trouble = describe(header.yaml);
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
