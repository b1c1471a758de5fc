// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "core/lifecycle/proof_of_mentions.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

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

bool means_the_same(const Item& a, const Item& b) {
  const bool same_status = a.status.has_value() == b.status.has_value() &&
                           (!a.status || a.status->value.category == b.status->value.category);
  const bool same_days = is_same_day(a.created, b.created) && is_same_day(a.updated, b.updated) &&
                         is_same_day(a.start, b.start) && is_same_day(a.target, b.target) &&
                         is_same_day(a.completed, b.completed);
  const bool same_counts =
      a.progress.boxes.done == b.progress.boxes.done && a.progress.boxes.total == b.progress.boxes.total &&
      a.progress.tasks.done == b.progress.tasks.done && a.progress.tasks.total == b.progress.tasks.total;
  return a.kind == b.kind && same_status && same_days && same_counts;
}

}  // namespace

Result<void> prove_mentions(const ParsedDocument& before, const ParsedDocument& after) {
  if (without_numbered_words(before.source.bytes()) != without_numbered_words(after.source.bytes()))
    return refuse(before, 1, "more than numbered words would change");
  const Document& old_document = before.document;
  const Document& new_document = after.document;
  if (old_document.items.size() != new_document.items.size() ||
      old_document.sections.size() != new_document.sections.size())
    return refuse(before, 1, "the document would be read with other parts than before");
  for (std::size_t i = 0; i < old_document.items.size(); ++i) {
    const Item& item = old_document.items[i];
    if (!means_the_same(item, new_document.items[i])) return refuse(before, item.line, "more than the id would change");
  }
  return {};
}

}  // namespace milepost
