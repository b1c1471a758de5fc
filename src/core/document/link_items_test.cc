// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "core/document/link_items.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <set>

#include "core/document/summaries_for_tests.h"

namespace milepost {
namespace {

using namespace testing_support;
using testing::ElementsAre;
using testing::IsEmpty;

TEST(Dependencies, ByIdInAnySpelling) {
  const Corpus corpus = Corpus::build({
      Doc("d/M1.md", ItemKind::milestone, "M01"),
      Doc("d/M2.md", ItemKind::milestone, "M02").depends_on({named("m1"), named("M99")}),
  });
  EXPECT_THAT(needs_of(corpus, "d/M2.md"), ElementsAre("d/M1.md"));
  EXPECT_THAT(places_of(corpus, corpus.links(key_at(corpus, "d/M1.md")).needed_by), ElementsAre("d/M2.md"));
}

TEST(Dependencies, AShortIdMeansTheSamePlan) {
  const Corpus corpus = Corpus::build({
      Doc("a/MS002.md", ItemKind::milestone, "EP-1/MS002"),
      Doc("a/MS003.md", ItemKind::milestone, "EP-1/MS003").depends_on({named("MS002")}),
      Doc("b/MS002.md", ItemKind::milestone, "EP-2/MS002"),
      Doc("b/MS004.md", ItemKind::milestone, "EP-2/MS004").depends_on({named("MS003"), named("EP-1/MS003")}),
  });
  EXPECT_THAT(needs_of(corpus, "a/MS003.md"), ElementsAre("a/MS002.md"));
  EXPECT_THAT(needs_of(corpus, "b/MS004.md"), ElementsAre("a/MS003.md"));
}

TEST(Dependencies, ANameMeansTheNearestBearer) {
  const Corpus corpus = Corpus::build({
      Doc("s/S01/T01.md", ItemKind::task, "T01_S01"),
      Doc("s/S01/T02.md", ItemKind::task, "T02_S01").depends_on({named("T01_S01")}),
      Doc("s/S01b/T01.md", ItemKind::task, "T01_S01"),
      Doc("far/away.md", ItemKind::task, "X").depends_on({named("T01_S01")}),
  });
  EXPECT_THAT(needs_of(corpus, "s/S01/T02.md"), ElementsAre("s/S01/T01.md"));
  EXPECT_THAT(needs_of(corpus, "far/away.md"), IsEmpty());
}

TEST(Dependencies, OfEquallyNearBearersTheOneOfTheSameKindIsMeant) {
  const Corpus corpus = Corpus::build({
      Doc("d/M1-work.md", ItemKind::task, "M1"),
      Doc("d/M1.md", ItemKind::milestone, "M1"),
      Doc("d/M2.md", ItemKind::milestone, "M2").depends_on({named("M1")}),
      Doc("d/list.md", ItemKind::overview).holds(make_item(ItemKind::milestone, "M1"), 4),
  });
  EXPECT_THAT(needs_of(corpus, "d/M2.md"), ElementsAre("d/M1.md"));
}

TEST(Dependencies, BetweenHeadingsOfOneFile) {
  Item second = make_item(ItemKind::milestone, "M2");
  second.depends_on = {named("M1")};
  const Corpus corpus = Corpus::build({
      Doc("MILESTONES.md", ItemKind::overview).holds(make_item(ItemKind::milestone, "M1"), 5).holds(second, 9),
      Doc("old/M1.md", ItemKind::milestone, "M1"),
  });
  EXPECT_THAT(needs_of(corpus, "MILESTONES.md", 2), ElementsAre("MILESTONES.md:5"));
}

TEST(Dependencies, ByLinkEachOnceNeverItself) {
  const Corpus corpus = Corpus::build({
      Doc("d/M1.md", ItemKind::milestone, "M1"),
      Doc("d/M2.md", ItemKind::milestone, "M2")
          .depends_on(
              {linked("d/M1.md", "whatever"), named("M1"), named("M2"), linked("d/M2.md"), linked("gone.md", "M1")}),
  });
  EXPECT_THAT(needs_of(corpus, "d/M2.md"), ElementsAre("d/M1.md"));
}

TEST(Dependencies, MayFormACircle) {
  const Corpus corpus = Corpus::build({
      Doc("d/M1.md", ItemKind::milestone, "M1").depends_on({named("M2")}),
      Doc("d/M2.md", ItemKind::milestone, "M2").depends_on({named("M1")}),
  });
  EXPECT_THAT(needs_of(corpus, "d/M1.md"), ElementsAre("d/M2.md"));
  EXPECT_THAT(needs_of(corpus, "d/M2.md"), ElementsAre("d/M1.md"));
}

// ---- properties over made-up corpora

class Maker {
 public:
  explicit Maker(unsigned seed) : random_(seed) {}

  std::vector<DocumentSummary> make() {
    std::vector<DocumentSummary> documents;
    const unsigned count = 1 + pick(40);
    for (unsigned i = 0; i < count; ++i) {
      DocumentSummary document = Doc(path(i), kind(), pick(5) == 0 ? "" : id());
      document.path = path(i);
      fill(document.items.front());
      for (unsigned h = pick(4); h > 0; --h) add_heading(document);
      if (pick(15) == 0) document.items.clear();
      documents.push_back(std::move(document));
    }
    return documents;
  }

 private:
  unsigned pick(unsigned below) { return static_cast<unsigned>(random_() % below); }
  ItemKind kind() { return static_cast<ItemKind>(pick(7)); }
  std::string id() { return (pick(3) == 0 ? "EP-1/M" : pick(2) == 0 ? "M" : "S") + std::to_string(pick(12)); }
  std::string path(unsigned i) {
    static const std::vector<std::string> kFolders{
        "", "a/", "a/milestones/", "a/milestones/done/", "b/02_REQUIREMENTS/M1_x/", "b/03_SPRINTS/S1_M1_x/"};
    return kFolders[i % kFolders.size()] + (i % 5 == 0 ? "README" : "d") + std::to_string(i) + ".md";
  }
  Reference reference() {
    Reference made = pick(2) == 0 ? named(id()) : linked(path(pick(40)), pick(2) == 0 ? id() : "");
    made.line = pick(6) * 10;
    return made;
  }
  void fill(Item& item) {
    if (pick(3) == 0) item.parent = reference();
    for (unsigned n = pick(4); n > 0; --n) item.children.push_back(reference());
    for (unsigned n = pick(4); n > 0; --n) item.depends_on.push_back(reference());
  }
  void add_heading(DocumentSummary& document) {
    Item item = make_item(kind(), id());
    item.line = static_cast<std::uint32_t>(document.items.size() * 10);
    item.range = {item.line, item.line + 10 + pick(30)};
    fill(item);
    document.items.push_back(std::move(item));
  }

  std::mt19937 random_;
};

void expect_symmetric(const Corpus& corpus) {
  std::set<ItemKey> listed;
  for (const ItemKey key : corpus.all_items()) {
    const ItemLinks& links = corpus.links(key);
    for (const ItemKey child : links.children) {
      EXPECT_EQ(corpus.links(child).parent, key);
      EXPECT_TRUE(listed.insert(child).second);
    }
    for (const ItemKey needed : links.depends_on) EXPECT_THAT(corpus.links(needed).needed_by, testing::Contains(key));
    for (const ItemKey user : links.needed_by) EXPECT_THAT(corpus.links(user).depends_on, testing::Contains(key));
    EXPECT_EQ(std::ranges::count(links.depends_on, key), 0);
  }
  for (const ItemKey key : corpus.all_items()) {
    EXPECT_EQ(corpus.links(key).parent.has_value(), listed.contains(key));
  }
}

void expect_forest(const Corpus& corpus) {
  const std::size_t count = corpus.all_items().size();
  for (ItemKey key : corpus.all_items()) {
    std::size_t steps = 0;
    while (corpus.links(key).parent && steps <= count) {
      key = *corpus.links(key).parent;
      ++steps;
    }
    EXPECT_LE(steps, count);
  }
}

std::string describe(const Corpus& corpus) {
  std::string text;
  for (const ItemKey key : corpus.all_items()) {
    text += place_of(corpus, key) + " < " + place_of(corpus, corpus.links(key).parent) + " >";
    for (const auto& place : places_of(corpus, corpus.links(key).children)) text += ' ' + place;
    text += " needs";
    for (const auto& place : places_of(corpus, corpus.links(key).depends_on)) text += ' ' + place;
    text += '\n';
  }
  return text;
}

TEST(LinkProperties, LinksAreSymmetricAndParentsFormAForest) {
  for (unsigned seed = 0; seed < 400; ++seed) {
    SCOPED_TRACE(seed);
    const Corpus corpus = Corpus::build(Maker(seed).make());
    expect_symmetric(corpus);
    expect_forest(corpus);
    if (testing::Test::HasFailure()) return;
  }
}

TEST(LinkProperties, TheOrderOfReadingDoesNotMatter) {
  for (unsigned seed = 0; seed < 100; ++seed) {
    std::vector<DocumentSummary> documents = Maker(seed).make();
    const std::string expected = describe(Corpus::build(documents));
    std::mt19937 random(seed);
    std::ranges::shuffle(documents, random);
    ASSERT_EQ(describe(Corpus::build(documents)), expected) << seed;
  }
}

// ---- growth

// Each folder a sprint of ten tasks; every task bears an id that every other folder has as well.
std::vector<DocumentSummary> many_sprints(unsigned folders) {
  std::vector<DocumentSummary> documents;
  for (unsigned f = 0; f < folders; ++f) {
    const std::string folder = "s/" + std::to_string(f) + "/";
    documents.push_back(Doc(folder + "meta.md", ItemKind::sprint, "S01").depends_on({named("NOWHERE")}));
    for (unsigned t = 1; t < 10; ++t) {
      documents.push_back(Doc(folder + "T" + std::to_string(t) + ".md", ItemKind::task, "T0" + std::to_string(t))
                              .parent(named("S01"))
                              .depends_on({named("T0" + std::to_string(t - 1)), named("T05")}));
    }
  }
  std::ranges::sort(documents, {}, &DocumentSummary::path);
  return documents;
}

TEST(LinkGrowth, TheWorkGrowsWithTheNumberOfItems) {
  const std::uint64_t small = link_items(many_sprints(1'000)).candidates_seen;
  const std::uint64_t large = link_items(many_sprints(10'000)).candidates_seen;
  EXPECT_GT(small, 0U);
  EXPECT_LE(large, 10 * small + 100);
}

TEST(LinkGrowth, AHundredThousandItemsOfOneNameAreNoTrouble) {
  std::vector<DocumentSummary> documents;
  for (unsigned i = 0; i < 100'000; ++i) {
    documents.push_back(Doc("d/" + std::to_string(i) + ".md", ItemKind::milestone, "M1").depends_on({named("M2")}));
  }
  documents.push_back(Doc("d/x.md", ItemKind::milestone, "M2").depends_on({named("M1")}));
  std::ranges::sort(documents, {}, &DocumentSummary::path);
  const LinkedItems linked = link_items(documents);
  EXPECT_LE(linked.candidates_seen, 100'000U * 4);
  EXPECT_EQ(linked.links.back().front().needed_by.size(), 100'000U);
  EXPECT_THAT(linked.links.back().front().depends_on, IsEmpty());
}

TEST(LinkGrowth, AChainOfAHundredThousandParentsIsNoTrouble) {
  std::vector<DocumentSummary> documents;
  for (unsigned i = 100'000; i < 200'000; ++i) {
    const std::string next = std::to_string(i + 1 == 200'000 ? 100'000 : i + 1);
    documents.push_back(
        Doc("d/" + std::to_string(i) + ".md", ItemKind::plan, "P" + std::to_string(i)).parent(named("P" + next)));
  }
  const LinkedItems linked = link_items(documents);
  EXPECT_EQ(linked.links.front().front().parent, (ItemKey{1, 0}));
  EXPECT_FALSE(linked.links.back().front().parent);
}

}  // namespace
}  // namespace milepost
