// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// What an item names as its prerequisites, by fields and by sections.
#include <algorithm>
#include <array>
#include <utility>

#include "core/base/ascii.h"
#include "core/document/fold.h"
#include "core/document/item_builder.h"
#include "core/document/normalise/identifier.h"
#include "core/document/relative_link.h"
#include "core/text/label_line.h"

namespace milepost {
namespace {

constexpr std::size_t kDependenciesMost = 200;

// A line of a section of dependencies without what it says of later things: "M1 — before M3 starts", and without the
// remark behind a name that is no id: "Parameter model — shared with E-18".
std::string_view without_remark(std::string_view line) {
  static constexpr std::array<std::string_view, 4> kLater{" before ", " so that ", " unblocks ", " shared with "};
  for (const std::string_view word : kLater) line = line.substr(0, line.find(word));
  return line.find("\xE2\x8F\xAD") == std::string_view::npos ? line : std::string_view{};  // ⏭: what comes next
}

// What may stand before a dependency in an entry that is about nothing else: "Depends on M1, M2 and M3".
bool leads_to_dependency(std::string_view before) {
  static constexpr std::array<std::string_view, 24> kWords{
      "depends", "depend",    "on",         "requires", "require", "needs", "after", "blocked",
      "by",      "builds",    "upon",       "and",      "or",      "the",   "of",    "with",
      "phase",   "milestone", "milestones", "sprint",   "sprints", "task",  "tasks", "completion"};
  std::string buffer;
  std::string_view folded = fold_words(before, buffer);
  while (!folded.empty()) {
    const std::size_t end = std::min(folded.find(' '), folded.size());
    const std::string_view word = folded.substr(0, end);
    const bool has_digit = word.find_first_of("0123456789") != std::string_view::npos;
    if (!has_digit && std::ranges::find(kWords, word) == kWords.end()) return false;
    folded.remove_prefix(std::min(end + 1, folded.size()));
  }
  return true;
}

// What may follow it: nothing, its name in brackets or behind a dash, the next one, or that it must come first.
bool follows_dependency(std::string_view after) {
  static constexpr std::array<std::string_view, 10> kWords{"and", "or",  "must",  "should",   "needs",
                                                           "is",  "has", "first", "complete", "completed"};
  const auto skip = [&after](std::string_view marks) {
    after.remove_prefix(std::min(after.find_first_not_of(marks), after.size()));
  };
  skip("*_`] ");
  while (after.starts_with('(')) {
    const std::size_t close = after.find(')');
    if (close == std::string_view::npos) return true;  // the bracket goes on in the next line
    after.remove_prefix(close + 1);
    skip(")*_`] ");
  }
  if (after.empty() || !is_alnum(after.front())) return true;
  const std::size_t end = std::min(after.find_first_of(" ,.;:"), after.size());
  return std::ranges::find(kWords, after.substr(0, end)) != kWords.end();
}

ReferenceManner manner_of(std::string_view text, DependencyForm form, ByteRange where) {
  if (form != DependencyForm::prose || where.end > text.size()) return ReferenceManner::stated;
  const bool is_stated = leads_to_dependency(text.substr(0, where.begin)) && follows_dependency(text.substr(where.end));
  return is_stated ? ReferenceManner::stated : ReferenceManner::aside;
}

}  // namespace

void ItemBuilder::add_dependencies(std::string_view text, DependencyForm form, Spot spot, Item& item) {
  const auto [where, line] = spot;
  for (Reference& reference : values_.dependencies(text, form)) {
    if (item.depends_on.size() >= kDependenciesMost) return;
    reference.line = line;
    if (!reference.path.empty()) reference.path = resolve_link(scan_.path, reference.path);
    reference.manner = manner_of(text, form, reference.where);
    reference.where = {where.begin + reference.where.begin, where.begin + reference.where.end};
    if (reference.where.end > where.end) reference.where = where;  // decoded YAML is shorter or longer than its bytes
    if (item.id && reference.text == item.id->value) continue;     // "M3" in milestone 3 of another plan is not itself
    std::string folded = fold_identifier(reference.text);
    // "All other tasks of S01": what an item belongs to does not come before it.
    if (form == DependencyForm::prose && item.parent && folded == fold_identifier(item.parent->text)) continue;
    if (std::ranges::find(folded_dependencies_, folded) != folded_dependencies_.end())
      continue;  // equal texts fold equally
    folded_dependencies_.push_back(std::move(folded));
    item.depends_on.push_back(std::move(reference));
  }
}

void ItemBuilder::fill_dependencies(const FieldTable& fields, Item& item) {
  for (const RawField& field : fields.of(Role::depends_on)) {
    const bool is_list = field.node != 0 && scan_.front_matter.nodes[field.node].kind == YamlKind::sequence;
    const bool is_terse = is_list || field.carrier == Carrier::banner;  // names alone, no sentences
    for (const auto& [text, range] : texts_of(field))
      add_dependencies(text, is_terse ? DependencyForm::list_entry : DependencyForm::value,
                       {range, line_of(field, range)}, item);
    if (field.node != 0 || !field.value.empty() || field.block == kNoBlock) continue;
    // "**Depends on:**" alone on its line: the list below it is the value.
    const std::uint32_t next = scan_.markdown.blocks[field.block].end;
    if (next < scan_.markdown.blocks.size() && scan_.markdown.blocks[next].kind == BlockKind::list)
      add_section_dependencies({next, scan_.markdown.blocks[next].end}, item);
  }
}

void ItemBuilder::add_section_dependencies(BlockSpan span, Item& item) {
  std::uint32_t skip_until = span.begin;
  for (std::uint32_t i = span.begin; i < span.end; ++i) {
    const Block& block = scan_.markdown.blocks[i];
    if (i < skip_until) continue;
    if (block.kind == BlockKind::paragraph) {
      skip_until = add_paragraph_dependencies(i, span.end, item);
    } else if (block.kind == BlockKind::table_row && (block.flags & kHeaderRow) == 0 && block.cells_count > 0) {
      const ByteRange cell = scan_.markdown.cells[block.cells_begin];
      add_dependencies(slice(scan_.bytes, cell), DependencyForm::prose, {cell, block.line + 1}, item);
    }
  }
}

// The lines of one paragraph. "**Enables:**" speaks of others: its line does not count, nor does the list below it.
// Returns the block from which on things count again.
std::uint32_t ItemBuilder::add_paragraph_dependencies(std::uint32_t index, std::uint32_t end, Item& item) {
  const Block& block = scan_.markdown.blocks[index];
  std::vector<Label> labels;
  bool last_is_downstream = false;
  for (std::uint32_t k = 0; k < block.lines_count; ++k) {
    const ByteRange line = scan_.markdown.lines[block.lines_begin + k];
    labels.clear();
    find_labels(scan_.bytes, line, true, labels);
    last_is_downstream = !labels.empty() && is_downstream(slice(scan_.bytes, labels[0].label));
    if (last_is_downstream) continue;
    const std::size_t before = item.depends_on.size();
    add_dependencies(without_remark(slice(scan_.bytes, line)), DependencyForm::prose, {line, block.line + k + 1}, item);
    if (k == 0 && before == item.depends_on.size()) add_leading_dependency(line, block.line + 1, item);
  }
  if (!last_is_downstream) return index + 1;
  if (block.parent != kNoBlock && scan_.markdown.blocks[block.parent].kind == BlockKind::list_item)
    return scan_.markdown.blocks[block.parent].end;
  const bool list_follows = block.end < end && scan_.markdown.blocks[block.end].kind == BlockKind::list;
  return list_follows ? scan_.markdown.blocks[block.end].end : index + 1;
}

// "AREA-0001 must land first": at the beginning of an entry an area and a number are a name.
void ItemBuilder::add_leading_dependency(ByteRange line, std::uint32_t line_number, Item& item) {
  const auto match = values_.leading_identifier(slice(scan_.bytes, line));
  if (!match || match->text.find('-') == std::string::npos ||
      (item.id && match->folded == fold_identifier(item.id->value)))
    return;
  Reference reference;
  reference.text = match->text;
  reference.where = {line.begin + match->within.begin, line.begin + match->within.end};
  reference.line = line_number;
  if (std::ranges::find(folded_dependencies_, match->folded) != folded_dependencies_.end()) return;
  folded_dependencies_.push_back(match->folded);
  item.depends_on.push_back(std::move(reference));
}

// "Enables", and "After M3" by its first word.
bool ItemBuilder::is_downstream(std::string_view label) const {
  std::string buffer;
  const std::string_view folded = fold_words(label, buffer);
  for (const std::string_view word : {folded, folded.substr(0, folded.find(' '))}) {
    const auto found = dialect_.labels.find(word);
    if (found != dialect_.labels.end()) return role_name(dialect_, found->second.role) == "downstream";
  }
  return false;
}

}  // namespace milepost
