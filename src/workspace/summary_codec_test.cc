// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "workspace/summary_codec.h"

#include <gtest/gtest.h>

#include <random>

namespace milepost {
namespace {

// Fills every field of a summary at random, so that a field that is not written shows.
class RandomSummary {
 public:
  explicit RandomSummary(unsigned seed) : random_(seed) {}

  DocumentSummary make() {
    DocumentSummary summary;
    summary.path = "docs/" + text();
    summary.revision = random_() * std::uint64_t{0x9E3779B97F4A7C15};
    summary.dialect = text();
    for (int count = pick(4); count > 0; --count) summary.items.push_back(make_item());
    for (int count = pick(3); count > 0; --count) summary.problems.push_back(make_finding(summary.path));
    return summary;
  }

 private:
  int pick(int count) { return std::uniform_int_distribution<int>(0, count - 1)(random_); }
  std::uint32_t number() { return static_cast<std::uint32_t>(random_()); }
  std::string text() {
    std::string made;
    for (int size = pick(40); size > 0; --size) made.push_back(static_cast<char>(pick(256)));
    return made;
  }
  ByteRange range() { return {number(), number()}; }
  double real() { return static_cast<double>(pick(1'000'000)) / 7.0; }
  Date date() { return Date::from_days(std::chrono::sys_days{std::chrono::days{pick(3'000'000) - 700'000}}); }
  template <typename E>
  E one_of(E last) {
    return static_cast<E>(pick(static_cast<int>(last) + 1));
  }
  template <typename T>
  std::optional<Stated<T>> stated(T value) {
    if (pick(3) == 0) return std::nullopt;
    return Stated<T>{std::move(value), range(), one_of(Carrier::parent_document)};
  }
  Status status() { return {one_of(StatusCategory::unknown), text(), text()}; }
  Effort effort() { return {real(), real(), one_of(EffortUnit::size), text()}; }
  Reference reference() {
    Reference made{text(), text(), range(), std::nullopt, number()};
    if (pick(2) == 0) made.row_status = status();
    return made;
  }
  std::vector<Reference> references() {
    std::vector<Reference> made;
    for (int count = pick(3); count > 0; --count) made.push_back(reference());
    return made;
  }

  Item make_item() {
    Item item;
    item.kind = one_of(ItemKind::epic);
    item.line = number();
    item.range = range();
    item.id = stated(text());
    item.title = stated(text());
    item.status = stated(status());
    item.owner = stated(text());
    item.created = stated(date());
    item.updated = stated(date());
    item.start = stated(date());
    item.target = stated(date());
    item.completed = stated(date());
    item.effort_estimated = stated(effort());
    item.effort_actual = stated(effort());
    item.risk = stated(Risk{one_of(RiskLevel::critical), text()});
    for (int count = pick(3); count > 0; --count) item.tags.push_back({text(), range(), Carrier::list});
    item.depends_on = references();
    item.children = references();
    if (pick(2) == 0) item.parent = reference();
    item.progress.boxes = {number(), number()};
    item.progress.tasks = {number(), number()};
    if (pick(2) == 0) item.progress.stated = real();
    if (pick(2) == 0) item.progress.computed = real();
    return item;
  }

  Finding make_finding(const std::string& path) {
    const ReadingFactRow& row = row_of(one_of(ReadingFact::placeholder));
    return {row.id,   row.slug, one_of(Severity::info), pick(3) == 0 ? text() + "x" : path, range(), number(),
            number(), text()};
  }

  std::mt19937 random_;
};

void expect_same(const Item& a, const Item& b);
void expect_same(const Finding& a, const Finding& b);
void expect_same(const Status& a, const Status& b) {
  EXPECT_EQ(a.category, b.category);
  EXPECT_EQ(a.text, b.text);
  EXPECT_EQ(a.note, b.note);
}
void expect_same(const Effort& a, const Effort& b) {
  EXPECT_EQ(a.low, b.low);
  EXPECT_EQ(a.high, b.high);
  EXPECT_EQ(a.unit, b.unit);
  EXPECT_EQ(a.text, b.text);
}
void expect_same(const Risk& a, const Risk& b) {
  EXPECT_EQ(a.level, b.level);
  EXPECT_EQ(a.text, b.text);
}
void expect_same(const std::string& a, const std::string& b) { EXPECT_EQ(a, b); }
void expect_same(Date a, Date b) { EXPECT_EQ(a, b); }
void expect_same(const Reference& a, const Reference& b) {
  EXPECT_EQ(a.text, b.text);
  EXPECT_EQ(a.path, b.path);
  EXPECT_EQ(a.where, b.where);
  EXPECT_EQ(a.line, b.line);
  ASSERT_EQ(a.row_status.has_value(), b.row_status.has_value());
  if (a.row_status && b.row_status) expect_same(*a.row_status, *b.row_status);
}
template <typename T>
void expect_same(const Stated<T>& a, const Stated<T>& b) {
  expect_same(a.value, b.value);
  EXPECT_EQ(a.where, b.where);
  EXPECT_EQ(a.carrier, b.carrier);
}
template <typename T>
void expect_same(const std::optional<T>& a, const std::optional<T>& b) {
  ASSERT_EQ(a.has_value(), b.has_value());
  if (a && b) expect_same(*a, *b);
}
template <typename T>
void expect_same(const std::vector<T>& a, const std::vector<T>& b) {
  ASSERT_EQ(a.size(), b.size());
  for (std::size_t at = 0; at < a.size(); ++at) expect_same(a[at], b[at]);
}
void expect_same(const Item& a, const Item& b) {
  EXPECT_EQ(a.kind, b.kind);
  EXPECT_EQ(a.line, b.line);
  EXPECT_EQ(a.range, b.range);
  expect_same(a.id, b.id);
  expect_same(a.title, b.title);
  expect_same(a.status, b.status);
  expect_same(a.owner, b.owner);
  expect_same(a.created, b.created);
  expect_same(a.updated, b.updated);
  expect_same(a.start, b.start);
  expect_same(a.target, b.target);
  expect_same(a.completed, b.completed);
  expect_same(a.effort_estimated, b.effort_estimated);
  expect_same(a.effort_actual, b.effort_actual);
  expect_same(a.risk, b.risk);
  expect_same(a.tags, b.tags);
  expect_same(a.depends_on, b.depends_on);
  expect_same(a.children, b.children);
  expect_same(a.parent, b.parent);
  EXPECT_EQ(a.progress.boxes.done, b.progress.boxes.done);
  EXPECT_EQ(a.progress.boxes.total, b.progress.boxes.total);
  EXPECT_EQ(a.progress.tasks.done, b.progress.tasks.done);
  EXPECT_EQ(a.progress.tasks.total, b.progress.tasks.total);
  EXPECT_EQ(a.progress.stated, b.progress.stated);
  EXPECT_EQ(a.progress.computed, b.progress.computed);
}

void expect_same(const Finding& a, const Finding& b) {
  EXPECT_EQ(a.id, b.id);
  EXPECT_EQ(a.slug, b.slug);
  EXPECT_EQ(a.severity, b.severity);
  EXPECT_EQ(a.path, b.path);
  EXPECT_EQ(a.range, b.range);
  EXPECT_EQ(a.line, b.line);
  EXPECT_EQ(a.column, b.column);
  EXPECT_EQ(a.message, b.message);
}

TEST(SummaryCodec, EveryFieldComesBack) {
  for (unsigned seed = 0; seed < 500 && !testing::Test::HasFailure(); ++seed) {
    const DocumentSummary summary = RandomSummary(seed).make();
    std::string bytes;
    encode_summary(summary, bytes);
    DocumentSummary back;
    back.path = summary.path;
    ASSERT_TRUE(decode_summary(bytes, back)) << seed;
    EXPECT_EQ(back.revision, summary.revision);
    EXPECT_EQ(back.dialect, summary.dialect);
    expect_same(back.items, summary.items);
    expect_same(back.problems, summary.problems);
    std::string again;
    encode_summary(back, again);
    EXPECT_EQ(again, bytes);
  }
}

TEST(SummaryCodec, CutOrChangedBytesNeverCrash) {
  std::mt19937 random(7);
  for (unsigned seed = 0; seed < 200; ++seed) {
    const DocumentSummary summary = RandomSummary(seed).make();
    std::string bytes;
    encode_summary(summary, bytes);
    DocumentSummary back;
    EXPECT_FALSE(decode_summary(std::string_view(bytes).substr(0, bytes.size() - 1), back));
    for (int change = 0; change < 20; ++change) {
      std::string broken = bytes;
      broken[random() % broken.size()] = static_cast<char>(random());
      static_cast<void>(decode_summary(broken, back));
    }
  }
}

}  // namespace
}  // namespace milepost
