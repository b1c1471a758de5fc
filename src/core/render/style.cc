// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "core/render/style.h"

namespace milepost {
namespace {

constexpr Glyphs kUnicode{"…", "–", "·", "━", "╌", "─", "├─ ", "└─ ", "│  ", "•", "→", "✓", "✗"};
constexpr Glyphs kAscii{"...", "-", "-", "#", ".", "-", "|- ", "`- ", "|  ", "*", "->", "ok", "x"};

// Only the sixteen colours that every terminal theme defines.
std::string_view sgr_of(TextRole role) {
  switch (role) {
    case TextRole::plain:
      return "";
    case TextRole::strong:
      return "1";
    case TextRole::dim:
      return "2";
    case TextRole::heading:
      return "1";
    case TextRole::good:
      return "32";
    case TextRole::warning:
      return "33";
    case TextRole::bad:
      return "31";
    case TextRole::info:
      return "34";
    case TextRole::id:
      return "36";
    case TextRole::accent:
      return "35";
  }
  return "";
}

bool is_on(std::string_view variable) { return !variable.empty() && variable != "0"; }

}  // namespace

bool wants_colour(ColourChoice choice, const ColourFacts& facts) {
  if (choice != ColourChoice::automatic) return choice == ColourChoice::always;
  if (!facts.no_color.empty()) return false;
  if (is_on(facts.clicolor_force) || is_on(facts.force_color)) return true;
  return facts.is_terminal && facts.term != "dumb";
}

const Glyphs& Style::glyphs() const { return ascii_ ? kAscii : kUnicode; }

std::string Style::paint(TextRole role, std::string_view text) const {
  const std::string_view sgr = sgr_of(role);
  if (!colour_ || sgr.empty() || text.empty()) return std::string(text);
  std::string out = "\x1b[";
  out.append(sgr).append("m").append(text).append("\x1b[0m");
  return out;
}

}  // namespace milepost
