// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "operations/item_columns.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "core/document/revision.h"
#include "operations/item_json.h"
#include "operations/natural_order.h"

namespace milepost {
namespace {

SortValue by_number(double number) { return {false, number, {}}; }
SortValue by_text(std::string text) { return {text.empty(), 0, std::move(text)}; }

std::string text_or_empty(const std::optional<Stated<std::string>>& text) { return text ? text->value : std::string(); }

std::string percent_or_empty(const std::optional<double>& percent) {
  if (!percent) return {};
  const double rounded = rounded_percent(*percent);
  const auto whole = static_cast<long>(rounded);
  std::string text = std::to_string(whole);
  const auto cents = std::lround(std::abs(rounded - static_cast<double>(whole)) * 100);
  if (cents != 0) text += (cents < 10 ? ".0" : ".") + std::to_string(cents);
  return text;
}

std::string count_text(const Count& count) {
  return count.total == 0 ? std::string() : std::to_string(count.done) + "/" + std::to_string(count.total);
}

// A column whose order is that of its text.
template <std::string (*kText)(const Corpus&, ItemKey)>
SortValue text_order(const Corpus& corpus, ItemKey key) {
  return by_text(kText(corpus, key));
}

template <std::optional<Stated<Date>> Item::* kField>
std::string date_text(const Corpus& corpus, ItemKey key) {
  const auto& date = corpus.item(key).*kField;
  return date ? to_string(date->value) : std::string();
}

template <std::optional<Stated<Effort>> Item::* kField>
std::string effort_text(const Corpus& corpus, ItemKey key) {
  const auto& effort = corpus.item(key).*kField;
  return effort ? effort->value.text : std::string();
}

double hours_per(EffortUnit unit) {
  switch (unit) {
    case EffortUnit::minutes:
      return 1.0 / 60;
    case EffortUnit::days:
    case EffortUnit::person_days:
      return 8;
    case EffortUnit::weeks:
    case EffortUnit::person_weeks:
      return 40;
    case EffortUnit::months:
      return 160;
    default:
      return 1;
  }
}

template <std::optional<Stated<Effort>> Item::* kField>
SortValue effort_order(const Corpus& corpus, ItemKey key) {
  const auto& effort = corpus.item(key).*kField;
  return effort ? by_number(effort->value.high * hours_per(effort->value.unit)) : SortValue{};
}

template <Count Progress::* kField>
std::string counts_text(const Corpus& corpus, ItemKey key) {
  return count_text(corpus.item(key).progress.*kField);
}

template <Count Progress::* kField>
SortValue counts_order(const Corpus& corpus, ItemKey key) {
  const Count& count = corpus.item(key).progress.*kField;
  return count.total == 0 ? SortValue{} : by_number(count.total);
}

template <std::optional<double> Progress::* kField>
std::string percents_text(const Corpus& corpus, ItemKey key) {
  return percent_or_empty(corpus.item(key).progress.*kField);
}

template <std::optional<double> Progress::* kField>
SortValue percents_order(const Corpus& corpus, ItemKey key) {
  const auto& percent = corpus.item(key).progress.*kField;
  return percent ? by_number(*percent) : SortValue{};
}

std::string id_text(const Corpus& corpus, ItemKey key) { return text_or_empty(corpus.item(key).id); }
std::string title_text(const Corpus& corpus, ItemKey key) { return text_or_empty(corpus.item(key).title); }
std::string owner_text(const Corpus& corpus, ItemKey key) { return text_or_empty(corpus.item(key).owner); }
std::string kind_text(const Corpus& corpus, ItemKey key) { return to_string(corpus.item(key).kind); }
std::string dialect_text(const Corpus& corpus, ItemKey key) { return corpus.document_of(key).dialect; }
std::string line_text(const Corpus& corpus, ItemKey key) { return std::to_string(corpus.item(key).line); }
std::string revision_column(const Corpus& corpus, ItemKey key) {
  return revision_text(corpus.document_of(key).revision);
}

std::string path_text(const Corpus& corpus, ItemKey key) { return corpus.document_of(key).path; }

std::string folder_text(const Corpus& corpus, ItemKey key) {
  const std::string& path = corpus.document_of(key).path;
  const std::size_t slash = path.rfind('/');
  return slash == std::string::npos ? "." : path.substr(0, slash);
}

std::string status_text(const Corpus& corpus, ItemKey key) {
  const auto& status = corpus.item(key).status;
  return status ? to_string(status->value.category) : "";
}

std::string stated_status_text(const Corpus& corpus, ItemKey key) {
  const auto& status = corpus.item(key).status;
  return status ? status->value.text : std::string();
}

std::string note_text(const Corpus& corpus, ItemKey key) {
  const auto& status = corpus.item(key).status;
  return status ? status->value.note : std::string();
}

// What is worked on first, then what waits, then what is over.
double rank_of(StatusCategory category) {
  switch (category) {
    case StatusCategory::blocked:
      return 0;
    case StatusCategory::active:
      return 1;
    case StatusCategory::planned:
      return 2;
    case StatusCategory::unknown:
      return 3;
    case StatusCategory::done:
      return 4;
    case StatusCategory::cancelled:
      return 5;
    case StatusCategory::archived:
      return 6;
  }
  return 7;
}

SortValue status_order(const Corpus& corpus, ItemKey key) {
  const auto& status = corpus.item(key).status;
  return status ? by_number(rank_of(status->value.category)) : SortValue{};
}

std::string progress_text(const Corpus& corpus, ItemKey key) {
  return percent_or_empty(shown_percent(corpus.item(key).progress));
}

SortValue progress_order(const Corpus& corpus, ItemKey key) {
  const auto percent = shown_percent(corpus.item(key).progress);
  return percent ? by_number(*percent) : SortValue{};
}

std::string risk_text(const Corpus& corpus, ItemKey key) {
  const auto& risk = corpus.item(key).risk;
  return risk ? to_string(risk->value.level) : "";
}

SortValue risk_order(const Corpus& corpus, ItemKey key) {
  const auto& risk = corpus.item(key).risk;
  return risk ? by_number(static_cast<double>(risk->value.level)) : SortValue{};
}

std::string plan_text(const Corpus& corpus, ItemKey key) {
  const auto& parent = corpus.links(key).parent;
  return parent ? corpus.name_of(*parent) : std::string();
}

void append_listed(std::string& out, std::string_view text) {
  if (!out.empty()) out += ", ";
  out += text;
}

std::string tags_text(const Corpus& corpus, ItemKey key) {
  std::string out;
  for (const auto& tag : corpus.item(key).tags) append_listed(out, tag.value);
  return out;
}

std::string depends_text(const Corpus& corpus, ItemKey key) {
  std::string out;
  for (const Reference& reference : corpus.item(key).depends_on) append_listed(out, reference.text);
  return out;
}

std::string children_text(const Corpus& corpus, ItemKey key) {
  std::string out;
  for (const ItemKey child : corpus.links(key).children) append_listed(out, corpus.name_of(child));
  return out;
}

SortValue line_order(const Corpus& corpus, ItemKey key) { return by_number(corpus.item(key).line); }

constexpr std::array kColumns{
    ItemColumn{"id", "ID", "the id as stated", false, id_text, text_order<id_text>},
    ItemColumn{"title", "TITLE", "the title", false, title_text, text_order<title_text>},
    ItemColumn{"status", "STATUS", "the status category", false, status_text, status_order},
    ItemColumn{"stated-status", "STATED", "the status as written", false, stated_status_text,
               text_order<stated_status_text>},
    ItemColumn{"note", "NOTE", "what was cut off the status", false, note_text, text_order<note_text>},
    ItemColumn{"progress", "PROGRESS", "percent: computed, else as stated", true, progress_text, progress_order},
    ItemColumn{"stated", "STATED %", "percent as stated", true, percents_text<&Progress::stated>,
               percents_order<&Progress::stated>},
    ItemColumn{"computed", "COMPUTED %", "percent as computed", true, percents_text<&Progress::computed>,
               percents_order<&Progress::computed>},
    ItemColumn{"boxes", "BOXES", "boxes done/total", true, counts_text<&Progress::boxes>,
               counts_order<&Progress::boxes>},
    ItemColumn{"tasks", "TASKS", "task rows done/total", true, counts_text<&Progress::tasks>,
               counts_order<&Progress::tasks>},
    ItemColumn{"owner", "OWNER", "the owner", false, owner_text, text_order<owner_text>},
    ItemColumn{"created", "CREATED", "day of creation", false, date_text<&Item::created>,
               text_order<date_text<&Item::created>>},
    ItemColumn{"updated", "UPDATED", "day of the last update", false, date_text<&Item::updated>,
               text_order<date_text<&Item::updated>>},
    ItemColumn{"start", "START", "day of the start", false, date_text<&Item::start>,
               text_order<date_text<&Item::start>>},
    ItemColumn{"target", "TARGET", "day by which it is due", false, date_text<&Item::target>,
               text_order<date_text<&Item::target>>},
    ItemColumn{"completed", "COMPLETED", "day of completion", false, date_text<&Item::completed>,
               text_order<date_text<&Item::completed>>},
    ItemColumn{"estimated", "ESTIMATED", "estimated effort", false, effort_text<&Item::effort_estimated>,
               effort_order<&Item::effort_estimated>},
    ItemColumn{"actual", "ACTUAL", "effort spent", false, effort_text<&Item::effort_actual>,
               effort_order<&Item::effort_actual>},
    ItemColumn{"risk", "RISK", "the risk level", false, risk_text, risk_order},
    ItemColumn{"plan", "PLAN", "the parent", false, plan_text, text_order<plan_text>},
    ItemColumn{"children", "CHILDREN", "the children", false, children_text, text_order<children_text>},
    ItemColumn{"depends-on", "DEPENDS ON", "what it waits for, as stated", false, depends_text,
               text_order<depends_text>},
    ItemColumn{"tags", "TAGS", "the tags", false, tags_text, text_order<tags_text>},
    ItemColumn{"kind", "KIND", "milestone, sprint, phase, plan ...", false, kind_text, text_order<kind_text>},
    ItemColumn{"dialect", "DIALECT", "the family of the document", false, dialect_text, text_order<dialect_text>},
    ItemColumn{"path", "PATH", "the path from the root", false, path_text, text_order<path_text>},
    ItemColumn{"folder", "FOLDER", "the folder of the document", false, folder_text, text_order<folder_text>},
    ItemColumn{"line", "LINE", "the line of its heading", true, line_text, line_order},
    ItemColumn{"revision", "REVISION", "the content hash", false, revision_column, text_order<revision_column>},
};

}  // namespace

std::strong_ordering compare(const SortValue& a, const SortValue& b) {
  if (a.absent != b.absent) return a.absent ? std::strong_ordering::greater : std::strong_ordering::less;
  if (a.number < b.number) return std::strong_ordering::less;
  if (a.number > b.number) return std::strong_ordering::greater;
  return compare_naturally(a.text, b.text);
}

std::span<const ItemColumn> item_columns() { return kColumns; }

const ItemColumn* find_item_column(std::string_view name) {
  const auto found = std::find_if(kColumns.begin(), kColumns.end(), [&](const auto& c) { return c.name == name; });
  return found == kColumns.end() ? nullptr : &*found;
}

std::optional<double> shown_percent(const Progress& progress) {
  return progress.computed ? progress.computed : progress.stated;
}

}  // namespace milepost
