// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// log, note, link: what is added to a document beside its fields: a line of the changelog, text of a section, a link.
// Where the document has no such place yet, it gets one in the order of its family.
#pragma once

#include "operations/change.h"

namespace milepost {

[[nodiscard]] Result<ChangeAnswer> add_log(Session& session, const Arguments& arguments);
[[nodiscard]] Result<ChangeAnswer> add_note(Session& session, const Arguments& arguments);
[[nodiscard]] Result<ChangeAnswer> add_link(Session& session, const Arguments& arguments);

extern const Operation kLogOperation;
extern const Operation kNoteOperation;
extern const Operation kLinkOperation;

}  // namespace milepost
