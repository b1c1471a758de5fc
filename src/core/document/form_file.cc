// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "core/document/form_file.h"

#include <array>
#include <utility>

#include "core/document/fold.h"
#include "core/document/normalise/fold.h"

namespace milepost {
namespace {

constexpr std::array<std::string_view, 10> kFormKeys{"only_keys", "only_values", "multiline", "other_keys", "values",
                                                     "guidance",  "entries",     "kinds",     "places",     "tables"};
constexpr std::array<std::string_view, 5> kKindKeys{"keys", "sections", "ids", "id_parts", "front_matter"};
constexpr std::array<std::string_view, 4> kPlaceKeys{"kind", "where", "like", "say"};
constexpr std::array<std::string_view, 2> kTableKeys{"record", "columns"};

enum class Folding : std::uint8_t { no, yes };

FormChoice choice_of(std::string_view text, Folding folding) {
  FormChoice choice;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('|'), text.size());
    std::string_view one = text.substr(0, end);
    while (one.starts_with(' ')) one.remove_prefix(1);
    while (one.ends_with(' ')) one.remove_suffix(1);
    if (!one.empty()) choice.push_back(folding == Folding::yes ? fold_words(one) : std::string(one));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return choice;
}

class FormReader {
 public:
  FormReader(StrictToml& reader, Dialect& dialect) : reader_(reader), dialect_(dialect), form_(dialect.form) {}

  void read(const toml::table& table) {
    reader_.only(table, kFormKeys);
    put(table, "only_keys", form_.only_keys);
    put(table, "only_values", form_.only_values);
    put(table, "multiline", form_.multiline);
    put_folded(table, "other_keys", form_.other_keys);
    put_folded(table, "guidance", form_.guidance);
    put_folded(table, "entries", form_.entries);
    values(table);
    kinds(table);
    places(table);
    tables(table);
  }

 private:
  void put(const toml::table& table, std::string_view key, bool& into) {
    into = reader_.value<bool>(table, key, "true or false").value_or(into);
  }

  void put_folded(const toml::table& table, std::string_view key, std::vector<std::string>& into) {
    if (!table.contains(key)) return;
    into = reader_.words(table, key);
    for (std::string& word : into) word = fold_words(word);
  }

  void put_choices(const toml::table& table, std::string_view key, Folding folding, std::vector<FormChoice>& into) {
    if (!table.contains(key)) return;
    into.clear();
    for (const std::string& word : reader_.words(table, key)) into.push_back(choice_of(word, folding));
  }

  void values(const toml::table& table) {
    const toml::table* inner = reader_.inner_table(table, "values");
    if (inner == nullptr) return;
    for (const auto& [name, node] : *inner) {
      const Role role = intern_role(dialect_, name.str());
      std::erase_if(form_.values, [role](const auto& known) { return known.first == role; });
      auto& words = form_.values.emplace_back(role, std::vector<FormWord>{}).second;
      for (std::string& word : reader_.words(*inner, name.str())) {
        std::string phrase = fold_phrase(word);
        words.push_back({std::move(word), std::move(phrase)});
      }
    }
  }

  void kinds(const toml::table& table) {
    reader_.each_named(table, "kinds", [&](std::string_view name, const toml::table& entry) {
      reader_.only(entry, kKindKeys);
      const auto kind = reader_.kind_of(name, entry);
      if (!kind) return;
      FormOfKind& own = form_.kinds.at(static_cast<std::size_t>(*kind));
      put_choices(entry, "keys", Folding::yes, own.keys);
      put_choices(entry, "sections", Folding::no, own.sections);
      if (entry.contains("ids")) own.ids = reader_.words(entry, "ids");
      put_folded(entry, "id_parts", own.id_parts);
      put(entry, "front_matter", own.front_matter);
    });
  }

  void places(const toml::table& table) {
    if (!table.contains("places")) return;
    form_.places.clear();
    reader_.each_table(table, "places", [&](const toml::table& entry) {
      reader_.only(entry, kPlaceKeys);
      FormPlace place;
      place.kind = reader_.kind(entry, "kind");
      for (const std::string& glob : reader_.words(entry, "where")) place.where.emplace_back(glob);
      for (const std::string& glob : reader_.words(entry, "like")) place.like.emplace_back(glob);
      if (const std::string* say = reader_.text(entry, "say")) place.say = *say;
      if (place.where.empty() || place.like.empty() || place.say.empty())
        reader_.trouble(entry, "a place needs 'where', 'like' and 'say'",
                        "write where = [\"**/plans/**\"], like = [\"**/plan-#.md\"] and say = \"plan-NN.md\"");
      form_.places.push_back(std::move(place));
    });
  }

  void tables(const toml::table& table) {
    if (!table.contains("tables")) return;
    form_.tables.clear();
    reader_.each_table(table, "tables", [&](const toml::table& entry) {
      reader_.only(entry, kTableKeys);
      FormTable own;
      if (const std::string* record = reader_.text(entry, "record")) own.record = *record;
      own.columns = reader_.words(entry, "columns");
      if (own.record.empty() || own.columns.empty())
        reader_.trouble(entry, "a table needs 'record' and 'columns'",
                        "write record = \"risk\" and columns = [\"impact\", \"mitigation\"]");
      form_.tables.push_back(std::move(own));
    });
  }

  StrictToml& reader_;
  Dialect& dialect_;
  Form& form_;
};

}  // namespace

void read_form(StrictToml& reader, const toml::table& root, Dialect& into) {
  if (const toml::table* table = reader.inner_table(root, "form")) FormReader(reader, into).read(*table);
}

}  // namespace milepost
