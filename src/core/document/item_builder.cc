// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "core/document/item_builder.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "core/base/byte_block.h"
#include "core/base/byte_set.h"
#include "core/document/fold.h"
#include "core/document/normalise/identifier.h"
#include "core/document/relative_link.h"
#include "core/document/sections.h"
#include "core/text/inline.h"
#include "core/text/source_position.h"

namespace milepost {
namespace {

constexpr ByteSet kWordEnds(" ,");
constexpr ByteSet kDigits("0123456789");
constexpr std::size_t kProblemsMost = 50;  // per document; a hostile one must not drown the others

// "S01" in a heading and "S01_M01_Setup" in front matter are one name.
bool names_same(std::string_view stated, const IdMatch& in_title) {
  const std::string folded = fold_identifier(stated);
  if (stated.starts_with(in_title.text)) return true;
  return folded.starts_with(in_title.folded) || in_title.folded.starts_with(folded) ||
         folded.ends_with(in_title.folded);
}

// The unit that a key or label names: "estimated_hours: 8".
std::optional<EffortUnit> bare_unit(std::string_view label) {
  static constexpr std::array<std::pair<std::string_view, EffortUnit>, 8> kUnits{
      {{"person week", EffortUnit::person_weeks},
       {"person day", EffortUnit::person_days},
       {"hour", EffortUnit::hours},
       {"day", EffortUnit::days},
       {"week", EffortUnit::weeks},
       {"minute", EffortUnit::minutes},
       {"point", EffortUnit::points},
       {"session", EffortUnit::sessions}}};
  std::string buffer;
  const std::string_view folded = fold_words(label, buffer);
  for (const auto& [word, unit] : kUnits)
    if (folded.find(word) != std::string_view::npos) return unit;
  return std::nullopt;
}

bool contradicts(StatusCategory a, StatusCategory b) {
  return a != b && a != StatusCategory::unknown && b != StatusCategory::unknown;
}

// Nothing in it can come out garbled: neither a byte outside ASCII nor a character reference.
bool is_plain_ascii(std::string_view text) { return text.find('&') == std::string_view::npos && is_ascii(text); }

std::string_view file_stem(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  std::string_view name = slash == std::string_view::npos ? path : path.substr(slash + 1);
  return name.substr(0, name.find_last_of('.'));
}

}  // namespace

void ItemBuilder::report(ReadingFact fact, ByteRange range, std::string message) {
  if (problems_.size() >= kProblemsMost) return;
  const ReadingFactRow& row = row_of(fact);
  const LineColumn at = position_of(scan_.bytes, range.begin);
  problems_.push_back(
      {row.id, row.slug, row.severity, std::string(scan_.path), range, at.line, at.byte_column, std::move(message)});
}

std::string ItemBuilder::plain(std::string_view markdown, ByteRange range) {
  bool was_repaired = false;
  std::string text = ValueReader::repaired(plain_text(markdown), was_repaired);
  if (was_repaired)
    report(ReadingFact::mojibake, range,
           "this text was decoded with the wrong code page; it is read as '" + text + "'. Restore the text.");
  return text;
}

std::string ItemBuilder::text_of(const RawField& field) {
  if (field.node != 0) {
    const YamlNode& node = scan_.front_matter.nodes[field.node];
    bool was_repaired = false;
    return node.kind == YamlKind::scalar ? ValueReader::repaired(node.value, was_repaired) : std::string{};
  }
  return plain(slice(scan_.bytes, field.value), field.value);
}

std::vector<std::pair<std::string, ByteRange>> ItemBuilder::texts_of(const RawField& field) {
  std::vector<std::pair<std::string, ByteRange>> texts;
  if (field.node == 0) {
    texts.emplace_back(std::string(slice(scan_.bytes, field.value)), field.value);
    return texts;
  }
  const std::vector<YamlNode>& nodes = scan_.front_matter.nodes;
  if (nodes[field.node].kind == YamlKind::scalar) texts.emplace_back(nodes[field.node].value, nodes[field.node].range);
  for (std::uint32_t i = field.node + 1; i < nodes[field.node].end; i = nodes[i].end)
    if (nodes[i].kind == YamlKind::scalar) texts.emplace_back(nodes[i].value, nodes[i].range);
  return texts;
}

// Where a number's unit may be named: its key, and in YAML the comment behind it ("effort: 6 # person-weeks").
std::string_view ItemBuilder::unit_hint(const RawField& field) const {
  if (field.node == 0) return slice(scan_.bytes, field.label);
  const std::size_t line_end = std::min(scan_.bytes.find('\n', field.value.end), scan_.bytes.size());
  return scan_.bytes.substr(field.label.begin, line_end - field.label.begin);
}

// Front matter stands at the beginning, so counting its lines is cheap; labels know their line.
std::uint32_t ItemBuilder::line_of(const RawField& field, ByteRange range) const {
  return field.node != 0 ? position_of(scan_.bytes, range.begin).line : field.line + 1;
}

bool ItemBuilder::is_usable(const RawField& field, const std::string& text) {
  if (field.node != 0) {
    const YamlNode& node = scan_.front_matter.nodes[field.node];
    if (node.kind == YamlKind::sequence || node.kind == YamlKind::mapping) return false;
    if (node.placeholder) return false;
  }
  return !text.empty() && !values_.is_placeholder(text);
}

void ItemBuilder::fill(const FieldTable& fields, const Heading* heading, Item& item) {
  fill_title(fields, heading, item);
  fill_status(fields, item);
  fill_owner(fields, item);
  fill_dates(fields, item);
  if (heading != nullptr) fill_date_of_heading(*heading, item);
  fill_numbers(fields, item);
  fill_parent(fields, item);
  fill_tags(fields, item);
  fill_dependencies(fields, item);
}

void ItemBuilder::fill_title(const FieldTable& fields, const Heading* heading, Item& item) {
  fill_id(fields, item);
  for (const RawField& field : fields.of(Role::title)) {
    const std::string text = text_of(field);
    // The name in a table further down is trusted less than the heading of the document.
    if (heading != nullptr && field.rank >= kSectionPenalty) break;
    if (!item.title && is_usable(field, text)) take_title(text, {field.value, field.carrier}, item);
  }
  const bool is_known = item.id && item.title;  // then the heading has nothing to add, but may be garbled
  if (heading != nullptr && !(is_known && is_plain_ascii(slice(scan_.bytes, heading->text)))) {
    const std::string text = plain(slice(scan_.bytes, heading->text), heading->text);
    if (!is_known && !values_.is_placeholder(text)) take_title(text, {heading->text, Carrier::heading}, item);
  }
  // A section never takes the name of its file.
  if (item.id || item.line != 1 || item.range.begin != 0) return;
  if (item.kind == ItemKind::overview) return;
  if (const auto id = values_.leading_identifier(file_stem(scan_.path)))
    item.id = Stated<std::string>{id->text, ByteRange{}, Carrier::file_name};
}

// Parts a title into id and name. Where the document states another id elsewhere, "Phase 1" in a title is no id but a
// part of the name.
void ItemBuilder::take_title(const std::string& text, TitlePlace place, Item& item) {
  HeadingParts parts = values_.title(text);
  if (!parts.id && !item.id) take_id_of_file_name(text, parts);
  const bool other_id =
      item.id && parts.id && item.id->carrier != Carrier::heading && !names_same(item.id->value, *parts.id);
  if (!item.id && parts.id) item.id = Stated<std::string>{parts.id->text, place.where, place.carrier};
  std::string title = std::move(parts.title);
  if (other_id) title = text.substr(parts.id->within.begin);
  if (title.empty() && !parts.id) title = text;
  if (!item.title && !title.empty()) item.title = Stated<std::string>{std::move(title), place.where, place.carrier};
}

// "Local store L2 — First run" in local-l2.md: a short id before a dash that the file name ends with as well.
void ItemBuilder::take_id_of_file_name(const std::string& text, HeadingParts& parts) const {
  const std::string_view stem = file_stem(scan_.path);
  const std::size_t joint = stem.find_last_of("-_");
  if (joint == std::string_view::npos || stem.size() - joint > 6 || stem.back() < '0' || stem.back() > '9') return;
  const std::string_view tail = stem.substr(joint + 1);
  for (const std::string_view dash : {std::string_view(" \xE2\x80\x94 "), std::string_view(" \xE2\x80\x93 "),
                                      std::string_view(" - "), std::string_view(": ")}) {
    const std::size_t at = text.find(dash);
    if (at == std::string::npos || at < tail.size() + 1 || text[at - tail.size() - 1] != ' ') continue;
    const std::string id = text.substr(at - tail.size(), tail.size());
    if (id.front() < 'A' || id.front() > 'Z' || fold_identifier(id) != fold_identifier(tail)) continue;
    parts.id.emplace();
    parts.id->text = id;
    parts.id->folded = fold_identifier(id);
    parts.title = text.substr(at + dash.size());
    return;
  }
}

// Whether an id is that of the document itself, by what it states or by its file name: "**Milestone:** M1" in M1 is no
// parent.
bool ItemBuilder::is_own_id(const IdMatch& id, const Item& item) const {
  if (item.id) return fold_identifier(item.id->value) == id.folded;
  const auto in_name = values_.leading_identifier(file_stem(scan_.path));
  return in_name && in_name->folded == id.folded;
}

void ItemBuilder::fill_id(const FieldTable& fields, Item& item) {
  for (const RawField& field : fields.of(Role::id)) {
    std::string text = text_of(field);
    if (!is_usable(field, text)) continue;
    // A label such as "ID / Links: EP-1/MS001, [Docs](x)" holds more than the id; front matter holds the id alone.
    if (field.carrier != Carrier::front_matter) {
      const bool is_word = !kWordEnds.meets(text) && kDigits.meets(text);
      const auto id = values_.identifier(text);
      if (!is_word && !id) continue;
      if (!is_word) text = id->text;
    }
    item.id = Stated<std::string>{std::move(text), field.value, field.carrier};
    return;
  }
}

void ItemBuilder::fill_status(const FieldTable& fields, Item& item) {
  for (const RawField& field : fields.of(Role::status)) {
    const std::string text = text_of(field);
    if (!is_usable(field, text)) continue;
    auto status = values_.status(text);
    if (!status) continue;
    if (status->category == StatusCategory::unknown && !item.status)
      report(ReadingFact::unknown_status, field.value,
             "the status '" + text.substr(0, 80) +
                 "' is no word that is known here; use one of the dialect's words or add a row to it");
    if (!item.status) {
      item.status = Stated<Status>{std::move(*status), field.value, field.carrier};
    } else if (contradicts(item.status->value.category, status->category)) {
      report(ReadingFact::ambiguous_value, field.value,
             "the status here is '" + text.substr(0, 60) + "', elsewhere the document says '" +
                 item.status->value.text.substr(0, 60) + "'; the most trusted place counts, make them agree");
      return;
    }
  }
}

void ItemBuilder::fill_owner(const FieldTable& fields, Item& item) {
  for (const RawField& field : fields.of(Role::owner))
    for (const auto& [text, range] : texts_of(field)) {
      if (values_.is_placeholder(text)) continue;
      if (auto owner = values_.owner(text)) {
        item.owner = Stated<std::string>{std::move(*owner), range, field.carrier};
        return;
      }
    }
}

void ItemBuilder::fill_dates(const FieldTable& fields, Item& item) {
  static constexpr std::array<std::pair<Role, Dates>, 5> kDates{{{Role::created, &Item::created},
                                                                 {Role::updated, &Item::updated},
                                                                 {Role::start, &Item::start},
                                                                 {Role::target, &Item::target},
                                                                 {Role::completed, &Item::completed}}};
  for (const auto& [role, member] : kDates)
    for (const RawField& field : fields.of(role)) {
      const std::string text = text_of(field);
      if (!is_usable(field, text)) continue;
      DateTrouble trouble = DateTrouble::none;
      const auto date = values_.date(text, trouble);
      if (trouble == DateTrouble::impossible)
        report(ReadingFact::impossible_date, field.value,
               "'" + text.substr(0, 40) + "' is no day of any calendar; write YYYY-MM-DD");
      if (!date || item.*member) continue;
      item.*member = Stated<Date>{*date, field.value, field.carrier};
    }
}

// "M3: Writer (Target: 2026-03-01)": where no label says it, the bracket behind the name does.
void ItemBuilder::fill_date_of_heading(const Heading& heading, Item& item) {
  const std::string_view text = slice(scan_.bytes, heading.text);
  if (item.target || !text.ends_with(')')) return;
  const std::string note = values_.title(text).note;
  const std::size_t label_end = note.find_first_of(": ");
  if (label_end == std::string::npos) return;
  std::string buffer;
  const auto found = dialect_.labels.find(fold_words(std::string_view(note).substr(0, label_end), buffer));
  if (found == dialect_.labels.end() || found->second.role != Role::target) return;
  DateTrouble trouble = DateTrouble::none;
  if (const auto date = values_.date(note.substr(label_end + 1), trouble))
    item.target = Stated<Date>{*date, heading.text, Carrier::heading};
}

void ItemBuilder::fill_numbers(const FieldTable& fields, Item& item) {
  static constexpr std::array<std::pair<Role, Efforts>, 2> kEfforts{
      {{Role::effort_estimated, &Item::effort_estimated}, {Role::effort_actual, &Item::effort_actual}}};
  for (const auto& [role, member] : kEfforts)
    for (const RawField& field : fields.of(role)) {
      const std::string text = text_of(field);
      if (item.*member || !is_usable(field, text)) continue;
      if (auto effort = values_.effort(text, bare_unit(unit_hint(field))))
        item.*member = Stated<Effort>{std::move(*effort), field.value, field.carrier};
    }
  for (const RawField& field : fields.of(Role::risk)) {
    const std::string text = text_of(field);
    if (item.risk || !is_usable(field, text)) continue;
    if (auto risk = values_.risk(text)) item.risk = Stated<Risk>{std::move(*risk), field.value, field.carrier};
  }
  for (const RawField& field : fields.of(Role::progress)) {
    const std::string text = text_of(field);
    if (item.progress.stated || !is_usable(field, text)) continue;
    item.progress.stated = values_.percent(text, field.node != 0 ? BareNumber::is_percent : BareNumber::is_nothing);
  }
  fill_progress_from_status(item);
}

// "In progress - 9/10 tasks (90%)": a percentage at the end of the status is that of the whole.
void ItemBuilder::fill_progress_from_status(Item& item) const {
  if (item.progress.stated || !item.status || item.status->value.category != StatusCategory::active) return;
  std::string_view text = item.status->value.text;
  if (text.ends_with(')')) text.remove_suffix(1);
  if (!text.ends_with('%') || text.size() < 3) return;
  const std::size_t begin = text.find_last_not_of("0123456789.", text.size() - 2);
  if (begin == std::string_view::npos) return;
  const std::size_t sign = text.find_last_not_of(' ', begin);
  const bool stands_alone =
      sign != std::string_view::npos && !((text[sign] | 0x20) >= 'a' && (text[sign] | 0x20) <= 'z');
  if (!stands_alone) return;  // "web at 50%" is about the web
  item.progress.stated = values_.percent(text.substr(begin + 1), BareNumber::is_nothing);
}

void ItemBuilder::fill_parent(const FieldTable& fields, Item& item) {
  for (const RawField& field : fields.of(Role::parent)) {
    const std::string text = text_of(field);
    if (!is_usable(field, text)) continue;
    Reference parent;
    std::vector<Inline> inlines;
    if (field.node == 0) scan_inlines(scan_.bytes, field.value, inlines);
    for (const Inline& part : inlines)
      if (part.kind == InlineKind::link && parent.path.empty())
        parent.path = resolve_link(scan_.path, slice(scan_.bytes, part.destination));
    const auto id = values_.title(text).id;
    const bool is_self = id && field.node == 0 && item.kind == ItemKind::milestone && is_own_id(*id, item);
    if (is_self) continue;
    parent.text = id ? id->text : text;
    parent.where = field.value;
    parent.line = line_of(field, field.value);
    item.parent = std::move(parent);
    return;
  }
}

void ItemBuilder::fill_tags(const FieldTable& fields, Item& item) {
  for (const RawField& field : fields.of(Role::tags)) {
    for (auto& [text, range] : texts_of(field))
      if (!text.empty() && !values_.is_placeholder(text)) item.tags.push_back({std::move(text), range, field.carrier});
    if (!item.tags.empty()) return;
  }
}

}  // namespace milepost
