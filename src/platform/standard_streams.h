// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// Writing to stdout and stderr without buffers of our own: whole answers in few system calls, and the one difference
// that matters to a command line tool, a reader that has gone away, told apart from a disk that is full.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace milepost {

enum class StreamResult : std::uint8_t { written, reader_gone, failed };

[[nodiscard]] StreamResult write_to_stdout(std::string_view text);
void write_to_stderr(std::string_view text);

// All of stdin up to its end; nothing when it fails or is larger than 64 MiB.
[[nodiscard]] std::optional<std::string> read_from_stdin();

// One line of stdin, at most 64 KiB, without its end; nothing at the end of input or when it fails.
[[nodiscard]] std::optional<std::string> read_line_from_stdin();

// A closed pipe shall be a result and not a signal. Called once, by main.
void ignore_broken_pipes();

}  // namespace milepost
