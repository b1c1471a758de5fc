// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "core/lifecycle/creation_values.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <string>

namespace milepost {
namespace {

// Errors send people to docs/formats/templates.md, so it must know every name.
TEST(CreationValues, the_page_of_templates_lists_every_variable) {
  std::ifstream file(MILEPOST_TEMPLATES_PAGE);
  const std::string page{std::istreambuf_iterator<char>(file), {}};
  ASSERT_FALSE(page.empty());
  for (const TemplateVariable& variable : template_variables()) {
    EXPECT_NE(page.find("`" + std::string(variable.name) + "`"), std::string::npos) << variable.name;
    EXPECT_FALSE(variable.summary.empty()) << variable.name;
  }
}

TEST(CreationValues, variables_are_sorted_and_each_is_there_once) {
  const auto variables = template_variables();
  const auto unordered = std::ranges::adjacent_find(variables, std::ranges::greater_equal{}, &TemplateVariable::name);
  EXPECT_TRUE(unordered == variables.end()) << unordered->name;
}

}  // namespace
}  // namespace milepost
