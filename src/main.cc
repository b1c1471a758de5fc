// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// The composition root: builds the real ports, hands the world to the command line front end, and nothing else.
#include <cstdlib>
#include <new>
#include <string>
#include <string_view>

#include "frontends/cli/cli.h"
#include "frontends/cli/environment.h"
#include "platform/child_process.h"
#include "platform/editor.h"
#include "platform/generated_files.h"
#include "platform/git_process.h"
#include "platform/output_file.h"
#include "platform/pager.h"
#include "platform/pause.h"
#include "platform/posix_file_system.h"
#include "platform/posix_file_writer.h"
#include "platform/program_identity.h"
#include "platform/standard_streams.h"
#include "platform/system_clock.h"
#include "platform/terminal.h"
#include "platform/working_directory.h"

namespace {

using milepost::Environment;

std::string variable(const std::string& name) {
  const char* value = std::getenv(name.c_str());
  return value == nullptr ? std::string() : std::string(value);
}

milepost::Written write_out(std::string_view text) {
  switch (milepost::write_to_stdout(text)) {
    case milepost::StreamResult::written:
      return milepost::Written::all;
    case milepost::StreamResult::reader_gone:
      return milepost::Written::reader_gone;
    case milepost::StreamResult::failed:
      break;
  }
  return milepost::Written::failed;
}

int run(int count, char** words) {
  const milepost::PosixFileSystem files;
  const milepost::PosixFileWriter writer;
  const milepost::GitProcess git(milepost::get_environment());
  const milepost::SystemClock clock;
  const milepost::TerminalFacts terminal = milepost::get_terminal_facts();
  Environment environment;
  if (count > 0)
    environment.program_name = std::string_view(words[0]).substr(std::string_view(words[0]).rfind('/') + 1);
  for (int i = 1; i < count; ++i) environment.arguments.emplace_back(words[i]);
  environment.variable = variable;
  environment.working_directory = milepost::get_working_directory();
  environment.screen = {terminal.stdout_is_terminal, terminal.stderr_is_terminal, terminal.width, terminal.height,
                        terminal.stdin_is_terminal};
  environment.program_identity = milepost::get_program_identity;
  environment.files = &files;
  environment.writer = &writer;
  environment.git = &git;
  environment.clock = &clock;
  environment.write_out = write_out;
  environment.write_error = milepost::write_to_stderr;
  environment.read_input = milepost::read_from_stdin;
  environment.read_line = milepost::read_line_from_stdin;
  environment.show_in_pager = milepost::show_in_pager;
  environment.open_in_editor = milepost::open_in_editor;
  environment.write_document = milepost::write_generated_file;
  environment.write_file = milepost::write_output_file;
  environment.append_file = milepost::append_to_output_file;
  environment.pause = milepost::pause_unless_ended;
  environment.leave = [](int code) { std::exit(code); };
  return milepost::run_command_line(environment);
}

}  // namespace

int main(int count, char** words) {
  milepost::ignore_broken_pipes();
  try {
    return run(count, words);
  } catch (const std::bad_alloc&) {
    milepost::write_to_stderr("milepost: error: the memory does not suffice\n");
    return milepost::exit_code_of(milepost::ErrorKind::internal);
  }
}
