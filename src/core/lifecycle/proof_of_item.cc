// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "core/lifecycle/proof_of_item.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace milepost {
namespace {

std::unexpected<Error> refuse(const ParsedDocument& document, std::string message) {
  return std::unexpected(Error{ErrorKind::refused,
                               std::move(message),
                               Place{document.document.path, 1, 0},
                               {},
                               {"nothing was written; change the document by hand, and report this as a bug"}});
}

// What the item itself states, as one text.
std::string stated(const Item& item) {
  std::string text;
  const auto add = [&](const std::string& part) { text += part + '\x1F'; };
  add(to_string(item.kind));
  add(item.id ? item.id->value : "");
  add(item.title ? item.title->value : "");
  add(item.status ? item.status->value.text : "");
  add(item.owner ? item.owner->value : "");
  for (const auto* date : {&item.created, &item.updated, &item.start, &item.target, &item.completed})
    add(*date ? to_string((*date)->value) : "");
  add(item.risk ? item.risk->value.text : "");
  for (const Reference& reference : item.depends_on) add(reference.text);
  return text;
}

std::vector<std::string> headings_of(const ParsedDocument& parsed) {
  std::vector<std::string> headings;
  for (const Heading& heading : parsed.outline.headings)
    headings.push_back(std::to_string(heading.level) + std::string(parsed.source.slice(heading.text)));
  return headings;
}

// Whether `shorter` is `longer` with `left_out` of its entries left out, all others in order.
bool is_part_of(const std::vector<std::string>& shorter, const std::vector<std::string>& longer, std::size_t left_out) {
  if (shorter.size() + left_out != longer.size()) return false;
  std::size_t at = 0;
  for (const std::string& entry : longer)
    if (at < shorter.size() && shorter[at] == entry) ++at;
  return at == shorter.size();
}

bool is_one_insertion(std::string_view before, std::string_view after) {
  if (after.size() <= before.size()) return false;
  const auto front = static_cast<std::size_t>(std::ranges::mismatch(before, after).in1 - before.begin());
  return before.substr(front) == after.substr(after.size() - (before.size() - front));
}

}  // namespace

Result<void> prove_new_item(const ParsedDocument& before, const ParsedDocument& after, const IntendedChange& intended) {
  if (!is_one_insertion(before.source.bytes(), after.source.bytes()))
    return refuse(before, "more than one place would change");
  std::vector<std::string> old_items;
  std::vector<std::string> new_items;
  for (const Item& item : before.document.items) old_items.push_back(stated(item));
  for (const Item& item : after.document.items) new_items.push_back(stated(item));
  if (!is_part_of(old_items, new_items, 1)) return refuse(before, "the change would change other milestones too");
  const auto has_title = [&](const Item& item) { return item.title && item.title->value == intended.value; };
  if (std::ranges::count_if(after.document.items, has_title) !=
      std::ranges::count_if(before.document.items, has_title) + 1)
    return refuse(before, "the new milestone would not be read with the title '" + intended.value + "'");
  if (!is_part_of(headings_of(before), headings_of(after), 1))
    return refuse(before, "the document would be read with other sections than before");
  if (after.document.problems.size() > before.document.problems.size())
    return refuse(before, "the change would bring a finding: " + after.document.problems.back().message);
  return {};
}

}  // namespace milepost
