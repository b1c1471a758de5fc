// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// Dependencies: the ways in which documents say what must come before, to a list of references. "M0–M4" is five,
// "Tasks 2, 3" two, "M2 (Production Core)" one, "None (can start now)" none and says so. A sentence without an id or a
// link to a document ("Stripe account set up") depends on no item.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/byte_range.h"
#include "core/document/item.h"
#include "core/document/normalise/words.h"

namespace milepost {

enum class DependencyForm : std::uint8_t {
  value,       // behind a label: "**Depends on:** M1, M2"
  list_entry,  // one entry of a list in front matter; a single word is a name even when it is no id
  prose,       // a bullet or sentence of a section: only ids and links count
};

struct DependencyReference {
  std::string text;    // the id as it is written, or the name
  std::string folded;  // of the id; "" for a name
  std::string link;    // destination or path as written, "" when there is none
  ByteRange where;     // in the input; the whole range for each member of "M0–M4"
  std::optional<ItemKind> kind;
};

struct DependencyReading {
  std::vector<DependencyReference> references;  // in order, each once
  bool none = false;                            // says in words that there are none
  std::string note;  // the text when nothing in it could be a reference, or what follows "None"
};

[[nodiscard]] DependencyReading normalise_dependencies(std::string_view text, DependencyForm form, const Words& words);

}  // namespace milepost
