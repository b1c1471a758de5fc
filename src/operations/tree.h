// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// tree: who belongs to whom: plan, milestone, sprint, task. Closed branches are left out unless `all` asks for them;
// an open item below a closed one keeps its ancestors, so that nothing open hides.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/document/corpus.h"
#include "operations/operation.h"
#include "workspace/workspace.h"

namespace milepost {

struct TreeRequest {
  bool all = false;
  std::string below;         // an id or path; "" for everything
  std::optional<int> depth;  // levels to show
};

struct TreeNode {
  ItemKey key;
  std::vector<TreeNode> children;
  std::size_t hidden = 0;  // children that are closed or too deep
};

struct TreeAnswer {
  const ScanResult* scan = nullptr;  // borrows from the session
  std::vector<TreeNode> roots;
  std::size_t total = 0;
  std::string notice;
};

[[nodiscard]] Result<TreeRequest> parse_tree_request(const Arguments& arguments);
[[nodiscard]] Result<TreeAnswer> tree(Session& session, const TreeRequest& request);
[[nodiscard]] Result<JsonText> invoke_tree(Session& session, const Arguments& arguments);

extern const Operation kTreeOperation;

}  // namespace milepost
