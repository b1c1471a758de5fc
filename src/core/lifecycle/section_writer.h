// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// Section writer: new sections where the dialect's order puts them, with the rule and the comment that stand between
// the sections of this document, and text added to a section or put in its place. A body that would change the
// structure around it (a heading as high as its section, a fence left open) is refused.
#pragma once

#include <string>
#include <string_view>

#include "core/lifecycle/edit_draft.h"

namespace milepost {

[[nodiscard]] Result<void> insert_section(EditDraft& draft, const InsertSection& request);
[[nodiscard]] Result<void> change_section(EditDraft& draft, const ChangeSection& request);

// What stands under heading `index` before its first subsection: from the line behind the heading to the end of the
// last line that is neither blank nor a rule or comment before the next heading. Empty when nothing stands there.
[[nodiscard]] ByteRange own_content(const EditDraft& draft, std::uint32_t index);

// Where the footer of the document begins: labels behind its last rule. The end of the text when there is none.
[[nodiscard]] ByteOffset footer_at(const EditDraft& draft);

// Puts `text`, which has no last line ending, right below heading `index`, one blank line between them.
void insert_below_heading(EditDraft& draft, std::uint32_t index, const std::string& text);

}  // namespace milepost
