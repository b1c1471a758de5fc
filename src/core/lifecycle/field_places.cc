// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "core/lifecycle/field_places.h"

#include <algorithm>
#include <array>

#include "core/document/field_table.h"
#include "core/document/fold.h"
#include "core/document/labels.h"
#include "core/document/normalise/percent.h"
#include "core/lifecycle/written_value.h"
#include "core/lifecycle/yaml_writer.h"
#include "core/text/inline.h"

namespace milepost {
namespace {

std::string folded(std::string_view text) {
  std::string buffer;
  return std::string(fold_words(text, buffer));
}

std::uint32_t node_at(const FrontMatter& front_matter, ByteRange range) {
  for (std::uint32_t i = 1; i < front_matter.nodes.size(); ++i)
    if (front_matter.nodes[i].range == range && front_matter.nodes[i].parent == 0) return i;
  return 0;
}

std::string yaml_text(const std::vector<YamlNode>& nodes, std::uint32_t index) {
  if (nodes[index].kind == YamlKind::scalar) return nodes[index].value;
  std::string text;
  for (std::uint32_t i = index + 1; i < nodes[index].end; i = nodes[i].end) {
    if (!text.empty()) text += ", ";
    text += yaml_text(nodes, i);
  }
  return text;
}

// What a text means for a role, as two places of one field must agree in it.
std::string value_of(EditDraft& draft, std::string_view role, const std::string& text) {
  DateTrouble trouble = DateTrouble::none;
  if (is_date_role(role)) {
    const auto date = draft.values().date(text, trouble);
    return date ? to_string(*date) : text;
  }
  if (role == "status") {
    const auto status = draft.values().status(text);
    return status ? to_string(status->category) : text;
  }
  if (role == "risk") {
    const auto risk = draft.values().risk(text);
    return risk ? to_string(risk->level) : text;
  }
  if (role == "progress") {
    const auto percent = normalise_percent(text, BareNumber::is_percent).value;
    return percent ? std::to_string(*percent) : text;
  }
  return text;
}

class PlaceFinder {
 public:
  PlaceFinder(EditDraft& draft, const FieldName& field) : draft_(draft), field_(field) {}

  Result<std::vector<FieldPlace>> run() {
    if (field_.naming == FieldNaming::key) return by_path();
    if (draft_.item_index() == 0)
      of_document();
    else
      of_heading();
    drop_containing();
    return std::move(places_);
  }

 private:
  Result<std::vector<FieldPlace>> by_path() {
    const auto node = find_yaml_path(draft_, field_.name);
    if (!node) return std::unexpected(node.error());
    if (*node != 0) add_node(*node);
    return std::move(places_);
  }

  void add_node(std::uint32_t index) {
    const YamlNode& node = draft_.parsed().front_matter.nodes[index];
    const std::string text = yaml_text(draft_.parsed().front_matter.nodes, index);
    places_.push_back({node.key, text, value_of(draft_, role_of(draft_, field_), text), Carrier::front_matter,
                       node.range, index, node.placeholder || draft_.values().is_placeholder(text)});
  }

  [[nodiscard]] bool is_wanted(std::string_view role, std::string_view label, Carrier carrier) const {
    if (field_.naming == FieldNaming::role) return role == field_.name;
    return carrier != Carrier::front_matter && folded(label) == folded(field_.name);
  }

  void of_document() {
    for (const FieldValue& field : draft_.parsed().document.fields) {
      if (!is_wanted(field.role, field.label, field.carrier)) continue;
      FieldPlace place{field.label, field.text, field.value, field.carrier, field.where, 0, field.placeholder};
      if (field.role == "progress") place.value = value_of(draft_, field.role, field.text);
      if (field.carrier == Carrier::front_matter) place.node = node_at(draft_.parsed().front_matter, field.where);
      places_.push_back(std::move(place));
    }
  }

  // The labels under the item's own heading.
  void of_heading() {
    const Outline& outline = draft_.parsed().outline;
    const std::uint32_t heading = draft_.item_heading();
    if (heading == kNoBlock) return;
    std::vector<PlacedLabel> labels;
    const std::uint32_t begin = outline.headings[heading].block + 1;
    const std::uint32_t end =
        std::min(own_blocks_end(outline, heading), footer_begin(draft_.markdown(), outline.head_end));
    if (begin < end) collect_labels(draft_.bytes(), draft_.markdown(), begin, end, PlainLabels::yes, labels);
    for (const PlacedLabel& label : labels) add_label(label);
  }

  void add_label(const PlacedLabel& label) {
    FieldTable table;
    table.add_labels(draft_.scan(), draft_.dialect(), std::span(&label, 1), 0);
    const std::string role =
        table.all().empty() ? std::string{} : std::string(role_name(draft_.dialect(), table.all().front().role));
    const std::string name = plain_text(draft_.slice(label.label));
    if (!is_wanted(role, name, label.carrier)) return;
    const std::string text = plain_text(draft_.slice(label.value));
    places_.push_back({name, text, value_of(draft_, role, text), label.carrier, label.value, 0,
                       draft_.values().is_placeholder(text)});
  }

  // The first line under "## Status" is a place of its own only when no label stands in it.
  void drop_containing() {
    std::vector<FieldPlace> kept;
    for (FieldPlace& place : places_) {
      const bool holds_other = std::ranges::any_of(places_, [&](const FieldPlace& other) {
        return other.where != place.where && place.where.begin <= other.where.begin &&
               other.where.end <= place.where.end && place.where.size() > other.where.size();
      });
      const bool is_double =
          std::ranges::any_of(kept, [&](const FieldPlace& other) { return other.where == place.where; });
      if (!holds_other && !is_double) kept.push_back(std::move(place));
    }
    places_ = std::move(kept);
  }

  EditDraft& draft_;
  const FieldName& field_;
  std::vector<FieldPlace> places_;
};

}  // namespace

Result<FieldName> parse_field_name(const EditDraft& draft, std::string_view field) {
  if (field.starts_with("key:") && field.size() > 4) return FieldName{FieldNaming::key, std::string(field.substr(4))};
  if (field.starts_with("label:") && field.size() > 6)
    return FieldName{FieldNaming::label, std::string(field.substr(6))};
  Role role = Role::none;
  for (std::uint16_t i = 1; i < static_cast<std::uint16_t>(Role::first_descriptive) + draft.dialect().role_names.size();
       ++i)
    if (role_name(draft.dialect(), static_cast<Role>(i)) == field) role = static_cast<Role>(i);
  if (role != Role::none) return FieldName{FieldNaming::role, std::string(field)};
  Error error{ErrorKind::usage,
              "'" + std::string(field) + "' is no field of the dialect " + draft.dialect().name,
              std::nullopt,
              {},
              {}};
  error.hints.emplace_back("write key:NAME for a front matter key and label:NAME for a label line");
  return std::unexpected(std::move(error));
}

std::string role_of(const EditDraft& draft, const FieldName& field) {
  if (field.naming == FieldNaming::role) return field.name;
  const WordMap<FieldRule>& rules = field.naming == FieldNaming::key ? draft.dialect().keys : draft.dialect().labels;
  const auto found = rules.find(folded(field.name));
  return found == rules.end() ? std::string{} : std::string(role_name(draft.dialect(), found->second.role));
}

Result<std::vector<FieldPlace>> find_field_places(EditDraft& draft, const FieldName& field) {
  return PlaceFinder(draft, field).run();
}

}  // namespace milepost
