// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// The rules, in order:
//  1. Struck text is gone. A menu left from a template ("Planned | In Progress | Completed") has no category.
//  2. The first clause that holds a known phrase decides; the leftmost phrase of it, the longest at its place. Clauses
//     end at brackets, commas, colons, semicolons, full stops, dashes: "Complete (tests deferred)" is done.
//  3. A phrase that is not the first word only counts when no leading emoji says otherwise: "🚧 Cache implemented,
//     tests open" is active.
//  4. "70% complete", "2 of 5 done" and "Phase 2 complete" are active: a part is done. So is "Backend done; rollout
//     pending".
//  5. A negation before a phrase turns done into planned and skips any other phrase.
//  6. Without a known phrase the first known emoji decides, else the category is unknown and the text is kept.
#include "core/document/normalise/status.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <string>

namespace milepost {
namespace {

constexpr std::size_t kMaxMenu = 160;  // a menu is short
constexpr std::size_t kMaxLead = 256;  // emoji are looked for this far

struct Phrase {
  StatusCategory category = StatusCategory::unknown;
  std::size_t first = 0;
  std::size_t words = 0;
  bool starts_clause = false;
  bool part = false;     // "Phase 2 complete": only a part of the work is meant
  bool changed = false;  // a share or a negation before it changed its meaning
};

struct Symbol {
  StatusCategory category = StatusCategory::unknown;
  ByteRange where;
  bool leading = false;
};

std::optional<double> to_number(std::string_view word) {
  double value = 0;
  const auto result = std::from_chars(word.data(), word.data() + word.size(), value);
  if (result.ec != std::errc() || result.ptr != word.data() + word.size()) return std::nullopt;
  return value;
}

// How far a share in front of the phrase says it is: "70% complete", "3/5 done", "2 of 5 tasks complete". Nothing if
// none.
std::optional<double> share_before(std::string_view plain, const FoldedText& text, std::size_t phrase) {
  const std::uint32_t clause = text.words[phrase].clause;
  for (std::size_t back = 1; back <= 3 && back <= phrase; ++back) {
    const std::size_t at = phrase - back;
    if (text.words[at].clause != clause) return std::nullopt;
    const std::string_view word = text.phrase(at, at);
    if (word.ends_with('%')) return to_number(word.substr(0, word.size() - 1));
    const auto total = to_number(word);
    if (!total || at == 0) continue;
    const bool of = text.phrase(at - 1, at - 1) == "of" && at > 1;
    const std::size_t before = of ? at - 2 : at - 1;
    const std::size_t gap = text.words[before].source.end;
    const auto done = to_number(text.phrase(before, before));
    const bool joined = of || trimmed(plain.substr(gap, text.words[at].source.begin - gap)) == "/";
    if (done && joined && *total > 0 && *done <= *total && text.words[before].clause == clause)
      return 100 * *done / *total;
  }
  return std::nullopt;
}

bool is_negated(const FoldedText& text, std::size_t phrase, const StatusWords& words) {
  for (std::size_t back = 1; back <= 3 && back <= phrase; ++back) {
    const std::size_t at = phrase - back;
    if (text.words[at].clause != text.words[phrase].clause) return false;
    const auto found = words.negations().find_at(text, at);
    if (found && at + found->words <= phrase) return true;
  }
  return false;
}

// "Phase 2 complete", "Phases 1-3 done": the words before it in the clause name a part.
bool names_part(const FoldedText& text, std::size_t phrase, const StatusWords& words) {
  for (std::size_t at = phrase; at-- > 0 && text.words[at].clause == text.words[phrase].clause;)
    if (words.parts().find_exact(text.phrase(at, at))) return phrase - at >= 2;
  return false;
}

// A done phrase once the share before it is heard: "70% complete" is active.
void hear_share(std::string_view plain, const FoldedText& text, Phrase& phrase) {
  if (phrase.category != StatusCategory::done) return;
  const auto share = share_before(plain, text, phrase.first);
  if (!share || *share >= 100) return;
  phrase.category = *share <= 0 ? StatusCategory::planned : StatusCategory::active;
  phrase.changed = true;
}

std::vector<Phrase> find_phrases(std::string_view plain, const FoldedText& text, const StatusWords& words) {
  std::vector<Phrase> found;
  for (std::size_t at = 0; at < text.words.size();) {
    const auto match = words.phrases().find_at(text, at);
    if (!match) {
      ++at;
      continue;
    }
    Phrase phrase{match->value, at, match->words};
    phrase.starts_clause = at == 0 || text.words[at - 1].clause != text.words[at].clause;
    at += match->words;
    if (is_negated(text, phrase.first, words)) {
      if (phrase.category != StatusCategory::done) continue;
      phrase.category = StatusCategory::planned;
      phrase.changed = true;
    }
    hear_share(plain, text, phrase);
    phrase.part = names_part(text, phrase.first, words);
    found.push_back(phrase);
  }
  return found;
}

bool is_unfinished(StatusCategory category) {
  return category == StatusCategory::planned || category == StatusCategory::active ||
         category == StatusCategory::blocked;
}

// Rule 3 of the header: a leading emoji outvotes a phrase that is not the first word, unless the phrase says how much
// is done or, in the first clause, that the work stopped.
bool emoji_decides(const Phrase& first, const FoldedText& text, const std::optional<Symbol>& symbol) {
  if (!symbol || !symbol->leading || first.first == 0 || first.changed) return false;
  const bool stopped = first.category == StatusCategory::blocked ||
                       !(is_unfinished(first.category) || first.category == StatusCategory::done);
  return !stopped || text.words[first.first].clause != text.words.front().clause;
}

// Rule 4 of the header, over the phrases of the text in order.
StatusCategory judge(const std::vector<Phrase>& phrases, const FoldedText& text) {
  const Phrase& first = phrases.front();
  if (first.category != StatusCategory::done || first.starts_clause) return first.category;
  const bool more_to_do = std::ranges::any_of(phrases, [&](const Phrase& phrase) {
    return is_unfinished(phrase.category) && text.words[phrase.first].clause != text.words[first.first].clause;
  });
  return more_to_do || first.part ? StatusCategory::active : StatusCategory::done;
}

std::string_view without_separators(std::string_view text) {
  constexpr std::string_view kEdges = " \t-_,;:.|/\"'";
  constexpr std::string_view kSigns[] = {"\xE2\x80\x94", "\xE2\x80\x93", "\xEF\xB8\x8F", "\xE3\x80\x81",
                                         "\xE3\x80\x82", "\xE2\x80\x9C", "\xE2\x80\x9D"};
  for (std::size_t before = 0; before != text.size();) {
    before = text.size();
    while (!text.empty() && kEdges.find(text.front()) != std::string_view::npos) text.remove_prefix(1);
    while (!text.empty() && kEdges.find(text.back()) != std::string_view::npos) text.remove_suffix(1);
    for (const std::string_view sign : kSigns) {
      if (text.starts_with(sign)) text.remove_prefix(sign.size());
      if (text.ends_with(sign)) text.remove_suffix(sign.size());
    }
  }
  return text;
}

// "(a (b))" to "a (b)"; "(a) (b)" stays.
std::string_view without_brackets(std::string_view text) {
  constexpr std::pair<std::string_view, std::string_view> kPairs[] = {
      {"(", ")"}, {"[", "]"}, {"\xEF\xBC\x88", "\xEF\xBC\x89"}};
  for (const auto& [open, close] : kPairs) {
    if (!text.starts_with(open) || !text.ends_with(close)) continue;
    int depth = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
      if (text.substr(at).starts_with(open)) ++depth;
      if (text.substr(at).starts_with(close) && --depth == 0 && at + close.size() < text.size()) return text;
    }
    return text.substr(open.size(), text.size() - open.size() - close.size());
  }
  return text;
}

std::string_view without_edges(std::string_view text) {
  text = without_separators(text);
  return without_separators(without_brackets(text));
}

// The first emoji with a meaning; symbols in brackets are boxes of a table cell.
std::optional<Symbol> find_symbol(std::string_view text, const StatusWords& words) {
  for (std::size_t at = 0; at < std::min(text.size(), kMaxLead);) {
    const char c = text[at];
    if ((static_cast<unsigned char>(c) & 0x80U) != 0 || (c == '[' && at == 0)) {
      if (const auto found = words.phrases().find_symbol(text.substr(at))) {
        const auto begin = static_cast<ByteOffset>(at);
        return Symbol{found->first,
                      {begin, static_cast<ByteOffset>(at + found->second)},
                      without_edges(text.substr(0, at)).empty()};
      }
    }
    at += code_point_at(text, at).length;
  }
  return std::nullopt;
}

// What the category does not say: the text without the deciding phrase when that stands at the start, else all of it.
std::string note_of(std::string_view text, ByteRange used) {
  const std::string_view rest = without_edges(text.substr(used.end));
  const std::string_view before = without_edges(text.substr(0, used.begin));
  if (before.empty()) return std::string(rest);
  return rest.empty() ? std::string(before) : std::string(without_edges(text));
}

// The bytes of the phrase, with the leading emoji when nothing else stands between.
ByteRange deciding_bytes(std::string_view plain, const FoldedText& text, const Phrase& phrase,
                         const std::optional<Symbol>& symbol) {
  ByteRange used{text.words[phrase.first].source.begin, text.words[phrase.first + phrase.words - 1].source.end};
  if (!symbol || !symbol->leading || symbol->where.end > used.begin) return used;
  if (without_edges(plain.substr(symbol->where.end, used.begin - symbol->where.end)).empty()) used.begin = 0;
  return used;
}

// The menu parts of `text`, split at bars or, when there are none, at slashes.
std::vector<std::string_view> split_menu(std::string_view text) {
  const char bar = text.find('|') != std::string_view::npos ? '|' : '/';
  std::vector<std::string_view> parts;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find(bar, begin), text.size());
    parts.push_back(trimmed(text.substr(begin, end - begin)));
    begin = end + 1;
  }
  return parts;
}

std::optional<StatusCategory> exact_category(std::string_view part, const StatusWords& words) {
  if (const std::string folded = fold_phrase(part); !folded.empty()) return words.phrases().find_exact(folded);
  const auto symbol = words.phrases().find_symbol(part);
  return symbol ? std::optional(symbol->first) : std::nullopt;
}

// "{STATUS}", "<status>", "${{ job.status }}".
bool is_template_slot(std::string_view text) {
  return text.starts_with('{') || text.starts_with('<') || text.starts_with("${") || text.starts_with("\"{");
}

}  // namespace

bool is_status_menu(std::string_view text, const StatusWords& words) {
  if (text.size() > kMaxMenu || (text.find('|') == std::string_view::npos && text.find('/') == std::string_view::npos))
    return false;
  if (text.starts_with('[') && text.ends_with(']')) text = text.substr(1, text.size() - 2);
  std::optional<StatusCategory> first;
  bool differ = false;
  for (const std::string_view part : split_menu(text)) {
    const auto category = exact_category(part, words);
    if (!category) return false;
    differ = differ || (first && *first != *category && *category != StatusCategory::archived);
    first = first ? first : category;
  }
  return differ;
}

namespace {

// What most values are: perhaps an emoji, then a phrase of the table and nothing else ("done", "✅ Complete", "⏳").
// The general way gives the same answer, but a tree has ten thousands of them.
std::optional<StatusCategory> plain_category(std::string_view text, const StatusWords& words) {
  std::size_t at = 0;
  const auto symbol = words.phrases().find_symbol(text);
  if (symbol) at = symbol->second;
  while (at < text.size() && text[at] == ' ') ++at;
  if (symbol && at == text.size()) return symbol->first;
  std::array<char, 40> folded{};
  std::size_t size = 0;
  for (; at < text.size(); ++at) {
    const char c = text[at];
    const bool blank = c == ' ' || c == '_' || c == '-';
    const char letter = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    if (size == folded.size() || !(blank || (letter >= 'a' && letter <= 'z'))) return std::nullopt;
    if (blank && (size == 0 || folded[size - 1] == ' ')) return std::nullopt;
    folded[size++] = blank ? ' ' : letter;
  }
  return words.phrases().find_exact(std::string_view(folded.data(), size));
}

}  // namespace

Status normalise_status(std::string_view text, const StatusWords& words) {
  const std::string_view bare = trimmed(text);
  if (const auto category = plain_category(bare, words)) return {*category, std::string(bare), {}};
  Status status;
  status.text = without_marks(text);
  const std::string_view plain = status.text;
  if (plain.empty() || is_template_slot(plain) || is_status_menu(plain, words)) return status;
  const FoldedText folded = fold_text(plain);
  const auto symbol = find_symbol(plain, words);
  const auto phrases = find_phrases(plain, folded, words);
  if (!phrases.empty() && !emoji_decides(phrases.front(), folded, symbol)) {
    const Phrase& phrase = phrases.front();
    status.category = judge(phrases, folded);
    const bool whole = phrase.changed || status.category != phrase.category;
    const std::size_t lead = symbol && symbol->leading ? symbol->where.end : 0;
    status.note = whole ? std::string(trimmed(plain.substr(lead)))
                        : note_of(plain, deciding_bytes(plain, folded, phrase, symbol));
  } else if (symbol) {
    status.category = symbol->category;
    status.note = note_of(plain, symbol->where);
  }
  return status;
}

}  // namespace milepost
