// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "core/lifecycle/missing_field.h"

#include <algorithm>

#include "core/document/fold.h"
#include "core/lifecycle/label_lines.h"
#include "core/lifecycle/markdown_value.h"
#include "core/lifecycle/written_value.h"
#include "core/lifecycle/yaml_writer.h"
#include "core/text/line_shape.h"

namespace milepost {
namespace {

// The name under which the dialect knows the role best, folded; "" if it has none there.
std::string best_name(const Dialect& dialect, const WordMap<FieldRule>& rules, std::string_view role) {
  const WordMap<FieldRule>::Entry* best = nullptr;
  for (const auto& entry : rules) {
    if (role_name(dialect, entry.second.role) != role) continue;
    if (best == nullptr || entry.second.rank < best->second.rank) best = &entry;
  }
  return best == nullptr ? std::string{} : best->first;
}

// The key as the dialect's template writes it, else in the way of the keys that are there.
std::string key_for(const EditDraft& draft, std::string_view role) {
  const Dialect& dialect = draft.dialect();
  for (const std::string& key : dialect.life.key_order) {
    const auto rule = dialect.keys.find(fold_words(key));
    if (rule != dialect.keys.end() && role_name(dialect, rule->second.role) == role) return key;
  }
  std::string key = best_name(dialect, dialect.keys, role);
  bool has_hyphen = false;
  bool has_underscore = false;
  for (const YamlNode& node : draft.parsed().front_matter.nodes) {
    has_hyphen = has_hyphen || node.key.find('-') != std::string::npos;
    has_underscore = has_underscore || node.key.find('_') != std::string::npos;
  }
  std::ranges::replace(key, ' ', has_hyphen && !has_underscore ? '-' : '_');
  return key;
}

// "last updated" as the labels of this document are written: "Last Updated" beside "Target Date", else "Last updated".
std::string label_for(const EditDraft& draft, std::string_view role) {
  std::string label = best_name(draft.dialect(), draft.dialect().labels, role);
  if (label.empty()) {
    label = role;
    std::ranges::replace(label, '_', ' ');
  }
  bool each_word = false;
  for (const FieldValue& field : draft.parsed().document.fields) {
    const std::size_t blank = field.label.find(' ');
    const bool is_label =
        field.carrier != Carrier::front_matter && blank != std::string::npos && blank + 1 < field.label.size();
    if (is_label && field.label[blank + 1] >= 'A' && field.label[blank + 1] <= 'Z') each_word = true;
  }
  bool starts = true;
  for (char& c : label) {
    if (starts && c >= 'a' && c <= 'z') c = static_cast<char>(c - 32);
    starts = each_word && c == ' ';
  }
  return label;
}

Result<void> insert_key(EditDraft& draft, const MissingField& field, std::string path) {
  if (!draft.parsed().front_matter.present || draft.item_index() != 0)
    return fail(ErrorKind::usage,
                "the document has no front matter, and none is made; use label:NAME for a label line");
  NewYamlKey key{std::move(path), field.entries, !field.entries.empty()};
  if (!key.is_list) key.entries = {is_date_role(field.role) ? field.value.substr(0, 10) : field.value};
  return insert_yaml_key(draft, key);
}

}  // namespace

Result<void> insert_field(EditDraft& draft, const MissingField& field) {
  if (field.name.naming == FieldNaming::key) return insert_key(draft, field, field.name.name);
  const bool by_role = field.name.naming == FieldNaming::role;
  if (by_role && draft.item_index() == 0 && draft.parsed().front_matter.present) {
    std::string key = key_for(draft, field.role);
    if (!key.empty()) return insert_key(draft, field, std::move(key));
  }
  const std::string value = is_date_role(field.role) ? field.value.substr(0, 10) : field.value;
  auto escaped = escape_value(value, MarkdownPlace::label_line);
  if (!escaped) return std::unexpected(escaped.error());
  return insert_label(draft, by_role ? label_for(draft, field.role) : field.name.name, *escaped);
}

}  // namespace milepost
