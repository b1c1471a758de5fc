// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// How the root of a workspace was found; part of what `config list` and the dashboard say. The
// nearest folder upwards decides; `.git` comes before `milepost.toml` in the same one.
#pragma once

#include <cstdint>

namespace milepost {

enum class RootKind : std::uint8_t { git_work_tree, config_file, folder };

}  // namespace milepost
