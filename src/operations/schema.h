// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// schema: the JSON schema (draft 2020-12) of an operation's answer. The frame is the same for all; an operation adds
// the schema of its `data`. A test holds real answers against what is printed here.
#pragma once

#include <string>

#include "operations/operation_table.h"

namespace milepost {

// The schema of the whole envelope, indented.
[[nodiscard]] std::string envelope_schema(const Operation& operation);
// The schema of the answer to a request that could not be done.
[[nodiscard]] std::string error_schema();

// The operation that the arguments name. Errors: usage with the nearest names.
[[nodiscard]] Result<const Operation*> find_schema_operation(OperationTable table, const Arguments& arguments);
[[nodiscard]] Result<JsonText> invoke_schema(Session& session, const Arguments& arguments);

extern const Operation kSchemaOperation;

}  // namespace milepost
