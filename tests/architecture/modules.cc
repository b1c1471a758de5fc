// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "architecture/modules.h"

#include <algorithm>
#include <array>

namespace milepost::architecture {
namespace {

struct Place {
  std::string_view folder;
  std::string_view module;
};

constexpr std::array<Place, 15> kPlaces = {{
    {"src/core/base/", "base"},
    {"src/core/text/", "text"},
    {"src/core/document/", "document"},
    {"src/core/rules/", "rules"},
    {"src/core/lifecycle/", "lifecycle"},
    {"src/core/analysis/", "analysis"},
    {"src/core/render/", "render"},
    {"src/workspace/", "workspace"},
    {"src/operations/", "operations"},
    {"src/platform/", "platform"},
    {"src/frontends/cli/", "cli"},
    {"src/frontends/lsp/", "lsp"},
    {"src/frontends/mcp/", "mcp"},
    {"src/frontends/http/", "http"},
    {"src/frontends/rpc/", "rpc"},
}};

constexpr std::array<std::string_view, 4> kFrontEnds = {"cli", "lsp", "mcp", "http"};

bool is_front_end(std::string_view module) { return std::ranges::find(kFrontEnds, module) != kFrontEnds.end(); }

// Follows edges from `at`; true when `target` is met. The table is small, so the simplest search will do.
bool reaches(const Edges& edges, std::string_view at, std::string_view target, std::size_t steps) {
  if (steps == 0) return false;
  return std::ranges::any_of(edges, [&](const auto& edge) {
    return edge.first == at && (edge.second == target || reaches(edges, edge.second, target, steps - 1));
  });
}

std::string at_line(const SourceFile& file, const Include& include) {
  return file.path + ":" + std::to_string(include.line) + ": ";
}

Violations check_include(const std::vector<SourceFile>& files, const Edges& edges, const SourceFile& file,
                         const Include& include) {
  // Generated headers (milepost_embed) belong to the module that builds them.
  if (include.name.starts_with("embedded/")) return {};
  const std::string target = "src/" + include.name;
  if (find_file(files, target) == nullptr) {
    if (is_test(file) && find_file(files, "tests/" + include.name) != nullptr) return {};
    return {at_line(file, include) + "includes \"" + include.name + "\", which is not a header below src/"};
  }
  const std::string from = module_of(file.path);
  const std::string to = module_of(target);
  if (is_front_end(from) && is_front_end(to) && from != to) {
    return {at_line(file, include) + "the front end '" + from + "' includes the front end '" + to +
            "'; what they share belongs in operations or render"};
  }
  if (!is_allowed(edges, from, to)) {
    return {at_line(file, include) + "the edge '" + from + " " + to + "' is not in cmake/module_edges.txt"};
  }
  return {};
}

}  // namespace

Edges parse_edges(std::string_view table) {
  Edges edges;
  while (!table.empty()) {
    const auto end = std::min(table.find('\n'), table.size());
    const auto line = table.substr(0, end);
    table.remove_prefix(std::min(end + 1, table.size()));
    const auto blank = line.find(' ');
    if (line.starts_with('#') || blank == std::string_view::npos) continue;
    edges.emplace_back(line.substr(0, blank), line.substr(blank + 1));
  }
  return edges;
}

std::string module_of(std::string_view path) {
  if (path == "src/main.cc") return "main";
  for (const auto& place : kPlaces) {
    if (path.starts_with(place.folder)) return std::string{place.module};
  }
  return "";
}

bool is_allowed(const Edges& edges, std::string_view from, std::string_view to) {
  if (from == to || to == "base" || from == "main") return true;
  return std::ranges::any_of(edges, [&](const auto& edge) { return edge.first == from && edge.second == to; });
}

Violations check_edges(const Edges& edges) {
  Violations violations;
  for (const auto& [from, to] : edges) {
    const std::string edge = "cmake/module_edges.txt: the edge '" + from + " " + to + "' ";
    const auto is_known = [](const std::string& name) {
      return std::ranges::any_of(kPlaces, [&](const Place& place) { return place.module == name; });
    };
    if (!is_known(from) || !is_known(to)) violations.push_back(edge + "names an unknown module");
    if (is_front_end(from) && is_front_end(to)) violations.push_back(edge + "joins two front ends");
    if (reaches(edges, to, from, edges.size())) violations.push_back(edge + "closes a cycle");
  }
  return violations;
}

Violations check_includes(const std::vector<SourceFile>& files, const Edges& edges) {
  Violations violations;
  for (const auto& file : files) {
    if (!is_below(file, "src") || (!is_header(file) && !is_implementation(file))) continue;
    if (module_of(file.path).empty()) {
      violations.push_back(file.path + ": is in no module; its folder is not known to tests/architecture/modules.cc");
      continue;
    }
    for (const auto& include : includes_of(file)) {
      if (!include.is_quoted) continue;
      std::ranges::move(check_include(files, edges, file, include), std::back_inserter(violations));
    }
  }
  return violations;
}

}  // namespace milepost::architecture
