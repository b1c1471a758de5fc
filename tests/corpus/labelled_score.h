// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// LabelledScore: compares what was read with what the labels say, field by field, and counts right and wrong over all
// scenarios. A value that the labels call null and the reading has all the same is also counted as invented.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "core/document/corpus.h"
#include "tests/corpus/labelled_scenario.h"

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
  void judge(bool right, Mismatch mismatch);

  std::map<std::string, FieldScore> fields_;
  ListScore dependencies_;
  int stated_nothing_ = 0;  // values that the labels call null
  int invented_ = 0;        // of these, read as something
  std::vector<Mismatch> mismatches_;
};

}  // namespace milepost::labelled
