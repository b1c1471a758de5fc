// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "core/lifecycle/plan_creation.h"

#include <algorithm>
#include <utility>

#include "core/base/usage_error.h"
#include "core/document/document_reader.h"
#include "core/document/normalise/identifier.h"
#include "core/document/path_parts.h"
#include "core/lifecycle/built_in_templates.h"
#include "core/lifecycle/creation_heading.h"
#include "core/lifecycle/creation_names.h"
#include "core/lifecycle/creation_updates.h"
#include "core/lifecycle/creation_values.h"
#include "core/lifecycle/lost_values.h"
#include "core/lifecycle/slug.h"

namespace milepost {
namespace {

Result<TemplateText> get_template(const CreationSources& sources, const std::string& name) {
  auto own = sources.find_template(name);
  if (!own) return std::unexpected(std::move(own).error());
  if (*own) return std::move(**own);
  const auto built_in = find_built_in_template(name);
  if (built_in) return TemplateText{name + ".md", std::string(*built_in)};
  Error error = usage_error("there is no template '" + name + "'", "put one into .milepost/templates/" + name + ".md");
  return std::unexpected(std::move(error));
}

class CreationPlanner {
 public:
  CreationPlanner(const CreationRequest& request, const CreationSources& sources)
      : request_(request), sources_(sources) {}

  Result<PlannedCreation> run() {
    auto title = check_title(request_.title);
    if (!title) return std::unexpected(std::move(title).error());
    request_.title = std::move(*title);
    auto place = choose_creation_place(request_, sources_);
    if (!place) return std::unexpected(std::move(place).error());
    place_ = std::move(*place);
    if (place_.host) place_.creation = to_heading_creation(sources_.corpus, place_);
    auto names = choose_creation_names(request_, place_, sources_);
    if (!names) return std::unexpected(std::move(names).error());
    names_ = std::move(*names);
    if (auto done = place_.host ? add_heading() : add_file(); !done) return std::unexpected(std::move(done).error());
    describe();
    return std::move(planned_);
  }

 private:
  // The template with all values, those too that it has no place for.
  Result<std::string> render(const TemplateText& text) {
    const ValueSources from{request_, place_, names_, sources_, text};
    auto values = make_template_values(from);
    if (!values) return std::unexpected(std::move(values).error());
    status_ = values->texts["status"];
    auto rendered = render_template(text.path, text.text, *values);
    if (!rendered) return rendered;
    return place_lost_values({from, *values, find_lost_values(from, *values)}, *rendered, names_.path, request_.title);
  }

  Result<void> add_file() {
    auto text = get_template(sources_, place_.creation.template_name);
    if (!text) return std::unexpected(std::move(text).error());
    auto rendered = render(*text);
    if (!rendered) return std::unexpected(std::move(rendered).error());
    auto filled = fill_sections(*rendered, request_.sections);
    if (!filled) return std::unexpected(std::move(filled).error());
    if (auto proven = prove(*filled, text->path); !proven) return proven;
    FileChange file;
    file.path = names_.path;
    file.edits.push_back({{0, 0}, std::move(*filled)});
    planned_.plan.files.push_back(std::move(file));
    planned_.path = names_.path;
    return add_parent_updates({request_, place_, names_, sources_, status_}, planned_);
  }

  Result<void> add_heading() {
    auto added = plan_heading({request_, place_, names_, sources_});
    if (!added) return std::unexpected(std::move(added).error());
    planned_.path = added->file.path;
    planned_.line = added->line;
    planned_.plan.files.push_back(std::move(added->file));
    return {};
  }

  // Reads what would be written: it must say what was asked for and nothing must be lost in it.
  Result<void> prove(const std::string& text, const std::string& template_path) {
    DocumentReader reader(sources_.dialects);
    const ParsedDocument parsed = parse_document(reader, names_.path, text);
    const Document& document = parsed.document;
    if (!parsed.dialect || parsed.dialect->name != place_.dialect->name || document.items.empty()) {
      const std::string as =
          parsed.dialect ? "be taken for one of '" + parsed.dialect->name + "'" : "not be recognised";
      return std::unexpected(
          usage_error("a document of '" + place_.dialect->name + "' at " + names_.path + " would " + as,
                      "choose another folder with --in, or another dialect; the template is " + template_path));
    }
    const Item& item = document.items.front();
    if (item.kind != place_.creation.kind)
      return std::unexpected(usage_error(names_.path + " would be read as a " + std::string(to_string(item.kind)) +
                                             " and not as a " + to_string(place_.creation.kind),
                                         "choose another folder with --in"));
    if (!item.title || item.title->value != request_.title)
      return std::unexpected(usage_error(
          "the title '" + request_.title + "' would be read as '" + (item.title ? item.title->value : "") + "'",
          "choose a title that does not look like an id, a date, a mark or a placeholder"));
    if (!names_.id.empty() && (!item.id || fold_identifier(item.id->value) != fold_identifier(names_.id)))
      return std::unexpected(
          usage_error("the id '" + names_.id + "' would be read as '" + (item.id ? item.id->value : "") + "'",
                      "choose another id or title"));
    if (!item.status || item.status->value.category == StatusCategory::unknown)
      return std::unexpected(
          usage_error("the template " + template_path + " states no status", "let it hold {{status}}"));
    for (const NotUnderstood& part : document.not_understood)
      planned_.remarks.push_back("line " + std::to_string(part.line) + ": the " + part.what + " '" + part.text +
                                 "' is not one of the dialect");
    for (const Finding& problem : document.problems)
      planned_.remarks.push_back("line " + std::to_string(problem.line) + ": " + problem.message);
    return {};
  }

  void describe() {
    planned_.id = names_.id;
    planned_.title = request_.title;
    planned_.dialect = place_.dialect->name;
    planned_.kind = place_.creation.kind;
    planned_.remarks.insert(planned_.remarks.begin(), place_.remarks.begin(), place_.remarks.end());
    planned_.plan.summary = "new " + (names_.id.empty() ? request_.title : names_.id);
    const auto depends_on = request_.lists.find("depends_on");
    if (depends_on == request_.lists.end()) return;
    for (const std::string& id : depends_on->second)
      if (!sources_.corpus.find(id)) planned_.remarks.push_back("'" + id + "', on which it depends, is not found here");
  }

  CreationRequest request_;
  const CreationSources& sources_;
  CreationPlace place_;
  CreationNames names_;
  std::string status_;
  PlannedCreation planned_;
};

}  // namespace

Result<PlannedCreation> plan_creation(const CreationRequest& request, const CreationSources& sources) {
  return CreationPlanner(request, sources).run();
}

}  // namespace milepost
