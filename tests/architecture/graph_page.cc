// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "architecture/graph_page.h"

#include <algorithm>
#include <sstream>
#include <string>

namespace milepost::architecture {
namespace {

constexpr std::string_view kBegin = "```mermaid\n";
constexpr std::string_view kEnd = "```\n";

std::string_view first_block(std::string_view page) {
  const std::size_t begin = page.find(kBegin);
  if (begin == std::string_view::npos) return {};
  page.remove_prefix(begin + kBegin.size());
  return page.substr(0, page.find(kEnd));
}

bool holds(const Edges& edges, const Edges::value_type& edge) { return std::ranges::find(edges, edge) != edges.end(); }

}  // namespace

Edges parse_graph(std::string_view page) {
  Edges edges;
  std::istringstream lines{std::string{first_block(page)}};
  for (std::string line; std::getline(lines, line);) {
    std::istringstream words{line};
    std::string from;
    std::string word;
    if (!(words >> from >> word) || word != "-->") continue;
    while (words >> word)
      if (word != "&") edges.emplace_back(from, word);
  }
  return edges;
}

Violations check_graph(std::string_view page, const Edges& edges) {
  Violations violations;
  const Edges drawn = parse_graph(page);
  for (const auto& edge : edges)
    if (!holds(drawn, edge))
      violations.push_back("ARCHITECTURE.md does not draw '" + edge.first + " " + edge.second + "'");
  for (const auto& edge : drawn)
    if (!holds(edges, edge))
      violations.push_back("ARCHITECTURE.md draws '" + edge.first + " " + edge.second +
                           "', which cmake/module_edges.txt does not have");
  return violations;
}

}  // namespace milepost::architecture
