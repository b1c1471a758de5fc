// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// ItemBuilder: the fields of a document, or of a section that is an item of its own, become an Item. It takes the most
// trusted carrier that holds a usable value, and reports what it could not use or what contradicts.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/document/counting.h"
#include "core/document/dialect.h"
#include "core/document/field_table.h"
#include "core/document/finding.h"
#include "core/document/item.h"
#include "core/document/value_reader.h"

namespace milepost {

class ItemBuilder {
 public:
  ItemBuilder(const Scan& scan, const Dialect& dialect, ValueReader& values, std::vector<Finding>& problems)
      : scan_(scan), dialect_(dialect), values_(values), problems_(problems) {}

  // Fills everything that fields can say. `heading` is the item's own heading, nullptr when it has none.
  void fill(const FieldTable& fields, const Heading* heading, Item& item);

  // Adds what sections of dependencies below blocks [span) name.
  void add_section_dependencies(BlockSpan span, Item& item);

  // A finding with its place.
  void report(ReadingFact fact, ByteRange range, std::string message);

  // The plain text of a field: decoded YAML, or Markdown without its marks, repaired.
  [[nodiscard]] std::string text_of(const RawField& field);

 private:
  using Dates = std::optional<Stated<Date>> Item::*;
  struct Spot {
    ByteRange where;
    std::uint32_t line;  // from 1
  };
  struct TitlePlace {
    ByteRange where;
    Carrier carrier;
  };
  using Efforts = std::optional<Stated<Effort>> Item::*;

  void fill_title(const FieldTable& fields, const Heading* heading, Item& item);
  void take_title(const std::string& text, TitlePlace place, Item& item);
  void take_id_of_file_name(const std::string& text, HeadingParts& parts) const;
  [[nodiscard]] bool is_own_id(const IdMatch& id, const Item& item) const;
  void fill_id(const FieldTable& fields, Item& item);
  void fill_status(const FieldTable& fields, Item& item);
  void fill_owner(const FieldTable& fields, Item& item);
  void fill_dates(const FieldTable& fields, Item& item);
  void fill_date_of_heading(const Heading& heading, Item& item);
  void fill_numbers(const FieldTable& fields, Item& item);
  void fill_progress_from_status(Item& item) const;
  void fill_parent(const FieldTable& fields, Item& item);
  void fill_tags(const FieldTable& fields, Item& item);
  void fill_dependencies(const FieldTable& fields, Item& item);
  void add_dependencies(std::string_view text, DependencyForm form, Spot spot, Item& item);
  std::uint32_t add_paragraph_dependencies(std::uint32_t index, std::uint32_t end, Item& item);
  [[nodiscard]] std::uint32_t line_of(const RawField& field, ByteRange range) const;
  void add_leading_dependency(ByteRange line, std::uint32_t line_number, Item& item);
  [[nodiscard]] std::string_view unit_hint(const RawField& field) const;
  [[nodiscard]] bool is_downstream(std::string_view label) const;
  [[nodiscard]] bool is_usable(const RawField& field, const std::string& text);
  // The texts of a list value (YAML sequence, or one text), each with its range.
  [[nodiscard]] std::vector<std::pair<std::string, ByteRange>> texts_of(const RawField& field);
  [[nodiscard]] std::string plain(std::string_view markdown, ByteRange range);

  const Scan& scan_;
  const Dialect& dialect_;
  ValueReader& values_;
  std::vector<Finding>& problems_;
  std::vector<std::string> folded_dependencies_;  // in the order of Item::depends_on
};

}  // namespace milepost
