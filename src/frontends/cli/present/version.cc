// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "operations/version.h"

#include "frontends/cli/present/presenter.h"

namespace milepost {

Result<Presented> present_version(Session&, const Arguments& arguments, const Screen&) {
  if (auto good = check_arguments(kVersionOperation, arguments); !good) return std::unexpected(good.error());
  return Presented{.text = "milepost " + std::string(program_version()) + "\n"};
}

}  // namespace milepost
