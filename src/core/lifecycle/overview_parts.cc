// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "core/lifecycle/overview_parts.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "core/base/utf8.h"
#include "core/document/fold.h"
#include "core/document/normalise/fold.h"
#include "core/text/inline.h"

namespace milepost {
namespace {

struct Carried {
  std::string_view kind;   // of the section in the overview
  std::string_view title;  // where it goes
};

constexpr std::array kCarried{Carried{"objective", "Goal"},
                              Carried{"architecture", "High-Level System Diagram"},
                              Carried{"phases", "Implementation Phases"},
                              Carried{"metrics", "Success Metrics"},
                              Carried{"success_criteria", "Success Metrics"},
                              Carried{"outcomes", "Key Outcomes"},
                              Carried{"reasons", "Why This Approach?"}};

struct Part {
  std::string name;  // as the overview calls it
  std::string_view kind;
  std::string text;
};

// The kind of a part by its name; nothing when it is none that is carried.
std::optional<std::string_view> kind_of(std::string_view name, const Dialect& dialect) {
  std::string buffer;
  const std::string_view folded = fold_heading(name, buffer);
  if (folded.starts_with("why")) return "reasons";
  if (folded.find("diagram") != std::string_view::npos) return "architecture";
  const auto found = dialect.section_titles.find(folded);
  if (found == dialect.section_titles.end()) return std::nullopt;
  const std::string_view kind = dialect.sections[found->second].kind;
  const auto row = std::ranges::find(kCarried, kind, &Carried::kind);
  return row == kCarried.end() ? std::nullopt : std::optional(row->kind);
}

// "**Goal**: text", "**Goal:** text", "### Goal": the name and what stands behind it.
std::optional<std::pair<std::string_view, std::string_view>> name_at(std::string_view line) {
  if (line.starts_with("#")) {
    const std::size_t text = line.find_first_not_of("# ");
    if (text == std::string_view::npos) return std::nullopt;
    return std::pair(line.substr(text), std::string_view{});
  }
  if (!line.starts_with("**")) return std::nullopt;
  const std::size_t end = line.find("**", 2);
  if (end == std::string_view::npos) return std::nullopt;
  std::string_view name = line.substr(2, end - 2);
  std::string_view rest = line.substr(end + 2);
  const bool inside = name.ends_with(':');
  if (inside) name.remove_suffix(1);
  if (!inside && !rest.empty() && !rest.starts_with(':')) return std::nullopt;
  if (rest.starts_with(':')) rest.remove_prefix(1);
  return std::pair(name, trimmed(rest));
}

std::vector<Part> split_parts(std::string_view entry, const Dialect& dialect) {
  std::vector<Part> parts;
  bool in_fence = false;
  bool is_carried = false;
  while (!entry.empty()) {
    const std::size_t end = std::min(entry.find('\n'), entry.size());
    std::string_view line = entry.substr(0, end);
    entry.remove_prefix(std::min(end + 1, entry.size()));
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (line.starts_with("```") || line.starts_with("~~~")) {
      // A picture that stands by itself behind the goal is the diagram.
      const bool opens = !in_fence;
      in_fence = opens;
      if (opens && !parts.empty() && parts.back().kind == "objective") {
        parts.push_back({"diagram", "architecture", ""});
        is_carried = true;
      }
    }
    const auto name = in_fence ? std::nullopt : name_at(line);
    if (name) {
      const auto kind = kind_of(name->first, dialect);
      if (kind || line.starts_with('#')) is_carried = kind.has_value();
      if (kind) {
        parts.push_back({plain_text(name->first), *kind, std::string(name->second)});
        if (!parts.back().text.empty()) parts.back().text += '\n';
        continue;
      }
    }
    if (is_carried) parts.back().text += std::string(line) + "\n";
  }
  return parts;
}

// Entries of a list become the phases of the document: "- Phase 1: Setup - accounts and access".
std::string to_phases(std::string_view text) {
  std::string phases;
  std::size_t number = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const std::string_view line = text.substr(at, end - at);
    at = end + 1;
    const std::size_t digits = std::min(line.find_first_not_of("0123456789"), line.size());
    const bool numbered =
        digits > 0 && (line.substr(digits).starts_with(". ") || line.substr(digits).starts_with(") "));
    if (!numbered && !line.starts_with("- ") && !line.starts_with("* ")) {
      if (number > 0 && !trimmed(line).empty()) phases += std::string(line) + "\n";
      continue;
    }
    std::string name = plain_text(line.substr(numbered ? digits + 2 : 2));
    std::string objective;
    for (const std::string_view dash : {" - ", " – ", " — "})
      if (const std::size_t split = name.find(dash); split != std::string::npos && objective.empty()) {
        objective = name.substr(split + dash.size());
        name.resize(split);
      }
    ++number;
    const bool says_phase = name.starts_with("Phase ") || name.starts_with("phase ");
    phases += (phases.empty() ? "" : "\n") + std::string("### ") +
              (says_phase ? name : "Phase " + std::to_string(number) + ": " + name) +
              "\n\n**Objective**: " + objective + "\n\n**Deliverables**:\n\n**Success Criteria**:\n";
  }
  return phases;
}

std::string without_blank_ends(const std::string& text) {
  const std::size_t first = text.find_first_not_of(" \t\n");
  if (first == std::string::npos) return {};
  const std::size_t line = text.rfind('\n', first);
  const std::size_t begin = line == std::string::npos ? 0 : line + 1;
  return text.substr(begin, text.find_last_not_of(" \t\n") + 1 - begin);
}

}  // namespace

std::vector<SectionText> split_overview_entry(std::string_view entry, const Dialect& dialect,
                                              const std::string& place) {
  std::vector<SectionText> sections;
  for (const Part& part : split_parts(entry, dialect)) {
    std::string text = without_blank_ends(part.text);
    if (text.empty()) continue;
    if (part.kind == "phases")
      if (std::string phases = to_phases(text); !phases.empty()) text = without_blank_ends(phases);
    const auto* row = std::ranges::find(kCarried, part.kind, &Carried::kind);
    text = "<!-- carried from the overview: " + part.name + " -->\n" + text;
    const auto same = std::ranges::find(sections, row->title, &SectionText::title);
    if (same == sections.end())
      sections.push_back({std::string(row->title), std::move(text), place});
    else
      same->text += "\n\n" + text;
  }
  return sections;
}

std::string heading_anchor(std::string_view heading) {
  std::string anchor = "#";
  const std::string plain = plain_text(heading);
  for (std::size_t at = 0; at < plain.size();) {
    const CodePoint point = code_point_at(plain, at);
    at += point.length;
    const bool digit = point.value >= '0' && point.value <= '9';
    if (point.value == ' ' || point.value == '-')
      anchor += '-';
    else if (point.value == '_' || digit || is_letter(point.value))
      append_utf8(anchor, to_lower(point.value));
  }
  return anchor;
}

}  // namespace milepost
