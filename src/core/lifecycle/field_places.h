// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// Field places: everywhere in a document where one field of one item stands. They are changed together, because they
// are one value; when they are called differently and say different things, they may be two, and that is ambiguous.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/lifecycle/edit_draft.h"

namespace milepost {

struct FieldPlace {
  std::string label;  // as written: "Last updated", "last_updated"
  std::string text;   // what it says, plain
  std::string value;  // normalised as FieldValue::value
  Carrier carrier = Carrier::label;
  ByteRange where;         // the value as written
  std::uint32_t node = 0;  // front matter
  bool is_placeholder = false;
};

// "status" is a role, "key:links.docs" a path of front matter, "label:Domain" a label.
enum class FieldNaming : std::uint8_t { role, key, label };
struct FieldName {
  FieldNaming naming = FieldNaming::role;
  std::string name;
};
[[nodiscard]] Result<FieldName> parse_field_name(const EditDraft& draft, std::string_view field);

// The role whose notation the value follows: of a role itself, else that of the key or label in the dialect; "" if
// none.
[[nodiscard]] std::string role_of(const EditDraft& draft, const FieldName& field);

// In the order of the document; empty when the field does not stand there.
[[nodiscard]] Result<std::vector<FieldPlace>> find_field_places(EditDraft& draft, const FieldName& field);

}  // namespace milepost
