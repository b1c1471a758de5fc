// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// Byte check: whether an edit has touched bytes that it must not. It knows of a document only what its maker says, or,
// for real documents, what their lines look like; it uses neither the writers nor the reader nor the proof.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "editing/made_text.h"

namespace milepost::testing {

// What an edit may do to the lines of a made text.
struct Allowance {
  std::string field = {};   // slots of this field may change
  std::string name = {};    // only in the row of that name; "" : in all
  int inserted_most = 0;    // whole lines that may come in
  bool may_remove = false;  // lines with such a slot may go, and a blank line each
  int group = 0;            // this table may be drawn anew; 0: that of the slots
  int item = 0;             // only in that item; 0: in all
  bool may_extend = false;  // other text may stand behind a line of slots (" | **Owner:** ana")
};

// "" when all is well, else what is wrong.
[[nodiscard]] std::string check_made(const MadeText& made, std::string_view after, const Allowance& allowed);

// For documents that nobody made. Boxes: same length, only bytes between brackets differ. Insertion: the old bytes are
// all there, around one or more new lines. Fields: as many lines, and each that differs begins the same up to a colon
// or bar and names the field.
enum class RealEdit : std::uint8_t { boxes, insertion, field };
[[nodiscard]] std::string check_real(std::string_view before, std::string_view after, RealEdit edit);

}  // namespace milepost::testing
