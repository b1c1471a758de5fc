// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "core/lifecycle/proof_of_mentions.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/lifecycle/edit_mask.h"
#include "core/text/text_edit.h"

namespace milepost {
namespace {

bool is_id_letter(char c) {
  const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
  return letter || (c >= '0' && c <= '9') || c == '.' || c == '-' || c == '_';
}

// The text with every word that holds a digit made one and the same.
std::string without_numbered_words(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at;
    while (end < text.size() && is_id_letter(text[end])) ++end;
    const std::string_view word = text.substr(at, end - at);
    out += word.find_first_of("0123456789") == std::string_view::npos ? word : "#";
    if (end < text.size()) out += text[end++];
    at = end;
  }
  return out;
}

std::unexpected<Error> refuse(const ParsedDocument& document, std::uint32_t line, std::string message) {
  return std::unexpected(Error{ErrorKind::refused, std::move(message), Place{document.document.path, line, 0}, {}, {}});
}

using Day = std::optional<Stated<Date>>;
bool is_same_day(const Day& a, const Day& b) { return a.has_value() == b.has_value() && (!a || a->value == b->value); }

// The text with the values of the fields that are meant to change made one and the same as well.
std::string without_meant(const ParsedDocument& parsed, std::span<const IntendedChange> intended) {
  std::vector<TextEdit> edits;
  for (const IntendedChange& change : intended) {
    if (!is_field_change(change)) continue;
    for (const ByteRange place : intended_places(parsed, change)) {
      const auto same = [&](const TextEdit& edit) { return edit.range == place; };
      if (std::ranges::none_of(edits, same)) edits.push_back({place, "#"});
    }
  }
  auto text = apply_edits(parsed.source.bytes(), std::move(edits));
  return without_numbered_words(text ? std::string_view(*text) : parsed.source.bytes());
}

// What is meant is read where it stands; of a link its words. A date may be written in another notation.
bool reads(const ParsedDocument& parsed, const IntendedChange& change) {
  if (!is_field_change(change) || change.what == "updated") return true;
  const std::string_view value = std::string_view(change.value).substr(0, change.value.find("]("));
  const std::vector<ByteRange> places = intended_places(parsed, change);
  return !places.empty() && std::ranges::all_of(places, [&](ByteRange place) {
    return parsed.source.slice(place).find(value) != std::string_view::npos;
  });
}

bool intends(std::span<const IntendedChange> intended, std::string_view what) {
  return std::ranges::any_of(intended, [&](const IntendedChange& change) { return change.what == what; });
}

bool means_the_same(const Item& a, const Item& b, std::span<const IntendedChange> intended) {
  const bool same_status = a.status.has_value() == b.status.has_value() &&
                           (!a.status || a.status->value.category == b.status->value.category);
  const bool same_days =
      is_same_day(a.created, b.created) && (intends(intended, "updated") || is_same_day(a.updated, b.updated)) &&
      is_same_day(a.start, b.start) && is_same_day(a.target, b.target) && is_same_day(a.completed, b.completed);
  const bool same_counts =
      a.progress.boxes.done == b.progress.boxes.done && a.progress.boxes.total == b.progress.boxes.total &&
      a.progress.tasks.done == b.progress.tasks.done && a.progress.tasks.total == b.progress.tasks.total;
  return a.kind == b.kind && same_status && same_days && same_counts;
}

}  // namespace

Result<void> prove_mentions(const MentionTexts& texts, std::span<const IntendedChange> intended) {
  const ParsedDocument& before = texts.before;
  const ParsedDocument& after = texts.after;
  if (without_meant(texts.bare_before, intended) != without_meant(texts.bare_after, intended))
    return refuse(before, 1, "more than numbered words would change");
  for (const IntendedChange& change : intended)
    if (!reads(after, change))
      return refuse(before, 1, "'" + change.what + "' would not be read as '" + change.value + "' afterwards");
  const Document& old_document = before.document;
  const Document& new_document = after.document;
  if (old_document.items.size() != new_document.items.size() ||
      old_document.sections.size() != new_document.sections.size())
    return refuse(before, 1, "the document would be read with other parts than before");
  for (std::size_t i = 0; i < old_document.items.size(); ++i) {
    const Item& item = old_document.items[i];
    if (!means_the_same(item, new_document.items[i], intended))
      return refuse(before, item.line, "more than the id would change");
  }
  return {};
}

}  // namespace milepost
