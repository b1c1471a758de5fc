// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "frontends/cli/cli.h"

#include <algorithm>
#include <utility>

#include "core/render/terminal_text.h"
#include "frontends/cli/command_line.h"
#include "frontends/cli/compatible_text.h"
#include "frontends/cli/error_text.h"
#include "frontends/cli/present/presenter.h"
#include "frontends/cli/progress_line.h"
#include "frontends/cli/screen.h"
#include "frontends/cli/session_options.h"
#include "frontends/cli/watch.h"
#include "operations/envelope.h"
#include "operations/global_parameters.h"
#include "operations/help.h"
#include "operations/table.h"
#include "operations/version.h"

namespace milepost {
namespace {

constexpr int kWriteFailed = 5;
constexpr std::string_view kClearScreen = "\x1b[H\x1b[2J\x1b[3J";
constexpr int kCompatibleFailure = 2;  // what the `execplan` commands end with whatever went wrong

// One run: the words, the session they need, and where the answer goes.
class Run {
 public:
  Run(const Environment& environment, CommandLine line)
      : environment_(&environment), line_(std::move(line)), screen_(environment, line_.globals) {}

  int run() {
    if (auto good = check_globals(); !good) return report(good.error(), "");
    if (line_.brief_help || line_.full_help) return print_help();
    auto options = session_options(*environment_, line_.globals);
    if (!options) return report(options.error(), "");
    options->scan.lists_files = line_.operation->effect == Effect::moves;
    if (line_.arguments.has("watch")) return watch_for(*options);
    ProgressLine progress(*environment_);
    if (shows_progress()) options->scan.on_progress = [&progress](std::uint32_t done) { progress.show(done); };
    Session session(*environment_->files, std::move(*options));
    const int code = wants_json() ? print_json(session, progress) : print_text(session, progress);
    if (environment_->leave) environment_->leave(code);
    return code;
  }

  // Prints an error on stderr, and as JSON on stdout where JSON was asked for.
  int report(const Error& error, const std::string& root) const {
    const std::string compatible = find_compatible_command(environment_->arguments);
    if (!compatible.empty()) {
      report_compatible(error, compatible);
    } else {
      environment_->write_error(error_text(error, screen_.error_style()));
    }
    if (wants_json() && environment_->write_out(error_envelope(error, root)) == Written::failed) return kWriteFailed;
    return compatible.empty() ? exit_code_of(error.kind) : kCompatibleFailure;
  }

 private:
  void report_compatible(const Error& error, const std::string& command) const {
    const CompatibleError said = compatible_error(error, environment_->program_name, command);
    if (said.on_stdout && !wants_json()) {
      environment_->write_out(said.text);
    } else {
      environment_->write_error(said.text);
    }
  }

  [[nodiscard]] bool wants_json() const {
    return line_.globals.has("json") || line_.arguments.text("format") == "json";
  }

  [[nodiscard]] bool shows_progress() const {
    return environment_->screen.stderr_is_terminal && !line_.globals.has("quiet");
  }

  // Values of the options that every command takes.
  [[nodiscard]] Result<void> check_globals() const {
    const Operation everywhere{.command = "every command", .parameters = global_parameters()};
    return check_arguments(everywhere, line_.globals);
  }

  int print_json(Session& session, ProgressLine& progress) const {
    auto answer = line_.operation->invoke(session, line_.arguments);
    progress.clear();
    for (const std::string& notice : session.notices()) tell(notice);
    if (!answer) return report(answer.error(), session.root());
    const int written = deliver(answer->text, session.start_directory());
    if (written != 0) return written;
    tell(answer->notice);
    return exit_code_of(answer->outcome);
  }

  int print_text(Session& session, ProgressLine& progress) const {
    auto answer = find_presenter(*line_.operation)(session, line_.arguments, screen_);
    progress.clear();
    for (const std::string& notice : session.notices()) tell(notice);
    if (!answer) return report(answer.error(), session.root());
    for (const GeneratedFile& file : answer->files) {
      const auto done = environment_->write_document(session.root() + "/" + file.path, file.text);
      if (!done) return report(done.error(), session.root());
    }
    const bool is_page = answer->is_page && !line_.arguments.has("output");
    const int written = is_page && page(session, answer->text) ? 0 : deliver(answer->text, session.start_directory());
    if (written != 0) return written;
    add_to_step_summary(session, answer->text);
    tell(answer->notice);
    return exit_code_of(answer->outcome);
  }

  // Asks again until the person ends it. JSON comes as one envelope on a line each time.
  [[nodiscard]] int watch_for(const SessionOptions& options) const {
    tell("watching; Ctrl-C ends it");
    bool is_first = true;
    const auto look = [&]() -> WatchRound {
      Session session(*environment_->files, options);
      Result<std::string> text = answer_of(session);
      if (text) return {*std::move(text), {}};
      return {{}, error_text(text.error(), screen_.error_style())};
    };
    const auto show = [&](const WatchRound& round) {
      if (!is_first && !wants_json() && environment_->screen.stdout_is_terminal) (void)write(kClearScreen);
      is_first = false;
      if (!round.error.empty()) environment_->write_error(round.error);
      return deliver(round.text, options.workspace.start_directory);
    };
    return watch(*environment_, look, show);
  }

  [[nodiscard]] Result<std::string> answer_of(Session& session) const {
    if (wants_json()) {
      auto json = line_.operation->invoke(session, line_.arguments);
      if (!json) return std::unexpected(std::move(json).error());
      return std::move(json->text);
    }
    auto answer = find_presenter(*line_.operation)(session, line_.arguments, screen_);
    if (!answer) return std::unexpected(std::move(answer).error());
    return std::move(answer->text);
  }

  int print_help() const {
    const HelpLength length = line_.full_help ? HelpLength::full : HelpLength::brief;
    const bool whole = line_.operation == nullptr || line_.operation->name == "dashboard";
    return write(whole ? program_help(operations(), length) : command_help(*line_.operation, length));
  }

  // To standard output, or where --output says.
  [[nodiscard]] int deliver(std::string_view text, const std::string& folder) const {
    const std::string path(line_.arguments.text("output"));
    if (path.empty() || path == "-") return write(text);
    const auto done = environment_->write_file(path.front() == '/' ? path : folder + "/" + path, text);
    return done ? 0 : report(done.error(), "");
  }

  // GitHub names a file for each step; what it is given there is shown on the page of the run. The annotations are few,
  // so the table of all findings goes there, and so does the report of a change. Without it nobody misses anything.
  void add_to_step_summary(Session& session, const std::string& printed) const {
    const std::string path = environment_->variable("GITHUB_STEP_SUMMARY");
    const bool is_report = line_.arguments.has("report");
    if (path.empty() || (!is_report && line_.arguments.text("format") != "github")) return;
    std::string summary = printed;
    if (!is_report) {
      Arguments as_table = line_.arguments;
      as_table.add("format", "markdown");
      auto table = find_presenter(*line_.operation)(session, as_table, screen_);
      if (table) summary = std::move(table->text);
    }
    if (const auto done = environment_->append_file(path, summary); !done) tell(done.error().message);
  }

  // A reader that has seen enough is no error; a full disk is.
  [[nodiscard]] int write(std::string_view text) const {
    if (text.empty() || environment_->write_out(text) != Written::failed) return 0;
    environment_->write_error("milepost: error: the output could not be written\n");
    return kWriteFailed;
  }

  void tell(const std::string& notice) const {
    if (notice.empty() || line_.globals.has("quiet")) return;
    environment_->write_error("milepost: " + to_clean_line(notice) + "\n");
  }

  // True if a pager has shown the text.
  bool page(const Session& session, const std::string& text) const {
    const ScreenFacts& facts = environment_->screen;
    const auto lines = static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
    if (!facts.stdout_is_terminal || facts.height == 0 || lines < facts.height) return false;
    const std::string command = pager_command(session.opened());
    return !command.empty() && environment_->show_in_pager(command, text);
  }

  // "" for none. MILEPOST_PAGER, then the configuration, then PAGER, then less.
  [[nodiscard]] std::string pager_command(const Workspace* workspace) const {
    if (line_.globals.has("no-pager")) return {};
    const std::string setting = workspace == nullptr ? "auto" : workspace->config().get_text("ui.pager");
    std::string command = environment_->variable("MILEPOST_PAGER");
    if (command.empty() && setting != "auto") command = setting;
    if (command.empty()) command = environment_->variable("PAGER");
    if (command.empty()) command = "less";
    return command == "never" || command == "cat" ? std::string() : command;
  }

  const Environment* environment_;
  CommandLine line_;
  Screen screen_;
};

// `milepost --version` is what start-up is measured by: it needs neither the parser nor a session.
bool is_version_only(const std::vector<std::string>& words) {
  return words.size() == 1 && words.front() == "--version";
}

CommandLine with_version_flag(CommandLine line) {
  if (!line.globals.has("version")) return line;
  line.operation = &kVersionOperation;
  line.arguments = {};
  return line;
}

}  // namespace

int run_command_line(const Environment& environment) {
  if (is_version_only(environment.arguments)) {
    return environment.write_out("milepost " + std::string(program_version()) + "\n") == Written::failed ? kWriteFailed
                                                                                                         : 0;
  }
  auto line = parse_command_line(environment.arguments);
  if (!line) {
    // The words could not be sorted out, so "--json" is looked for among them as they are.
    CommandLine nothing;
    if (std::ranges::find(environment.arguments, "--json") != environment.arguments.end())
      nothing.globals.set_flag("json");
    return Run(environment, std::move(nothing)).report(line.error(), "");
  }
  Run run(environment, with_version_flag(std::move(*line)));
  return run.run();
}

}  // namespace milepost
