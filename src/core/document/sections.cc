// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "core/document/sections.h"

#include "core/document/fold.h"

namespace milepost {
namespace {

constexpr std::size_t kMemoryMost = 4096;  // headings remembered; hostile trees must not grow it without end

std::uint16_t find_title(const Dialect& dialect, std::string_view folded) {
  const auto found = dialect.section_titles.find(folded);
  return found == dialect.section_titles.end() ? std::uint16_t{0} : static_cast<std::uint16_t>(found->second + 1);
}

// The parts of a heading that may carry its meaning alone: before a bracket, before or after a colon or dash.
std::string_view before_any(std::string_view text, std::string_view marks) {
  const std::size_t at = text.find_first_of(marks);
  return at == std::string_view::npos || at == 0 ? std::string_view{} : text.substr(0, at);
}

}  // namespace

std::uint16_t SectionClassifier::rule_of(const Dialect& dialect, std::string_view title) {
  const std::string_view folded = fold_heading(title, buffer_);
  if (const std::uint16_t rule = find_title(dialect, folded)) return rule;
  for (const auto& [fragment, index] : dialect.section_fragments)
    if (folded.find(fragment) != std::string_view::npos) return static_cast<std::uint16_t>(index + 1);
  for (const std::string_view marks :
       {std::string_view("("), std::string_view(":"), std::string_view("\xE2\x80\x94")}) {
    const std::string_view part = marks.size() == 1 ? before_any(title, marks) : title.substr(0, title.find(marks));
    if (part.empty() || part.size() == title.size()) continue;
    if (const std::uint16_t rule = find_title(dialect, fold_heading(part, buffer_))) return rule;
  }
  return 0;
}

SectionClassifier::Memory& SectionClassifier::memory_of(const Dialect& dialect) {
  for (Memory& memory : memories_)
    if (memory.dialect == &dialect) return memory;
  return memories_.emplace_back(Memory{&dialect, {}});
}

void SectionClassifier::classify(std::string_view bytes, const Dialect& dialect, Outline& outline) {
  WordMap<std::uint16_t>& known = memory_of(dialect).known;
  if (known.size() > kMemoryMost) known.clear();
  for (std::uint32_t i = 0; i < outline.headings.size(); ++i) {
    Heading& heading = outline.headings[i];
    heading.rule = 0;
    if (i != outline.title) {  // titles are as many as documents, and no sections
      const std::string_view title = slice(bytes, heading.text);
      auto found = known.find(title);
      if (found == known.end()) found = known.emplace(title, rule_of(dialect, title)).first;
      heading.rule = found->second;
    }
    if (heading.rule != 0 || heading.parent == kNoBlock) continue;
    heading.rule = outline.headings[heading.parent].rule;
    heading.inherited = heading.rule != 0;
  }
}

const SectionRule* section_rule(const Dialect& dialect, const Heading& heading) {
  return heading.rule == 0 ? nullptr : &dialect.sections[heading.rule - 1U];
}

}  // namespace milepost
