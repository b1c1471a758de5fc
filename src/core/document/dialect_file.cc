// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "core/document/dialect_file.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "core/document/fold.h"
#include "core/document/form_file.h"
#include "core/document/life_file.h"
#include "core/document/strict_toml.h"

namespace milepost {
namespace {

using Words = std::vector<std::string>;

std::string fold(std::string_view text) {
  std::string buffer;
  return std::string(fold_words(text, buffer));
}

// Reads one file; the first trouble is kept and everything after it is skipped.
class Reader : private StrictToml {
 public:
  Reader(std::string_view path, Dialect dialect) : StrictToml(path), dialect_(std::move(dialect)) {}

  Result<Dialect> read(const toml::table& root) {
    // The lists of words are read beside this, by Words::add.
    static constexpr std::array<std::string_view, 20> kKnown{
        "life",      "form",   "name",         "summary",  "extends", "plan_folders", "item_headings",
        "documents", "fields", "kinds",        "sections", "columns", "tables",       "status",
        "risk",      "months", "effort_units", "id",       "none",    "placeholder"};
    only(root, kKnown);
    if (const auto* name = text(root, "name")) dialect_.name = *name;
    if (const auto* summary = text(root, "summary")) dialect_.summary = *summary;
    if (dialect_.name.empty()) trouble(root, "the dialect has no name", "add a line such as: name = \"notes\"");
    patterns(root, "plan_folders", dialect_.plan_folders);
    for (std::string& word : words(root, "item_headings")) dialect_.item_headings.push_back(fold(word));
    documents(root);
    fields(root);
    kinds(root);
    sections(root);
    columns(root);
    tables(root);
    read_life(*this, root, dialect_.life);
    read_form(*this, root, dialect_);
    if (auto error = take_error()) return std::unexpected(std::move(*error));
    return std::move(dialect_);
  }

 private:
  Words folded(const toml::table& table, std::string_view key) {
    Words result = words(table, key);
    for (std::string& word : result) word = fold(word);
    return result;
  }

  void patterns(const toml::table& table, std::string_view key, std::vector<PathPattern>& into) {
    for (const std::string& glob : words(table, key)) into.emplace_back(glob);
  }

  std::vector<std::pair<RuleKey, std::string>> pairs(const toml::table& table, std::string_view key) {
    std::vector<std::pair<RuleKey, std::string>> result;
    const toml::node* node = table.get(key);
    if (node == nullptr) return result;
    const toml::table* inner = node->as_table();
    if (inner == nullptr) {
      trouble(*node, "'" + std::string(key) + "' must be a table", "write { key = \"value\" }");
      return result;
    }
    for (const auto& [name, entry] : *inner)
      if (const std::string* word = text(*inner, name.str()))
        result.emplace_back(RuleKey(fold(name.str())), fold(*word));
    return result;
  }

  void documents(const toml::table& root) {
    static constexpr std::array<std::string_view, 19> kKnown{
        "kind",    "paths",    "names",        "except", "keys",          "key_values", "key_starts",
        "markers", "headings", "headings_any", "labels", "sections",      "base",       "needs",
        "many",    "inner",    "numbered",     "titled", "needs_children"};
    std::vector<DocumentRule> rules;
    each_table(root, "documents", [&](const toml::table& table) {
      only(table, kKnown);
      DocumentRule rule;
      rule.kind = kind(table, "kind").value_or(ItemKind::milestone);
      rule.inner = kind(table, "inner").value_or(ItemKind::milestone);
      patterns(table, "paths", rule.paths);
      patterns(table, "names", rule.names);
      patterns(table, "except", rule.except);
      for (std::string& key : folded(table, "keys")) rule.keys.emplace_back(std::move(key));
      rule.key_values = pairs(table, "key_values");
      rule.key_starts = pairs(table, "key_starts");
      rule.markers = words(table, "markers");
      rule.headings = folded(table, "headings");
      rule.headings_any = folded(table, "headings_any");
      rule.labels = folded(table, "labels");
      rule.sections = folded(table, "sections");
      rule.base = static_cast<int>(value<std::int64_t>(table, "base", "a whole number").value_or(0));
      rule.needs = static_cast<int>(value<std::int64_t>(table, "needs", "a whole number").value_or(1));
      rule.titled = value<bool>(table, "titled", "true or false").value_or(false);
      rule.numbered = static_cast<int>(value<std::int64_t>(table, "numbered", "a whole number").value_or(0));
      rule.needs_children = value<bool>(table, "needs_children", "true or false").value_or(false);
      rule.many = value<bool>(table, "many", "true or false").value_or(false);
      rules.push_back(std::move(rule));
    });
    dialect_.documents = std::move(rules);  // recognition is never inherited
  }

  // Words of a dialect count before those of the dialect that it extends.
  static void put_fields(WordMap<FieldRule>& map, const Words& words, Role role, std::uint16_t base_rank) {
    std::uint16_t rank = base_rank;
    for (const std::string& word : words) map.insert_or_assign(word, FieldRule{role, rank++});
  }

  void fields(const toml::table& root) {
    static constexpr std::array<std::string_view, 2> kKnown{"keys", "labels"};
    const std::uint16_t base = dialect_.keys.empty() ? 1000 : 0;
    each_named(root, "fields", [&](std::string_view name, const toml::table& table) {
      only(table, kKnown);
      const Role role = intern_role(dialect_, name);
      put_fields(dialect_.keys, folded(table, "keys"), role, base);
      put_fields(dialect_.labels, folded(table, "labels"), role, static_cast<std::uint16_t>(base + 100));
    });
  }

  // [kinds.sprint] id = ["sprint_id"]: keys that mean something of their own in documents of one kind.
  void kinds(const toml::table& root) {
    each_named(root, "kinds", [&](std::string_view name, const toml::table& table) {
      const auto kind = parse_item_kind(name);
      if (!kind)
        return trouble(table, "unknown kind '" + std::string(name) + "'",
                       "use one of: milestone, sprint, phase, plan, overview, task, epic");
      for (const auto& [field, node] : table)
        put_fields(dialect_.kind_keys.at(static_cast<std::size_t>(*kind)), folded(table, field.str()),
                   intern_role(dialect_, field.str()), 10);
    });
  }

  void sections(const toml::table& root) {
    static constexpr std::array<std::string_view, 8> kKnown{"headings", "counts",      "gates",      "metadata",
                                                            "record",   "check_marks", "skip_under", "skip_names"};
    each_named(root, "sections", [&](std::string_view name, const toml::table& table) {
      only(table, kKnown);
      const std::uint16_t index = section_index(name);
      SectionRule& rule = dialect_.sections[index];
      rule.counts = value<bool>(table, "counts", "true or false").value_or(rule.counts);
      rule.gates = value<bool>(table, "gates", "true or false").value_or(rule.gates);
      rule.metadata = value<bool>(table, "metadata", "true or false").value_or(rule.metadata);
      if (const std::string* record = text(table, "record")) rule.record = *record;
      for (std::string& word : folded(table, "skip_under")) rule.skip_under.push_back(std::move(word));
      for (std::string& word : folded(table, "skip_names")) rule.skip_names.push_back(std::move(word));
      if (const std::string* marks = text(table, "check_marks")) rule.criteria_marks = *marks == "criteria";
      for (const std::string& heading : words(table, "headings")) {
        if (heading.starts_with('*'))
          dialect_.section_fragments.emplace_back(fold(heading), index);
        else
          dialect_.section_titles.insert_or_assign(fold(heading), index);
      }
    });
  }

  std::uint16_t section_index(std::string_view kind) {
    auto found = std::ranges::find(dialect_.sections, kind, &SectionRule::kind);
    if (found == dialect_.sections.end()) {
      found = dialect_.sections.emplace(found);
      found->kind = kind;
    }
    return static_cast<std::uint16_t>(found - dialect_.sections.begin());
  }

  void columns(const toml::table& root) {
    const toml::node* node = root.get("columns");
    if (node == nullptr) return;
    const toml::table* table = node->as_table();
    if (table == nullptr) return trouble(*node, "'columns' must be a table", "write [columns]");
    for (const auto& [role, entry] : *table)
      for (const std::string& word : words(*table, role.str())) {
        // A header such as "#" folds to nothing; it is kept as it stands.
        const std::string key = fold(word);
        dialect_.columns.insert_or_assign(key.empty() ? word : key, std::string(role.str()));
      }
  }

  void tables(const toml::table& root) {
    static constexpr std::array<std::string_view, 6> kKnown{"record", "needs", "any", "without", "sections", "counts"};
    std::vector<TableRule> rules;
    each_table(root, "tables", [&](const toml::table& table) {
      only(table, kKnown);
      TableRule rule;
      if (const std::string* record = text(table, "record")) rule.record = *record;
      rule.needs = words(table, "needs");
      rule.any = words(table, "any");
      rule.without = words(table, "without");
      rule.sections = words(table, "sections");
      rule.counts = value<bool>(table, "counts", "true or false").value_or(true);
      rules.push_back(std::move(rule));
    });
    dialect_.tables.insert(dialect_.tables.begin(), std::make_move_iterator(rules.begin()),
                           std::make_move_iterator(rules.end()));
  }

  Dialect dialect_;
};

Result<toml::table> parse_toml(std::string_view path, std::string_view text) {
  toml::parse_result parsed = toml::parse(text);
  if (parsed) return std::move(parsed).table();
  const toml::parse_error& error = parsed.error();
  const auto& begin = error.source().begin;
  return std::unexpected(Error{ErrorKind::usage,
                               "this is not valid TOML: " + std::string(error.description()),
                               Place{std::string(path), begin.line, begin.column},
                               {},
                               {"mend the line"}});
}

}  // namespace

Result<Dialect> parse_dialect(std::string_view path, std::string_view toml, const FindBase& find_base) {
  const Result<toml::table> root = parse_toml(path, toml);
  if (!root) return std::unexpected(root.error());
  Dialect base;
  if (const std::string parent = (*root)["extends"].value_or(std::string{}); !parent.empty()) {
    Result<Dialect> found = find_base(parent);
    if (!found) return found;
    base = std::move(*found);
  }
  base.documents.clear();
  base.plan_folders.clear();
  base.name.clear();
  return Reader(path, std::move(base)).read(*root);
}

}  // namespace milepost
