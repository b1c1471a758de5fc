// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "operations/item_json.h"

#include <gtest/gtest.h>

#include "core/document/summaries_for_tests.h"

namespace milepost {
namespace {

using testing_support::Doc;
using testing_support::named;

std::string json_of(std::vector<DocumentSummary> documents, ItemKey key) {
  const Corpus corpus = Corpus::build(std::move(documents));
  std::string text;
  JsonWriter json(text);
  write_item(json, corpus, key);
  return text;
}

TEST(ItemJson, WhatIsNotStatedIsNullAndListsAreLists) {
  EXPECT_EQ(
      json_of({Doc("docs/a.md", ItemKind::milestone)}, {0, 0}),
      R"({"path":"docs/a.md","line":1,"id":null,"title":null,"dialect":"generic","kind":"milestone","status":null,)"
      R"("owner":null,"dates":{"created":null,"updated":null,"start":null,"target":null,"completed":null},)"
      R"("progress":{"boxes":{"done":0,"total":0},"tasks":{"done":0,"total":0},"stated":null,"computed":null},)"
      R"("effort":{"estimated":null,"actual":null},"risk":null,"depends_on":[],"parent":null,"children":[],)"
      R"("tags":[],"revision":"0000000000000000"})");
}

TEST(ItemJson, WritesEveryStatedValue) {
  DocumentSummary document =
      Doc("docs/M2.md", ItemKind::milestone, "M2").title("Two").depends_on({named("M1")}).boxes(1, 3);
  Item& item = document.items[0];
  document.revision = 0xABCDEF;
  item.status = Stated<Status>{{StatusCategory::done, "✅ Done (late)", "late"}, {}, Carrier::label};
  item.owner = Stated<std::string>{"ana", {}, Carrier::label};
  item.target = Stated<Date>{*Date::from_iso("2026-03-01"), {}, Carrier::label};
  item.effort_estimated = Stated<Effort>{{2, 3.5, EffortUnit::days, "2-3.5 days"}, {}, Carrier::label};
  item.risk = Stated<Risk>{{RiskLevel::high, "🔴"}, {}, Carrier::label};
  item.progress.computed = 100.0 / 3;
  item.tags = {{"x", {}, Carrier::label}};
  const std::string json = json_of({document}, {0, 0});
  for (const char* part : {R"j("status":{"category":"done","text":"✅ Done (late)","note":"late"},"owner":"ana")j",
                           R"j("target":"2026-03-01")j",
                           R"j("estimated":{"low":2,"high":3.5,"unit":"days","text":"2-3.5 days"},"actual":null)j",
                           R"j("risk":"high")j", R"j("computed":33.33)j", R"j("depends_on":["M1"])j",
                           R"j("tags":["x"])j", R"j("revision":"0000000000abcdef")j"}) {
    EXPECT_NE(json.find(part), std::string::npos) << part << "\n" << json;
  }
}

}  // namespace
}  // namespace milepost
