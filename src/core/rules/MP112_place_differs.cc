// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include <algorithm>
#include <string>

#include "core/document/path_parts.h"
#include "core/rules/contexts.h"
#include "core/rules/finding_sink.h"
#include "core/rules/rule_list.h"

namespace milepost {
namespace {

bool meets_any(const std::vector<PathPattern>& patterns, std::string_view lower) {
  return std::ranges::any_of(patterns, [lower](const PathPattern& pattern) { return pattern.matches(lower); });
}

void check(const DocumentContext& context, FindingSink& sink) {
  std::string buffer;
  const std::string_view path = context.reading.path();
  const std::string_view lower = lower_path(path, buffer);
  const Item& item = context.reading.items().front();
  const Spot whole{{context.document, 0}, {}, item.line};
  if (lower.ends_with(".md.md")) {
    sink.report(whole, "the file name ends twice: " + std::string(file_name_of(path)),
                "rename it to " + std::string(file_name_of(path.substr(0, path.size() - 3))));
  }
  for (const FormPlace& place : context.reading.dialect().form.places) {
    if (place.kind && *place.kind != item.kind) continue;
    if (!meets_any(place.where, lower) || meets_any(place.like, lower)) continue;
    sink.report(whole, "its family calls and places such files otherwise: " + place.say,
                "rename or move it; links to it must follow");
  }
}

}  // namespace

constinit const Rule kPlaceDiffers{.about = {.id = "MP112",
                                             .slug = "place-differs",
                                             .since = "0.1.0",
                                             .group = RuleGroup::form,
                                             .severity = Severity::info,
                                             .summary = "a file name or folder that is not as the dialect says"},
                                   .check_document = check};

}  // namespace milepost
