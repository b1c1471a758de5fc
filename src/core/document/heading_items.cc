// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "core/document/heading_items.h"

#include <algorithm>
#include <array>
#include <functional>

#include "core/base/ascii.h"
#include "core/document/counted_headings.h"
#include "core/document/fold.h"
#include "core/document/labels.h"
#include "core/document/sections.h"
#include "core/text/inline.h"

namespace milepost {
namespace {

constexpr std::size_t kEnoughElsewhere = 3;  // numbered milestones that make a document of another kind a list of them
constexpr std::size_t kItemsMost = 20000;

std::string_view first_word(std::string_view folded) { return folded.substr(0, folded.find(' ')); }

ItemKind kind_of_word(std::string_view word, ItemKind fallback) {
  static constexpr std::array<std::pair<std::string_view, ItemKind>, 4> kWords{{{"phase", ItemKind::phase},
                                                                                {"sprint", ItemKind::sprint},
                                                                                {"epic", ItemKind::epic},
                                                                                {"iteration", ItemKind::sprint}}};
  const auto* found = std::ranges::find(kWords, word, &std::pair<std::string_view, ItemKind>::first);
  return found == kWords.end() ? fallback : found->second;
}

bool is_range_of_ids(std::string_view text, const IdMatch& id);

class HeadingItemFinder {
 public:
  HeadingItemFinder(const Scan& scan, const Dialect& dialect, const DocumentRule& rule, const ValueReader& values)
      : scan_(scan), dialect_(dialect), rule_(rule), values_(values) {}

  void run(std::vector<HeadingItem>& into) {
    const std::vector<Heading>& headings = scan_.outline.headings;
    for (std::uint32_t i = 0; i < headings.size() && into.size() < kItemsMost; ++i)
      if (i != scan_.outline.title && is_numbered(i)) into.push_back({i, kind_});
    keep_milestones(into);
    keep_outermost(into);
    if (!rule_.many && into.size() < kEnoughElsewhere) into.clear();
    if (!rule_.many || !into.empty()) return;
    find_counted(into);
    if (!into.empty()) return;
    for (std::uint32_t i = 0; i < headings.size() && into.size() < kItemsMost; ++i)
      if (i != scan_.outline.title && is_labelled(i)) into.push_back({i, rule_.inner});
  }

 private:
  // "Milestone 2: x", "M2 – x", "v1.4 x": a word of the dialect with a number, or an id.
  bool is_numbered(std::uint32_t index) {
    const Heading& heading = scan_.outline.headings[index];
    if (heading.level > 4 || !may_be_numbered(slice(scan_.bytes, heading.text))) return false;
    const std::string text = plain_text(slice(scan_.bytes, heading.text));
    const auto match = values_.title(text).id;
    if (!match || match->text.starts_with('#') || is_range_of_ids(text, *match)) return false;
    const std::string& id = match->text;
    std::string buffer;
    const std::string_view word = first_word(fold_heading(id, buffer));
    const bool named = std::ranges::find(dialect_.item_headings, word) != dialect_.item_headings.end();
    kind_ = match->kind.value_or(kind_of_word(word, rule_.inner));
    if (rule_.many) return named || !is_section_of_known_kind(heading);
    return word == "milestone" || word == "meilenstein" || is_milestone_number(id);
  }

  // A cheap look before the costly one: there is a digit, and in documents of another kind an M as first letter.
  [[nodiscard]] bool may_be_numbered(std::string_view heading) const {
    const auto is_ascii_letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
    if (!rule_.many) {
      const auto first = std::ranges::find_if(heading, is_ascii_letter);
      if (first == heading.end() || (*first != 'M' && *first != 'm')) return false;
    }
    return std::ranges::any_of(heading, [](char c) { return c >= '0' && c <= '9'; });
  }

  // Where milestones are numbered, numbered phases and steps are parts of them or groups around them.
  void keep_milestones(std::vector<HeadingItem>& items) const {
    const auto is_milestone = [](const HeadingItem& item) { return item.kind == ItemKind::milestone; };
    if (std::ranges::any_of(items, is_milestone)) std::erase_if(items, std::not_fn(is_milestone));
  }

  void keep_outermost(std::vector<HeadingItem>& items) const {
    std::uint32_t inside_until = 0;
    std::erase_if(items, [&](const HeadingItem& item) {
      const Heading& heading = scan_.outline.headings[item.heading];
      const bool nested = heading.block < inside_until;
      if (!nested) inside_until = heading.block_end;
      return nested;
    });
  }

  static bool is_milestone_number(std::string_view id) {
    if (id.size() < 2 || (id[0] != 'M' && id[0] != 'm')) return false;
    const std::size_t at = id[1] == 'S' || id[1] == '-' ? 2 : 1;
    return at < id.size() && id[at] >= '0' && id[at] <= '9';
  }

  [[nodiscard]] bool is_section_of_known_kind(const Heading& heading) const {
    const SectionRule* rule = section_rule(dialect_, heading);
    return rule != nullptr && !heading.inherited && rule->record != "milestone";
  }

  // "## 1. Parser", "## 2. Writer": in a document called "Milestones" each chapter is one. Elsewhere each must have a
  // status, a date or a box as well, because most documents with numbered chapters are about something else.
  void find_counted(std::vector<HeadingItem>& into) {
    const auto counted = find_counted_headings(scan_.bytes, scan_.outline);
    const auto is_known = [&](const CountedHeading& one) {
      return is_section_of_known_kind(scan_.outline.headings[one.heading]);
    };
    if (counted.empty() || counted.size() > kItemsMost || std::ranges::any_of(counted, is_known)) return;
    const auto is_evident = [&](const CountedHeading& one) { return has_box(one.heading) || is_labelled(one.heading); };
    if (!is_called_milestones() && !std::ranges::all_of(counted, is_evident)) return;
    for (const CountedHeading& one : counted) into.push_back({one.heading, rule_.inner, one.number_length});
  }

  [[nodiscard]] bool is_called_milestones() const {
    if (scan_.outline.title == kNoBlock) return false;
    std::string buffer;
    const std::string_view title =
        fold_heading(slice(scan_.bytes, scan_.outline.headings[scan_.outline.title].text), buffer);
    return std::ranges::any_of(rule_.headings, [&](const std::string& word) { return title.starts_with(word); });
  }

  [[nodiscard]] bool has_box(std::uint32_t index) const {
    const Heading& heading = scan_.outline.headings[index];
    for (std::uint32_t i = heading.block; i < heading.block_end; ++i)
      if (scan_.markdown.blocks[i].box != kNoOffset) return true;
    return false;
  }

  // Milestones without numbers: a heading of its own that states a status or a date.
  bool is_labelled(std::uint32_t index) {
    const Heading& heading = scan_.outline.headings[index];
    if (heading.level < 2 || heading.level > 3 || is_section_of_known_kind(heading)) return false;
    labels_.clear();
    collect_labels(scan_.bytes, scan_.markdown, heading.block + 1, own_blocks_end(scan_.outline, index),
                   PlainLabels::yes, labels_);
    std::string buffer;
    return std::ranges::any_of(labels_, [&](const PlacedLabel& label) {
      const auto found = dialect_.labels.find(fold_words(slice(scan_.bytes, label.label), buffer));
      if (found == dialect_.labels.end()) return false;
      const Role role = found->second.role;
      return role == Role::status || role == Role::target || role == Role::completed;
    });
  }

  const Scan& scan_;
  const Dialect& dialect_;
  const DocumentRule& rule_;
  const ValueReader& values_;
  ItemKind kind_ = ItemKind::milestone;
  std::vector<PlacedLabel> labels_;
};

std::string_view trimmed_end(std::string_view text) {
  while (!text.empty() && (text.back() == ' ' || text.back() == '-' || text.back() == ':')) text.remove_suffix(1);
  for (const std::string_view sign :
       {std::string_view("\xE2\x80\x94"), std::string_view("\xE2\x80\x93"), std::string_view("\xC2\xB7")})
    if (text.ends_with(sign)) return trimmed_end(text.substr(0, text.size() - sign.size()));
  return text;
}

// Whether a part of a heading is a status and not words of a name that begin like one: "Done (2026-01-02)", "in
// progress: 2 left", not "Deployed for real" and not "New UI".
bool is_all_status(std::string_view part, const Status& status) {
  static constexpr std::array<std::string_view, 8> kLeads{"on ", "in ",    "by ",    "since ",
                                                          "at ", "as of ", "until ", "for "};
  const bool begins_with_word =
      (part.front() >= 'A' && part.front() <= 'Z') || (part.front() >= 'a' && part.front() <= 'z');
  if (!begins_with_word) return true;
  if (status.note.empty()) return true;
  if (!part.ends_with(status.note) || status.note.size() >= part.size()) return false;
  const std::string_view before = part.substr(0, part.size() - status.note.size());
  const std::size_t last = before.find_last_not_of(' ');
  const bool parted = last != std::string_view::npos && !(before[last] >= 'a' && before[last] <= 'z') &&
                      !(before[last] >= 'A' && before[last] <= 'Z');
  if (parted || is_digit(status.note.front())) return true;
  const bool has_digit = std::ranges::any_of(status.note, is_digit);
  const auto leads = [&](std::string_view word) { return status.note.starts_with(word); };
  // "absorbed into Search", "blocked on the vendor"
  static constexpr std::array<std::string_view, 5> kJoints{" into ", " by ", " for ", " on ", " with "};
  if (std::ranges::any_of(kJoints, [&](std::string_view joint) { return before.ends_with(joint); })) return true;
  return has_digit && std::ranges::any_of(kLeads, leads);
}

// Where a part that may hold the status begins: the last bracket at the end, else a spaced dash or a status emoji.
std::size_t bracket_begin(std::string_view text) {
  return text.ends_with(')') || text.ends_with(']') ? text.find_last_of("([") : std::string_view::npos;
}

std::size_t mark_begin(std::string_view text) {
  // A mark at the very beginning is no suffix; the caller sees it as decoration.
  static constexpr std::array<std::string_view, 12> kMarks{" \xE2\x80\x94 ",   " \xE2\x80\x93 ",   " - ",
                                                           "\xE2\x9C\x85",     "\xE2\x9C\x94",     "\xE2\x8F\xB3",
                                                           "\xF0\x9F\x9A\xA7", "\xF0\x9F\x94\x84", "\xF0\x9F\x93\x8B",
                                                           "\xE2\x9D\x8C",     "\xF0\x9F\x9F\xA1", "\xF0\x9F\x94\x9C"};
  std::size_t best = std::string_view::npos;
  for (const std::string_view mark : kMarks) {
    const std::size_t at = text.rfind(mark);
    if (at != std::string_view::npos && (best == std::string_view::npos || at > best)) best = at;
  }
  return best;
}

bool is_dash_part(std::string_view part) {
  return part.starts_with(" - ") || part.starts_with(" \xE2\x80\x94 ") || part.starts_with(" \xE2\x80\x93 ");
}

// "M5-M6 slices", "Milestones 1–19": a heading about several is none of them.
bool is_range_of_ids(std::string_view text, const IdMatch& id) {
  const std::size_t at = text.find(id.text);
  if (at == std::string_view::npos) return false;
  std::string_view rest = text.substr(at + id.text.size());
  std::size_t dash = rest.starts_with('-') ? 1 : 0;
  if (rest.starts_with("\xE2\x80\x93") || rest.starts_with("\xE2\x80\x94") || rest.starts_with("\xE2\x80\x91"))
    dash = 3;
  if (dash == 0 || dash >= rest.size()) return false;
  rest.remove_prefix(dash);
  const std::size_t letters = rest.front() == id.text.front() ? 1 : 0;
  return letters < rest.size() && is_digit(rest[letters]);
}

}  // namespace

void find_heading_items(const Scan& scan, const Dialect& dialect, const DocumentRule& rule, const ValueReader& values,
                        std::vector<HeadingItem>& into) {
  into.clear();
  HeadingItemFinder(scan, dialect, rule, values).run(into);
}

HeadingStatus split_heading_status(std::string_view heading, const ValueReader& values) {
  HeadingStatus result;
  result.title = heading;
  const auto known_status = [&](std::string_view text) {
    auto status = values.status(text);
    return status && status->category != StatusCategory::unknown ? status : std::nullopt;
  };
  const auto split_at = [&](std::size_t at) {
    if (at == std::string_view::npos || at == 0) return false;
    std::string_view part = heading.substr(at);
    if (part.starts_with('(') || part.starts_with('[')) part = part.substr(1, part.size() - 2);
    const bool behind_dash = is_dash_part(part);
    if (behind_dash) part.remove_prefix(part[1] == '-' ? 3 : 5);
    auto status = known_status(part);
    if (!status || !is_all_status(part, *status)) return false;
    // "M2 – Testing" has a name and no status.
    if (behind_dash && values.title(trimmed_end(heading.substr(0, at))).title.empty()) return false;
    result.title = trimmed_end(heading.substr(0, at));
    result.date_text = status->note;
    result.status = std::move(status);
    return true;
  };
  if (split_at(bracket_begin(heading)) || split_at(mark_begin(heading))) return result;
  // "✅ M1 — Levers": a mark in front of the name.
  const std::string decoration = values.title(heading).decoration;
  if (!decoration.empty()) result.status = known_status(decoration);
  result.is_mark = result.status.has_value();
  return result;
}

}  // namespace milepost
