// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "operations/overview_entry.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "core/document/fold.h"
#include "core/document/normalise/identifier.h"
#include "core/lifecycle/overview_parts.h"
#include "operations/chosen_item.h"
#include "operations/session.h"

namespace milepost {
namespace {

std::string name_of(const Item& item) {
  if (!item.title) return item.id ? item.id->value : "";
  return (item.id ? item.id->value + ": " : "") + item.title->value;
}

bool is_named(const Item& item, const std::string& name) {
  if (item.title && fold_words(item.title->value) == fold_words(name)) return true;
  if (fold_words(name_of(item)) == fold_words(name)) return true;
  return item.id && fold_identifier(item.id->value) == fold_identifier(name);
}

// The item of the overview that the request names.
Result<std::size_t> find_entry(const Document& document, const std::string& name) {
  std::vector<std::size_t> found;
  Error error{ErrorKind::not_found, document.path + " describes no milestone '" + name + "'", std::nullopt, {}, {}};
  for (std::size_t i = 1; i < document.items.size(); ++i) {
    const Item& item = document.items[i];
    if (is_named(item, name)) found.push_back(i);
    if (error.hints.size() < 20 && !name_of(item).empty()) error.hints.push_back(name_of(item));
  }
  if (found.size() == 1) return found.front();
  if (found.empty()) return std::unexpected(std::move(error));
  error.kind = ErrorKind::ambiguous;
  error.message = document.path + " describes several milestones '" + name + "'";
  error.hints.clear();
  for (const std::size_t i : found) error.hints.push_back(document.path + ":" + std::to_string(document.items[i].line));
  return std::unexpected(std::move(error));
}

std::string_view line_at(std::string_view bytes, std::size_t begin) {
  return bytes.substr(begin, std::min(bytes.find_first_of("\r\n", begin), bytes.size()) - begin);
}

}  // namespace

Result<void> take_overview_entry(Session& session, const std::string& overview, CreationRequest& request) {
  auto workspace = session.workspace();
  if (!workspace) return std::unexpected(std::move(workspace).error());
  auto path = (*workspace)->to_relative(overview);
  if (!path) return std::unexpected(std::move(path).error());
  auto parsed = load_document(session, *path);
  if (!parsed) return std::unexpected(std::move(parsed).error());
  if (!parsed->dialect)
    return fail(ErrorKind::invalid_document, *path + " is not recognised as an overview of milestones");
  const auto index = find_entry(parsed->document, request.title);
  if (!index) return std::unexpected(index.error());
  const Item& item = parsed->document.items[*index];
  const std::string_view bytes = parsed->source.bytes();
  const std::string_view heading = line_at(bytes, item.range.begin);
  const std::string_view entry = bytes.substr(item.range.begin + heading.size(), item.range.size() - heading.size());
  const std::string place = *path + ":" + std::to_string(item.line);
  std::vector<SectionText> carried = split_overview_entry(entry, *parsed->dialect, place);
  for (SectionText& own : request.sections) {
    std::erase_if(carried,
                  [&](const SectionText& section) { return fold_words(section.title) == fold_words(own.title); });
    carried.push_back(std::move(own));
  }
  request.sections = std::move(carried);
  if (item.title) request.title = item.title->value;
  if (request.id.empty() && !request.number && item.id) request.id = item.id->value;
  request.parent_anchor = heading_anchor(heading.substr(std::min(heading.find_first_not_of("# "), heading.size())));
  request.described_in = *path;
  if (request.parent.empty()) request.parent = *path;
  if (request.dialect.empty()) request.dialect = "design";
  return {};
}

}  // namespace milepost
