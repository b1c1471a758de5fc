// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// docs generate: the reference pages, man pages and completion scripts, computed from the tables of this program. The
// same program gives the same bytes on every machine, so that a test can refuse pages that are stale.
#pragma once

#include <vector>

#include "operations/generated_file.h"
#include "operations/operation_table.h"

namespace milepost {

[[nodiscard]] Result<std::vector<GeneratedFile>> generate_docs(OperationTable table);

// Those of `files` whose bytes below the workspace's root differ or are missing.
[[nodiscard]] Result<std::vector<GeneratedFile>> stale_docs(Session& session);
[[nodiscard]] Result<JsonText> invoke_docs_generate(Session& session, const Arguments& arguments);

extern const Operation kDocsGenerateOperation;

}  // namespace milepost
