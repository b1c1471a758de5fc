// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "corpus/labelled_score.h"

#include <algorithm>
#include <boost/json.hpp>
#include <iomanip>
#include <optional>
#include <set>
#include <sstream>
#include <string_view>

namespace milepost::labelled {
namespace {

namespace json = boost::json;

std::string to_text(const json::value& value) {
  return value.is_string() ? std::string(std::string_view(value.as_string())) : json::serialize(value);
}

std::string to_text(const std::optional<std::string>& value) { return value ? *value : "null"; }

// A label is one text, null, or an array of texts that are all right.
bool matches(const json::value& label, const std::optional<std::string>& actual) {
  if (label.is_null()) return !actual;
  if (!actual) return false;
  if (!label.is_array()) return to_text(label) == *actual;
  return std::ranges::any_of(label.as_array(), [&](const json::value& one) { return to_text(one) == *actual; });
}

std::string to_text(const std::set<std::string>& values) {
  std::string text;
  for (const std::string& value : values) text += (text.empty() ? "" : ", ") + value;
  return "[" + text + "]";
}

std::string to_text(Count count) { return "[" + std::to_string(count.done) + "," + std::to_string(count.total) + "]"; }

std::string to_text(const Effort& effort) {
  std::ostringstream text;
  text << effort.low << ".." << effort.high << " " << to_string(effort.unit);
  return text.str();
}

template <typename T>
std::optional<std::string> value_of(const std::optional<Stated<T>>& stated) {
  if (!stated) return std::nullopt;
  if constexpr (std::is_same_v<T, std::string>) {
    return stated->value;
  } else {
    return to_string(stated->value);
  }
}

std::optional<ItemKey> find_item(const Corpus& corpus, const ExpectedItem& expected) {
  const auto& documents = corpus.documents();
  for (std::uint32_t d = 0; d < documents.size(); ++d) {
    if (documents[d].path != expected.path) continue;
    for (std::uint32_t i = 0; i < documents[d].items.size(); ++i) {
      const bool own = expected.line == 0 && i == 0;
      if (own || (expected.line != 0 && documents[d].items[i].line == expected.line)) return ItemKey{d, i};
    }
  }
  return std::nullopt;
}

// null, an empty list, or boxes 0 of 0.
bool states_nothing(const json::value& label) {
  return label.is_null() || json::serialize(label) == "[]" || json::serialize(label) == "[0,0]";
}

bool is_about_whole_items(std::string_view field) {
  constexpr std::string_view kFields[] = {"recognised", "false items", "non-plans", "problems", "kind", "dialect"};
  return std::ranges::find(kFields, field) != std::end(kFields);
}

}  // namespace

struct LabelledScore::Subject {
  const ExpectedItem& expected;
  const Corpus& corpus;
  ItemKey key;
  std::string where;

  [[nodiscard]] const Item& item() const { return corpus.item(key); }
  [[nodiscard]] const json::value* label(std::string_view field) const { return expected.fields.if_contains(field); }
};

LabelledScore::Label LabelledScore::kind_of(const json::value& label) {
  return states_nothing(label) ? Label::states_nothing : Label::states;
}

void LabelledScore::judge(bool right, Label label, Mismatch mismatch) {
  if (label == Label::states) {
    FieldScore& score = fields_[mismatch.field];
    ++(right ? score.right : score.wrong);
  } else {
    ++stated_nothing_;
    invented_ += !right;
  }
  if (!right) mismatches_.push_back(std::move(mismatch));
}

void LabelledScore::count_as_missed(const ExpectedItem& expected) {
  for (const auto& [field, label] : expected.fields) {
    if (field == "dates") {
      for (const auto& date : label.as_object()) fields_["dates"].wrong += !states_nothing(date.value());
    } else if (!states_nothing(label)) {
      ++fields_[std::string(std::string_view(field))].wrong;
    }
  }
  if (const json::value* label = expected.fields.if_contains("depends_on")) {
    dependencies_.missed += static_cast<int>(label->as_array().size());
  }
}

void LabelledScore::compare_text(const Subject& subject, const char* field, const std::optional<std::string>& actual) {
  const json::value* label = subject.label(field);
  if (label == nullptr) return;
  judge(matches(*label, actual), kind_of(*label), {subject.where, field, to_text(*label), to_text(actual)});
}

void LabelledScore::compare_status(const Subject& subject) {
  const auto& status = subject.item().status;
  std::optional<std::string> category, text, note;
  if (status) {
    category = to_string(status->value.category);
    text = status->value.text;
    note = status->value.note;
  }
  compare_text(subject, "status", category);
  compare_text(subject, "status_text", text);
  compare_text(subject, "status_note", note);
}

void LabelledScore::compare_dates(const Subject& subject) {
  const json::value* label = subject.label("dates");
  if (label == nullptr) return;
  const Item& item = subject.item();
  const std::pair<const char*, const std::optional<Stated<Date>>*> dates[] = {{"created", &item.created},
                                                                              {"updated", &item.updated},
                                                                              {"start", &item.start},
                                                                              {"target", &item.target},
                                                                              {"completed", &item.completed}};
  for (const auto& [name, stated] : dates) {
    const json::value* date = label->as_object().if_contains(name);
    if (date == nullptr) continue;
    const std::optional<std::string> actual = value_of(*stated);
    judge(matches(*date, actual), kind_of(*date),
          {subject.where, "dates", std::string(name) + " " + to_text(*date), to_text(actual)});
  }
}

void LabelledScore::compare_numbers(const Subject& subject) {
  const Progress& progress = subject.item().progress;
  if (const json::value* boxes = subject.label("boxes")) {
    judge(to_text(*boxes) == to_text(progress.boxes), kind_of(*boxes),
          {subject.where, "boxes", to_text(*boxes), to_text(progress.boxes)});
  }
  if (const json::value* tasks = subject.label("tasks")) {
    judge(to_text(*tasks) == to_text(progress.tasks), kind_of(*tasks),
          {subject.where, "tasks", to_text(*tasks), to_text(progress.tasks)});
  }
  std::optional<std::string> stated;
  if (progress.stated) {
    std::ostringstream text;
    text << *progress.stated;
    stated = text.str();
  }
  compare_text(subject, "stated", stated);
}

// An effort label reads "2..3 days".
void LabelledScore::compare_effort(const Subject& subject) {
  const Item& item = subject.item();
  std::optional<std::string> estimated, actual, risk;
  if (item.effort_estimated) estimated = to_text(item.effort_estimated->value);
  if (item.effort_actual) actual = to_text(item.effort_actual->value);
  if (item.risk) risk = to_string(item.risk->value.level);
  compare_text(subject, "effort", estimated);
  compare_text(subject, "effort_actual", actual);
  compare_text(subject, "risk", risk);
}

void LabelledScore::compare_dependencies(const Subject& subject) {
  const json::value* label = subject.label("depends_on");
  if (label == nullptr) return;
  std::set<std::string> left;
  for (const Reference& reference : subject.item().depends_on) left.insert(reference.text);
  const std::string actual = to_text(left);
  int missed = 0;
  for (const json::value& expected : label->as_array()) {
    const auto hit = std::ranges::find_if(left, [&](const std::string& text) { return matches(expected, text); });
    ++(hit == left.end() ? missed : dependencies_.found);
    if (hit != left.end()) left.erase(hit);
  }
  dependencies_.missed += missed;
  dependencies_.invented += static_cast<int>(left.size());
  judge(missed == 0 && left.empty(), kind_of(*label), {subject.where, "depends_on", json::serialize(*label), actual});
}

// A child is right when the document states it or linking found it; one that linking found and no label names is wrong.
void LabelledScore::compare_relatives(const Subject& subject) {
  const ItemLinks& links = subject.corpus.links(subject.key);
  if (subject.label("parent") != nullptr) {
    std::optional<std::string> parent;
    if (subject.item().parent) parent = subject.item().parent->text;
    if (links.parent && (!parent || !matches(*subject.label("parent"), parent))) {
      parent = subject.corpus.name_of(*links.parent);
    }
    compare_text(subject, "parent", parent);
  }
  const json::value* label = subject.label("children");
  if (label == nullptr) return;
  std::set<std::string> linked, known;
  for (const ItemKey child : links.children) linked.insert(subject.corpus.name_of(child));
  known = linked;
  for (const Reference& reference : subject.item().children) known.insert({reference.text, reference.path});
  bool right = true;
  for (const json::value& expected : label->as_array()) {
    right = right && std::ranges::any_of(known, [&](const std::string& name) { return matches(expected, name); });
    std::erase_if(linked, [&](const std::string& name) { return matches(expected, name); });
  }
  judge(right && linked.empty(), kind_of(*label), {subject.where, "children", json::serialize(*label), to_text(known)});
}

void LabelledScore::compare_item(const Subject& subject) {
  const Item& item = subject.item();
  compare_text(subject, "id", value_of(item.id));
  compare_text(subject, "title", value_of(item.title));
  compare_text(subject, "owner", value_of(item.owner));
  compare_text(subject, "kind", std::string(to_string(item.kind)));
  compare_text(subject, "dialect", subject.corpus.document_of(subject.key).dialect);
  compare_status(subject);
  compare_dates(subject);
  compare_numbers(subject);
  compare_effort(subject);
  compare_dependencies(subject);
  compare_relatives(subject);
}

void LabelledScore::compare_strays(const LabelledScenario& scenario, const Corpus& corpus) {
  std::set<std::pair<std::string, std::uint32_t>> expected;
  for (const ExpectedItem& item : scenario.items) expected.insert({item.path, item.line});
  for (const DocumentSummary& document : corpus.documents()) {
    if (std::ranges::find(scenario.unjudged, document.path) != scenario.unjudged.end()) continue;
    for (std::size_t i = 0; i < document.items.size(); ++i) {
      const std::uint32_t line = document.items[i].line;
      const bool wanted = expected.contains({document.path, line}) || (i == 0 && expected.contains({document.path, 0}));
      const std::string where = scenario.name + " " + document.path + ":" + std::to_string(line);
      judge(wanted, Label::states, {where, "false items", "no item", to_text(value_of(document.items[i].title))});
    }
  }
  for (const std::string& path : scenario.not_items) {
    const bool silent = std::ranges::none_of(corpus.documents(), [&](const DocumentSummary& document) {
      return document.path == path && !document.items.empty();
    });
    judge(silent, Label::states, {scenario.name + " " + path, "non-plans", "no item", "an item"});
  }
}

void LabelledScore::compare_problems(const LabelledScenario& scenario, const Corpus& corpus) {
  for (const auto& [path, slugs] : scenario.problems) {
    std::set<std::string> actual;
    for (const DocumentSummary& document : corpus.documents()) {
      if (document.path != path) continue;
      for (const Finding& finding : document.problems) actual.insert(std::string(finding.slug));
    }
    for (const std::string& slug : slugs) {
      judge(actual.contains(slug), Label::states, {scenario.name + " " + path, "problems", slug, to_text(actual)});
    }
  }
}

std::vector<Mismatch> LabelledScore::compare(const LabelledScenario& scenario, const Corpus& corpus) {
  mismatches_.clear();
  for (const ExpectedItem& expected : scenario.items) {
    const std::string where =
        scenario.name + " " + expected.path + (expected.line ? ":" + std::to_string(expected.line) : "");
    const std::optional<ItemKey> key = find_item(corpus, expected);
    judge(key.has_value(), Label::states, {where, "recognised", "an item", "none"});
    if (!key) count_as_missed(expected);
    if (key) compare_item({expected, corpus, *key, where});
  }
  compare_strays(scenario, corpus);
  compare_problems(scenario, corpus);
  return std::move(mismatches_);
}

std::string LabelledScore::to_table() const {
  std::ostringstream table;
  table << std::fixed << std::setprecision(1);
  const auto share = [](int part, int whole) { return whole == 0 ? 100.0 : 100.0 * part / whole; };
  int right = 0;
  for (const auto& [field, score] : fields_) {
    const int total = score.right + score.wrong;
    if (!is_about_whole_items(field)) right += score.right;
    table << std::setw(14) << field << std::setw(7) << score.right << " of " << std::setw(4) << total << std::setw(8)
          << share(score.right, total) << " %\n";
  }
  const ListScore& d = dependencies_;
  const double precision = share(d.found, d.found + d.invented), recall = share(d.found, d.found + d.missed);
  const double f1 = precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
  table << "  dependencies: precision " << precision << " %, recall " << recall << " %, F1 " << f1 << " %\n"
        << "  invented: " << invented_ << ", " << share(invented_, right + invented_)
        << " % of these and the values read right (" << stated_nothing_ << " places where nothing is stated)\n";
  return table.str();
}

}  // namespace milepost::labelled
