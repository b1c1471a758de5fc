// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// Status: what people write behind "Status:" (610 spellings of a handful of meanings) to a category, keeping the text
// as written and, as a note, what the category does not say. The words are the dialect's data (words.toml).
// status.cc opens with the rules.
#pragma once

#include <optional>
#include <string_view>

#include "core/document/item.h"
#include "core/document/normalise/word_table.h"

namespace milepost {

class StatusWords {
 public:
  void add(StatusCategory category, std::string_view word) { phrases_.add(word, category); }
  void add_negation(std::string_view word) { negations_.add(word, true); }  // "not", "to be"
  void add_part(std::string_view word) { parts_.add(word, true); }          // "phase": "Phase 2 complete" is not all

  [[nodiscard]] const WordTable<StatusCategory>& phrases() const { return phrases_; }
  [[nodiscard]] const WordTable<bool>& negations() const { return negations_; }
  [[nodiscard]] const WordTable<bool>& parts() const { return parts_; }

 private:
  WordTable<StatusCategory> phrases_;
  WordTable<bool> negations_;
  WordTable<bool> parts_;
};

[[nodiscard]] Status normalise_status(std::string_view text, const StatusWords& words);

// "Planned | In Progress | Completed", "✅ / ⚠️ / ⏳": the choices of a template, none of them chosen.
[[nodiscard]] bool is_status_menu(std::string_view text, const StatusWords& words);

}  // namespace milepost
