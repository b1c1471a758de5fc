// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// Style: how text looks on this terminal. Code says what a piece of text is (its role), never which colour it has; and
// no meaning hangs on colour alone. The decision follows the common order: --color, NO_COLOR, CLICOLOR_FORCE or
// FORCE_COLOR, then whether the stream is a terminal that is not "dumb".
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace milepost {

enum class TextRole : std::uint8_t { plain, strong, dim, heading, good, warning, bad, info, id, accent };

enum class ColourChoice : std::uint8_t { automatic, always, never };

// What the environment says about colour; variables that are not set are "".
struct ColourFacts {
  std::string no_color;
  std::string clicolor_force;
  std::string force_color;
  std::string term;
  bool is_terminal = false;
};

[[nodiscard]] bool wants_colour(ColourChoice choice, const ColourFacts& facts);

// The drawing characters of the chosen alphabet.
struct Glyphs {
  std::string_view ellipsis, dash, dot, bar_full, bar_rest, rule, branch, last_branch, stem, bullet, arrow, check,
      cross;
};

class Style {
 public:
  Style() = default;
  Style(bool colour, bool ascii) : colour_(colour), ascii_(ascii) {}

  [[nodiscard]] bool colour() const { return colour_; }
  [[nodiscard]] bool ascii() const { return ascii_; }
  [[nodiscard]] const Glyphs& glyphs() const;

  // `text` in the look of its role. The text must be clean already (terminal_text.h).
  [[nodiscard]] std::string paint(TextRole role, std::string_view text) const;

 private:
  bool colour_ = false;
  bool ascii_ = false;
};

}  // namespace milepost
