// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "core/lifecycle/id_sequence.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include "core/base/ascii.h"
#include "core/document/normalise/identifier.h"
#include "core/document/path_parts.h"

namespace milepost {
namespace {

constexpr std::uint32_t kHighestNumber = 9999;  // what is read as the number of an id has at most four digits
constexpr std::size_t kIdsInName = 16;          // nobody puts more ids into a file name

std::string_view leading_digits(std::string_view text) {
  std::size_t end = 0;
  while (end < text.size() && is_digit(text[end])) ++end;
  return text.substr(0, end);
}

std::optional<std::uint32_t> to_number(std::string_view digits) {
  std::uint32_t number = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  if (digits.empty() || error != std::errc() || number > kHighestNumber) return std::nullopt;
  return number;
}

// The whole word `word` in `text`, whatever the case.
bool names_word(std::string_view text, std::string_view word) {
  for (std::size_t at = 0; !word.empty() && at + word.size() <= text.size(); ++at) {
    const bool starts = at == 0 || !is_alnum(text[at - 1]);
    const bool ends = at + word.size() == text.size() || !is_alnum(text[at + word.size()]);
    if (starts && ends && equals_ignoring_case(text.substr(at, word.size()), word)) return true;
  }
  return false;
}

template <typename Take>
void for_each_part(std::string_view path, char mark, const Take& take) {
  while (!path.empty()) {
    const std::size_t end = path.find(mark);
    take(path.substr(0, end));
    path = end == std::string_view::npos ? std::string_view{} : path.substr(end + 1);
  }
}

// Calls `take` with each id in a name or line, folded.
template <typename Take>
void for_each_id(std::string_view text, const IdWords& words, const Take& take) {
  std::size_t from = 0;
  if (const auto first = identifier_at_start(text, words)) {
    take(first->folded);
    from = std::max<std::size_t>(first->within.end, 1);
  }
  for (std::size_t count = 0; count < kIdsInName; ++count) {
    const auto match = find_identifier_from(text, from, words);
    if (!match) return;
    take(match->folded);
    from = match->within.end;
  }
}

// What may declare an id in a line: a heading, a table row, the value behind a label such as "milestone_id:".
std::string_view declaring_part(std::string_view line) {
  if (line.starts_with('#') || line.starts_with('|')) {
    line.remove_prefix(std::min(line.find_first_not_of("#| *`[\t"), line.size()));
    return line;
  }
  constexpr std::size_t kLongestLabel = 40;
  const std::size_t colon = line.find(':');
  if (colon > kLongestLabel || !contains_ignoring_case(line.substr(0, colon), "id")) return {};
  line.remove_prefix(std::min(line.find_first_not_of(" \t\"'*`[", colon + 1), line.size()));
  return line;
}

std::string random_digits(std::uint64_t seed) {
  // splitmix64: neighbouring seeds give unlike digits.
  seed += 0x9E3779B97F4A7C15U;
  seed = (seed ^ (seed >> 30U)) * 0xBF58476D1CE4E5B9U;
  seed = (seed ^ (seed >> 27U)) * 0x94D049BB133111EBU;
  seed ^= seed >> 31U;
  return std::to_string(100'000 + seed % 900'000);
}

struct PatternParts {
  std::string before;
  std::string after;
  unsigned width = 0;
  bool is_ascii_letter = false;
};

Result<PatternParts> split_pattern(std::string_view pattern) {
  const auto wrong = [&](const char* why) {
    return fail(ErrorKind::usage, "'" + std::string(pattern) + "' is no pattern of ids: " + why + ".");
  };
  const std::size_t open = pattern.find('{');
  const std::size_t close = pattern.find('}');
  if (open == std::string_view::npos || close == std::string_view::npos || close < open)
    return wrong("it needs {number} or {letter}");
  const std::string_view variable = pattern.substr(open + 1, close - open - 1);
  PatternParts parts{std::string(pattern.substr(0, open)), std::string(pattern.substr(close + 1)), 0, false};
  if (parts.after.find('{') != std::string::npos) return wrong("only one part of it can be counted");
  parts.is_ascii_letter = variable == "letter";
  if (parts.is_ascii_letter || variable == "number") return parts;
  if (!variable.starts_with("number:")) return wrong("{number} and {letter} are all that it can count");
  const auto width = to_number(variable.substr(7));
  if (!width || *width == 0 || *width > 4) return wrong("a width is 1 to 4 digits");
  parts.width = *width;
  return parts;
}

}  // namespace

// Folding changes a number's surroundings ("T7_S03" is "s3t7"), so the shape is where two foldings differ.
IdSequence::Shape IdSequence::make_shape(std::string_view before, std::string_view after, bool is_ascii_letter) {
  const auto fold_with = [&](char mark) { return fold_identifier(std::string(before) + mark + std::string(after)); };
  const std::string one = fold_with(is_ascii_letter ? 'p' : '7');
  const std::string other = fold_with(is_ascii_letter ? 'q' : '8');
  const auto differ = std::ranges::mismatch(one, other).in1;
  if (differ == one.end()) return {one, ""};
  return {std::string(one.begin(), differ), std::string(differ + 1, one.end())};
}

Result<IdSequence> IdSequence::parse(std::string_view pattern, IdScope scope) {
  auto parts = split_pattern(pattern);
  if (!parts) return std::unexpected(std::move(parts).error());
  IdSequence sequence;
  sequence.pattern_ = pattern;
  sequence.before_ = std::move(parts->before);
  sequence.after_ = std::move(parts->after);
  sequence.width_ = parts->width;
  sequence.is_letter_ = parts->is_ascii_letter;
  sequence.highest_ = parts->is_ascii_letter ? 26 : parts->width == 3 ? 999 : kHighestNumber;
  sequence.scope_ = std::move(scope);
  sequence.whole_ = make_shape(sequence.before_, sequence.after_, sequence.is_letter_);
  sequence.says_its_row_ = std::ranges::any_of(sequence.whole_.before + sequence.whole_.after, is_digit);
  if (!sequence.scope_.owners.empty()) {
    const std::size_t slash = sequence.before_.rfind('/') + 1;  // npos + 1 is 0
    sequence.short_ = make_shape(std::string_view(sequence.before_).substr(slash), "", sequence.is_letter_);
    for (const std::string& owner : sequence.scope_.owners) sequence.folded_owners_.push_back(fold_identifier(owner));
  }
  return sequence;
}

std::string IdSequence::write(std::uint32_t number) const {
  std::string text = is_letter_ ? std::string(1, static_cast<char>('a' + (number - 1) % 26)) : std::to_string(number);
  if (text.size() < width_) text.insert(0, width_ - text.size(), '0');
  return before_ + text + after_;
}

bool IdSequence::is_below_folder(std::string_view path) const {
  const std::string& folder = scope_.folder;
  return folder.empty() || (path.starts_with(folder) && path.substr(folder.size()).starts_with('/'));
}

bool IdSequence::names_owner(std::string_view path) const {
  if (scope_.owners.empty()) return true;
  return std::ranges::any_of(scope_.owners, [&](const std::string& owner) { return names_word(path, owner); });
}

std::optional<std::uint32_t> IdSequence::match(std::string_view folded, const Shape& shape) const {
  if (!folded.starts_with(shape.before)) return std::nullopt;
  const std::string_view rest = folded.substr(shape.before.size());
  if (is_letter_) {
    const bool is_one =
        !rest.empty() && is_ascii_letter(rest.front()) && (rest.size() == 1 || !is_ascii_letter(rest[1]));
    return is_one ? std::optional(static_cast<std::uint32_t>(rest.front() - 'a' + 1)) : std::nullopt;
  }
  const std::string_view digits = leading_digits(rest);
  const std::string_view behind = rest.substr(digits.size());
  // "M7.4", "M7b" and "M7_S3" show that there is an M7.
  const bool ends = behind.starts_with(shape.after) && (shape.after.empty() || behind.size() == shape.after.size() ||
                                                        !is_digit(behind[shape.after.size()]));
  return ends ? to_number(digits) : std::nullopt;
}

// The level of a chain that this row counts: the 3 of "m2s3" for "S{number}" below M02.
std::optional<std::uint32_t> IdSequence::match_level(std::string_view folded) const {
  const std::string& letter = short_ ? short_->before : whole_.before;
  if (letter.size() != 1 || is_letter_) return std::nullopt;
  for (std::size_t at = folded.find(letter); at != std::string_view::npos; at = folded.find(letter, at + 1)) {
    if (at == 0 || !is_digit(folded[at - 1])) continue;
    const std::string_view above = folded.substr(0, at);
    const bool is_owned = folded_owners_.empty() || std::ranges::find(folded_owners_, above) != folded_owners_.end();
    if (is_owned) return to_number(leading_digits(folded.substr(at + 1)));
  }
  return std::nullopt;
}

std::optional<std::uint32_t> IdSequence::number_of(std::string_view id, std::string_view path) const {
  const std::string folded = fold_identifier(id);
  if (const auto number = match(folded, whole_))
    if (says_its_row_ || (is_below_folder(path) && names_owner(path))) return number;
  if (!is_below_folder(path)) return std::nullopt;
  if (short_)
    if (const auto number = match(folded, *short_); number && names_owner(path)) return number;
  return match_level(folded);
}

// "03-harvest.md" in a row without letters.
std::optional<std::uint32_t> IdSequence::number_at_start(std::string_view name) const {
  const std::string_view digits = leading_digits(name);
  const bool is_word = digits.size() == name.size() || !is_alnum(name[digits.size()]);
  return is_word ? to_number(digits) : std::nullopt;
}

std::vector<std::uint32_t> IdSequence::numbers_in(std::string_view path, const IdWords& words) const {
  std::vector<std::uint32_t> numbers;
  if (!is_below_folder(path) && !says_its_row_) return numbers;
  // A whole id of a plan's milestone can not stand in a name, so the path must name the plan.
  if (whole_.before.find('/') != std::string::npos && !names_owner(path)) return numbers;
  const bool is_bare = whole_.before.empty() && !is_letter_;
  for_each_part(path, '/', [&](std::string_view name) {
    if (is_bare) {
      if (const auto number = number_at_start(name)) numbers.push_back(*number);
      return;
    }
    for_each_id(name, words, [&](const std::string& folded) {
      if (const auto number = number_of(folded, path)) numbers.push_back(*number);
    });
  });
  return numbers;
}

std::vector<std::uint32_t> IdSequence::numbers_declared_in(std::string_view bytes, std::string_view path,
                                                           const IdWords& words) const {
  std::vector<std::uint32_t> numbers;
  constexpr std::size_t kLongestLine = 1024;
  for_each_part(bytes, '\n', [&](std::string_view line) {
    line = line.substr(0, std::min(line.size(), kLongestLine));
    for_each_id(declaring_part(line), words, [&](const std::string& folded) {
      if (const auto number = number_of(folded, path)) numbers.push_back(*number);
    });
  });
  return numbers;
}

const std::string* TakenNumbers::find(std::uint32_t number) const {
  const auto found = where_.find(number);
  return found == where_.end() ? nullptr : &found->second;
}

std::string_view without_drawn_digits(std::string_view id) {
  constexpr std::size_t kDrawn = 6;
  if (id.size() < kDrawn + 2 || id[id.size() - kDrawn - 1] != '.') return id;
  const std::string_view digits = id.substr(id.size() - kDrawn);
  const bool follows_number = is_digit(id[id.size() - kDrawn - 2]);
  return follows_number && std::ranges::all_of(digits, is_digit) ? id.substr(0, id.size() - kDrawn - 1) : id;
}

Result<NewId> choose_id(const IdSequence& sequence, const TakenNumbers& taken, const IdWish& wish) {
  const std::uint32_t number = wish.number.value_or(taken.highest() + 1);
  if (wish.number) {
    if (const std::string* where = taken.find(number))
      return fail(ErrorKind::usage, sequence.write(number) + " is taken: it stands in " + *where + ".");
  }
  if (number == 0 || number > sequence.highest()) {
    Error error{ErrorKind::usage,
                wish.number
                    ? "An id of this row is " + sequence.write(1) + " to " + sequence.write(sequence.highest()) + "."
                    : "The row of ids is full: " + sequence.write(sequence.highest()) + " stands in " +
                          *taken.find(taken.highest()) + ".",
                std::nullopt,
                {},
                {}};
    if (!wish.number) error.hints.emplace_back("A number that was never used can be given with --number.");
    return std::unexpected(std::move(error));
  }
  NewId chosen{sequence.write(number), number, {}};
  if (wish.suffix_seed && sequence.highest() != 999) chosen.id += "." + random_digits(*wish.suffix_seed);
  if (!wish.number && !taken.empty()) chosen.above = *taken.find(taken.highest());
  return chosen;
}

}  // namespace milepost
