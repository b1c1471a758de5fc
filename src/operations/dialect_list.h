// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// dialect list: the families of documents that this workspace knows, built in and its own. The first thing to look at
// when a document is not recognised.
#pragma once

#include "operations/operation.h"

namespace milepost {

[[nodiscard]] Result<JsonText> invoke_dialect_list(Session& session, const Arguments& arguments);

extern const Operation kDialectListOperation;

}  // namespace milepost
