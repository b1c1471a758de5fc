// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "core/lifecycle/find_section.h"

#include <algorithm>

#include "core/document/fold.h"
#include "core/document/sections.h"

namespace milepost {
namespace {

Result<std::uint32_t> only_one(const EditDraft& draft, const std::vector<std::uint32_t>& found, std::string_view name) {
  if (found.size() == 1) return found[0];
  const std::vector<Heading>& headings = draft.parsed().outline.headings;
  Error error = draft.error_at(ErrorKind::ambiguous, headings[found[0]].text.begin,
                               "several sections are '" + std::string(name) + "'");
  for (const std::uint32_t heading : found) error.hints.push_back(draft.describe(headings[heading].text.begin));
  return std::unexpected(std::move(error));
}

}  // namespace

bool is_of_item(const EditDraft& draft, std::uint32_t heading) {
  const ByteRange text = draft.parsed().outline.headings[heading].text;
  return draft.item().range.begin <= text.begin && text.begin < draft.item().range.end;
}

std::string_view own_kind(const EditDraft& draft, std::uint32_t heading) {
  const Heading& own = draft.parsed().outline.headings[heading];
  const SectionRule* rule = section_rule(draft.dialect(), own);
  return rule == nullptr || own.inherited || heading == draft.item_heading() ? std::string_view{}
                                                                             : std::string_view{rule->kind};
}

Result<std::uint32_t> find_section(const EditDraft& draft, std::string_view name) {
  const std::vector<Heading>& headings = draft.parsed().outline.headings;
  std::vector<std::uint32_t> titled;
  std::vector<std::uint32_t> of_kind;
  std::vector<std::uint32_t> begun;  // titles that begin so: "Workstream A" of "Workstream A – Building"
  const std::string wanted = fold_heading(name);
  for (std::uint32_t i = 0; i < headings.size(); ++i) {
    if (!is_of_item(draft, i) || i == draft.item_heading()) continue;
    const std::string title = fold_heading(draft.slice(headings[i].text));
    if (!wanted.empty() && title == wanted) titled.push_back(i);
    if (!wanted.empty() && title.starts_with(wanted + " ")) begun.push_back(i);
    if (own_kind(draft, i) == name) of_kind.push_back(i);
  }
  if (!titled.empty()) return only_one(draft, titled, name);
  if (of_kind.empty() && !begun.empty()) return only_one(draft, begun, name);
  if (of_kind.empty()) return fail(ErrorKind::not_found, "the document has no section '" + std::string(name) + "'");
  const std::uint8_t top =
      headings[*std::ranges::min_element(of_kind, {}, [&](std::uint32_t i) { return headings[i].level; })].level;
  std::erase_if(of_kind, [&](std::uint32_t i) { return headings[i].level != top; });
  return only_one(draft, of_kind, name);
}

}  // namespace milepost
