// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "core/lifecycle/creation_values.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "core/base/suggest.h"
#include "core/base/usage_error.h"
#include "core/base/wording.h"
#include "core/document/normalise/fold.h"
#include "core/document/normalise/risk.h"
#include "core/document/normalise/words.h"
#include "core/document/path_parts.h"
#include "core/document/relative_link.h"

namespace milepost {
namespace {

constexpr std::array kVariables{
    TemplateVariable{"architecture_impact", false, "none, minor, moderate or major"},
    TemplateVariable{"architecture_path", false, "path of the architecture document, relative to the new one"},
    TemplateVariable{"audience", true, "whom it is written for"},
    TemplateVariable{"author", false, "who made the document"},
    TemplateVariable{"blockers", true, "what stands in the way"},
    TemplateVariable{"business_value", false, "low, medium, high or critical"},
    TemplateVariable{"complexity", false, "how hard it is"},
    TemplateVariable{"coverage", false, "how much of the code the tests are to reach"},
    TemplateVariable{"date", false, "the day of creation, YYYY-MM-DD"},
    TemplateVariable{"depends_on", true, "ids that come first"},
    TemplateVariable{"docs", false, "link to documents"},
    TemplateVariable{"domain", false, "area of the work"},
    TemplateVariable{"effort", false, "estimated effort"},
    TemplateVariable{"folder_name", false, "name of the folder that the document stands in"},
    TemplateVariable{"front_matter", false, "not empty when the neighbours carry their fields there"},
    TemplateVariable{"goal", false, "text of the goal"},
    TemplateVariable{"id", false, "the new id"},
    TemplateVariable{"issue", false, "link to an issue"},
    TemplateVariable{"kind", false, "kind of the work: feature, refactor ..."},
    TemplateVariable{"links", true, "further links"},
    TemplateVariable{"month", false, "month and year of creation: January 2026"},
    TemplateVariable{"next_review", false, "day of the next review"},
    TemplateVariable{"number", false, "the number in the id"},
    TemplateVariable{"owner", false, "who is responsible"},
    TemplateVariable{"parent_link", false, "path of the parent's document, relative to the new one"},
    TemplateVariable{"parent_title", false, "title of the parent"},
    TemplateVariable{"plan", false, "id of the parent"},
    TemplateVariable{"pr", false, "link to a pull request"},
    TemplateVariable{"primary_metric", false, "the figure that shows success"},
    TemplateVariable{"principle", false, "the one sentence that everything follows"},
    TemplateVariable{"priority", false, "low, medium, high or critical"},
    TemplateVariable{"product_owner", false, "who decides about the product"},
    TemplateVariable{"related_docs", true, "documents that belong to it"},
    TemplateVariable{"risk", false, "low, medium, high or critical"},
    TemplateVariable{"risk_label", false, "the same with its mark: 🟢 Low"},
    TemplateVariable{"scope", false, "project-specific or wider"},
    TemplateVariable{"slug", false, "the title as part of a file name"},
    TemplateVariable{"stakeholders", true, "who has a stake in it"},
    TemplateVariable{"start", false, "first day, YYYY-MM-DD"},
    TemplateVariable{"status", false, "the status, as the dialect writes it"},
    TemplateVariable{"status_label", false, "the same as it stands for people: ⏳ Planned"},
    TemplateVariable{"summary", false, "text of the summary"},
    TemplateVariable{"tags", true, "tags"},
    TemplateVariable{"target", false, "day by which it is to be reached, YYYY-MM-DD"},
    TemplateVariable{"team_size", false, "number of people"},
    TemplateVariable{"technical_lead", false, "who decides about technology"},
    TemplateVariable{"template_version", false, "version of the program that made it"},
    TemplateVariable{"title", false, "the title"},
    TemplateVariable{"touches", true, "parts of the system that change"},
    TemplateVariable{"version", false, "version that the milestone leads to"},
};

constexpr std::array<std::string_view, 2> kBodies{"goal", "summary"};  // Markdown of several lines
constexpr std::array<std::string_view, 3> kDates{"next_review", "start", "target"};
// What the program knows better than anybody.
constexpr std::array<std::string_view, 9> kOwn{"date",   "folder_name", "front_matter", "id",   "month",
                                               "number", "plan",        "slug",         "title"};

bool is_one_of(std::span<const std::string_view> names, std::string_view name) {
  return std::ranges::find(names, name) != names.end();
}

std::string month_of(Date date) {
  static constexpr std::array<const char*, 12> kMonths{"January",   "February", "March",    "April",
                                                       "May",       "June",     "July",     "August",
                                                       "September", "October",  "November", "December"};
  return std::string(kMonths.at(date.month() - 1)) + " " + std::to_string(date.year());
}

class ValueMaker {
 public:
  explicit ValueMaker(const ValueSources& from)
      : from_(from), request_(from.request), names_(from.names), place_(from.place) {}

  Result<TemplateValues> run() {
    for (const TemplateVariable& variable : kVariables) {
      if (variable.is_list)
        values_.lists[std::string(variable.name)];
      else
        values_.texts[std::string(variable.name)];
    }
    for (const auto& [name, value] : place_.dialect->life.defaults) put(name, value);
    names();
    using Part = Result<void> (ValueMaker::*)();
    for (const Part part : {&ValueMaker::parent, &ValueMaker::given, &ValueMaker::status, &ValueMaker::risk,
                            &ValueMaker::dates, &ValueMaker::parts})
      if (auto done = (this->*part)(); !done) return std::unexpected(std::move(done).error());
    return std::move(values_);
  }

 private:
  void put(const std::string& name, const std::string& value) {
    if (const auto list = values_.lists.find(name); list != values_.lists.end())
      list->second = {value};
    else
      values_.texts[name] = value;
  }

  void names() {
    auto& texts = values_.texts;
    texts["title"] = request_.title;
    texts["id"] = place_.id_in_heading || place_.front_matter ? names_.id : "";
    texts["plan"] = names_.values.plan;
    texts["number"] = names_.values.number ? std::to_string(*names_.values.number) : "";
    texts["date"] = to_string(request_.date);
    texts["month"] = month_of(request_.date);
    texts["slug"] = names_.values.slug;
    texts["folder_name"] = names_.values.folder;
    texts["front_matter"] = place_.front_matter ? "yes" : "";
    texts["scope"] = "project-specific";
    values_.lists["audience"] = {"developers"};
  }

  // What the parent passes on: its owner and its domain; and how it is linked.
  Result<void> parent() {
    if (!place_.parent) return {};
    const Corpus& corpus = from_.sources.corpus;
    const Item& item = corpus.item(*place_.parent);
    const std::string& path = corpus.document_of(*place_.parent).path;
    if (item.owner) values_.texts["owner"] = item.owner->value;
    values_.texts["parent_title"] = item.title ? item.title->value : std::string(stem_of(path));
    if (names_.path.empty()) return {};
    values_.texts["parent_link"] = path_from(names_.path, path) + request_.parent_anchor;
    values_.lists["related_docs"] = {path_from(names_.path, path)};
    auto document = from_.sources.read(path);
    if (!document) return std::unexpected(std::move(document).error());
    for (const FieldValue& field : document->document.fields)
      if (field.role == "domain" && !field.placeholder && !field.text.empty()) values_.texts["domain"] = field.text;
    return {};
  }

  Result<void> given() {
    for (const auto& [name, value] : request_.fields) {
      const auto text = values_.texts.find(name);
      if (text == values_.texts.end() && !values_.lists.contains(name)) return std::unexpected(unknown_field(name));
      if (is_one_of(kOwn, name))
        return std::unexpected(usage_error(
            "the field '" + name + "' has an option of its own or is made by the program", "see milepost help new"));
      if (auto good = check_value(name, value); !good) return good;
      put(name, value);
    }
    for (const auto& [name, entries] : request_.lists) {
      const auto list = values_.lists.find(name);
      if (list == values_.lists.end()) return std::unexpected(unknown_field(name));
      for (const std::string& entry : entries)
        if (auto good = check_value(name, entry); !good) return good;
      if (!entries.empty()) list->second = entries;
    }
    return {};
  }

  static Result<void> check_value(const std::string& name, const std::string& value) {
    if (find_invalid_utf8(value) != std::string_view::npos)
      return std::unexpected(usage_error("the value of '" + name + "' is not valid UTF-8", "give it in UTF-8"));
    const bool several = is_one_of(kBodies, name);
    const auto bad = [&](char c) {
      return (static_cast<unsigned char>(c) < 0x20 && !(several && (c == '\n' || c == '\t'))) || c == 0x7F;
    };
    if (!std::ranges::any_of(value, bad)) return {};
    return std::unexpected(
        usage_error("the value of '" + name + "' holds a line end or a control character", "give it on one line"));
  }

  [[nodiscard]] Error unknown_field(const std::string& name) const {
    std::vector<std::string> known;
    for (const TemplateVariable& variable : kVariables) known.emplace_back(variable.name);
    const auto near = nearest(name, known, 1);
    return usage_error("there is no field '" + name + "'",
                       near.empty() ? "docs/formats/templates.md lists them" : "did you mean '" + near.front() + "'?");
  }

  // A word of the dialect, or the name of a category.
  Result<void> status() {
    const LifeStages& stages = stages_of(place_.dialect->life, place_.creation.kind);
    const std::string given = values_.texts["status"];
    StatusCategory category = StatusCategory::planned;
    std::string word = place_.status_word.empty() ? stages.status_words.at(index_of(category)) : place_.status_word;
    std::string label = place_.status_word.empty() ? status_label(stages, category) : place_.status_word;
    if (!given.empty()) {
      category = parse_status_category(given).value_or(
          normalise_status(given, from_.sources.dialects.words().status).category);
      const std::string folded = fold_phrase(given);
      const auto own = std::ranges::find_if(stages.statuses,
                                            [&](const std::string& status) { return fold_phrase(status) == folded; });
      const bool documented = own != stages.statuses.end();
      word = documented ? *own : stages.status_words.at(index_of(category));
      label = documented && status_label(stages, category).find(*own) == std::string::npos
                  ? *own
                  : status_label(stages, category);
      if (category == StatusCategory::unknown || word.empty())
        return std::unexpected(usage_error("'" + given + "' is no status of '" + place_.dialect->name + "'",
                                           "use one of: " + joined(stages.statuses, ", ")));
    }
    values_.texts["status"] = word;
    values_.texts["status_label"] = label;
    return {};
  }

  Result<void> risk() {
    static constexpr std::array<const char*, 5> kLabels{"", "🟢 Low", "🟡 Medium", "🔴 High", "🔴 Critical"};
    const std::string given = values_.texts["risk"];
    if (given.empty()) return {};
    const auto risk = normalise_risk(given, from_.sources.dialects.words().risks);
    if (!risk)
      return std::unexpected(usage_error("'" + given + "' is no level of risk", "use low, medium, high or critical"));
    values_.texts["risk_label"] = kLabels.at(static_cast<std::size_t>(risk->level));
    return {};
  }

  Result<void> dates() {
    for (const std::string_view name : kDates) {
      const std::string& value = values_.texts[std::string(name)];
      if (!value.empty() && !Date::from_iso(value))
        return std::unexpected(usage_error("'" + value + "' is no day of any calendar",
                                           "write YYYY-MM-DD, for instance " + to_string(request_.date)));
    }
    const auto start = Date::from_iso(values_.texts["start"]);
    const auto target = Date::from_iso(values_.texts["target"]);
    if (start && target && *target < *start)
      return std::unexpected(usage_error(
          "the target " + to_string(*target) + " is before the start " + to_string(*start), "change one of them"));
    return {};
  }

  Result<void> parts() {
    const TemplateParts parts = find_template_parts(from_.document_template.text);
    if (!request_.minimal) values_.sections.insert(parts.usual.begin(), parts.usual.end());
    std::vector<std::string> known = parts.usual;
    known.insert(known.end(), parts.on_demand.begin(), parts.on_demand.end());
    for (const std::vector<std::string>* names : {&request_.with, &request_.without})
      for (const std::string& name : *names)
        if (std::ranges::find(known, name) == known.end())
          return std::unexpected(
              usage_error("the template has no part '" + name + "'",
                          known.empty() ? "it has none that can be chosen" : "its parts are: " + joined(known, ", ")));
    values_.sections.insert(request_.with.begin(), request_.with.end());
    for (const std::string& name : request_.without) values_.sections.erase(name);
    return {};
  }

  const ValueSources& from_;
  const CreationRequest& request_;
  const CreationNames& names_;
  const CreationPlace& place_;
  TemplateValues values_;
};

}  // namespace

std::span<const TemplateVariable> template_variables() { return kVariables; }

Result<TemplateValues> make_template_values(const ValueSources& from) { return ValueMaker(from).run(); }

}  // namespace milepost
