// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "frontends/cli/present/finding_cells.h"

#include <algorithm>

#include "core/render/terminal_text.h"

namespace milepost {
namespace {

constexpr std::size_t kNarrow = 100;  // an excerpt is never wider than this, so that a pipe stays readable too

// A part of the line around the finding, and where in it the mark stands, in columns.
struct Excerpt {
  std::string text;
  std::size_t mark = 0;
  std::size_t length = 1;
};

Excerpt excerpt_of(const CheckedFinding& checked, const View& view, std::size_t room) {
  const Finding& finding = checked.finding;
  const std::string_view line = checked.line_text;
  const std::size_t at = std::min<std::size_t>(finding.column == 0 ? 0 : finding.column - 1, line.size());
  const std::size_t end = std::min<std::size_t>(at + finding.range.size(), line.size());
  Excerpt excerpt;
  std::string before = view.clean(line.substr(0, at));
  const std::string marked = view.clean(line.substr(at, end - at));
  excerpt.mark = display_width(before);
  excerpt.length = std::max<std::size_t>(display_width(marked), 1);
  excerpt.text = before + marked + view.clean(line.substr(end));
  if (excerpt.mark + excerpt.length > room) {  // the beginning of the line gives way to the place
    before =
        truncate_to(before, std::min<std::size_t>(room / 3, excerpt.mark), Cut::start, view.style.glyphs().ellipsis);
    excerpt.text = before + marked + view.clean(line.substr(end));
    excerpt.mark = display_width(before);
  }
  excerpt.text = truncate_to(excerpt.text, room, Cut::end, view.style.glyphs().ellipsis);
  excerpt.length = std::min(excerpt.length, room > excerpt.mark ? room - excerpt.mark : 1);
  return excerpt;
}

std::string head_of(const Finding& finding, const View& view) {
  std::string place = view.clean(finding.path);
  if (finding.line > 0) {
    place += ":" + std::to_string(finding.line) + ":" + std::to_string(std::max(finding.column, 1U));
  }
  return view.style.paint(TextRole::strong, place + ":") + " " +
         view.style.paint(role_of(finding.severity), to_string(finding.severity)) + " " +
         view.style.paint(TextRole::id, finding.id) + " " + view.clean(finding.message) + "\n";
}

}  // namespace

TextRole role_of(Severity severity) {
  switch (severity) {
    case Severity::error:
      return TextRole::bad;
    case Severity::warning:
      return TextRole::warning;
    case Severity::info:
      return TextRole::info;
  }
  return TextRole::plain;
}

std::string finding_text(const CheckedFinding& checked, const View& view) {
  const Finding& finding = checked.finding;
  std::string text = head_of(finding, view);
  const std::string number = std::to_string(finding.line);
  const std::string margin(number.size() + 2, ' ');
  const std::string bar = view.style.paint(TextRole::dim, view.style.ascii() ? "|" : "│");
  if (!checked.line_text.empty()) {
    const std::size_t width = std::min(view.width.value_or(kNarrow), kNarrow);
    const std::size_t used = margin.size() + 3;
    const Excerpt excerpt = excerpt_of(checked, view, width > used + 20 ? width - used : 20);
    text += "  " + view.style.paint(TextRole::dim, number) + " " + bar + " " + excerpt.text + "\n";
    text += margin + " " + bar + " " + std::string(excerpt.mark, ' ') +
            view.style.paint(role_of(finding.severity), std::string(excerpt.length, '^')) + "\n";
  }
  const auto add_note = [&](std::string_view note) {
    text += margin + " " + view.style.paint(TextRole::dim, "=") + " " + view.clean(note) + "\n";
  };
  if (!finding.advice.empty()) add_note(finding.advice);
  if (!finding.fixes.empty()) {
    const Fix& fix = finding.fixes.front();
    add_note("fix: " + fix.what + (fix.safety == FixSafety::safe ? "" : " (unsafe)"));
  }
  return text;
}

}  // namespace milepost
