// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>
#include <utility>

#include "core/render/terminal_text.h"
#include "operations/formats/writers.h"

namespace milepost {
namespace {

constexpr std::size_t kShownOfKind = 10;  // GitHub shows no more of one kind for one step

std::string_view command_of(Severity severity) {
  switch (severity) {
    case Severity::error:
      return "error";
    case Severity::warning:
      return "warning";
    case Severity::info:
      return "notice";
  }
  return "notice";
}

// What the runner turns back: '%' and line breaks everywhere, ':' and ',' in properties. Other control characters are
// dropped, because the text goes through a log that terminals show.
std::string to_property(std::string_view text) {
  std::string escaped;
  for (const char c : text) {
    switch (c) {
      case '%':
        escaped += "%25";
        break;
      case '\r':
        escaped += "%0D";
        break;
      case '\n':
        escaped += "%0A";
        break;
      case ':':
        escaped += "%3A";
        break;
      case ',':
        escaped += "%2C";
        break;
      default:
        if (static_cast<unsigned char>(c) >= 0x20 && c != 0x7F) escaped += c;
    }
  }
  return escaped;
}

std::string to_message(std::string_view text) {
  std::string escaped;
  for (const char c : to_clean_line(text)) {
    if (c == '%') {
      escaped += "%25";
    } else {
      escaped += c;
    }
  }
  return escaped;
}

std::string to_command(const CheckAnswer& answer, const CheckedFinding& checked) {
  const Finding& finding = checked.finding;
  std::string line = "::" + std::string(command_of(finding.severity)) +
                     " file=" + to_property(repository_path(answer, checked)) +
                     ",line=" + std::to_string(std::max(finding.line, 1U));
  const PlaceSpan& span = checked.span;
  if (span.end.line > span.begin.line) line += ",endLine=" + std::to_string(span.end.line);
  if (span.begin.utf16_column > 0) {
    line += ",col=" + std::to_string(span.begin.utf16_column);
    // A column of another line would be read as one of this line.
    if (span.end.line == span.begin.line) line += ",endColumn=" + std::to_string(span.end.utf16_column);
  }
  return line + ",title=" + to_property(rule_name(finding)) + "::" + to_message(full_message(finding)) + "\n";
}

}  // namespace

std::string to_github_commands(const CheckAnswer& answer) {
  std::string text;
  std::array<std::size_t, 3> shown{};
  std::size_t left_out = 0;
  for (const CheckedFinding* checked : by_severity(answer)) {
    if (++shown.at(static_cast<std::size_t>(checked->finding.severity)) > kShownOfKind) {
      ++left_out;
    } else {
      text += to_command(answer, *checked);
    }
  }
  text += counts_of(answer);
  if (left_out > 0) text += "; " + std::to_string(left_out) + " more than GitHub annotates are in the step summary";
  return text + "\n";
}

}  // namespace milepost
