// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "frontends/cli/present/hooks.h"

#include "frontends/cli/present/present_lines.h"
#include "operations/hooks.h"

namespace milepost {
namespace {

Result<Presented> present(const Result<HookAnswer>& answer) {
  if (!answer) return std::unexpected(answer.error());
  return show_lines({answer->lines, {}, answer->is_refused ? Outcome::nothing_matched : Outcome::done});
}

}  // namespace

Result<Presented> present_hooks_install(Session& session, const Arguments& arguments, const Screen&) {
  return present(install_hooks(session, arguments));
}

Result<Presented> present_hooks_uninstall(Session& session, const Arguments& arguments, const Screen&) {
  return present(uninstall_hooks(session, arguments));
}

Result<Presented> present_hooks_status(Session& session, const Arguments& arguments, const Screen&) {
  return present(show_hooks(session, arguments));
}

}  // namespace milepost
