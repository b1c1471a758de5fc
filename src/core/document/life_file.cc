// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "core/document/life_file.h"

#include <array>
#include <utility>

namespace milepost {
namespace {

constexpr std::array<std::string_view, 16> kLifeKeys{"defaults",      "ascii_slugs", "root",           "status_words",
                                                     "status_labels", "statuses",    "steps",          "key_order",
                                                     "section_order", "done_folder", "archive_folder", "done_prefix",
                                                     "log_on_change", "layouts",     "kinds",          "creations"};
constexpr std::array<std::string_view, 10> kKindKeys{"status_words", "status_labels", "statuses",    "steps",
                                                     "key_order",    "section_order", "done_folder", "archive_folder",
                                                     "done_prefix",  "log_on_change"};
constexpr std::array<std::string_view, 10> kCreationKeys{
    "kind",   "template", "id",           "folder",        "file_name",
    "layout", "parents",  "needs_parent", "beside_parent", "follows_neighbours"};
constexpr std::array<std::string_view, 3> kLayoutKeys{"name", "paths", "done_folders"};

class LifeReader {
 public:
  LifeReader(StrictToml& reader, Life& life) : reader_(reader), life_(life) {}

  void read(const toml::table& table) {
    reader_.only(table, kLifeKeys);
    put(table, "root", life_.root);
    life_.ascii_slugs = reader_.value<bool>(table, "ascii_slugs", "true or false").value_or(life_.ascii_slugs);
    stages(table, life_);
    if (const toml::table* defaults = reader_.inner_table(table, "defaults")) {
      life_.defaults.clear();
      for (const auto& [name, node] : *defaults)
        put(*defaults, name.str(), life_.defaults.emplace_back(name.str(), "").second);
    }
    layouts(table);
    kinds(table);
    creations(table);
  }

 private:
  void put(const toml::table& table, std::string_view key, std::string& into) {
    if (const std::string* text = reader_.text(table, key)) into = *text;
  }

  void put(const toml::table& table, std::string_view key, std::vector<std::string>& into) {
    if (table.contains(key)) into = reader_.words(table, key);
  }

  std::optional<StatusCategory> category(std::string_view word, const toml::node& at) {
    const auto found = parse_status_category(word);
    if (!found)
      reader_.trouble(at, "unknown category '" + std::string(word) + "'",
                      "use one of: planned, active, blocked, done, cancelled, archived, unknown");
    return found;
  }

  void category_words(const toml::table& table, std::string_view key, std::array<std::string, 7>& into) {
    const toml::table* inner = reader_.inner_table(table, key);
    if (inner == nullptr) return;
    for (const auto& [name, node] : *inner)
      if (const auto found = category(name.str(), node)) put(*inner, name.str(), into.at(index_of(*found)));
  }

  // steps = { planned = ["active", "done"] }: what is said of a category replaces what was taken over for it.
  void steps(const toml::table& table, LifeStages& stages) {
    const toml::table* inner = reader_.inner_table(table, "steps");
    if (inner == nullptr) return;
    for (const auto& [name, node] : *inner) {
      const auto from = category(name.str(), node);
      if (!from) return;
      std::erase_if(stages.steps, [&](const auto& step) { return step.first == *from; });
      for (const std::string& word : reader_.words(*inner, name.str()))
        if (const auto to = category(word, node)) stages.steps.emplace_back(*from, *to);
    }
  }

  void stages(const toml::table& table, LifeStages& stages) {
    category_words(table, "status_words", stages.status_words);
    category_words(table, "status_labels", stages.status_labels);
    put(table, "statuses", stages.statuses);
    steps(table, stages);
    put(table, "key_order", stages.key_order);
    put(table, "section_order", stages.section_order);
    put(table, "done_folder", stages.done_folder);
    put(table, "archive_folder", stages.archive_folder);
    if (const toml::node* node = table.get("done_prefix")) {
      const std::vector<std::string> pair = reader_.words(table, "done_prefix");
      if (pair.size() != 2) reader_.trouble(*node, "'done_prefix' must hold two texts", "write [\"T\", \"TX\"]");
      stages.done_prefix_from = pair.empty() ? "" : pair.front();
      stages.done_prefix_to = pair.empty() ? "" : pair.back();
    }
    stages.log_on_change = reader_.value<bool>(table, "log_on_change", "true or false").value_or(stages.log_on_change);
  }

  void layouts(const toml::table& table) {
    if (!table.contains("layouts")) return;
    life_.layouts.clear();
    reader_.each_table(table, "layouts", [&](const toml::table& entry) {
      reader_.only(entry, kLayoutKeys);
      Layout layout;
      put(entry, "name", layout.name);
      for (const std::string& glob : reader_.words(entry, "paths")) layout.paths.emplace_back(glob);
      if (const toml::table* folders = reader_.inner_table(entry, "done_folders"))
        for (const auto& [name, node] : *folders)
          if (const auto kind = reader_.kind_of(name.str(), node))
            put(*folders, name.str(), layout.done_folders.emplace_back(*kind, "").second);
      life_.layouts.push_back(std::move(layout));
    });
  }

  void kinds(const toml::table& table) {
    reader_.each_named(table, "kinds", [&](std::string_view name, const toml::table& entry) {
      reader_.only(entry, kKindKeys);
      const auto kind = reader_.kind_of(name, entry);
      if (!kind) return;
      LifeStages own = stages_of(life_, *kind);
      stages(entry, own);
      std::erase_if(life_.kinds, [&](const auto& other) { return other.first == *kind; });
      life_.kinds.emplace_back(*kind, std::move(own));
    });
  }

  void creations(const toml::table& table) {
    if (!table.contains("creations")) return;
    life_.creations.clear();
    reader_.each_table(table, "creations", [&](const toml::table& entry) {
      reader_.only(entry, kCreationKeys);
      Creation creation;
      creation.kind = reader_.kind(entry, "kind").value_or(ItemKind::milestone);
      put(entry, "template", creation.template_name);
      put(entry, "id", creation.id);
      put(entry, "folder", creation.folder);
      put(entry, "file_name", creation.file_name);
      put(entry, "layout", creation.layout);
      for (const std::string& word : reader_.words(entry, "parents"))
        if (const auto kind = reader_.kind_of(word, entry)) creation.parents.push_back(*kind);
      const auto flag = [&](std::string_view key) {
        return reader_.value<bool>(entry, key, "true or false").value_or(false);
      };
      creation.needs_parent = flag("needs_parent");
      creation.beside_parent = flag("beside_parent");
      creation.follows_neighbours = flag("follows_neighbours");
      if (creation.template_name.empty() || creation.file_name.empty())
        reader_.trouble(entry, "a creation needs 'template' and 'file_name'",
                        "write template = \"generic/milestone\" and file_name = \"{slug}.md\"");
      life_.creations.push_back(std::move(creation));
    });
  }

  StrictToml& reader_;
  Life& life_;
};

}  // namespace

void read_life(StrictToml& reader, const toml::table& root, Life& into) {
  if (const toml::table* table = reader.inner_table(root, "life")) LifeReader(reader, into).read(*table);
}

}  // namespace milepost
