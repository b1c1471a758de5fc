// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "core/base/suggest.h"

#include <algorithm>
#include <array>
#include <tuple>

#include "core/base/ascii.h"

namespace milepost {
namespace {

std::string in_lower_case(std::string_view text) {
  std::string folded(text);
  std::ranges::transform(folded, folded.begin(), to_lower);
  return folded;
}

// One slip is forgiven in a short word, a third of the letters in a longer one.
std::size_t tolerance(std::size_t length) { return std::max<std::size_t>(1, length / 3); }

using Row = std::array<std::size_t, kLongestSuggestedWord + 1>;

// Fills the row of a[i - 1] and returns its smallest entry. `rows` holds the rows of i, i - 1, i - 2.
std::size_t fill_row(std::array<Row*, 3> rows, std::string_view a, std::string_view b, std::size_t i) {
  auto& [row, above, twice_above] = rows;
  std::size_t smallest = (*row)[0] = i;
  for (std::size_t j = 1; j <= b.size(); ++j) {
    const std::size_t change = a[i - 1] == b[j - 1] ? 0 : 1;
    std::size_t slips = std::min({(*above)[j] + 1, (*row)[j - 1] + 1, (*above)[j - 1] + change});
    const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
    if (swapped) slips = std::min(slips, (*twice_above)[j - 2] + 1);
    (*row)[j] = slips;
    smallest = std::min(smallest, slips);
  }
  return smallest;
}

struct Match {
  bool by_slips = false;  // false: begins as typed
  std::size_t distance = 0;
  const std::string* candidate = nullptr;
};

bool is_better(const Match& a, const Match& b) {
  return std::tuple(a.by_slips, a.distance, a.candidate->size(), std::string_view(*a.candidate)) <
         std::tuple(b.by_slips, b.distance, b.candidate->size(), std::string_view(*b.candidate));
}

}  // namespace

std::size_t count_slips(std::string_view a, std::string_view b, std::size_t limit) {
  const std::size_t too_many = limit + 1;
  if (a.size() > kLongestSuggestedWord || b.size() > kLongestSuggestedWord) return a == b ? 0 : too_many;
  const std::size_t by_length = a.size() > b.size() ? a.size() - b.size() : b.size() - a.size();
  if (by_length > limit) return too_many;

  std::array<Row, 3> rows{};
  Row* row = rows.data();
  Row* above = row + 1;
  Row* twice_above = row + 2;
  for (std::size_t j = 0; j <= b.size(); ++j) (*above)[j] = j;
  std::size_t smallest_above = 0;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    const std::size_t smallest = fill_row({row, above, twice_above}, a, b, i);
    if (std::min(smallest, smallest_above) > limit) return too_many;
    smallest_above = smallest;
    std::swap(twice_above, above);
    std::swap(above, row);
  }
  return std::min((*above)[b.size()], too_many);
}

std::vector<std::string> nearest(std::string_view word, std::span<const std::string> candidates, std::size_t most) {
  const std::string wanted = in_lower_case(word);
  const std::size_t limit = tolerance(wanted.size());
  std::vector<Match> matches;
  for (const std::string& candidate : candidates) {
    const std::string folded = in_lower_case(candidate);
    if (!wanted.empty() && folded.starts_with(wanted)) {
      matches.push_back({false, folded.size() - wanted.size(), &candidate});
      continue;
    }
    const std::size_t slips = count_slips(wanted, folded, limit);
    // As many slips as letters would make anything near.
    if (slips <= limit && slips < wanted.size()) matches.push_back({true, slips, &candidate});
  }
  std::ranges::sort(matches, is_better);
  std::vector<std::string> words;
  for (const Match& match : matches) {
    if (words.size() == most) break;
    if (words.empty() || words.back() != *match.candidate) words.push_back(*match.candidate);
  }
  return words;
}

}  // namespace milepost
