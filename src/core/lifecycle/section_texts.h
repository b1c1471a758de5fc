// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// Section texts: what is to stand below the headings of a new document, given as Markdown with headings of the same
// names. A text takes the place of what the template says there (hints in comments, empty lists); the template's own
// sub-headings stay unless the text brings some of its own.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"

namespace milepost {

struct SectionText {
  std::string title;  // of the heading that it stands below
  std::string text;   // Markdown without that heading
  std::string place;  // where it was given, for messages: "notes.md:12", "--section"
};

struct SectionFile {
  std::string title;  // of its first heading of level 1; "" when there is none
  std::vector<SectionText> sections;
};

// Cuts Markdown at its headings. Text before the first heading (but the title) belongs to a section called "".
[[nodiscard]] SectionFile split_sections(std::string_view name, std::string_view markdown);

// The document with the texts filled in. Errors: usage when no heading has that name (the nearest ones are hints).
[[nodiscard]] Result<std::string> fill_sections(std::string_view document, const std::vector<SectionText>& texts);

}  // namespace milepost
