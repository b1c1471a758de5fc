// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "operations/help.h"

#include <utility>

#include "frontends/cli/present/presenter.h"

namespace milepost {

Result<Presented> present_help(Session& session, const Arguments& arguments, const Screen&) {
  auto operation = find_help_operation(session.operations(), arguments);
  if (!operation) return std::unexpected(std::move(operation).error());
  const bool whole = *operation == nullptr;
  return Presented{.text = whole ? program_help(session.operations(), HelpLength::full)
                                 : command_help(**operation, HelpLength::full)};
}

}  // namespace milepost
