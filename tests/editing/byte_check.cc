// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "editing/byte_check.h"

#include <algorithm>

namespace milepost::testing {
namespace {

struct Line {
  std::string_view text;
  std::string_view eol;
};

std::vector<Line> lines_of(std::string_view text) {
  std::vector<Line> lines;
  std::size_t at = 0;
  while (at < text.size()) {
    const std::size_t end = std::min(text.find_first_of("\r\n", at), text.size());
    const std::size_t eol = end == text.size() ? 0 : text.substr(end).starts_with("\r\n") ? 2 : 1;
    lines.push_back({text.substr(at, end - at), text.substr(end, eol)});
    at = end + eol;
  }
  return lines;
}

// Without blanks, and with every run of dashes as one.
std::string without_padding(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == ' ' || c == '\t' || (c == '-' && out.ends_with('-'))) continue;
    out += c;
  }
  return out;
}

class MadeChecker {
 public:
  MadeChecker(const MadeText& made, std::string_view after, const Allowance& allowed)
      : made_(made), allowed_(allowed), lines_(lines_of(after.substr(std::min(after.size(), made.bom.size())))) {
    has_bom_ = after.starts_with(made.bom);
    for (const MadeLine& line : made.lines)
      if (is_slot(line) && line.group != 0) group_ = line.group;
    if (allowed.group != 0) group_ = allowed.group;
  }

  std::string run() {
    if (!has_bom_) return "the byte order mark is gone";
    for (std::size_t i = 0; i < made_.lines.size(); ++i)
      if (!take(i)) return "line " + std::to_string(i + 1) + " is not there as it was: " + made_.lines[i].text();
    inserted_ += static_cast<int>(lines_.size() - at_);
    if (inserted_ > allowed_.inserted_most) return std::to_string(inserted_) + " lines came in";
    for (std::size_t i = 0; i + 1 < lines_.size(); ++i)
      if (lines_[i].eol != made_.eol) return "a line has another ending";
    if (!lines_.empty() &&
        lines_.back().eol != (made_.ends_with_eol ? std::string_view(made_.eol) : std::string_view{})) {
      const bool was_blank = made_.lines.back().text().empty();
      if (!was_blank) return "the last line has another ending";
    }
    return {};
  }

 private:
  [[nodiscard]] bool is_slot(const MadeLine& line) const {
    return !allowed_.field.empty() && line.field == allowed_.field &&
           (allowed_.name.empty() || line.name == allowed_.name) && (allowed_.item == 0 || line.item == allowed_.item);
  }

  bool take(std::size_t index) {
    const MadeLine& line = made_.lines[index];
    const bool slot = is_slot(line);
    // Lines that came in stand before this one; at most so many in all.
    for (int skipped = 0; at_ + static_cast<std::size_t>(skipped) <= lines_.size(); ++skipped) {
      const std::size_t here = at_ + static_cast<std::size_t>(skipped);
      if (here < lines_.size() && fits(line, slot, lines_[here].text)) {
        inserted_ += skipped;
        at_ = here + 1;
        return true;
      }
      if (inserted_ + skipped >= allowed_.inserted_most) break;
    }
    if (slot && allowed_.may_remove) {
      ++removed_;
      return true;
    }
    if (index + 1 == made_.lines.size() && line.text().empty()) return true;  // "a\n" + "" ends as "a\n"
    // The last line goes without an ending, so the blank line above it goes along.
    const bool is_above_last = index + 2 == made_.lines.size() && !made_.ends_with_eol;
    if (line.text().empty() && allowed_.may_remove && is_above_last && is_slot(made_.lines.back())) return true;
    if (line.text().empty() && removed_ > 0) {
      --removed_;
      return true;
    }
    return false;
  }

  // Without " (deferred)" and " (deferred: no time)".
  static std::string without_deferral(std::string text) {
    const std::size_t at = text.rfind(" (deferred");
    if (at == std::string::npos) return text;
    const std::size_t end = text.find(')', at);
    return end == std::string::npos ? text : text.erase(at, end + 1 - at);
  }

  // Another state, and what says that a box is put off.
  static bool fits_box(const MadeLine& line, const std::string& now) {
    const std::string bare = without_deferral(now);
    const std::string after = without_deferral(line.after);
    return bare == line.before + " " + after || bare == line.before + "x" + after;
  }

  [[nodiscard]] bool fits(const MadeLine& line, bool slot, std::string_view now) const {
    if (now == line.text()) return true;
    if (slot && line.field == "box") return fits_box(line, std::string(now));
    if (slot && line.loose == Loose::no) {
      if (now.size() < line.before.size() + line.after.size()) return false;
      // An empty value had no blank before it.
      return now.starts_with(line.before) && now.ends_with(line.after);
    }
    const std::string bare = without_padding(now);
    if (slot) return bare.starts_with(without_padding(line.before)) && bare.ends_with(without_padding(line.after));
    if (line.group != 0 && line.group == group_ && line.loose == Loose::padding)
      return bare == without_padding(line.text());
    return allowed_.may_extend && !line.carrier.empty() && now.starts_with(line.text());
  }

  const MadeText& made_;
  const Allowance& allowed_;
  std::vector<Line> lines_;
  std::size_t at_ = 0;
  int inserted_ = 0;
  int removed_ = 0;
  int group_ = 0;
  bool has_bom_ = false;
};

std::string check_boxes(std::string_view before, std::string_view after) {
  if (before.size() != after.size()) return "the size changed";
  for (std::size_t i = 0; i < before.size(); ++i) {
    if (before[i] == after[i]) continue;
    const bool in_brackets = i > 0 && i + 1 < before.size() && before[i - 1] == '[' && before[i + 1] == ']';
    const bool is_state =
        (before[i] == ' ' || before[i] == 'x' || before[i] == 'X') && (after[i] == ' ' || after[i] == 'x');
    if (!in_brackets || !is_state) return "byte " + std::to_string(i) + " changed";
  }
  return {};
}

// Every old line is there in order; new ones only add.
std::string check_insertion(std::string_view before, std::string_view after) {
  const std::vector<Line> old_lines = lines_of(before);
  const std::vector<Line> new_lines = lines_of(after);
  std::size_t at = 0;
  for (const Line& line : old_lines) {
    while (at < new_lines.size() && new_lines[at].text != line.text) ++at;
    if (at == new_lines.size()) return "a line is gone: " + std::string(line.text);
    ++at;
  }
  return new_lines.size() > old_lines.size() + 8 ? "too many lines came in" : std::string{};
}

std::string check_field(std::string_view before, std::string_view after) {
  const std::vector<Line> old_lines = lines_of(before);
  const std::vector<Line> new_lines = lines_of(after);
  if (old_lines.size() != new_lines.size()) return "the number of lines changed";
  int changed = 0;
  for (std::size_t i = 0; i < old_lines.size(); ++i) {
    if (old_lines[i].eol != new_lines[i].eol) return "a line ending changed";
    if (old_lines[i].text == new_lines[i].text) continue;
    const std::size_t stop = old_lines[i].text.find_first_of(":|");
    const std::string_view head = old_lines[i].text.substr(0, stop == std::string_view::npos ? 0 : stop);
    // Rows of a table and lines under a heading "Status" have no colon; they are counted, not compared.
    if (!new_lines[i].text.starts_with(head)) return "the label changed: " + std::string(old_lines[i].text);
    ++changed;
  }
  return changed > 12 ? "too many lines changed" : std::string{};
}

}  // namespace

std::string check_made(const MadeText& made, std::string_view after, const Allowance& allowed) {
  return MadeChecker(made, after, allowed).run();
}

std::string check_real(std::string_view before, std::string_view after, RealEdit edit) {
  switch (edit) {
    case RealEdit::boxes:
      return check_boxes(before, after);
    case RealEdit::insertion:
      return check_insertion(before, after);
    case RealEdit::field:
      return check_field(before, after);
  }
  return {};
}

}  // namespace milepost::testing
