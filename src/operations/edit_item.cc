// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "operations/edit_item.h"

#include <algorithm>
#include <utility>

#include "operations/arguments.h"
#include "operations/session.h"

namespace milepost {
namespace {

bool sets_updated(const std::vector<EditRequest>& requests) {
  return std::ranges::any_of(requests, [](const EditRequest& request) {
    const auto* set = std::get_if<SetField>(&request);
    const auto* unset = std::get_if<UnsetField>(&request);
    return (set != nullptr && set->field == "updated") || (unset != nullptr && unset->field == "updated");
  });
}

// The change of one file in the plan: two items of one file are decided on the same bytes and written together.
Result<void> merge_into(FileChange change, EditPlan& plan) {
  const auto same = std::ranges::find(plan.files, change.path, &FileChange::path);
  if (same == plan.files.end()) {
    plan.files.push_back(std::move(change));
    return {};
  }
  if (same->revision != change.revision)
    return fail(ErrorKind::conflict, change.path + " changed while the change was decided; run the command again");
  for (TextEdit& edit : change.edits) {
    const auto equal = [&](const TextEdit& other) {
      return other.range == edit.range && other.replacement == edit.replacement;
    };
    if (std::ranges::none_of(same->edits, equal) || edit.range.empty()) same->edits.push_back(std::move(edit));
  }
  same->intended.insert(same->intended.end(), change.intended.begin(), change.intended.end());
  return {};
}

}  // namespace

Result<void> add_item_edits(Session& session, const ChosenItem& chosen, std::vector<EditRequest> requests, Touch touch,
                            PlannedChange& into) {
  const Item& item = chosen.stated();
  const EditTarget target{chosen.document, session.opened()->dialects().words(), chosen.item};
  auto wanted = plan_edits(target, requests);
  if (!wanted) return std::unexpected(std::move(wanted).error());
  if (wanted->edits.empty()) {
    into.remarks.push_back(chosen.path() + " is so already; nothing was changed");
    return {};
  }
  if (touch == Touch::bump_updated && item.updated && !sets_updated(requests)) {
    requests.emplace_back(SetField{"updated", to_string(session.today())});
    wanted = plan_edits(target, requests);
    if (!wanted) return std::unexpected(std::move(wanted).error());
  }
  into.remarks.insert(into.remarks.end(), wanted->remarks.begin(), wanted->remarks.end());
  return merge_into(
      {chosen.path(), chosen.revision(), std::move(wanted->edits), {}, false, std::move(wanted->intended)}, into.plan);
}

ChangePlanner plan_item_edit(ItemEdit edit) {
  return [edit = std::move(edit)](Session& session) -> Result<PlannedChange> {
    PlannedChange planned;
    planned.plan.summary = edit.summary;
    for (const std::string& name : edit.names) {
      auto chosen = choose_item(session, name);
      if (!chosen) return std::unexpected(std::move(chosen).error());
      auto requests = edit.requests(*chosen);
      if (!requests) return std::unexpected(std::move(requests).error());
      if (auto added = add_item_edits(session, *chosen, std::move(*requests), edit.touch, planned); !added) {
        return std::unexpected(std::move(added).error());
      }
    }
    return planned;
  };
}

Result<ChangeAnswer> edit_one(Session& session, const Arguments& arguments, const Operation& operation,
                              ItemRequests requests) {
  if (auto good = check_arguments(operation, arguments); !good) return std::unexpected(std::move(good).error());
  auto options = parse_change_options(arguments);
  if (!options) return std::unexpected(std::move(options).error());
  std::string id(arguments.text("id"));
  std::string summary = std::string(operation.command) + " " + id;
  return carry_out(session, *options, plan_item_edit({{std::move(id)}, std::move(requests), std::move(summary)}));
}

}  // namespace milepost
