// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>
#include <utility>

#include "core/base/wording.h"
#include "core/render/markdown_text.h"
#include "core/render/terminal_text.h"
#include "operations/check_formats.h"
#include "operations/formats/writers.h"

namespace milepost {
namespace {

constexpr std::size_t kShownOfKind = 10;                     // GitHub shows no more of one kind for one step
constexpr std::size_t kSummaryRows = 200;                    // a summary is for people
constexpr std::size_t kSummaryMost = std::size_t{1} << 19U;  // GitHub drops a summary above 1 MiB

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
  const SourceSpan& span = checked.span;
  if (span.end.line > span.begin.line) line += ",endLine=" + std::to_string(span.end.line);
  if (span.begin.utf16_column > 0) {
    line += ",col=" + std::to_string(span.begin.utf16_column);
    // A column of another line would be read as one of this line.
    if (span.end.line == span.begin.line) line += ",endColumn=" + std::to_string(span.end.utf16_column);
  }
  return line + ",title=" + to_property(rule_name(finding)) + "::" + to_message(full_message(finding)) + "\n";
}

std::string counts_of(const CheckAnswer& answer) {
  constexpr std::array<std::pair<const char*, const char*>, 3> kWords{
      {{"error", "errors"}, {"warning", "warnings"}, {"note", "notes"}}};
  std::string text;
  for (std::size_t i = 0; i < kWords.size(); ++i) {
    if (answer.counts.at(i) == 0) continue;
    text += (text.empty() ? "" : ", ") + counted(answer.counts.at(i), kWords.at(i).first, kWords.at(i).second);
  }
  if (text.empty()) text = "Nothing found";
  return text + " in " + counted(answer.documents.size(), "document", "documents");
}

std::string summary_row(const CheckAnswer& answer, const CheckedFinding& checked) {
  const Finding& finding = checked.finding;
  const std::string place = repository_path(answer, checked) + ":" + std::to_string(std::max(finding.line, 1U));
  return "| " + std::string(to_string(finding.severity)) + " | " + to_markdown_code(place) + " | " +
         escape_markdown(rule_name(finding)) + " | " + escape_markdown(full_message(finding)) + " |\n";
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

std::string to_github_summary(const CheckAnswer& answer) {
  std::string text = "### milepost check\n\n" + counts_of(answer) + "\n\n";
  if (answer.findings.empty()) return text;
  text += "| Severity | Place | Rule | Finding |\n|---|---|---|---|\n";
  std::size_t rows = 0;
  for (const CheckedFinding* checked : by_severity(answer)) {
    if (rows == kSummaryRows || text.size() > kSummaryMost) break;
    text += summary_row(answer, *checked);
    ++rows;
  }
  if (rows < answer.findings.size()) text += "\nand " + std::to_string(answer.findings.size() - rows) + " more\n";
  return text;
}

}  // namespace milepost
