// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "frontends/cli/session_options.h"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <utility>

#include "core/render/terminal_text.h"
#include "operations/table.h"
#include "workspace/clock.h"
#include "workspace/config.h"
#include "workspace/file_system.h"

namespace milepost {
namespace {

constexpr std::uint64_t kInputLimit = std::uint64_t{64} << 20U;

Result<Date> parse_day(std::string_view text, const std::string& where) {
  const auto day = Date::from_iso(text);
  if (day) return *day;
  return fail(ErrorKind::usage, "'" + std::string(text) + "' in " + where + " is no day; a day is YYYY-MM-DD");
}

Result<Date> epoch_day(const std::string& text) {
  std::int64_t seconds = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), seconds);
  const bool good = error == std::errc() && end == text.data() + text.size() && seconds >= 0 && seconds < 253402300800;
  if (!good) return fail(ErrorKind::usage, "'" + text + "' in SOURCE_DATE_EPOCH is no count of seconds");
  const auto days = std::chrono::floor<std::chrono::days>(std::chrono::sys_seconds{std::chrono::seconds{seconds}});
  return Date::from_days(days);
}

Result<Date> find_today(const Environment& environment, const Arguments& globals) {
  if (globals.has("today")) return parse_day(globals.text("today"), "--today");
  if (const auto day = environment.variable("MILEPOST_TODAY"); !day.empty()) return parse_day(day, "MILEPOST_TODAY");
  if (const auto epoch = environment.variable("SOURCE_DATE_EPOCH"); !epoch.empty()) return epoch_day(epoch);
  return environment.clock->today();
}

// <variable>/milepost, else ~/<fallback>/milepost, else nothing.
std::string user_folder(const Environment& environment, const char* variable, const char* fallback) {
  const std::string base = environment.variable(variable);
  if (base.starts_with('/')) return base + "/milepost";
  const std::string home = environment.variable("HOME");
  return home.starts_with('/') ? home + "/" + fallback + "/milepost" : std::string();
}

// scan.max_files is MILEPOST_SCAN_MAX_FILES.
std::string variable_name(std::string_view key) {
  std::string name = "MILEPOST_";
  for (const char c : key) name.push_back(c == '.' ? '_' : c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c);
  return name;
}

std::vector<ConfigOverride> environment_overrides(const Environment& environment) {
  std::vector<ConfigOverride> overrides;
  for (const ConfigKey& key : Config::keys()) {
    const std::string name = variable_name(key.name);
    std::string value = environment.variable(name);
    if (!value.empty()) overrides.push_back({std::string(key.name), std::move(value), ConfigOrigin::environment, name});
  }
  return overrides;
}

Result<void> add_flag_overrides(const Arguments& globals, std::vector<ConfigOverride>& overrides) {
  const auto add = [&](std::string key, std::string value, const char* flag) {
    overrides.push_back({std::move(key), std::move(value), ConfigOrigin::flag, flag});
  };
  if (globals.has("color")) add("ui.color", std::string(globals.text("color")), "--color");
  if (globals.has("ascii")) add("ui.ascii", "true", "--ascii");
  if (globals.has("no-pager")) add("ui.pager", "never", "--no-pager");
  if (globals.has("no-cache")) add("scan.cache", "false", "--no-cache");
  for (const std::string& assignment : globals.all("config")) {
    const std::size_t equals = assignment.find('=');
    if (equals == std::string::npos) {
      return fail(ErrorKind::usage, "'" + assignment + "' is no KEY=VALUE for --config");
    }
    add(assignment.substr(0, equals), assignment.substr(equals + 1), "--config");
  }
  return {};
}

// A text that the user names: a file anywhere, or standard input.
Result<std::string> read_user_text(const Environment& environment, const std::string& base, const std::string& path) {
  if (path == "-") {
    auto text = environment.read_input ? environment.read_input() : std::nullopt;
    if (text) return std::move(*text);
    return fail(ErrorKind::io, "standard input can not be read, or is larger than 64 MiB");
  }
  ReadBuffer bytes;
  const auto read = environment.files->read(path.starts_with('/') ? path : base + '/' + path, kInputLimit, bytes);
  if (read) return std::string(bytes.bytes());
  const bool missing = read.error().trouble == FileTrouble::not_found;
  return std::unexpected(Error{missing ? ErrorKind::not_found : ErrorKind::io,
                               "the file can not be read: " + read.error().reason,
                               Place{path, 0, 0},
                               {},
                               {}});
}

// $VISUAL, else $EDITOR, on a terminal: an editor without one would hang where a program called us.
Result<std::string> find_editor(const Environment& environment) {
  if (!environment.screen.stdout_is_terminal || !environment.open_in_editor)
    return fail(ErrorKind::usage, "an editor needs a terminal; without one use `milepost set`, `tick` and their like");
  std::string command = environment.variable("VISUAL");
  if (command.empty()) command = environment.variable("EDITOR");
  if (command.empty()) return fail(ErrorKind::usage, "there is no editor: set VISUAL or EDITOR to the one you use");
  return command;
}

Result<void> open_editor(const Environment& environment, const std::string& path) {
  const auto command = find_editor(environment);
  if (!command) return std::unexpected(command.error());
  const auto code = environment.open_in_editor(*command, path);
  if (!code)
    return fail(ErrorKind::usage, "the editor '" + *command + "' can not be started; VISUAL or EDITOR names it");
  if (*code == 0) return {};
  return fail(ErrorKind::io,
              "the editor '" + *command + "' ended with " + std::to_string(*code) + "; the file is as it left it");
}

std::string start_directory(const Environment& environment, const Arguments& globals) {
  const std::string directory(globals.text("directory"));
  if (directory.empty()) return environment.working_directory;
  return directory.front() == '/' ? directory : environment.working_directory + "/" + directory;
}

}  // namespace

Result<SessionOptions> session_options(const Environment& environment, const Arguments& globals) {
  auto today = find_today(environment, globals);
  if (!today) return std::unexpected(std::move(today).error());
  SessionOptions options{{}, {}, *today, operations()};
  options.writer = environment.writer;
  options.git = environment.git;
  options.command = "milepost";
  for (const std::string& word : environment.arguments) options.command += ' ' + to_clean_line(word);
  options.workspace.start_directory = start_directory(environment, globals);
  const std::string config = user_folder(environment, "XDG_CONFIG_HOME", ".config");
  if (!config.empty()) options.workspace.user_config_path = config + "/config.toml";
  options.workspace.cache_directory = user_folder(environment, "XDG_CACHE_HOME", ".cache");
  if (environment.program_identity) options.workspace.build_id = environment.program_identity();
  options.workspace.overrides = environment_overrides(environment);
  if (auto added = add_flag_overrides(globals, options.workspace.overrides); !added) {
    return std::unexpected(std::move(added).error());
  }
  options.scan.use_cache = !globals.has("no-cache");
  options.open_editor = [&environment](const std::string& path) { return open_editor(environment, path); };
  options.check_editor = [&environment]() -> Result<void> {
    const auto command = find_editor(environment);
    if (!command) return std::unexpected(command.error());
    return {};
  };
  const bool has_person = environment.screen.stdin_is_terminal && environment.screen.stdout_is_terminal;
  if (has_person && !globals.has("json") && environment.read_line)
    options.ask = [&environment](const std::string& question) {
      environment.write_error(question);
      return environment.read_line().value_or("");
    };
  options.read_input = [&environment, base = options.workspace.start_directory](const std::string& path) {
    return read_user_text(environment, base, path);
  };
  return options;
}

}  // namespace milepost
