// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>
#include <cctype>
#include <string>

#include "core/base/byte_set.h"
#include "core/document/path_parts.h"
#include "core/rules/contexts.h"
#include "core/rules/finding_sink.h"
#include "core/rules/rule_list.h"
#include "core/rules/value_place.h"
#include "core/rules/visible_text.h"

namespace milepost {
namespace {

// How much must stand round a word of which sort for it to say "not yet".
enum class Sort : std::uint8_t {
  everywhere,  // "the hook is TBD"
  in_front,    // "To be defined during planning."
  alone,       // "TODO: x" is a task, and a list of TODOs a feature
};

struct Word {
  std::string_view text;
  std::size_t anchor = 0;  // the sign by which it is searched: one that texts do not hold everywhere
  Sort sort = Sort::everywhere;
};

// In the spellings that people use; found byte for byte.
constexpr std::array<Word, 11> kWords{{{"TBD", 0, Sort::everywhere},
                                       {"TBA", 0, Sort::everywhere},
                                       {"TBC", 0, Sort::everywhere},
                                       {"tbd", 1, Sort::alone},
                                       {"TODO", 0, Sort::alone},
                                       {"To be determined", 3, Sort::in_front},
                                       {"to be determined", 3, Sort::in_front},
                                       {"To be decided", 3, Sort::in_front},
                                       {"to be decided", 3, Sort::in_front},
                                       {"To be defined", 3, Sort::in_front},
                                       {"to be defined", 3, Sort::in_front}}};
constexpr std::string_view kAnchors = "Tb";

// The word that has its anchor at this place.
const Word* word_at(std::string_view bytes, std::size_t anchor) {
  constexpr ByteSet kNext("BOed");  // what follows an anchor in any of the words
  if (anchor + 1 >= bytes.size() || !kNext.holds(bytes[anchor + 1])) return nullptr;
  const auto stands = [&](const Word& word) {
    return word.text[word.anchor] == bytes[anchor] && anchor >= word.anchor &&
           bytes.substr(anchor - word.anchor).starts_with(word.text);
  };
  const auto* found = std::ranges::find_if(kWords, stands);
  return found == kWords.end() ? nullptr : found;
}

// "no longer TBD" speaks about the word.
bool speaks_of_word(std::string_view line) {
  constexpr std::array<std::string_view, 9> kAbout{"placeholder", "replace", "template", "marked",   "no longer",
                                                   "instead of",  "resolve", "\"tbd",    "\u201ctbd"};
  return std::ranges::any_of(kAbout, [line](std::string_view word) { return contains_ignoring_case(line, word); });
}

bool is_word(std::string_view bytes, std::size_t at, std::size_t length) {
  const auto joins = [](char c) {
    return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_' || c == '-' || c == '`';
  };
  const std::size_t end = at + length;
  const bool is_begun = at > 0 && joins(bytes[at - 1]) && bytes[at - 1] != '_';
  return !is_begun && (end >= bytes.size() || !joins(bytes[end]) || bytes[end] == '_');
}

// "(TBD)" and "[TBD]" as well.
ByteRange with_brackets(std::string_view bytes, ByteRange range) {
  const bool is_wrapped = range.begin > 0 && range.end < bytes.size() &&
                          ((bytes[range.begin - 1] == '(' && bytes[range.end] == ')') ||
                           (bytes[range.begin - 1] == '[' && bytes[range.end] == ']'));
  return is_wrapped ? ByteRange{range.begin - 1, range.end + 1} : range;
}

// What the checks of one document share.
struct Looker {
  explicit Looker(const DocumentContext& of)
      : context(of),
        visible(of.reading.scan()),
        statuses(of, [](const DocumentContext&, const RawField& field) { return field.role == Role::status; }),
        fields(of, [](const DocumentContext&, const RawField&) { return true; }),
        told(of, is_template_field) {}

  const DocumentContext& context;
  VisibleText visible;
  FieldSpots statuses;
  FieldSpots fields;
  FieldSpots told;
};

// A status may well be "TODO", and a column of them too.
bool may_be_status(Looker& looker, std::string_view word, const ValuePlace& place) {
  if (!word.starts_with("TODO")) return false;
  return place.kind == PlaceKind::cell || place.kind == PlaceKind::heading || looker.statuses.hold(place.value.begin);
}

// Of done documents the rule on those says it, as far as it looks.
bool is_told_of_done(Looker& looker, const ValuePlace& place) {
  const Item& item = looker.context.reading.items().front();
  const bool is_done = item.status && item.status->value.category == StatusCategory::done;
  return is_done && (place.kind == PlaceKind::cell || looker.fields.hold(place.value.begin));
}

bool says_not_yet(Looker& looker, const Word& word, const ValuePlace& place, ByteRange range) {
  const std::string_view bytes = looker.context.bytes();
  if (place.kind == PlaceKind::none || may_be_status(looker, word.text, place) || looker.told.hold(range.begin))
    return false;
  if (is_alone(bytes, place, range) || is_alone(bytes, place, with_brackets(bytes, range)))
    return !is_told_of_done(looker, place);
  if (word.sort == Sort::everywhere) return !speaks_of_word(looker.visible.line_at(range.begin));
  return word.sort == Sort::in_front && (place.value.begin == range.begin || place.whole.begin == range.begin);
}

void check_word(Looker& looker, const Word& word, std::size_t at, FindingSink& sink) {
  const auto offset = static_cast<ByteOffset>(at);
  if (!is_word(looker.context.bytes(), at, word.text.size()) || !looker.visible.is_text(offset)) return;
  const ByteRange range{offset, static_cast<ByteOffset>(at + word.text.size())};
  const ValuePlace place = place_at(looker.context.reading.scan(), looker.visible.block_at(offset), offset);
  if (says_not_yet(looker, word, place, range))
    sink.report(range, "'" + std::string(word.text) + "' stands here: this is still to be determined",
                "write what was decided, or remove it");
}

void check(const DocumentContext& context, FindingSink& sink) {
  const std::string_view bytes = context.bytes();
  Looker looker(context);
  for (const char anchor : kAnchors) {
    for (std::size_t at = bytes.find(anchor); at != std::string_view::npos; at = bytes.find(anchor, at + 1)) {
      if (const Word* word = word_at(bytes, at)) check_word(looker, *word, at - word->anchor, sink);
    }
  }
}

}  // namespace

constinit const Rule kUndetermined{.about = {.id = "MP210",
                                             .slug = "undetermined",
                                             .since = "0.1.0",
                                             .group = RuleGroup::leftovers,
                                             .severity = Severity::info,
                                             .summary = "a value, an entry or a cell that is still to be determined"},
                                   .check_document = check};

}  // namespace milepost
