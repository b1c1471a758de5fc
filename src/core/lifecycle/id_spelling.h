// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// IdSpelling: an old id and a new one, and how a mention of the old one is written afterwards in the manner in which it
// was written: only the digits that differ change, and they keep their width. It exists apart from finding mentions,
// because a name, a heading and a short form are all spelled by the same rule.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace milepost {

class IdSpelling {
 public:
  IdSpelling(std::string_view from, std::string_view to);

  // Whether the new id has the same letters in the same order as the old one.
  [[nodiscard]] bool is_same_kind() const { return is_same_kind_; }

  enum class Match : unsigned char {
    none,
    whole,  // the id itself, however it is spelled
    tail,   // the end of it that is used inside its plan or sprint: "MS003", "T02"
    part,   // a longer id that is built on it: "EP-20260117-014/MS003" on the plan's, "T02_S03" on the sprint's
  };
  // `folded` is a mention folded by fold_identifier.
  [[nodiscard]] Match match(std::string_view folded) const;

  // The mention with the new numbers.
  [[nodiscard]] std::string respell(std::string_view mention) const;
  // The number that the id ends with, old and new: "3" and "5" of "MS003" to "MS005".
  [[nodiscard]] const std::string& old_number() const { return old_number_; }
  [[nodiscard]] const std::string& new_number() const { return new_number_; }

 private:
  struct Change {
    std::string letters;  // before the number, folded; "" : another number
    std::string before;   // the number before it, when letters is ""
    std::string from;     // without leading zeros
    std::string to;
  };

  std::string to_;
  std::string folded_;
  std::string folded_tail_;  // "" : there is none
  std::string old_number_;
  std::string new_number_;
  std::vector<Change> changes_;
  bool is_same_kind_ = false;
  bool is_replaced_ = false;  // the numbers can not be told apart: mentions become the new id as it is
};

}  // namespace milepost
