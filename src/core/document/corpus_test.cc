// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "core/document/corpus.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/document/summaries_for_tests.h"

namespace milepost {
namespace {

using namespace testing_support;
using testing::ElementsAre;
using testing::IsEmpty;

Corpus three_documents() {
  DocumentSummary not_recognised;
  not_recognised.path = "docs/notes.md";
  return Corpus::build({
      Doc("docs/z.md", ItemKind::milestone, "M9"),
      not_recognised,
      Doc("docs/a.md", ItemKind::overview)
          .holds(make_item(ItemKind::milestone), 40)
          .holds(make_item(ItemKind::milestone, "M1"), 20),
  });
}

TEST(Corpus, AllItemsComeByPathThenLine) {
  const Corpus corpus = three_documents();
  EXPECT_THAT(places_of(corpus, corpus.all_items()),
              ElementsAre("docs/a.md", "docs/a.md:20", "docs/a.md:40", "docs/z.md"));
}

TEST(Corpus, ANameIsTheIdElseThePlace) {
  const Corpus corpus = three_documents();
  EXPECT_EQ(corpus.name_of(key_at(corpus, "docs/z.md")), "M9");
  EXPECT_EQ(corpus.name_of(key_at(corpus, "docs/a.md")), "docs/a.md");
  EXPECT_EQ(corpus.name_of(key_at(corpus, "docs/a.md", 1)), "docs/a.md:40");
  EXPECT_EQ(corpus.name_of(key_at(corpus, "docs/a.md", 2)), "M1");
}

TEST(Corpus, EveryNameFindsItsItem) {
  const Corpus corpus = three_documents();
  for (const ItemKey key : corpus.all_items()) {
    const auto found = corpus.find(corpus.name_of(key));
    ASSERT_TRUE(found) << corpus.name_of(key);
    EXPECT_EQ(*found, key);
  }
}

TEST(Corpus, MayBeEmpty) {
  const Corpus corpus = Corpus::build({});
  EXPECT_THAT(corpus.documents(), IsEmpty());
  EXPECT_THAT(corpus.all_items(), IsEmpty());
}

}  // namespace
}  // namespace milepost
