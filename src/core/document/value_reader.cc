// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "core/document/value_reader.h"

#include <algorithm>
#include <utility>

#include "core/base/byte_set.h"
#include "core/document/normalise/date.h"
#include "core/document/normalise/effort.h"
#include "core/document/normalise/mojibake.h"
#include "core/document/normalise/owner.h"
#include "core/document/normalise/percent.h"
#include "core/document/normalise/placeholder.h"
#include "core/document/normalise/risk.h"
#include "core/document/normalise/status.h"

namespace milepost {
namespace {

bool is_name_char(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
}

// "T03_S02_Quote_Service" is one name although an id ends in the middle of it. In prose a hyphen may only join words
// ("M1-based"), so there it must stand in code ticks or brackets.
ByteOffset whole_token_end(std::string_view text, ByteRange id, DependencyForm form) {
  ByteOffset end = id.end;
  if (end >= text.size() || (text[end] != '_' && text[end] != '-')) return end;
  const char before = id.begin == 0 ? ' ' : text[id.begin - 1];
  if (form == DependencyForm::prose && text[end] == '-' && before != '`' && before != '[') return end;
  while (end < text.size() && is_name_char(text[end])) ++end;
  while (end > id.end && (text[end - 1] == '-' || text[end - 1] == '_')) --end;
  return end;
}

// What stands at the end of a title behind a dash or in brackets: "INFRA-004" of "Redis isolation — INFRA-004".
struct TitleTail {
  std::string text;
  std::size_t before = 0;  // length of the title without it
};

std::size_t tail_mark_length(std::string_view text) {
  for (const std::string_view mark : {std::string_view(" \xE2\x80\x94 "), std::string_view(" \xE2\x80\x93 "),
                                      std::string_view(" - "), std::string_view(" (")})
    if (text.starts_with(mark)) return mark.size();
  return 0;
}

TitleTail tail_of(std::string_view title) {
  std::size_t at = title.rfind(' ');  // every mark begins with a blank
  while (at != std::string_view::npos && at > 0 && tail_mark_length(title.substr(at)) == 0)
    at = title.rfind(' ', at - 1);
  if (at == std::string_view::npos || at == 0) return {};
  std::string_view text = title.substr(at + tail_mark_length(title.substr(at)));
  const bool in_brackets = title[at + 1] == '(';
  if (in_brackets != text.ends_with(')')) return {};
  if (in_brackets) text.remove_suffix(1);
  return {std::string(text), at};
}

constexpr ByteSet kTemplateSigns("{[<|/\xE2");
constexpr ByteSet kNameSigns("0123456789(_");  // ids, links and file names have one of them

constexpr std::size_t kCellsMost = 4096;  // remembered status cells; hostile tables must not grow it without end

}  // namespace

std::optional<Status> ValueReader::status(std::string_view text) const {
  if (text.empty() || is_status_menu(text, words_.status)) return std::nullopt;
  return normalise_status(text, words_.status);
}

StatusCategory ValueReader::cell(std::string_view text) {
  const auto found = cells_.find(text);
  if (found != cells_.end()) return found->second;
  if (cells_.size() >= kCellsMost) cells_.clear();
  const StatusCategory category = normalise_status(text, words_.status).category;
  cells_.emplace(text, category);
  return category;
}

std::optional<Date> ValueReader::date(std::string_view text, DateTrouble& trouble) const {
  const DateReading reading = normalise_date(text, words_.months);
  trouble = reading.impossible ? DateTrouble::impossible : DateTrouble::none;
  // "2026", "Q2" or "March 2026" names no day, and a day that nobody wrote is an invention; the text stays readable in
  // the full reading.
  if (reading.precision != DatePrecision::day) return std::nullopt;
  return reading.date;
}

std::vector<Reference> ValueReader::dependencies(std::string_view text, DependencyForm form) const {
  std::vector<Reference> references;
  // In prose only ids, which all have a digit, links and file names name anything; most lines have none of them.
  if (form == DependencyForm::prose && !kNameSigns.meets(text)) return references;
  for (DependencyReference& found : normalise_dependencies(text, form, words_).references) {
    Reference reference;
    // The S02 of "TASK_13_S02_Login" is a part of that name.
    if (!references.empty() && found.where.begin < references.back().where.end &&
        found.where != references.back().where)
      continue;
    const bool is_one_token = found.where.size() == found.text.size();
    found.where.end = is_one_token ? whole_token_end(text, found.where, form) : found.where.end;
    if (is_one_token) found.text = text.substr(found.where.begin, found.where.size());
    reference.text = std::move(found.text);
    reference.path = std::move(found.link);
    reference.where = found.where;
    references.push_back(std::move(reference));
  }
  if (!references.empty()) return references;
  if (auto name = leading_file_name(text))
    references.push_back({std::move(*name), {}, {0, static_cast<ByteOffset>(text.size())}, {}, 0});
  return references;
}

HeadingParts ValueReader::title(std::string_view heading) const {
  HeadingParts parts = split_title(heading, words_.ids);
  const TitleTail tail = tail_of(parts.title);
  if (tail.text.empty()) return parts;
  const auto id = identifier_at_start(tail.text, words_.ids);
  const bool is_id = !parts.id && id && id->within.begin == 0 && id->within.end == tail.text.size();
  // "Tax Tables — Milestone" says what it is, not what it is called.
  const bool is_kind = words_.ids.kinds.find_exact(fold_phrase(tail.text)).has_value();
  if (!is_id && !is_kind) return parts;
  parts.title.resize(tail.before);
  if (!is_id) return parts;
  parts.id = id;
  const std::size_t at = heading.rfind(id->text);
  parts.id->within = at == std::string_view::npos
                         ? ByteRange{}
                         : ByteRange{static_cast<ByteOffset>(at), static_cast<ByteOffset>(at + id->text.size())};
  return parts;
}

std::optional<IdMatch> ValueReader::identifier(std::string_view text) const {
  if (auto match = identifier_at_start(text, words_.ids)) return match;
  return find_identifier(text, words_.ids);
}

std::optional<IdMatch> ValueReader::leading_identifier(std::string_view text) const {
  return identifier_at_start(text, words_.ids);
}

std::optional<Effort> ValueReader::effort(std::string_view text, std::optional<EffortUnit> bare) const {
  return normalise_effort(text, words_.effort, bare).effort;
}

std::optional<double> ValueReader::percent(std::string_view text, BareNumber bare) const {
  return normalise_percent(text, bare).value;
}

std::optional<std::string> ValueReader::owner(std::string_view text) const {
  OwnerReading reading = normalise_owner(text, words_);
  // Several people are named as the document names them; how they share the work is its say.
  if (reading.people.size() > 1) return std::string(trimmed(text));
  return std::move(reading.owner);
}

std::optional<Risk> ValueReader::risk(std::string_view text) const { return normalise_risk(text, words_.risks); }

// Placeholders are short or hold a sign of a template; the short ones repeat and are remembered.
bool ValueReader::is_placeholder(std::string_view text) {
  constexpr std::size_t kShort = 24;
  if (text.size() > kShort) return kTemplateSigns.meets(text) && milepost::is_placeholder(text, words_);
  if (is_surely_no_placeholder(text, words_)) return false;
  const auto found = placeholders_.find(text);
  if (found != placeholders_.end()) return found->second;
  if (placeholders_.size() >= kCellsMost) placeholders_.clear();
  const bool is = milepost::is_placeholder(text, words_);
  placeholders_.emplace(text, is);
  return is;
}

std::string ValueReader::repaired(std::string text, bool& was_repaired) {
  auto repair = repair_mojibake(text);
  was_repaired = repair.has_value();
  return repair ? std::move(repair->text) : std::move(text);
}

std::optional<std::string> ValueReader::leading_file_name(std::string_view text) const {
  const std::size_t begin = text.find_first_not_of("`*[ ");
  if (begin == std::string_view::npos) return std::nullopt;
  std::size_t end = begin;
  while (end < text.size() &&
         ((text[end] >= 'A' && text[end] <= 'Z') || (text[end] >= '0' && text[end] <= '9') || text[end] == '_'))
    ++end;
  const std::string_view name = text.substr(begin, end - begin);
  const std::size_t underscore = name.find('_');
  if (underscore == std::string_view::npos || underscore + 1 == name.size()) return std::nullopt;
  if (!words_.ids.kinds.find_exact(fold_phrase(name.substr(0, underscore)))) return std::nullopt;
  return std::string(name);
}

}  // namespace milepost
