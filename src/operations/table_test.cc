// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "operations/table.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "core/document/item.h"
#include "operations/global_parameters.h"
#include "operations/item_columns.h"
#include "operations/word_choices.h"

namespace milepost {
namespace {

TEST(OperationTable, EveryRowIsComplete) {
  std::set<std::string_view> names;
  for (const Operation* operation : operations()) {
    EXPECT_TRUE(names.insert(operation->name).second) << operation->name;
    EXPECT_NE(operation->invoke, nullptr) << operation->name;
    EXPECT_FALSE(operation->summary.empty()) << operation->name;
    EXPECT_FALSE(operation->description.empty()) << operation->name;
    EXPECT_FALSE(operation->exit_codes.empty()) << operation->name;
    EXPECT_FALSE(operation->data_schema.empty()) << operation->name;
    EXPECT_EQ(find_operation(operations(), operation->name), operation);
    EXPECT_EQ(find_operation(operations(), operation->command), operation);
  }
}

void expect_good(const Parameter& parameter) {
  EXPECT_FALSE(parameter.summary.empty()) << parameter.name;
  const bool needs_value = parameter.kind != ParameterKind::flag;
  EXPECT_EQ(needs_value, !parameter.value_name.empty()) << parameter.name;
  EXPECT_TRUE(parameter.values != Values::choices || !parameter.choices.empty()) << parameter.name;
}

TEST(OperationTable, ParametersAreDescribedAndLettersAreUnique) {
  for (const Operation* operation : operations()) {
    std::set<char> letters;
    for (const Parameter& parameter : global_parameters()) letters.insert(parameter.letter);
    for (const Parameter& parameter : operation->parameters) {
      expect_good(parameter);
      EXPECT_TRUE(parameter.letter == 0 || letters.insert(parameter.letter).second) << parameter.name;
    }
  }
  for (const Parameter& parameter : global_parameters()) expect_good(parameter);
}

TEST(WordChoices, AreWhatTheModelParses) {
  for (const std::string_view word : kStatusWords) {
    const auto category = parse_status_category(word);
    ASSERT_TRUE(category) << word;
    EXPECT_EQ(to_string(*category), word);
  }
  for (const std::string_view word : kKindWords) {
    const auto kind = parse_item_kind(word);
    ASSERT_TRUE(kind) << word;
    EXPECT_EQ(to_string(*kind), word);
  }
  ASSERT_EQ(kColumnWords.size(), item_columns().size());
  for (std::size_t i = 0; i < kColumnWords.size(); ++i) EXPECT_EQ(kColumnWords[i], item_columns()[i].name);
}

}  // namespace
}  // namespace milepost
