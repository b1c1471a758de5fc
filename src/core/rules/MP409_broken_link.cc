// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>

#include "core/document/path_parts.h"
#include "core/document/relative_link.h"
#include "core/rules/contexts.h"
#include "core/rules/finding_sink.h"
#include "core/rules/rule_list.h"
#include "core/rules/visible_text.h"

namespace milepost {
namespace {

bool is_judged(std::string_view destination) {
  if (destination.empty() || destination.front() == '/' || destination.front() == '#') return false;
  const std::string_view path = destination.substr(0, destination.find_first_of("#?"));
  const bool looks_like_path = path.find('.') != std::string_view::npos || path.find('/') != std::string_view::npos;
  const bool is_template = path.find_first_of("{}<>*$|") != std::string_view::npos ||
                           path.find("...") != std::string_view::npos || path.starts_with("path/to");
  return looks_like_path && !is_template;
}

// "main.cc:12" is line 12 of main.cc.
std::string without_line(std::string path) {
  const std::size_t colon = path.rfind(':');
  const bool is_line = colon != std::string::npos && colon + 1 < path.size() &&
                       path.find_first_not_of("0123456789-", colon + 1) == std::string::npos;
  if (is_line) path.resize(colon);
  return path;
}

bool is_common_name(std::string_view name) {
  constexpr std::array<std::string_view, 4> kCommon{"README.md", "index.md", "overview.md", "TEMPLATE.md"};
  return std::ranges::any_of(kCommon, [name](std::string_view common) { return equals_ignoring_case(common, name); });
}

// Whether a file that was there and one that is here are surely the same: documents move into folders for finished work
// and back, and folders move as a whole. A release note and a milestone of one name are two things.
bool moved(std::string_view missing, std::string_view found) {
  const std::string_view from = folder_of(missing);
  const std::string_view to = folder_of(found);
  const auto is_below = [](std::string_view folder, std::string_view above) {
    return above.empty() || folder == above || (folder.starts_with(above) && folder[above.size()] == '/');
  };
  return is_below(to, from) || is_below(from, to) || file_name_of(from) == file_name_of(to);
}

// The link read as if it were written in one of the folders above, the root among them: where it leads to a file.
std::vector<std::string> find_from_above(const DocumentContext& context, std::string_view destination) {
  destination = destination.substr(0, destination.find_first_of("#?"));
  while (destination.starts_with("./") || destination.starts_with("../"))
    destination.remove_prefix(destination[1] == '/' ? 2 : 3);
  std::vector<std::string> places;
  if (destination.find('/') == std::string_view::npos && is_common_name(destination)) return places;
  for (std::string_view folder = folder_of(context.reading.path());; folder = folder_of(folder)) {
    const std::string place = resolve_link(folder.empty() ? "" : std::string(folder) + "/x", destination);
    if (!place.empty() && context.facts.files->exists(place)) places.push_back(place);
    if (folder.empty()) return places;
  }
}

void offer(const DocumentContext& context, const Inline& link, const std::string& place, FixSafety safety,
           Finding& found) {
  const std::string_view old = context.text(link.destination);
  const std::size_t rest = std::min(old.find_first_of("#?"), old.size());
  std::string now = relative_path(context.reading.path(), place);
  for (std::size_t at = now.find(' '); at != std::string::npos; at = now.find(' ', at + 3)) now.replace(at, 1, "%20");
  found.fixes.push_back(
      fix_here(context, "link to " + place, safety, {{link.destination, now.append(old.substr(rest))}}));
}

constexpr std::string_view kNoPlace = "mend the link, or remove it";

void add_place(const DocumentContext& context, const Inline& link, std::string_view missing, Finding& found) {
  const std::string_view name = file_name_of(missing);
  std::vector<std::string> places = context.facts.files->find_named(name);
  const bool is_file = name.find('.') != std::string_view::npos;
  if (is_file && places.empty()) {  // no folder holds such a file, so none needs to be asked
    found.advice = kNoPlace;
    return;
  }
  const std::vector<std::string> above = find_from_above(context, context.text(link.destination));
  if (above.size() == 1) {
    found.advice = "it is written as from another folder; " + above.front() + " is there";
    offer(context, link, above.front(), FixSafety::safe, found);
    return;
  }
  if (is_common_name(name) || places.empty() || places.size() > 3) {
    found.advice = kNoPlace;
    return;
  }
  found.advice = "a file of that name is " + places.front();
  for (std::size_t i = 1; i < places.size(); ++i) found.advice += " and " + places[i];
  if (places.size() > 1) return;
  const FixSafety safety = moved(missing, places.front()) ? FixSafety::safe : FixSafety::unsafe;
  offer(context, link, places.front(), safety, found);
}

void check(const DocumentContext& context, FindingSink& sink) {
  if (context.facts.files == nullptr) return;
  for_each_link(context.reading.scan(), [&](const Inline& link) {
    const std::string_view destination = context.text(link.destination);
    if (!is_judged(destination)) return;
    const std::string path = without_line(resolve_link(context.reading.path(), destination));
    if (path.empty() || context.facts.files->exists(path)) return;
    Finding& found = sink.report(link.destination, "there is no " + path);
    add_place(context, link, path, found);
  });
}

}  // namespace

constinit const Rule kBrokenLink{.about = {.id = "MP409",
                                           .slug = "broken-link",
                                           .since = "0.1.0",
                                           .group = RuleGroup::between,
                                           .severity = Severity::warning,
                                           .fix = FixOffer::safe,
                                           .summary = "a link to a file that is not there"},
                                 .check_document = check};

}  // namespace milepost
