// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// ValueChange: an old value, the new one that is wanted, and the text that it becomes. The parts that write one sort of
// value (dates, statuses, levels) and written_value.h, which knows them all, share these types.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/document/normalise/words.h"
#include "core/lifecycle/edit_request.h"

namespace milepost {

// What shapes the new text. Borrows everything.
struct OldValue {
  std::string_view text;      // as written, without quotes of YAML
  std::string_view document;  // whose marks are preferred
  Carrier carrier = Carrier::label;
};

struct NewValue {
  std::string_view role;
  std::string_view value;
  NoteHandling note = NoteHandling::automatic;
};

struct WrittenValue {
  std::string text;
  std::vector<std::string> remarks;
};

}  // namespace milepost
