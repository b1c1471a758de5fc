// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "core/lifecycle/plan_edits.h"

#include "core/lifecycle/box_writer.h"
#include "core/lifecycle/edit_draft.h"
#include "core/lifecycle/field_writer.h"
#include "core/lifecycle/list_writer.h"
#include "core/lifecycle/log_writer.h"
#include "core/lifecycle/row_writer.h"
#include "core/lifecycle/section_writer.h"
#include "core/lifecycle/yaml_writer.h"

namespace milepost {
namespace {

struct Dispatch {
  EditDraft& draft;

  Result<void> operator()(const SetField& request) const { return set_field(draft, request); }
  Result<void> operator()(const UnsetField& request) const { return unset_field(draft, request); }
  Result<void> operator()(const ChangeList& request) const { return change_list(draft, request); }
  Result<void> operator()(const SetBoxes& request) const { return set_boxes(draft, request); }
  Result<void> operator()(const SetCell& request) const { return set_cell(draft, request); }
  Result<void> operator()(const AddRow& request) const { return add_row(draft, request); }
  Result<void> operator()(const AddLog& request) const { return add_log(draft, request); }
  Result<void> operator()(const InsertSection& request) const { return insert_section(draft, request); }
  Result<void> operator()(const ChangeSection& request) const { return change_section(draft, request); }
};

Result<void> check_target(const EditTarget& target) {
  const ParsedDocument& parsed = target.document;
  const std::string& path = parsed.document.path;
  if (parsed.dialect == nullptr)
    return std::unexpected(Error{
        ErrorKind::invalid_document, "this is no milestone document, so it is not changed", Place{path, 0, 0}, {}, {}});
  if (target.item < parsed.document.items.size()) return {};
  return std::unexpected(Error{ErrorKind::not_found, "the document has no such milestone", Place{path, 0, 0}, {}, {}});
}

}  // namespace

Result<PlannedEdits> plan_edits(const EditTarget& target, std::span<const EditRequest> requests) {
  if (auto checked = check_target(target); !checked) return std::unexpected(checked.error());
  EditDraft draft(target);
  if (auto checked = check_front_matter(draft); !checked) return std::unexpected(checked.error());
  for (const EditRequest& request : requests) {
    auto done = std::visit(Dispatch{draft}, request);
    if (done) continue;
    if (!done.error().place) done.error().place = Place{target.document.document.path, 0, 0};
    return std::unexpected(std::move(done).error());
  }
  return draft.finish();
}

Result<PlannedEdits> plan_edit(const EditTarget& target, const EditRequest& request) {
  return plan_edits(target, std::span(&request, 1));
}

}  // namespace milepost
