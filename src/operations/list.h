// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// list: the items of a workspace, filtered, sorted and grouped. Without filters these are the open milestones; `all`
// gives every recognised item of every kind and status. Naming a status or a kind lifts the rule that it replaces.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/document/corpus.h"
#include "operations/item_columns.h"
#include "operations/operation.h"
#include "workspace/workspace.h"

namespace milepost {

struct SortKey {
  const ItemColumn* column = nullptr;
  bool descending = false;
};

struct ListRequest {
  bool all = false;
  bool overdue = false;
  bool provenance = false;
  std::vector<StatusCategory> statuses;
  std::vector<ItemKind> kinds;
  std::vector<std::string> owners, dialects, tags;
  std::string plan;
  std::string text;
  std::optional<Date> due_before, due_after, updated_before, updated_after;
  std::vector<SortKey> sort;
  const ItemColumn* group = nullptr;
};

struct ListAnswer {
  const ScanResult* scan = nullptr;  // borrows from the session
  std::vector<ItemKey> items;
  std::string notice;  // why nothing matched; empty when something did
};

[[nodiscard]] Result<ListRequest> parse_list_request(const Arguments& arguments);
[[nodiscard]] Result<ListAnswer> list(Session& session, const ListRequest& request);
[[nodiscard]] Result<JsonText> invoke_list(Session& session, const Arguments& arguments);

// What was looked for and where, when a workspace holds no milestone document at all.
[[nodiscard]] std::string describe_empty(const Workspace& workspace, const ScanResult& scan);

extern const Operation kListOperation;

}  // namespace milepost
