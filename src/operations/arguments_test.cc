// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "operations/arguments.h"

#include <gtest/gtest.h>

#include "operations/list.h"
#include "operations/operation.h"

namespace milepost {
namespace {

using Texts = std::vector<std::string>;

TEST(Arguments, ListsAreSplitAtCommasAndMentions) {
  Arguments arguments;
  arguments.add("status", "active, blocked");
  arguments.add("status", ",done,");
  EXPECT_EQ(arguments.list("status"), (Texts{"active", "blocked", "done"}));
  EXPECT_EQ(arguments.text("status"), ",done,");
  EXPECT_EQ(arguments.text("owner"), "");
  EXPECT_FALSE(arguments.has("owner"));
}

Error refusal_of(std::string_view name, std::string value) {
  Arguments arguments;
  arguments.add(name, std::move(value));
  auto result = check_arguments(kListOperation, arguments);
  return result ? Error{} : std::move(result).error();
}

TEST(CheckArguments, NamesTheNearestKnownWord) {
  const Error status = refusal_of("status", "activ");
  EXPECT_EQ(status.kind, ErrorKind::usage);
  EXPECT_EQ(status.hints.front(), "did you mean 'active'?");
  EXPECT_EQ(refusal_of("columns", "id,titel").hints.front(), "did you mean 'title'?");
  EXPECT_EQ(refusal_of("sort", "traget-desc").hints.front(), "did you mean 'target'?");
  EXPECT_EQ(refusal_of("stauts", "x").hints.front(), "did you mean 'status'?");
}

TEST(CheckArguments, RefusesDaysThatDoNotExist) {
  EXPECT_NE(refusal_of("due-before", "2026-02-30").message.find("2026-02-30"), std::string::npos);
  EXPECT_EQ(refusal_of("due-before", "2026-02-28").message, "");
}

TEST(CheckArguments, TakesSortDirections) {
  EXPECT_EQ(refusal_of("sort", "target-desc,id-asc,status").message, "");
  EXPECT_NE(refusal_of("sort", "id-up").message, "");
}

TEST(ListRequest, NamesColumnsAndDirections) {
  Arguments arguments;
  arguments.add("sort", "target-desc,id");
  arguments.add("group", "owner");
  const auto request = parse_list_request(arguments);
  ASSERT_TRUE(request);
  ASSERT_EQ(request->sort.size(), 3U);
  EXPECT_EQ(request->sort[0].column->name, "owner");
  EXPECT_EQ(request->sort[1].column->name, "target");
  EXPECT_TRUE(request->sort[1].descending);
}

}  // namespace
}  // namespace milepost
