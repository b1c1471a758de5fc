// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// renumber: gives an item another id, for example after two branches took the same one: file and folder names, front
// matter, headings, links, prerequisites, registry and index rows, in one plan. What could mean another bearer of the
// old id is left as it is and named.
#pragma once

#include "operations/change.h"

namespace milepost {

[[nodiscard]] Result<ChangeAnswer> renumber(Session& session, const Arguments& arguments);

extern const Operation kRenumberOperation;

}  // namespace milepost
