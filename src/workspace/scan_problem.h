// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// The findings that discovery makes itself, worded in one place. What is wrong inside a
// document is the reader's to say.
#pragma once

#include <string>
#include <string_view>

#include "core/document/finding.h"
#include "workspace/file_system.h"

namespace milepost {

[[nodiscard]] Finding make_scan_problem(ReadingFact fact, std::string_view path, std::string message);

// What a failed open, list or read of `path` means: vanished, too large, unreadable.
[[nodiscard]] Finding make_read_problem(const FileFailure& failure, std::string_view path, std::uint64_t size_limit);

}  // namespace milepost
