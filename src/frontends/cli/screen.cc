// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "frontends/cli/screen.h"

#include <algorithm>
#include <charconv>

#include "core/render/terminal_text.h"

namespace milepost {
namespace {

constexpr std::size_t kStandardWidth = 80;
constexpr std::size_t kLeastWidth = 20;

ColourChoice choice_of(std::string_view word) {
  if (word == "always") return ColourChoice::always;
  return word == "never" ? ColourChoice::never : ColourChoice::automatic;
}

// 0 when it is no number.
std::size_t to_columns(const std::string& text) {
  std::size_t columns = 0;
  std::from_chars(text.data(), text.data() + text.size(), columns);
  return std::min<std::size_t>(columns, 10000);
}

}  // namespace

std::string View::clean(std::string_view text) const {
  std::string line = to_clean_line(text);
  return style.ascii() ? to_ascii(line) : line;
}

ColourFacts Screen::colour_facts(bool is_terminal) const {
  const auto& variable = environment_->variable;
  return {variable("NO_COLOR"), variable("CLICOLOR_FORCE"), variable("FORCE_COLOR"), variable("TERM"), is_terminal};
}

View Screen::view(const Workspace* workspace) const {
  const ScreenFacts& facts = environment_->screen;
  ColourChoice choice = choice_of(globals_->text("color"));
  bool ascii = globals_->has("ascii");
  std::size_t width = to_columns(environment_->variable("COLUMNS"));
  if (width == 0) width = facts.width;
  if (workspace != nullptr) {
    const Config& config = workspace->config();
    if (!globals_->has("color")) choice = choice_of(config.get_text("ui.color"));
    ascii = ascii || config.get_bool("ui.ascii");
    if (const auto columns = config.get_integer("ui.width"); columns > 0) width = static_cast<std::size_t>(columns);
  }
  View view;
  view.style = Style(wants_colour(choice, colour_facts(facts.stdout_is_terminal)), ascii);
  if (facts.stdout_is_terminal) view.width = std::max(width == 0 ? kStandardWidth : width, kLeastWidth);
  return view;
}

Style Screen::error_style() const {
  const ColourChoice choice = choice_of(globals_->text("color"));
  return {wants_colour(choice, colour_facts(environment_->screen.stderr_is_terminal)), globals_->has("ascii")};
}

}  // namespace milepost
