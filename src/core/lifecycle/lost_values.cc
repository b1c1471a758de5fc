// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "core/lifecycle/lost_values.h"

#include <algorithm>
#include <utility>

#include "core/document/document_reader.h"
#include "core/lifecycle/plan_edits.h"

namespace milepost {
namespace {

// What is made of a value stands for it as well.
TemplateValues without(TemplateValues values, const std::string& name) {
  if (const auto list = values.lists.find(name); list != values.lists.end()) list->second.clear();
  for (const std::string& one : {name, name + "_label"})
    if (const auto text = values.texts.find(one); text != values.texts.end()) text->second.clear();
  return values;
}

// The role of the dialect that a variable of templates stands for.
std::string role_of_variable(const std::string& name) {
  return name == "effort" ? std::string("effort_estimated") : name;
}

bool knows_role(const Dialect& dialect, std::string_view role) {
  const auto states = [&](const auto& entry) { return role_name(dialect, entry.second.role) == role; };
  return std::any_of(dialect.keys.begin(), dialect.keys.end(), states) ||
         std::any_of(dialect.labels.begin(), dialect.labels.end(), states);
}

std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : ", ") + word;
  return text;
}

std::string value_of(const TemplateValues& values, const std::string& name) {
  const auto list = values.lists.find(name);
  return list == values.lists.end() ? values.texts.find(name)->second : joined(list->second);
}

Error no_place(const LostValues& lost, const std::string& name) {
  return {ErrorKind::usage,
          "a " + std::string(to_string(lost.from.place.creation.kind)) + " of '" + lost.from.place.dialect->name +
              "' has no place for '" + name + "'",
          std::nullopt,
          {},
          {"leave it out, or let the template " + lost.from.document_template.path + " hold {{" + name + "}}"}};
}

// The item that bears the title; the newest document has it once, a host perhaps once more.
std::optional<std::size_t> find_item(const Document& document, const std::string& title) {
  for (std::size_t i = document.items.size(); i > 0; --i)
    if (document.items[i - 1].title && document.items[i - 1].title->value == title) return i - 1;
  return std::nullopt;
}

}  // namespace

std::vector<std::string> find_lost_values(const ValueSources& from, const TemplateValues& values) {
  std::vector<std::string> given;
  for (const auto& [name, value] : from.request.fields)
    if (!value.empty()) given.push_back(name);
  for (const auto& [name, entries] : from.request.lists)
    if (!entries.empty()) given.push_back(name);
  const TemplateText& text = from.document_template;
  const auto whole = render_template(text.path, text.text, values);
  std::erase_if(given, [&](const std::string& name) {
    const auto part = render_template(text.path, text.text, without(values, name));
    return !whole || !part || *part != *whole;
  });
  std::ranges::sort(given);
  return given;
}

Result<std::string> place_lost_values(const LostValues& lost, const std::string& text, const std::string& path,
                                      const std::string& title) {
  if (lost.names.empty()) return text;
  DocumentReader reader(lost.from.sources.dialects);
  const ParsedDocument parsed = parse_document(reader, path, text);
  const auto item = find_item(parsed.document, title);
  if (!parsed.dialect || !item) return text;  // the planner's own proof says what is wrong
  std::vector<EditRequest> requests;
  for (const std::string& name : lost.names) {
    const std::string role = role_of_variable(name);
    if (!knows_role(*parsed.dialect, role)) return std::unexpected(no_place(lost, name));
    requests.emplace_back(SetField{role, value_of(lost.values, name)});
  }
  auto planned = plan_edits({parsed, lost.from.sources.dialects.words(), *item}, requests);
  if (!planned) {
    planned.error().place = std::nullopt;  // there is no such file yet
    planned.error().frames.push_back("while writing what the template has no place for: " + joined(lost.names));
    return std::unexpected(std::move(planned).error());
  }
  return apply_edits(text, planned->edits);
}

}  // namespace milepost
