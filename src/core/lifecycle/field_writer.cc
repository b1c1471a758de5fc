// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "core/lifecycle/field_writer.h"

#include <algorithm>

#include "core/document/fold.h"
#include "core/document/normalise/risk.h"
#include "core/document/normalise/status.h"
#include "core/lifecycle/date_notation.h"
#include "core/lifecycle/heading_writer.h"
#include "core/lifecycle/label_lines.h"
#include "core/lifecycle/markdown_value.h"
#include "core/lifecycle/missing_field.h"
#include "core/lifecycle/written_value.h"
#include "core/lifecycle/yaml_writer.h"
#include "core/text/line_shape.h"

namespace milepost {
namespace {

bool same_label(std::string_view a, std::string_view b) {
  std::string left;
  std::string right;
  return fold_words(a, left) == fold_words(b, right);
}

// One field may be called differently in two places, or drift apart; when both is so, they may be two fields.
Result<void> check_agreement(const EditDraft& draft, std::string_view field, const std::vector<FieldPlace>& places) {
  if (field == "updated") return {};  // "updated", "last reviewed": each edit is news for all of them
  const FieldPlace* first = nullptr;
  for (const FieldPlace& place : places) {
    if (place.is_placeholder || place.text.empty()) continue;
    if (first == nullptr) first = &place;
    if (same_label(place.label, first->label) || place.value == first->value) continue;
    Error error = draft.error_at(
        ErrorKind::ambiguous, place.where.begin,
        "'" + std::string(field) + "' stands under different names with different values; say which one is meant");
    for (const FieldPlace& each : places)
      error.hints.push_back((each.carrier == Carrier::front_matter ? "key:" : "label:") + each.label + "  (" +
                            draft.describe(each.where.begin) + ")");
    return std::unexpected(std::move(error));
  }
  return {};
}

Result<void> write_node(EditDraft& draft, const FieldPlace& place, const NewValue& wanted) {
  const std::vector<YamlNode>& nodes = draft.parsed().front_matter.nodes;
  const YamlNode& node = nodes[place.node];
  if (node.kind == YamlKind::sequence && wanted.role == "owner" && node.end == place.node + 2)
    return set_yaml_scalar(draft, place.node + 1, wanted.value);
  const bool is_list = node.kind == YamlKind::sequence || (node.kind == YamlKind::null && is_list_role(wanted.role));
  if (is_list) return set_yaml_list(draft, place.node, split_entries(wanted.value));
  const bool is_scalar = node.kind == YamlKind::scalar;
  const auto written = write_value({is_scalar && !node.placeholder ? std::string_view(node.value) : std::string_view{},
                                    draft.bytes(), Carrier::front_matter},
                                   wanted, draft.words());
  if (!written) return std::unexpected(written.error());
  for (const std::string& remark : written->remarks) draft.remark(remark);
  return set_yaml_scalar(draft, place.node, written->text);
}

Result<void> write_markdown(EditDraft& draft, const FieldPlace& place, NewValue wanted) {
  const auto escaped = escape_value(wanted.value, markdown_place(draft, place.where));
  if (!escaped)
    return std::unexpected(draft.error_at(escaped.error().kind, place.where.begin, escaped.error().message));
  wanted.value = *escaped;
  const std::string_view old =
      place.is_placeholder && wanted.role != "status" ? std::string_view{} : draft.slice(place.where);
  const auto written = write_value({old, draft.bytes(), place.carrier}, wanted, draft.words());
  if (!written)
    return std::unexpected(draft.error_at(written.error().kind, place.where.begin, written.error().message));
  for (const std::string& remark : written->remarks) draft.remark(remark);
  if (written->text == draft.slice(place.where)) return {};
  return replace_markdown_value(draft, place.where, written->text);
}

// The value as it must be read afterwards.
std::string read_back(const EditDraft& draft, std::string_view role, std::string_view value) {
  if (role == "status") return to_string(normalise_status(value, draft.words().status).category);
  if (is_date_role(role)) return std::string(value.substr(0, 10));
  if (role == "risk")
    if (const auto risk = normalise_risk(value, draft.words().risks)) return to_string(risk->level);
  return std::string(value);
}

Result<void> check_field_value(std::string_view role, std::string_view value, const EditDraft& draft) {
  if (is_date_role(role) && !parse_date_and_time(value))
    return fail(ErrorKind::usage, "'" + std::string(value) + "' is no day; write it as YYYY-MM-DD");
  if (role == "status" && normalise_status(value, draft.words().status).category == StatusCategory::unknown) {
    Error error{
        ErrorKind::usage, "'" + std::string(value) + "' is no status word that is known here", std::nullopt, {}, {}};
    for (const std::string& word : draft.dialect().life.statuses) error.hints.push_back(word);
    return std::unexpected(std::move(error));
  }
  if (role == "risk" && !normalise_risk(value, draft.words().risks))
    return fail(ErrorKind::usage,
                "'" + std::string(value) + "' is no level of risk; write low, medium, high or critical");
  return {};
}

}  // namespace

bool is_list_role(std::string_view role) { return role == "tags" || role == "depends_on"; }

std::vector<std::string> split_entries(std::string_view value) {
  std::vector<std::string> entries;
  while (!value.empty()) {
    const std::size_t comma = std::min(value.find(','), value.size());
    if (const std::string_view entry = trim_blanks(value.substr(0, comma)); !entry.empty()) entries.emplace_back(entry);
    value.remove_prefix(std::min(comma + 1, value.size()));
  }
  return entries;
}

Result<void> set_field(EditDraft& draft, const SetField& request) {
  const auto name = parse_field_name(draft, request.field);
  if (!name) return std::unexpected(name.error());
  const std::string role = role_of(draft, *name);
  if (request.value.empty()) return fail(ErrorKind::usage, "the value is empty; use unset to take the field away");
  const bool may_break = name->naming == FieldNaming::key && role.empty();
  if (auto checked = check_value(request.value, may_break ? LineBreaks::yes : LineBreaks::no); !checked) return checked;
  if (auto checked = check_field_value(role, request.value, draft); !checked) return checked;
  if (name->naming == FieldNaming::role && (role == "title" || role == "id"))
    return set_title_part(draft, role, request.value);
  auto places = find_field_places(draft, *name);
  if (!places) return std::unexpected(places.error());
  if (auto agreed = check_agreement(draft, request.field, *places); !agreed) return agreed;
  const bool in_heading = role == "status" && name->naming == FieldNaming::role && states_status_in_heading(draft);
  if (places->empty() && !in_heading) {
    auto inserted = insert_field(
        draft,
        {*name, role, request.value, is_list_role(role) ? split_entries(request.value) : std::vector<std::string>{}});
    if (!inserted) return inserted;
  }
  const NewValue wanted{role, request.value, request.note};
  if (in_heading)
    if (auto written = set_heading_status(draft, wanted); !written) return written;
  for (const FieldPlace& place : *places) {
    auto written = place.node != 0 ? write_node(draft, place, wanted) : write_markdown(draft, place, wanted);
    if (!written) return written;
  }
  draft.intend(request.field, read_back(draft, role, request.value));
  return {};
}

Result<void> unset_field(EditDraft& draft, const UnsetField& request) {
  const auto name = parse_field_name(draft, request.field);
  if (!name) return std::unexpected(name.error());
  const std::string role = role_of(draft, *name);
  if (role == "title" || role == "id")
    return fail(ErrorKind::usage, "a document keeps its " + role + "; set another one");
  auto places = find_field_places(draft, *name);
  if (!places) return std::unexpected(places.error());
  if (places->empty()) return fail(ErrorKind::not_found, "the document does not state '" + request.field + "'");
  if (auto agreed = check_agreement(draft, request.field, *places); !agreed) return agreed;
  for (const FieldPlace& place : *places) {
    auto removed = place.node != 0 ? remove_yaml_key(draft, place.node) : remove_label(draft, place.where);
    if (!removed) return removed;
  }
  draft.intend(request.field, "");
  return {};
}

}  // namespace milepost
