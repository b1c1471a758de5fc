// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "core/lifecycle/id_spelling.h"

#include <algorithm>
#include <utility>

#include "core/base/ascii.h"
#include "core/document/normalise/identifier.h"

namespace milepost {
namespace {

// A number of an id with what stands before it.
struct Run {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::string letters;  // folded
  std::string number;   // without leading zeros
};

std::string fold_letters(std::string_view letters) {
  if (letters.empty()) return {};
  std::string folded = fold_identifier(std::string(letters) + "1");
  folded.pop_back();
  return folded;
}

std::vector<Run> find_runs(std::string_view id) {
  std::vector<Run> runs;
  std::size_t letters_begin = 0;
  std::size_t letters_end = 0;
  for (std::size_t at = 0; at < id.size();) {
    if (is_ascii_letter(id[at])) {
      letters_begin = at;
      while (at < id.size() && is_ascii_letter(id[at])) ++at;
      letters_end = at;
    } else if (is_digit(id[at])) {
      Run run{at, at, fold_letters(id.substr(letters_begin, letters_end - letters_begin)), {}};
      while (run.end < id.size() && is_digit(id[run.end])) ++run.end;
      const std::size_t first = std::min(id.find_first_not_of('0', at), run.end - 1);
      run.number = id.substr(first, run.end - first);
      at = run.end;
      letters_begin = letters_end = at;
      runs.push_back(std::move(run));
    } else {
      ++at;
    }
  }
  return runs;
}

// Whether the chain `folded` ("m2s3t4") has the whole chain `part` ("m2s3" or "s3") in it.
bool has_levels(std::string_view folded, std::string_view part) {
  for (std::size_t at = folded.find(part); at != std::string_view::npos; at = folded.find(part, at + 1)) {
    const bool begins = at == 0 || is_digit(folded[at - 1]) || folded[at - 1] == '/';
    const std::size_t end = at + part.size();
    const bool ends = end == folded.size() || is_ascii_letter(folded[end]) || folded[end] == '/';
    if (begins && ends) return true;
  }
  return false;
}

// The innermost level: "ms3" of "ep20260117.14/ms3", "t2" of "s3t2"; "" when there is only one.
std::string tail_of(const std::string& folded) {
  const std::size_t slash = folded.rfind('/');
  if (slash != std::string::npos) return folded.substr(slash + 1);
  std::size_t last = folded.size();
  while (last > 0 && (is_digit(folded[last - 1]) || folded[last - 1] == '.')) --last;
  const bool is_chain = last > 1 && is_ascii_letter(folded[last - 1]) && is_digit(folded[last - 2]);
  return is_chain ? folded.substr(last - 1) : std::string();
}

std::string letters_of(std::string_view folded) {
  std::string letters;
  for (const char c : folded)
    if (!is_digit(c) && c != '.') letters += c;
  return letters;
}

}  // namespace

IdSpelling::IdSpelling(std::string_view from, std::string_view to)
    : to_(to), folded_(fold_identifier(from)), folded_tail_(tail_of(folded_)) {
  is_same_kind_ = letters_of(folded_) == letters_of(fold_identifier(to));
  const std::vector<Run> old_runs = find_runs(from);
  const std::vector<Run> new_runs = find_runs(to);
  is_replaced_ = old_runs.size() != new_runs.size() || old_runs.empty();
  if (is_replaced_) return;
  for (std::size_t i = 0; i < old_runs.size(); ++i) {
    const Run& run = old_runs[i];
    if (run.number == new_runs[i].number) continue;
    const std::string before = i > 0 && run.letters.empty() ? old_runs[i - 1].number : std::string();
    changes_.push_back({run.letters, before, run.number, new_runs[i].number});
  }
  old_number_ = old_runs.back().number;
  new_number_ = new_runs.back().number;
}

IdSpelling::Match IdSpelling::match(std::string_view folded) const {
  if (folded == folded_) return Match::whole;
  if (!folded_tail_.empty() && folded == folded_tail_) return Match::tail;
  return !folded_.empty() && has_levels(folded, folded_) ? Match::part : Match::none;
}

std::string IdSpelling::respell(std::string_view mention) const {
  if (is_replaced_) return match(fold_identifier(mention)) == Match::whole ? to_ : std::string(mention);
  std::string text;
  std::size_t done = 0;
  std::string before;
  for (const Run& run : find_runs(mention)) {
    const auto change = std::ranges::find_if(changes_, [&](const Change& one) {
      return one.letters == run.letters && one.from == run.number && (!one.letters.empty() || one.before == before);
    });
    before = run.number;
    if (change == changes_.end()) continue;
    const std::size_t width = run.end - run.begin;
    const bool is_padded = mention[run.begin] == '0' || width > run.number.size();
    text += mention.substr(done, run.begin - done);
    if (is_padded && change->to.size() < width) text.append(width - change->to.size(), '0');
    text += change->to;
    done = run.end;
  }
  return text + std::string(mention.substr(done));
}

}  // namespace milepost
