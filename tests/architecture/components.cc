// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "architecture/components.h"

#include <algorithm>
#include <map>
#include <set>

#include "architecture/modules.h"

namespace milepost::architecture {
namespace {

using Graph = std::map<std::string, std::set<std::string>>;

Graph graph_of(const std::vector<SourceFile>& files) {
  Graph graph;
  for (const auto& file : files) {
    if (!is_below(file, "src") || is_test(file) || !(is_header(file) || is_implementation(file))) continue;
    const std::string from = component_of(file.path);
    graph[from];
    for (const auto& include : includes_of(file)) {
      const std::string target = "src/" + include.name;
      const std::string to = component_of(target);
      if (!include.is_quoted || to == from || module_of(target) != module_of(file.path)) continue;
      graph[from].insert(to);
    }
  }
  return graph;
}

// Depth-first search that remembers the path it stands on; meeting it again closes a circle.
class CycleSearch {
 public:
  explicit CycleSearch(const Graph& graph) : graph_(graph) {}

  Violations run() && {
    for (const auto& [component, targets] : graph_) visit(component);
    return std::move(violations_);
  }

 private:
  void visit(const std::string& component) {
    const auto on_path = std::ranges::find(path_, component);
    if (on_path != path_.end()) return report(on_path);
    if (!done_.insert(component).second) return;
    path_.push_back(component);
    const auto targets = graph_.find(component);
    if (targets != graph_.end()) {
      for (const auto& target : targets->second) visit(target);
    }
    path_.pop_back();
  }

  void report(std::vector<std::string>::const_iterator begin) {
    std::string circle = "components include each other in a circle:";
    for (auto at = begin; at != path_.end(); ++at) circle += " " + *at + " ->";
    violations_.push_back(circle + " " + *begin);
  }

  const Graph& graph_;  // borrows from: check_component_cycles
  std::set<std::string> done_;
  std::vector<std::string> path_;
  Violations violations_;
};

}  // namespace

Violations check_component_cycles(const std::vector<SourceFile>& files) {
  const Graph graph = graph_of(files);
  return CycleSearch{graph}.run();
}

Violations check_own_header_first(const std::vector<SourceFile>& files) {
  Violations violations;
  for (const auto& file : files) {
    if (!is_below(file, "src") || !is_implementation(file)) continue;
    const std::string header = component_of(file.path) + ".h";
    if (find_file(files, header) == nullptr) continue;
    const auto includes = includes_of(file);
    if (includes.empty() || "src/" + includes.front().name != header) {
      violations.push_back(file.path + ": must include its own header before all others");
    }
  }
  return violations;
}

}  // namespace milepost::architecture
