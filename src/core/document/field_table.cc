// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "core/document/field_table.h"

#include <algorithm>

#include "core/document/fold.h"

namespace milepost {
namespace {

const FieldRule* find_rule(const WordMap<FieldRule>& map, std::string_view word) {
  const auto found = map.find(word);
  return found == map.end() ? nullptr : &found->second;
}

// "Depends on (hard)" is still "Depends on": a label that no rule knows is tried again without its parenthesis.
const FieldRule* find_label_rule(const WordMap<FieldRule>& map, std::string_view label, std::string& buffer) {
  if (const FieldRule* rule = find_rule(map, fold_words(label, buffer))) return rule;
  const std::size_t bracket = label.find('(');
  if (bracket == std::string_view::npos || bracket == 0) return nullptr;
  return find_rule(map, fold_words(label.substr(0, bracket), buffer));
}

}  // namespace

void FieldTable::add_front_matter(const Scan& scan, const Dialect& dialect, ItemKind kind,
                                  std::span<const std::string> folded_keys) {
  const std::vector<YamlNode>& nodes = scan.front_matter.nodes;
  if (nodes.empty() || nodes[0].kind != YamlKind::mapping) return;
  const WordMap<FieldRule>& own = dialect.kind_keys.at(static_cast<std::size_t>(kind));
  auto folded = folded_keys.begin();
  for (std::uint32_t i = 1; i < nodes.size(); i = nodes[i].end) {
    const std::string& key = *folded++;
    const FieldRule* rule = own.empty() ? nullptr : find_rule(own, key);
    if (rule == nullptr) rule = find_rule(dialect.keys, key);
    if (rule == nullptr) continue;
    RawField field;
    field.role = rule->role;
    field.rank = rule->rank;
    field.carrier = Carrier::front_matter;
    field.label = nodes[i].key_range;
    field.value = nodes[i].range;
    field.node = i;
    fields_.push_back(field);
  }
}

void FieldTable::add_labels(const Scan& scan, const Dialect& dialect, std::span<const PlacedLabel> labels,
                            std::uint16_t penalty) {
  std::string buffer;
  for (const PlacedLabel& label : labels) {
    const FieldRule* rule = find_label_rule(dialect.labels, slice(scan.bytes, label.label), buffer);
    if (rule == nullptr) continue;
    RawField field;
    field.role = rule->role;
    field.rank = static_cast<std::uint16_t>(rule->rank + penalty);
    field.carrier = label.carrier;
    field.label = label.label;
    field.value = label.value;
    field.line = label.line;
    field.block = label.block;
    fields_.push_back(field);
  }
}

void FieldTable::sort() {
  constexpr std::size_t kFew = 64;
  const auto place = [](const RawField& field) { return std::pair(field.role, field.rank); };
  if (fields_.size() > kFew) {
    std::ranges::stable_sort(fields_, {}, place);
    return;
  }
  // A document has a dozen, nearly in order: inserting is stable as well and needs no memory beside them.
  for (auto it = fields_.begin(); it != fields_.end(); ++it)
    std::rotate(std::ranges::upper_bound(fields_.begin(), it, place(*it), {}, place), it, it + 1);
}

std::span<const RawField> FieldTable::of(Role role) const {
  const auto range = std::ranges::equal_range(fields_, role, {}, &RawField::role);
  return {range.begin(), range.end()};
}

}  // namespace milepost
