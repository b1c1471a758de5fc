// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// Real answers of every operation, held against the schema that `milepost schema` prints for it.
#include <gtest/gtest.h>

#include <boost/json/src.hpp>

#include "operations/arguments.h"
#include "operations/schema.h"
#include "operations/schema_validator_for_tests.h"
#include "operations/session.h"
#include "operations/table.h"
#include "support/files/memory_file_system.h"

namespace milepost {
namespace {

constexpr std::string_view kPlan = R"(---
execplan_id: EP-20260105-001
title: Harbour
status: active
owner: "@ana"
---

# Harbour
)";

constexpr std::string_view kMilestone = R"(# M1: Nets

**Status:** In Progress (since May)
**Owner:** Ana
**Target:** 2026-01-10
**Depends on:** M2, M9
**Estimate:** 2-3 days

## Tasks

- [x] one
- [ ] two

## Risks

| Risk | Impact | Mitigation |
|---|---|---|
| Storm | High | Wait |
)";

class Answers : public ::testing::Test {
 protected:
  Answers() {
    files_.make_folder("/w");
    files_.write("/w/.agent/exec_plans/active/EP-20260105-001_harbour/EP-20260105-001_harbour.md", kPlan);
    files_.write("/w/docs/milestones/M1-nets.md", kMilestone);
    files_.write("/w/docs/milestones/M2-boats.md", "# M2: Boats\n\n**Status:** Done\n\n- [x] a\n- [ ] b\n");
    files_.write("/w/docs/milestones/odd.md", "nothing of the kind\n");
  }

  boost::json::value answer(const Operation& operation, const Arguments& arguments) {
    SessionOptions options{{}, {}, *Date::from_iso("2026-01-15"), operations()};
    options.workspace.start_directory = "/w";
    options.scan.use_cache = false;
    Session session(files_, options);
    auto json = operation.invoke(session, arguments);
    EXPECT_TRUE(json) << (json ? "" : json.error().message);
    return json ? boost::json::parse(json->text) : boost::json::value();
  }

  void expect_valid(std::string_view name, const Arguments& arguments) {
    const Operation* operation = find_operation(operations(), name);
    ASSERT_NE(operation, nullptr);
    const auto schema = boost::json::parse(envelope_schema(*operation));
    const auto violations = testing_support::SchemaValidator(schema).check(answer(*operation, arguments));
    EXPECT_TRUE(violations.empty()) << name << ": " << (violations.empty() ? "" : violations.front());
  }

  MemoryFileSystem files_;
};

Arguments with(std::string_view name, std::string value) {
  Arguments arguments;
  arguments.add(name, std::move(value));
  return arguments;
}

TEST_F(Answers, FitTheirSchemas) {
  for (const char* name :
       {"dashboard", "list", "tree", "dialect_list", "dialect_check", "config_list", "version", "help"}) {
    expect_valid(name, {});
  }
  expect_valid("show", with("what", "M1"));
  expect_valid("show", with("what", "docs/milestones/odd.md"));
  expect_valid("dialect_show", with("name", "generic"));
  expect_valid("schema", with("operation", "list"));
  expect_valid("check", {});
  expect_valid("rule_list", {});
  expect_valid("explain", with("rule", "MP304"));
  expect_valid("baseline", {});
  expect_valid("completion", with("shell", "bash"));
  expect_valid("complete_words", with("words", "li"));
}

TEST_F(Answers, FitTheirSchemasWithEveryOption) {
  Arguments list;
  list.set_flag("all");
  list.set_flag("provenance");
  list.add("group", "status");
  expect_valid("list", list);
  Arguments show = with("what", "M1");
  show.add("section", "tasks");
  show.set_flag("provenance");
  expect_valid("show", show);
}

TEST_F(Answers, EveryVisibleOperationHasASchemaThatIsJson) {
  for (const Operation* operation : operations())
    EXPECT_NO_THROW((void)boost::json::parse(envelope_schema(*operation)));
  EXPECT_NO_THROW((void)boost::json::parse(error_schema()));
}

TEST_F(Answers, ListTellsWhatTheDocumentStates) {
  const auto items = answer(*find_operation(operations(), "list"), {}).at("data").at("items").as_array();
  ASSERT_FALSE(items.empty());
  const auto& item = items.front();
  EXPECT_EQ(item.at("id").as_string(), "M1");
  EXPECT_EQ(item.at("status").at("category").as_string(), "active");
  EXPECT_EQ(item.at("progress").at("boxes").at("done").as_int64(), 1);
  EXPECT_EQ(item.at("dates").at("target").as_string(), "2026-01-10");
}

TEST_F(Answers, DashboardPutsEachMilestoneIntoOneGroup) {
  const auto data = answer(*find_operation(operations(), "dashboard"), {}).at("data");
  ASSERT_EQ(data.at("overdue").as_array().size(), 1U);
  EXPECT_EQ(data.at("overdue").at(0).at("reason").as_string(), "5 days late");
  EXPECT_TRUE(data.at("active").as_array().empty());
  ASSERT_EQ(data.at("contradictions").as_array().size(), 2U);
  EXPECT_EQ(data.at("contradictions").at(0).at("kind").as_string(), "dangling-dependency");
  EXPECT_EQ(data.at("contradictions").at(1).at("kind").as_string(), "done-but-open");
  EXPECT_EQ(data.at("contradictions").at(1).at("id").as_string(), "MP301");
}

TEST_F(Answers, NothingMatchedIsAnEmptyListAndExitOne) {
  const auto json = answer(*find_operation(operations(), "list"), with("status", "cancelled"));
  EXPECT_TRUE(json.at("data").at("items").as_array().empty());
  EXPECT_EQ(json.at("exit").as_int64(), 1);
}

}  // namespace
}  // namespace milepost
