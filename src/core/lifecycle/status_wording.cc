// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "core/lifecycle/status_wording.h"

#include <algorithm>
#include <array>

#include "core/base/ascii.h"
#include "core/base/utf8.h"
#include "core/document/normalise/fold.h"
#include "core/document/normalise/risk.h"
#include "core/document/normalise/status.h"
#include "core/text/line_shape.h"

namespace milepost {
namespace {

// The marks that people write for a category, the most usual first; by StatusCategory.
constexpr std::array<std::array<std::string_view, 4>, 7> kStatusMarks{{
    {"⏳", "📋", "📝", "⬜"},
    {"🚧", "🔄", "🟡", "🟢"},
    {"⛔", "🛑", "⏸️", "🔴"},
    {"✅", "✔️", "☑️", "🎉"},
    {"🚫", "🗑️", "", ""},
    {"📦", "🗄️", "", ""},
    {"", "", "", ""},
}};
// By RiskLevel.
constexpr std::array<std::string_view, 5> kLevelMarks{"", "🟢", "🟡", "🔴", "⛔"};

bool is_mark(char32_t c) {
  return (c >= 0x2190 && c <= 0x2BFF) || c == 0xFE0F || c == 0x200D || (c >= 0x1F000 && c <= 0x1FAFF);
}

// Length of emoji and "[x]" with blanks between and behind them at the start of `text`; 0 if it begins otherwise.
std::size_t marks_length(std::string_view text) {
  std::size_t at = 0;
  bool any = false;
  while (at < text.size()) {
    if (is_blank_char(text[at])) {
      ++at;
    } else if (text[at] == '[' && at + 2 < text.size() && text[at + 2] == ']') {
      at += 3;
      any = true;
    } else if (const CodePoint c = code_point_at(text, at); is_mark(c.value)) {
      at += c.length;
      any = true;
    } else {
      break;
    }
  }
  return any ? at : 0;
}

std::string_view without_blanks(std::string_view text) { return trim_blanks(text); }

// How a status value is put together; all views borrow from the value.
struct Parts {
  std::string_view lead;     // "✅ " with its blanks
  std::string_view opening;  // "**"
  std::string_view word;
  std::string_view closing;
  std::string_view tail;  // " ✅" behind the word
  std::string_view note;  // all the rest
  bool is_known = false;  // the word is a status word
};

std::size_t emphasis_length(std::string_view text) {
  std::size_t length = 0;
  while (length < text.size() && (text[length] == '*' || text[length] == '`' || text[length] == '_')) ++length;
  return length;
}

Parts take_apart(std::string_view text, const Words& words) {
  Parts parts;
  const std::size_t lead = marks_length(text);
  parts.lead = text.substr(0, lead);
  text.remove_prefix(lead);
  parts.opening = text.substr(0, emphasis_length(text));
  text.remove_prefix(parts.opening.size());
  const FoldedText folded = fold_text(text);
  const bool has_words = !folded.words.empty() && folded.words[0].source.begin == 0;
  const auto match = has_words ? words.status.phrases().find_at(folded, 0) : std::nullopt;
  parts.is_known = match.has_value();
  const std::size_t end = parts.is_known ? folded.words[match->words - 1].source.end : 0;
  parts.word = text.substr(0, end);
  text.remove_prefix(end);
  parts.closing = text.substr(0, emphasis_length(text));
  text.remove_prefix(parts.closing.size());
  parts.tail = text.substr(0, marks_length(text));
  while (!parts.tail.empty() && is_blank_char(parts.tail.back())) parts.tail.remove_suffix(1);
  parts.note = text.substr(parts.tail.size());
  return parts;
}

char to_upper(char c) { return is_lower(c) ? static_cast<char>(c - 32) : c; }
bool is_joiner(char c) { return c == ' ' || c == '_' || c == '-'; }

bool is_plain_phrase(std::string_view text) {
  return !text.empty() && std::ranges::all_of(text, [](char c) { return is_alpha_char(c) || is_joiner(c); });
}

char joiner_of(std::string_view old, std::string_view value, Carrier carrier) {
  for (const char c : old)
    if (is_joiner(c)) return c;
  const bool is_low = std::ranges::none_of(value, is_upper);
  for (const char c : value)
    if (is_joiner(c) && carrier == Carrier::front_matter && is_low) return c;
  return carrier == Carrier::front_matter && is_lower(old.front()) ? '_' : ' ';
}

// The words of `value` with the case and the joints of `old`.
std::string in_manner_of(std::string_view old, std::string_view value, Carrier carrier) {
  if (!is_plain_phrase(old) || !is_plain_phrase(value)) return std::string(value);
  const bool all_upper = old.size() > 1 && std::ranges::none_of(old, is_lower);
  const std::size_t second = old.find_first_of(" _-");
  const bool sentence = second != std::string_view::npos && second + 1 < old.size() && is_lower(old[second + 1]);
  const char joiner = joiner_of(old, value, carrier);
  std::string out;
  bool starts = true;
  for (const char c : value) {
    if (is_joiner(c)) {
      out += joiner;
      starts = true;
      continue;
    }
    const bool raise = all_upper || (starts && is_upper(old.front()) && (out.empty() || !sentence));
    out += raise ? to_upper(c) : to_lower_char(c);
    starts = false;
  }
  return out;
}

StatusCategory category_of(std::string_view text, const Words& words) {
  return normalise_status(text, words.status).category;
}

std::string mark_for(StatusCategory category, std::string_view old_mark, const OldValue& old, const Words& words) {
  if (old_mark == "[ ]" || old_mark == "[x]" || old_mark == "[X]")
    return category == StatusCategory::done      ? "[x]"
           : category == StatusCategory::planned ? "[ ]"
                                                 : std::string(old_mark);
  if (old_mark == "☐" && category == StatusCategory::done) return "☑";
  std::string_view best;
  for (const std::string_view mark : kStatusMarks.at(static_cast<std::size_t>(category))) {
    if (mark.empty() || category_of(mark, words) != category) continue;
    if (best.empty()) best = mark;
    if (old.document.find(mark) != std::string_view::npos) return std::string(mark);
  }
  return std::string(best);
}

// The blanks that stand behind the marks of `lead`.
std::string_view blanks_behind(std::string_view lead) {
  const std::size_t last = lead.find_last_not_of(" \t");
  return last == std::string_view::npos ? lead : lead.substr(last + 1);
}

class StatusWriter {
 public:
  StatusWriter(const OldValue& old, const NewValue& wanted, const Words& words)
      : old_(old), wanted_(wanted), words_(words), parts_(take_apart(old.text, words)) {}

  Result<WrittenValue> run() {
    wanted_category_ = category_of(wanted_.value, words_);
    if (wanted_category_ == StatusCategory::unknown)
      return fail(ErrorKind::usage, "'" + std::string(wanted_.value) + "' is no status word that is known here");
    old_category_ = category_of(old_.text, words_);
    if (says_it_already()) return WrittenValue{std::string(old_.text), {}};
    const bool is_menu = is_status_menu(old_.text, words_.status);
    if (is_menu || (!parts_.is_known && !is_only_marks())) return replaced_whole(is_menu);
    if (old_.carrier == Carrier::body && !note().empty() && wanted_.note == NoteHandling::automatic)
      return fail(ErrorKind::refused,
                  "the status is part of a sentence; write it by hand, or say what becomes of the rest");
    return assembled();
  }

 private:
  [[nodiscard]] bool is_only_marks() const {
    return !without_blanks(parts_.lead).empty() && parts_.word.empty() && parts_.opening.empty();
  }
  [[nodiscard]] std::string_view note() const { return without_blanks(parts_.note); }
  [[nodiscard]] bool says_it_already() const {
    if (old_category_ != wanted_category_) return false;
    if (is_only_marks()) return true;
    const bool same_word = parts_.is_known && fold_phrase(parts_.word) == fold_phrase(wanted_.value);
    return same_word && (wanted_.note != NoteHandling::drop || note().empty());
  }

  // A menu of a template, prose, a placeholder: nothing of it can stay but a mark in front.
  WrittenValue replaced_whole(bool is_menu) const {
    WrittenValue written;
    const std::string_view mark = without_blanks(parts_.lead);
    if (!mark.empty()) written.text = lead();
    written.text += wanted_.value;
    if (!is_menu && !without_blanks(old_.text).empty())
      written.remarks.push_back("'" + std::string(old_.text) + "' was replaced as a whole");
    return written;
  }

  [[nodiscard]] std::string new_mark(std::string_view marks) const {
    const std::string_view mark = without_blanks(marks);
    const StatusCategory meaning = category_of(mark, words_);
    if (mark.empty() || meaning == StatusCategory::unknown || meaning == wanted_category_) return std::string(mark);
    return mark_for(wanted_category_, mark, old_, words_);
  }
  [[nodiscard]] std::string lead() const {
    std::string mark = new_mark(parts_.lead);
    return mark.empty() ? mark : mark.append(blanks_behind(parts_.lead));
  }

  WrittenValue assembled() const {
    WrittenValue written;
    written.text = lead();
    if (is_only_marks() && written.text.empty()) written.text = wanted_.value;
    if (!is_only_marks())
      written.text.append(parts_.opening)
          .append(in_manner_of(parts_.word, wanted_.value, old_.carrier))
          .append(parts_.closing);
    if (!parts_.tail.empty()) {
      const std::size_t blanks = parts_.tail.size() - trim_blanks(parts_.tail).size();
      if (const std::string mark = new_mark(parts_.tail); !mark.empty())
        written.text.append(parts_.tail.substr(0, blanks)).append(mark);
    }
    const bool keeps = wanted_.note == NoteHandling::keep ||
                       (wanted_.note == NoteHandling::automatic && old_category_ == wanted_category_);
    if (keeps)
      written.text.append(parts_.note);
    else if (!note().empty())
      written.remarks.push_back("'" + std::string(note()) + "' behind the status was dropped; it spoke of the old one");
    return written;
  }

  const OldValue& old_;
  const NewValue& wanted_;
  const Words& words_;
  Parts parts_;
  StatusCategory wanted_category_ = StatusCategory::unknown;
  StatusCategory old_category_ = StatusCategory::unknown;
};

}  // namespace

Wrapped unwrap(std::string_view text) {
  for (const std::string_view mark : {"**", "__", "*", "_", "`"}) {
    if (text.size() <= 2 * mark.size() || !text.starts_with(mark) || !text.ends_with(mark)) continue;
    const std::string_view inner = text.substr(mark.size(), text.size() - 2 * mark.size());
    if (inner.find(mark.front()) == std::string_view::npos && !is_blank_char(inner.front())) return {mark, inner};
  }
  return {{}, text};
}

Result<WrittenValue> write_status(const OldValue& old, const NewValue& wanted, const Words& words) {
  return StatusWriter(old, wanted, words).run();
}

WrittenValue write_level(const OldValue& old, const NewValue& wanted, const Words& words) {
  WrittenValue written;
  const std::string_view lead = old.text.substr(0, marks_length(old.text));
  const std::string_view mark = without_blanks(lead);
  const auto level = normalise_risk(wanted.value, words.risks);
  const bool has_own_mark = marks_length(wanted.value) != 0;
  if (!mark.empty() && level && !has_own_mark) {
    const auto meaning = normalise_risk(mark, words.risks);
    const std::string_view other = kLevelMarks.at(static_cast<std::size_t>(level->level));
    const bool keeps = !meaning || meaning->level == level->level;
    const std::string_view chosen = keeps ? mark : other;
    if (!chosen.empty()) written.text.append(chosen).append(blanks_behind(lead));
  }
  const std::string_view rest = old.text.substr(lead.size());
  const std::string_view word = rest.substr(0, rest.find_first_of("(,;:"));
  const std::string_view plain = trim_blanks(word);
  written.text += plain.empty() || !level ? std::string(wanted.value) : in_manner_of(plain, wanted.value, old.carrier);
  return written;
}

}  // namespace milepost
