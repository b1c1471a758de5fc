// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "frontends/cli/error_text.h"

#include "core/render/terminal_text.h"

namespace milepost {
namespace {

std::string place_text(const Place& place) {
  std::string text = to_clean_line(place.path);
  if (place.line != 0) text += ":" + std::to_string(place.line);
  if (place.line != 0 && place.column != 0) text += ":" + std::to_string(place.column);
  return text;
}

}  // namespace

std::string error_text(const Error& error, const Style& style) {
  std::string out = "milepost: " + style.paint(TextRole::bad, "error:") + " ";
  if (error.place) out += style.paint(TextRole::strong, place_text(*error.place) + ":") + " ";
  out += to_clean_line(error.message) + "\n";
  for (const std::string& frame : error.frames) out += "  " + style.paint(TextRole::dim, to_clean_line(frame)) + "\n";
  for (const std::string& hint : error.hints) out += "  " + to_clean_line(hint) + "\n";
  return out;
}

}  // namespace milepost
