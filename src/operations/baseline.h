// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// baseline: writes down all findings of today, so that `check` shows only new ones from now on. An old repository can
// then begin to check without mending everything first.
#pragma once

#include "operations/generated_file.h"
#include "operations/operation.h"

namespace milepost {

struct BaselineAnswer {
  GeneratedFile file;  // to be written below the root
  std::size_t findings = 0;
  bool is_configured = false;  // check.baseline names this file already
};

[[nodiscard]] Result<BaselineAnswer> baseline(Session& session, const Arguments& arguments);
[[nodiscard]] Result<JsonText> invoke_baseline(Session& session, const Arguments& arguments);

extern const Operation kBaselineOperation;

}  // namespace milepost
