// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// Form: what documents of a family must look like, as data of the dialect ([form] in its TOML): required keys and
// sections, the words that a field may hold, how ids are spelled, where files lie, which columns tables have. Only
// rules use it; reading takes documents as they are. What a dialect does not say is not demanded.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/document/item.h"
#include "core/document/path_pattern.h"

namespace milepost {

enum class Role : std::uint16_t;

struct FormWord {
  std::string text;    // as it is written: "cross-cutting"
  std::string folded;  // as it is compared (normalise/fold.h)
};

// "success_criteria | definition_of_done": one of them is enough.
using FormChoice = std::vector<std::string>;

// What holds for documents of one kind.
struct FormOfKind {
  std::vector<FormChoice> keys;       // front matter keys that must be there, folded
  std::vector<FormChoice> sections;   // section kinds that must be there
  std::vector<std::string> ids;       // how an id is spelled: "EP-########-###/MS###"
  std::vector<std::string> id_parts;  // front matter keys whose values stand in the id: "ms: 3" in ".../MS003"; folded
  bool front_matter = false;          // a document without any is not as it must be
};

// Documents whose path is like one of `where` must have a path that is like one of `like`.
struct FormPlace {
  std::optional<ItemKind> kind;  // only documents of this kind
  std::vector<PathPattern> where;
  std::vector<PathPattern> like;
  std::string say;  // how it is written, for people: "complete/YYYY-MM-DD/"
};

struct FormTable {
  std::string record;                // tables whose rows are this
  std::vector<std::string> columns;  // roles of columns that must be there
};

struct Form {
  bool only_keys = false;               // keys that nobody knows are findings, not only those that look mistyped
  bool only_values = false;             // the same for values
  bool multiline = true;                // front matter may hold texts of several lines
  std::vector<std::string> other_keys;  // known keys that are no field, folded
  std::vector<std::pair<Role, std::vector<FormWord>>> values;
  std::vector<std::string> guidance;  // beginnings of sentences of the template, folded
  std::vector<std::string> entries;   // nouns that templates number: "deliverable"
  std::vector<FormPlace> places;
  std::vector<FormTable> tables;
  std::array<FormOfKind, 7> kinds;  // by ItemKind
};

[[nodiscard]] const FormOfKind& form_of(const Form& form, ItemKind kind);

// Whether an id is spelled as the form says: '#' is a digit, anything else itself. Case matters.
[[nodiscard]] bool is_spelled_as(std::string_view id, std::string_view form);

}  // namespace milepost
