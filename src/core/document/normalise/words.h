// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// Words: the word lists of all normalisers together, filled from a TOML text (dialects/words.toml, and the same
// sections of a dialect on top of it). What language a value is written in is data; the normalisers know only shapes.
#pragma once

#include <string_view>

#include "core/base/result.h"
#include "core/document/item.h"
#include "core/document/normalise/id_words.h"
#include "core/document/normalise/status.h"
#include "core/document/normalise/word_table.h"

namespace milepost {

using MonthWords = WordTable<unsigned>;  // 1..12
using RiskWords = WordTable<RiskLevel>;

struct EffortWords {
  WordTable<EffortUnit> units;
  WordTable<unsigned> sizes;  // "XS" 1, "S" 2 ...
  WordTable<double> numbers;  // "half" 0.5, "two" 2
};

struct DependencyWords {
  WordTable<bool> none;         // "None", "n/a"
  WordTable<bool> everything;   // "all previous"
  WordTable<bool> range;        // "to", "through"
  WordTable<bool> conjunction;  // "and"
};

struct Words {
  StatusWords status;
  MonthWords months;
  RiskWords risks;
  EffortWords effort;
  DependencyWords dependencies;
  IdWords ids;
  WordTable<bool> placeholders;  // "TBD"

  // Adds the lists of a TOML text to those that are there; a word that comes again gets the new meaning. Sections that
  // are not word lists are left alone, so that a dialect's own file can be handed over. The error names `origin`, line
  // and column of the first list that is wrong; then nothing has been added.
  [[nodiscard]] Result<void> add(std::string_view toml, std::string_view origin);
};

}  // namespace milepost
