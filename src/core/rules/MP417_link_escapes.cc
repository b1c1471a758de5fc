// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>
#include <string>

#include "core/rules/contexts.h"
#include "core/rules/finding_sink.h"
#include "core/rules/rule_list.h"
#include "core/rules/visible_text.h"

namespace milepost {
namespace {

// "../../issues/5" is how pages of the forge are linked to.
bool is_page_of_forge(std::string_view rest) {
  constexpr std::array<std::string_view, 9> kPages{"issues",  "pull",   "wiki",        "releases", "actions",
                                                   "compare", "commit", "discussions", "milestone"};
  return std::ranges::any_of(kPages, [rest](std::string_view page) { return rest.starts_with(page); });
}

// How many folders up the destination leads at its beginning; what follows is `rest`.
std::size_t count_ups(std::string_view destination, std::string_view& rest) {
  std::size_t ups = 0;
  while (destination.starts_with("./")) destination.remove_prefix(2);
  for (; destination.starts_with("../"); destination.remove_prefix(3)) ++ups;
  rest = destination;
  return ups;
}

void check(const DocumentContext& context, FindingSink& sink) {
  const auto depth = static_cast<std::size_t>(std::ranges::count(context.reading.path(), '/'));
  std::string too_far;
  for (std::size_t i = 0; i <= depth; ++i) too_far += "../";
  if (context.bytes().find(too_far) == std::string_view::npos) return;
  for_each_link(context.reading.scan(), [&](const Inline& link) {
    std::string_view rest;
    if (count_ups(context.text(link.destination), rest) <= depth || is_page_of_forge(rest)) return;
    sink.report(link.destination, "leads out of the repository",
                "link to what is in it, or write where the other thing is");
  });
}

}  // namespace

constinit const Rule kLinkEscapes{.about = {.id = "MP417",
                                            .slug = "link-escapes",
                                            .since = "0.1.0",
                                            .group = RuleGroup::between,
                                            .severity = Severity::warning,
                                            .stage = RuleStage::preview,
                                            .summary = "a link that leads out of the repository"},
                                  .check_document = check};

}  // namespace milepost
