// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "operations/completion.h"

#include "frontends/cli/present/presenter.h"

namespace milepost {

Result<Presented> present_completion(Session&, const Arguments& arguments, const Screen&) {
  if (auto good = check_arguments(kCompletionOperation, arguments); !good) return std::unexpected(good.error());
  return Presented{.text = std::string(completion_script(arguments.text("shell"))), .is_page = false};
}

}  // namespace milepost
