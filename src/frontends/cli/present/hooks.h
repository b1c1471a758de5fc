// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// What the three commands of `hooks` print: the lines that the operation says, as they are, because scripts read them.
// One presenter for each command.
#pragma once

#include "frontends/cli/present/presenter.h"

namespace milepost {

[[nodiscard]] Result<Presented> present_hooks_install(Session& session, const Arguments& arguments,
                                                      const Screen& screen);
[[nodiscard]] Result<Presented> present_hooks_status(Session& session, const Arguments& arguments,
                                                     const Screen& screen);
[[nodiscard]] Result<Presented> present_hooks_uninstall(Session& session, const Arguments& arguments,
                                                        const Screen& screen);

}  // namespace milepost
