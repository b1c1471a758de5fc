// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// LabelledScore: compares what was read with what the labels say, field by field, and counts right and wrong over all
// scenarios. The shares of a field are over the values that documents state: agreeing that nothing is stated proves
// little and is counted apart (invented or not), and an item that was not recognised counts as wrong in all its fields.
#pragma once

#include <boost/json/value.hpp>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/document/corpus.h"
#include "corpus/labelled_scenario.h"

namespace milepost::labelled {

struct Mismatch {
  std::string where;  // "scenario path:line"
  std::string field;
  std::string expected;
  std::string actual;
};

struct FieldScore {
  int right = 0;
  int wrong = 0;
};

class LabelledScore {
 public:
  // Compares one scenario; what differs comes back, the counts stay here.
  std::vector<Mismatch> compare(const LabelledScenario& scenario, const Corpus& corpus);

  // A table of right/wrong per field, with precision, recall and F1 of the dependencies.
  [[nodiscard]] std::string to_table() const;

 private:
  struct ListScore {
    int found = 0;
    int missed = 0;
    int invented = 0;
  };
  struct Subject;  // one expected item beside the one that was read

  void compare_item(const Subject& subject);
  void compare_text(const Subject& subject, const char* field, const std::optional<std::string>& actual);
  void compare_status(const Subject& subject);
  void compare_dates(const Subject& subject);
  void compare_numbers(const Subject& subject);
  void compare_effort(const Subject& subject);
  void compare_dependencies(const Subject& subject);
  void compare_relatives(const Subject& subject);
  void compare_strays(const LabelledScenario& scenario, const Corpus& corpus);
  void compare_problems(const LabelledScenario& scenario, const Corpus& corpus);
  void count_as_missed(const ExpectedItem& expected);
  enum class Label : std::uint8_t { states, states_nothing };
  static Label kind_of(const boost::json::value& label);
  void judge(bool right, Label label, Mismatch mismatch);

  std::map<std::string, FieldScore> fields_;
  ListScore dependencies_;
  int stated_nothing_ = 0;  // values that the labels call null, empty or 0 of 0
  int invented_ = 0;        // of these, read as something
  std::vector<Mismatch> mismatches_;
};

}  // namespace milepost::labelled
