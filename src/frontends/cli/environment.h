// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// Environment: everything the command line front end takes from the world, filled by main once. Nothing below main asks
// the system for variables, terminals or streams, so that a test runs the whole program in memory.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"

namespace milepost {

class Clock;
class FileSystem;
class FileWriter;
class Git;

struct ScreenFacts {
  bool stdout_is_terminal = false;
  bool stderr_is_terminal = false;
  std::size_t width = 0;   // columns; 0: not known
  std::size_t height = 0;  // lines; 0: not known
  bool stdin_is_terminal = false;
};

enum class Written : std::uint8_t { all, reader_gone, failed };

struct Environment {
  std::string program_name = "milepost";                    // as it was started, without folders
  std::vector<std::string> arguments;                       // without the program's own name
  std::function<std::string(const std::string&)> variable;  // "" when it is not set
  std::string working_directory;                            // absolute
  ScreenFacts screen;
  std::function<std::string()> program_identity;  // differs between two builds; asked only when it is needed
  const FileSystem* files = nullptr;
  const FileWriter* writer = nullptr;
  const Git* git = nullptr;
  const Clock* clock = nullptr;
  std::function<Written(std::string_view)> write_out;
  std::function<void(std::string_view)> write_error;
  // All of standard input; nothing when it can not be read or is larger than a document may be.
  std::function<std::optional<std::string>()> read_input;
  // One line of standard input without its end; nothing at the end of input.
  std::function<std::optional<std::string>()> read_line;
  // Shows text in a pager; false when it could not be started.
  std::function<bool(const std::string& command, std::string_view text)> show_in_pager;
  // Opens a file in an editor and waits for its end; the exit code, nothing when it could not be started.
  std::function<std::optional<int>(const std::string& command, const std::string& path)> open_in_editor;
  // Writes a file of the documentation below the root, folders included.
  std::function<Result<void>(const std::string& path, std::string_view bytes)> write_document;
  // Output into a file that the user or the system around us names (absolute): over what is there, or behind it.
  std::function<Result<void>(const std::string& path, std::string_view bytes)> write_file;
  std::function<Result<void>(const std::string& path, std::string_view bytes)> append_file;
  // Waits; false when the person asked to end meanwhile.
  std::function<bool(std::uint32_t milliseconds)> pause;
  // Ends the process once everything is written, because taking the answer apart piece by piece is work for nothing.
  // May be empty: then the exit code is returned.
  std::function<void(int code)> leave;
};

}  // namespace milepost
