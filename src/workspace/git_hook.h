// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// Git hooks: where git looks for the hook of a repository, whose it is, and our own one put there and taken away again.
// It is no document and belongs to nobody's change, so it goes past the journal; but like there, what somebody else
// wrote is never overwritten: a hook that is there is kept and run first, or ours is not installed.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/base/result.h"

namespace milepost {

class FileSystem;
class FileWriter;
class Git;

enum class HookState : std::uint8_t {
  absent,
  ours,
  ours_changed,  // somebody has edited it since
  other,         // somebody else's
};

struct HookPlace {
  std::string path;    // absolute
  std::string before;  // where a hook is kept that was there before ours and is run by it
  HookState state = HookState::absent;
  bool has_before = false;
  bool is_shared = false;  // the folder lies outside the repository and serves others too
};

// Nothing where there is no repository. `git` may be null: then no configuration is heeded. Errors: git.
[[nodiscard]] Result<std::optional<HookPlace>> find_hook_place(const FileSystem& files, const Git* git,
                                                               const std::string& root);

// What the hook of milepost does.
[[nodiscard]] std::string hook_text();

// Lays a hook of somebody else aside, for ours to run it. Errors: conflict, io.
[[nodiscard]] Result<void> lay_aside_hook(const FileWriter& writer, const HookPlace& place);
// Puts it back where it was. Errors: conflict, io.
[[nodiscard]] Result<void> put_back_hook(const FileWriter& writer, const HookPlace& place);
// Takes ours away and puts back what it had laid aside. Errors: io.
[[nodiscard]] Result<void> remove_hook(const FileWriter& writer, const HookPlace& place);

// Makes a file that can be run. Errors: conflict (it is there), io; then no half of it stays.
[[nodiscard]] Result<void> write_new_program(const FileWriter& writer, const std::string& path, std::string_view text);

}  // namespace milepost
