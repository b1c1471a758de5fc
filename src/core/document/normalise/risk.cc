// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "core/document/normalise/risk.h"

#include <algorithm>

namespace milepost {
namespace {

constexpr std::size_t kMaxLead = 64;  // emoji are looked for this far
constexpr std::size_t kMaxWords = 6;  // and words so many
constexpr std::size_t kMaxMenu = 120;

std::optional<RiskLevel> level_of(std::string_view text, const RiskWords& words) {
  const FoldedText folded = fold_text(text);
  for (std::size_t at = 0; at < std::min(kMaxWords, folded.words.size()); ++at)
    if (const auto match = words.find_at(folded, at)) return match->value;
  for (std::size_t at = 0; at < std::min(kMaxLead, text.size()); at += code_point_at(text, at).length)
    if (const auto symbol = words.find_symbol(text.substr(at))) return symbol->first;
  return std::nullopt;
}

// Two different levels side by side, parted by slashes or bars.
bool is_menu(std::string_view text, const RiskWords& words) {
  if (text.size() > kMaxMenu) return false;
  const std::size_t cut = text.find_first_of("/|");
  if (cut == std::string_view::npos) return false;
  const auto first = level_of(text.substr(0, cut), words);
  const auto second = level_of(text.substr(cut + 1), words);
  return first && second && *first != *second;
}

}  // namespace

std::optional<Risk> normalise_risk(std::string_view text, const RiskWords& words) {
  Risk risk;
  risk.text = without_marks(text);
  if (risk.text.starts_with('{') || is_menu(risk.text, words)) return std::nullopt;
  const auto level = level_of(risk.text, words);
  if (!level) return std::nullopt;
  risk.level = *level;
  return risk;
}

}  // namespace milepost
