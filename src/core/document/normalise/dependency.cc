// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "core/document/normalise/dependency.h"

#include <algorithm>
#include <charconv>

#include "core/base/ascii.h"
#include "core/base/byte_set.h"
#include "core/document/normalise/id_shape.h"
#include "core/document/normalise/identifier.h"

namespace milepost {
namespace {

constexpr ByteSet kJoints(" -_");
constexpr ByteSet kPathEnds(" \t\n),;");
constexpr std::size_t kMaxText = 16384;
constexpr std::size_t kMaxReferences = 200;
constexpr unsigned kMaxRange = 99;  // members of a range beyond the first

struct Link {
  ByteRange text;
  ByteRange whole;
  std::string destination;
};

// A destination that can be a document of the same tree.
bool is_local(std::string_view destination) {
  if (destination.empty() || destination.starts_with('#') || destination.find("://") != std::string_view::npos ||
      destination.starts_with("mailto:"))
    return false;
  const std::string_view path = destination.substr(0, destination.find('#'));
  const std::size_t name = path.rfind('/') + 1;  // npos + 1 is 0
  return path.ends_with(".md") || path.ends_with(".MD") || path.ends_with('/') ||
         path.find('.', name) == std::string_view::npos;
}

// The text with everything blanked that holds no ids: link targets, addresses, comments, struck text, marks. Same
// length, so that places stay places.
class Masked {
 public:
  explicit Masked(std::string_view source) : text_(source) {
    blank_between("~~", "~~");
    blank_between("<!--", "-->");
    find_links();
    for (std::size_t at = text_.find("://"); at != std::string::npos; at = text_.find("://", at + 1)) blank_address(at);
    for (char& c : text_)
      if (c == '*' || c == '`') c = ' ';
  }

  [[nodiscard]] std::string_view text() const& { return text_; }
  std::string_view text() && = delete;
  [[nodiscard]] const std::vector<Link>& links() const { return links_; }

 private:
  void blank(std::size_t begin, std::size_t end) {
    std::fill(text_.begin() + static_cast<std::ptrdiff_t>(begin), text_.begin() + static_cast<std::ptrdiff_t>(end),
              ' ');
  }

  void blank_between(std::string_view open, std::string_view close) {
    for (std::size_t at = text_.find(open); at != std::string::npos; at = text_.find(open, at)) {
      const std::size_t end = text_.find(close, at + open.size());
      if (end == std::string::npos) return;
      blank(at, end + close.size());
    }
  }

  void blank_address(std::size_t at) {
    std::size_t begin = at;
    while (begin > 0 && is_ascii_letter(text_[begin - 1])) --begin;
    blank(begin, std::min(text_.find_first_of(" \t\n)>", at), text_.size()));
  }

  void find_links() {
    for (std::size_t middle = text_.find("]("); middle != std::string::npos; middle = text_.find("](", middle + 2)) {
      const std::size_t floor = links_.empty() ? 0 : links_.back().whole.end;
      const std::size_t open = text_.rfind('[', middle);
      const std::size_t close = text_.find(')', middle);
      if (close == std::string::npos) return;
      if (open == std::string::npos || open < floor) continue;
      const auto at = [](std::size_t offset) { return static_cast<ByteOffset>(offset); };
      std::string destination = text_.substr(middle + 2, close - middle - 2);
      destination = destination.substr(0, destination.find(' '));
      links_.push_back({{at(open + 1), at(middle)}, {at(open), at(close + 1)}, std::move(destination)});
      blank(middle, close + 1);
      text_[open] = ' ';
    }
  }

  std::string text_;
  std::vector<Link> links_;
};

// Emoji and check marks cut off at both ends.
std::string_view without_signs(std::string_view text) {
  const auto is_sign = [](char32_t c) { return c >= 0x2000 && !is_letter(c) && !(c >= 0x3000 && c < 0xFE00); };
  text = trimmed(text);
  while (!text.empty() && is_sign(code_point_at(text, 0).value))
    text = trimmed(text.substr(code_point_at(text, 0).length));
  for (;;) {
    std::size_t last = text.empty() ? 0 : text.size() - 1;
    while (last > 0 && (static_cast<unsigned char>(text[last]) & 0xC0U) == 0x80U) --last;
    if (text.empty() || !is_sign(code_point_at(text, last).value)) return text;
    text = trimmed(text.substr(0, last));
  }
}

class DependencyScanner {
 public:
  DependencyScanner(std::string_view source, DependencyForm form, const Words& words)
      : masked_(source), text_(masked_.text()), form_(form), words_(words) {}

  std::vector<DependencyReference> scan();

 private:
  void take_ids();
  void take_weak_ids();
  void take_links();
  void take_names();
  [[nodiscard]] bool take_name(std::string_view word);
  [[nodiscard]] std::size_t take_range(const IdMatch& first);
  [[nodiscard]] std::size_t take_list(const IdMatch& first, std::size_t end);
  [[nodiscard]] std::size_t skip_range_sign(std::size_t at) const;
  [[nodiscard]] std::size_t skip_list_sign(std::size_t at, bool commas) const;
  void expand(const IdMatch& first, std::size_t end, unsigned last);
  void add(const IdMatch& id, ByteRange where);
  void add_name(std::string text, ByteRange where, std::string link);
  [[nodiscard]] std::string link_at(ByteOffset offset) const;
  [[nodiscard]] bool is_aside(std::size_t at);

  Masked masked_;
  std::string_view text_;  // borrows from: masked_
  DependencyForm form_;
  const Words& words_;
  std::vector<DependencyReference> found_;
  std::size_t seen_ = 0;  // how far is_aside has looked
  int depth_ = 0;
  bool entry_has_id_ = false;
};

// Whether `at` stands in a bracket behind an id of the same entry: "M2 (needs M1)" is about M2.
bool DependencyScanner::is_aside(std::size_t at) {
  for (; seen_ < at; ++seen_) {
    const char c = text_[seen_];
    if (c == '(') ++depth_;
    if (c == ')' && depth_ > 0) --depth_;
    if (depth_ == 0 && (c == ',' || c == ';' || c == '\n' || c == '+' || c == '&')) entry_has_id_ = false;
  }
  return depth_ > 0 && entry_has_id_;
}

std::string DependencyScanner::link_at(ByteOffset offset) const {
  for (const Link& link : masked_.links())
    if (link.text.begin <= offset && offset < link.text.end) return is_local(link.destination) ? link.destination : "";
  // A path that is written out: "docs/milestones/M2-name.md".
  std::size_t begin = offset;
  while (begin > 0 && text_[begin - 1] > ' ' && text_[begin - 1] != '(' && offset - begin < 256) --begin;
  const std::string_view rest = text_.substr(offset);
  const std::size_t end = offset + std::min(kPathEnds.find_in(rest), rest.size());
  const std::string_view word = text_.substr(begin, end - begin);
  return word.ends_with(".md") && word.size() < 512 ? std::string(word) : "";
}

void DependencyScanner::add(const IdMatch& id, ByteRange where) {
  if (found_.size() >= kMaxReferences) return;
  for (DependencyReference& one : found_)
    if (one.folded == id.folded) {
      if (one.link.empty()) one.link = link_at(where.begin);
      return;
    }
  found_.push_back({id.text, id.folded, link_at(where.begin), where, id.kind});
}

void DependencyScanner::add_name(std::string text, ByteRange where, std::string link) {
  const bool known = std::ranges::any_of(found_, [&](const DependencyReference& one) {
    return (one.where.begin < where.end && where.begin < one.where.end) || (one.folded.empty() && one.text == text);
  });
  if (!known && !text.empty() && found_.size() < kMaxReferences)
    found_.push_back({std::move(text), "", std::move(link), where, std::nullopt});
}

// The last number of an id, and what stands before it.
std::size_t last_number(std::string_view id) {
  std::size_t at = id.size();
  while (at > 0 && is_digit(id[at - 1])) --at;
  return at;
}

std::optional<unsigned> to_unsigned(std::string_view digits) {
  unsigned value = 0;
  const auto result = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return result.ec == std::errc() && result.ptr == digits.data() + digits.size() ? std::optional(value) : std::nullopt;
}

// "Phases 2" to "Phase 2": one member of a list is singular.
std::string singular(std::string text, const IdWords& words) {
  const std::size_t blank = kJoints.find_in(text);
  if (blank == std::string::npos || blank < 3 || (text[blank - 1] != 's' && text[blank - 1] != 'S')) return text;
  if (words.kinds.find_exact(fold_phrase(text.substr(0, blank - 1)))) text.erase(blank - 1, 1);
  return text;
}

void DependencyScanner::expand(const IdMatch& first, std::size_t end, unsigned last) {
  const std::size_t at = last_number(first.text);
  const unsigned begin = to_unsigned(std::string_view(first.text).substr(at)).value_or(0);
  const std::size_t width = first.text.size() - at;
  for (unsigned number = begin; number <= last; ++number) {
    std::string digits = std::to_string(number);
    if (digits.size() < width) digits.insert(0, width - digits.size(), '0');
    const std::string text = singular(first.text.substr(0, at) + digits, words_.ids);
    IdMatch member = first;
    if (const auto found = find_identifier(text, words_.ids)) member = *found;
    member.text = text;
    add(member, {first.within.begin, static_cast<ByteOffset>(end)});
  }
}

// Past a dash, ".." or a word such as "to" that writes a range; npos when there is none.
std::size_t DependencyScanner::skip_range_sign(std::size_t at) const {
  const auto skip_blanks = [&](std::size_t here) { return std::min(text_.find_first_not_of(' ', here), text_.size()); };
  std::size_t here = skip_blanks(at);
  if (here >= text_.size()) return std::string_view::npos;
  if (text_.substr(here).starts_with(".."))
    return skip_blanks(text_.substr(here).starts_with("...") ? here + 3 : here + 2);
  const CodePoint point = code_point_at(text_, here);
  if (is_dash(point.value) || point.value == 0x301C || point.value == '~') return skip_blanks(here + point.length);
  std::size_t end = here;
  while (end < text_.size() && end - here < 16 && is_letter(code_point_at(text_, end).value))
    end += code_point_at(text_, end).length;
  const bool word =
      end > here && words_.dependencies.range.find_exact(fold_phrase(text_.substr(here, end - here))).has_value();
  return word ? skip_blanks(end) : std::string_view::npos;
}

// "M0–M4", "M-08.01–M-08.04", "UI-M-03.10..03.16", "Phases 1-5". The end of the range, or of the id alone.
std::size_t DependencyScanner::take_range(const IdMatch& first) {
  const std::size_t end = first.within.end;
  const std::size_t next = skip_range_sign(end);
  const std::size_t number_at = last_number(first.text);
  const auto low = to_unsigned(std::string_view(first.text).substr(number_at));
  if (next == std::string_view::npos || next >= text_.size() || !low || number_at == first.text.size()) return end;
  const bool named =
      words_.ids.kinds.find_exact(fold_phrase(std::string_view(first.text).substr(0, kJoints.find_in(first.text))))
          .has_value();
  std::optional<unsigned> high;
  std::size_t stop = next;
  if (is_digit(text_[next])) {
    // "M-03.10..03.16": the second may repeat a dotted tail; a bare "M1-2" is no range.
    if (!named && !text_.substr(end).starts_with("..")) return end;
    stop = number_end(text_, next);
    const std::string_view tail = text_.substr(next, stop - next);
    high = to_unsigned(tail.substr(last_number(tail)));
  } else if (const std::size_t second = strong_id_end(text_, next, words_.ids); second != std::string_view::npos) {
    stop = second;
    const std::string other = with_plain_hyphens(text_.substr(next, stop - next));
    const std::size_t other_number = last_number(other);
    const bool same =
        fold_identifier(singular(first.text, words_.ids).substr(0, last_number(singular(first.text, words_.ids)))) ==
        fold_identifier(singular(other, words_.ids).substr(0, last_number(singular(other, words_.ids))));
    if (same) high = to_unsigned(std::string_view(other).substr(other_number));
  }
  if (!high || *high <= *low || *high - *low > kMaxRange) return end;
  expand(first, stop, *high);
  return stop;
}

// Past what joins the numbers of "Tasks 2, 3 and 4"; npos when there is nothing such.
std::size_t DependencyScanner::skip_list_sign(std::size_t at, bool commas) const {
  std::size_t here = std::min(text_.find_first_not_of(' ', at), text_.size());
  bool sign = false;
  if (here < text_.size() &&
      (text_[here] == '+' || text_[here] == '&' || text_[here] == '/' || (commas && text_[here] == ','))) {
    sign = true;
    here = std::min(text_.find_first_not_of(' ', here + 1), text_.size());
  }
  std::size_t end = here;
  while (end < text_.size() && end - here < 16 && is_letter(code_point_at(text_, end).value))
    end += code_point_at(text_, end).length;
  if (end > here && words_.dependencies.conjunction.find_exact(fold_phrase(text_.substr(here, end - here)))) {
    sign = true;
    here = std::min(text_.find_first_not_of(' ', end), text_.size());
  }
  return sign ? here : std::string_view::npos;
}

std::size_t DependencyScanner::take_list(const IdMatch& first, std::size_t end) {
  const std::string_view word = std::string_view(first.text).substr(0, kJoints.find_in(first.text));
  if (word.size() == first.text.size() || !words_.ids.kinds.find_exact(fold_phrase(word))) return end;
  const bool plural = singular(first.text, words_.ids) != first.text;
  const std::string stem = singular(first.text, words_.ids);
  const std::size_t number = last_number(stem);
  for (;;) {
    const std::size_t next = skip_list_sign(end, plural);
    if (next == std::string_view::npos || next >= text_.size() || !is_digit(text_[next])) return end;
    const std::size_t stop = number_end(text_, next);
    if (stop - next > 3 || (stop < text_.size() && (is_ascii_letter(text_[stop]) || text_[stop] == '%'))) return end;
    const auto id = find_identifier(stem.substr(0, number) + std::string(text_.substr(next, stop - next)), words_.ids);
    if (!id) return end;
    add(*id, {static_cast<ByteOffset>(next), static_cast<ByteOffset>(stop)});
    end = stop;
  }
}

void DependencyScanner::take_ids() {
  for (std::size_t at = 0; at < text_.size() && found_.size() < kMaxReferences;) {
    auto id = find_identifier_from(text_, at, words_.ids);
    if (!id) return;
    at = id->within.end;
    if (is_aside(id->within.begin)) continue;
    entry_has_id_ = entry_has_id_ || depth_ == 0;
    const std::size_t range_end = take_range(*id);
    if (range_end == at) {
      IdMatch one = *id;
      one.text = singular(one.text, words_.ids);
      if (one.text != id->text) one.folded = find_identifier(one.text, words_.ids).value_or(one).folded;
      add(one, id->within);
    }
    at = take_list(*id, range_end);
  }
}

// "FE-107, AUTH-011": weaker shapes, but only at the start of an entry.
void DependencyScanner::take_weak_ids() {
  int depth = 0;
  for (std::size_t begin = 0; begin < text_.size();) {
    std::size_t end = begin;
    for (; end < text_.size(); ++end) {
      if (text_[end] == '(') ++depth;
      if (text_[end] == ')' && depth > 0) --depth;
      if (depth == 0 && (text_[end] == ',' || text_[end] == ';' || text_[end] == '\n')) break;
    }
    if (auto id = identifier_at_start(text_.substr(begin, end - begin), words_.ids)) {
      id->within.begin += static_cast<ByteOffset>(begin);
      id->within.end += static_cast<ByteOffset>(begin);
      const bool inside = std::ranges::any_of(found_, [&](const auto& one) {
        return one.where.begin < id->within.end && id->within.begin < one.where.end;
      });
      if (!inside) add(*id, id->within);
    }
    begin = end + 1;
  }
}

void DependencyScanner::take_links() {
  for (const Link& link : masked_.links())
    if (is_local(link.destination)) add_name(without_marks(slice(text_, link.text)), link.text, link.destination);
}

// A single word of a list is a name, whatever mark stands beside it ("Foundation ✅, Catalogue ⏳"); so is a path of a
// document. Two words are a sentence.
void DependencyScanner::take_names() {
  for (std::size_t begin = 0; begin < text_.size();) {
    const std::size_t end = std::min(text_.find(',', begin), text_.size());
    const std::string_view word = without_signs(text_.substr(begin, end - begin));
    if (!word.empty() && !take_name(word)) return found_.clear();
    begin = end + 1;
  }
}

bool DependencyScanner::take_name(std::string_view word) {
  if (word.find_first_of(" \t{}<>\"'") != std::string_view::npos) return false;
  const std::size_t begin = static_cast<std::size_t>(word.data() - text_.data());
  if (code_point_at(word, 0).value == 0x2014 || fold_phrase(word).empty()) return true;
  const bool path = word.ends_with(".md");
  if (form_ == DependencyForm::value && !path) return false;
  const std::size_t name = word.rfind('/') + 1;
  std::string text(path ? word.substr(name, word.size() - name - 3) : word);
  add_name(std::move(text), {static_cast<ByteOffset>(begin), static_cast<ByteOffset>(begin + word.size())},
           path ? std::string(word) : "");
  return true;
}

std::vector<DependencyReference> DependencyScanner::scan() {
  take_ids();
  if (form_ != DependencyForm::prose) take_weak_ids();
  take_links();
  if (form_ != DependencyForm::prose && found_.empty()) take_names();
  if (found_.size() > 1)
    std::ranges::stable_sort(found_, {}, [](const DependencyReference& one) { return one.where.begin; });
  return std::move(found_);
}

// Whether the text, folded to `folded`, starts by saying that there is nothing: "None (can start now)". `rest` gets
// what follows.
bool says_none(std::string_view plain, const FoldedText& folded, const Words& words, std::string& rest) {
  if (folded.words.empty()) return true;  // "", "—", "[]", "-"
  const auto match = words.dependencies.none.find_at(folded, 0);
  if (!match) return false;
  const std::size_t last = match->words - 1;
  const bool whole_clause =
      match->words == folded.words.size() || folded.words[match->words].clause != folded.words[last].clause;
  rest = std::string(trimmed(plain.substr(folded.words[last].source.end)));
  return whole_clause || normalise_dependencies(rest, DependencyForm::prose, words).references.empty();
}

// The same for a text in the given form: in prose, six words are a sentence, and "No further work" must not read as
// "none". The beginning of most sentences has six words already.
bool says_none(std::string_view plain, DependencyForm form, const Words& words, std::string& rest) {
  constexpr std::size_t kSentence = 6;
  constexpr std::size_t kBeginning = 64;
  const bool is_prose = form == DependencyForm::prose;
  if (is_prose && plain.size() > kBeginning && fold_text(plain, kBeginning).words.size() >= kSentence) return false;
  const FoldedText folded = fold_text(plain, 256);
  return !(is_prose && folded.words.size() >= kSentence) && says_none(plain, folded, words, rest);
}

}  // namespace

DependencyReading normalise_dependencies(std::string_view text, DependencyForm form, const Words& words) {
  text = text.substr(0, std::min(text.size(), kMaxText));
  DependencyReading reading;
  const std::string plain = without_marks(text);
  reading.none = says_none(plain, form, words, reading.note);
  if (reading.none) return reading;
  reading.note.clear();
  reading.references = DependencyScanner(text, form, words).scan();
  if (reading.references.empty()) reading.note = plain;
  return reading;
}

}  // namespace milepost
