// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// IdWords: the words that identifiers are made with ("Milestone 3", "M3 Increment 7"). They are data, because every
// language has its own; dialects/words.toml holds those that are built in.
#pragma once

#include "core/document/item.h"
#include "core/document/normalise/word_table.h"

namespace milepost {

struct IdWords {
  WordTable<ItemKind> kinds;  // "milestone", "phase": a number behind them makes an id; "Milestone:" is no title
  WordTable<bool> labels;     // "tracking": "Tracking: M1" is about M1
  WordTable<bool> parts;      // "increment": "M3 Increment 7" is one id
  WordTable<bool> dates;      // "target": "Name (Target: March 2026)" is called "Name"
};

}  // namespace milepost
