// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "core/document/full_reading.h"

#include <algorithm>
#include <unordered_set>
#include <utility>

#include "core/document/counting.h"
#include "core/document/fold.h"
#include "core/document/item_builder.h"
#include "core/document/records.h"
#include "core/text/inline.h"
#include "core/text/source_text.h"

namespace milepost {
namespace {

// Ranges that were met before; a document may have as many fields as lines, so they are not searched one by one.
class MetRanges {
 public:
  void add(ByteRange range) { met_.insert(to_key(range)); }
  [[nodiscard]] bool has(ByteRange range) const { return met_.contains(to_key(range)); }

 private:
  static std::uint64_t to_key(ByteRange range) { return std::uint64_t{range.begin} << 32U | range.end; }

  std::unordered_set<std::uint64_t> met_;
};

class FullReader {
 public:
  FullReader(SummaryReader& reader, Document& document)
      : reader_(reader),
        scan_(reader.scan()),
        dialect_(*reader.verdict().dialect),
        source_(std::string(scan_.bytes)),
        document_(document) {}

  void run() {
    const Verdict& verdict = reader_.verdict();
    PointsExplained explained = explain_points(*verdict.rule, reader_.evidence());
    document_.recognition = {dialect_.name, std::min(explained.points, 100), std::move(explained.reasons)};
    fields();
    front_matter_without_role();
    labels_without_role();
    sections();
    read_records(reader_, document_);
  }

 private:
  [[nodiscard]] std::uint32_t line_of(ByteRange range) const { return source_.position(range.begin).line; }

  void fields() {
    std::vector<Finding> ignored;
    ItemBuilder builder(scan_, dialect_, reader_.values(), ignored);
    for (const RawField& raw : reader_.document_fields().all()) {
      FieldValue field;
      field.role = role_name(dialect_, raw.role);
      field.label = plain_text(scan_.bytes.substr(raw.label.begin, raw.label.size()));
      field.text = raw.node != 0 ? yaml_text(raw.node) : builder.text_of(raw);
      field.value = value_of(raw.role, field.text);
      field.where = raw.value;
      field.carrier = raw.carrier;
      field.line = line_of(raw.value);
      field.placeholder = (raw.node != 0 && scan_.front_matter.nodes[raw.node].placeholder) ||
                          reader_.values().is_placeholder(field.text);
      add(std::move(field));
    }
    std::ranges::stable_sort(document_.fields, {}, [](const FieldValue& field) { return field.where.begin; });
  }

  // Lists are joined, maps are written "key: value".
  [[nodiscard]] std::string yaml_text(std::uint32_t index) const {
    const std::vector<YamlNode>& nodes = scan_.front_matter.nodes;
    if (nodes[index].kind == YamlKind::scalar) return nodes[index].value;
    std::string text;
    for (std::uint32_t i = index + 1; i < nodes[index].end; i = nodes[i].end) {
      if (!text.empty()) text += ", ";
      if (!nodes[i].key.empty()) text += nodes[i].key + ": ";
      text += yaml_text(i);
    }
    return text;
  }

  [[nodiscard]] std::string value_of(Role role, const std::string& text) {
    DateTrouble trouble = DateTrouble::none;
    switch (role) {
      case Role::created:
      case Role::updated:
      case Role::start:
      case Role::target:
      case Role::completed:
        if (const auto date = reader_.values().date(text, trouble)) return to_string(*date);
        return text;
      case Role::status:
        if (const auto status = reader_.values().status(text)) return to_string(status->category);
        return text;
      case Role::risk:
        if (const auto risk = reader_.values().risk(text)) return to_string(risk->level);
        return text;
      default:
        return text;
    }
  }

  void front_matter_without_role() {
    const std::vector<YamlNode>& nodes = scan_.front_matter.nodes;
    if (nodes.empty() || nodes[0].kind != YamlKind::mapping) return;
    for (std::uint32_t i = 1; i < nodes.size(); i = nodes[i].end) {
      if (met_in_front_matter_.has(nodes[i].range)) continue;
      add_unknown_field(nodes[i].key, yaml_text(i), nodes[i].range, Carrier::front_matter);
      document_.not_understood.push_back(
          {"front matter key", nodes[i].key, line_of(nodes[i].key_range), nodes[i].key_range});
    }
  }

  void labels_without_role() {
    std::vector<PlacedLabel> labels;
    collect_labels(scan_.bytes, scan_.markdown, 0, scan_.outline.head_end, PlainLabels::no, labels);
    for (const PlacedLabel& label : labels) {
      if (met_.has(label.value)) continue;
      const std::string text = plain_text(slice(scan_.bytes, label.label));
      add_unknown_field(text, plain_text(slice(scan_.bytes, label.value)), label.value, label.carrier);
      document_.not_understood.push_back({"label", text, line_of(label.label), label.label});
    }
  }

  void add_unknown_field(std::string label, std::string text, ByteRange where, Carrier carrier) {
    FieldValue field;
    field.label = std::move(label);
    field.text = std::move(text);
    field.value = field.text;
    field.where = where;
    field.carrier = carrier;
    field.line = line_of(where);
    field.placeholder = reader_.values().is_placeholder(field.text);
    add(std::move(field));
  }

  void add(FieldValue field) {
    met_.add(field.where);
    if (field.carrier == Carrier::front_matter) met_in_front_matter_.add(field.where);
    document_.fields.push_back(std::move(field));
  }

  void sections() {
    const std::vector<Heading>& headings = scan_.outline.headings;
    for (std::uint32_t i = 0; i < headings.size(); ++i) {
      const Heading& heading = headings[i];
      const SectionRule* rule = section_rule(dialect_, heading);
      Section section;
      section.title = plain_text(slice(scan_.bytes, heading.text));
      section.level = heading.level;
      section.line = heading.line + 1;
      section.heading = scan_.markdown.blocks[heading.block].range;
      section.body = {section.heading.end, heading.end};
      if (heading.parent != kNoBlock) section.parent = heading.parent;
      if (rule != nullptr) {
        section.kind = rule->kind;
        section.counts = rule->counts;
        section.gates = rule->gates;
      } else if (i == scan_.outline.title) {
        section.kind = "title";
        section.counts = true;
      } else {
        section.counts = true;
        document_.not_understood.push_back({"heading", section.title, section.line, section.heading});
      }
      const milepost::Tally tally =
          tally_blocks(scan_, dialect_, reader_.tools(), {heading.block, own_blocks_end(scan_.outline, i)});
      section.boxes = tally.boxes;
      section.tasks = tally.tasks;
      document_.sections.push_back(std::move(section));
    }
  }

  SummaryReader& reader_;
  Scan scan_;
  const Dialect& dialect_;
  SourceText source_;  // for line numbers
  MetRanges met_;      // where the fields stand
  MetRanges met_in_front_matter_;
  Document& document_;
};

}  // namespace

void read_fully(SummaryReader& reader, Document& document) { FullReader(reader, document).run(); }

}  // namespace milepost
