// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// hooks: git asks milepost before each commit, as long as people want it to. Installing, taking away and looking are
// one file, because they must agree on what is ours; `init --hooks` installs through here as well.
#pragma once

#include <string>
#include <vector>

#include "operations/operation.h"
#include "workspace/git_hook.h"

namespace milepost {

struct HookAnswer {
  HookPlace place;                 // as it is afterwards
  std::vector<std::string> lines;  // for people
  bool is_refused = false;         // somebody else's hook is there; the lines say what to do
};

enum class Chaining : std::uint8_t { refused, wanted };

// Installs the hook unless somebody else's is there: that one is kept and run first when that is wanted. Errors: usage
// (no repository), io, git.
[[nodiscard]] Result<HookAnswer> add_hook(Session& session, Chaining chaining);

[[nodiscard]] Result<HookAnswer> install_hooks(Session& session, const Arguments& arguments);
[[nodiscard]] Result<HookAnswer> uninstall_hooks(Session& session, const Arguments& arguments);
[[nodiscard]] Result<HookAnswer> show_hooks(Session& session, const Arguments& arguments);

extern const Operation kHooksInstallOperation, kHooksUninstallOperation, kHooksStatusOperation;

}  // namespace milepost
