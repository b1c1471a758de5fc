// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "support/transcript/run_transcript.h"

#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <optional>
#include <system_error>

#include "support/fixed_environment.h"
#include "support/transcript/match_output.h"
#include "support/transcript/run_command.h"

namespace milepost::testing {
namespace {

namespace fs = std::filesystem;

// A directory that vanishes with its content, also when a test took away permissions below it.
class TemporaryFolder {
 public:
  TemporaryFolder() {
    std::string pattern = (fs::temp_directory_path() / "milepost-transcript-XXXXXX").string();
    if (::mkdtemp(pattern.data()) != nullptr) path_ = fs::canonical(pattern).string();
  }
  ~TemporaryFolder() {
    if (path_.empty()) return;
    std::error_code error;
    allow_all(path_);
    fs::remove_all(path_, error);
  }
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;

  const std::string& path() const { return path_; }

 private:
  static void allow_all(const fs::path& folder) {
    std::error_code error;
    fs::permissions(folder, fs::perms::owner_all, fs::perm_options::add, error);
    for (const auto& entry : fs::directory_iterator{folder, error}) {
      if (entry.is_directory(error) && !entry.is_symlink(error)) allow_all(entry.path());
    }
  }

  std::string path_;
};

bool has_program(const std::string& name) {
  const char* path = std::getenv("PATH");
  std::string folders = path == nullptr ? "" : path;
  std::ranges::replace(folders, ':', '\n');
  return std::ranges::any_of(split_lines(folders),
                             [&](const auto& folder) { return ::access((folder + "/" + name).c_str(), X_OK) == 0; });
}

constexpr std::string_view kOrdinaryUser = "ordinary-user";

std::vector<std::string> needs_of(const Directives& directives) {
  const auto found = directives.find("needs");
  if (found == directives.end()) return {};
  std::string needs = found->second;
  std::ranges::replace(needs, ',', '\n');
  return split_lines(needs);
}

// Root runs such a scenario as nobody.
RunAs user_for(const Directives& directives) {
  const auto needs = needs_of(directives);
  const bool is_wanted = std::ranges::find(needs, kOrdinaryUser) != needs.end();
  return is_wanted && ::geteuid() == 0 ? RunAs::nobody : RunAs::this_user;
}

// Nobody must be able to run the programs, which may lie below a folder that is root's alone.
bool nobody_can_run(const std::string& programs) {
  const TemporaryFolder folder;
  if (folder.path().empty() || !give_to_nobody(folder.path())) return false;
  return run_command(programs + "/milepost --version", folder.path(), folder.path(), RunAs::nobody).exit_code == 0;
}

// What a scenario needs and this machine lacks, "" when it can run.
std::string find_lack(const Directives& directives, const std::string& programs) {
  for (const auto& need : needs_of(directives)) {
    if (need == kOrdinaryUser) {
      if (user_for(directives) == RunAs::nobody && !nobody_can_run(programs))
        return "needs an ordinary user, and root's nobody cannot run the programs in " + programs;
    } else if (!has_program(need)) {
      return "needs the program '" + need + "', which is not installed";
    }
  }
  return "";
}

// Keyed by line, so that a command before the first heading, which every scenario runs, is replaced once.
using NewOutputs = std::map<std::size_t, std::pair<const Command*, std::vector<std::string>>>;

class ScenarioRun {
 public:
  ScenarioRun(const Scenario& scenario, const TranscriptSettings& settings, TranscriptResult& result,
              NewOutputs& outputs)
      : scenario_(scenario),
        settings_(settings),
        result_(result),
        outputs_(outputs),
        user_(user_for(scenario.directives)) {}

  void run() {
    if (folder_.path().empty()) return fail("no temporary directory could be made");
    fs::create_directories(home());
    fs::create_directories(work());
    move_home_to(home());
    ::setenv("GIT_CEILING_DIRECTORIES", folder_.path().c_str(), 1);
    if (!copy_workspace()) return;
    if (user_ == RunAs::nobody && !give_to_nobody(folder_.path())) return fail("the directory cannot be given away");
    ++result_.scenarios;
    for (const auto& step : scenario_.steps) {
      if (const auto* file = std::get_if<FileBlock>(&step)) make(*file);
      if (const auto* command = std::get_if<Command>(&step)) check(*command);
    }
  }

 private:
  std::string work() const { return folder_.path() + "/work"; }
  std::string home() const { return folder_.path() + "/home"; }

  void fail(const std::string& what) {
    result_.failures.push_back(settings_.page_name + ": scenario '" + scenario_.title + "': " + what);
  }

  bool copy_workspace() {
    const auto found = scenario_.directives.find("workspace");
    if (found == scenario_.directives.end()) return true;
    std::error_code error;
    const fs::path from = fs::path{settings_.source_tree} / found->second;
    fs::copy(from, work(), fs::copy_options::recursive | fs::copy_options::copy_symlinks, error);
    if (error) fail("the workspace " + found->second + " cannot be copied: " + error.message());
    return !error;
  }

  void make(const FileBlock& file) {
    const fs::path path = fs::path{work()} / file.path;
    std::error_code error;
    fs::create_directories(path.parent_path(), error);
    std::ofstream stream{path, std::ios::binary};
    stream << file.bytes;
    stream.close();
    if (!stream) fail("the file " + file.path + " cannot be written");
    if (user_ == RunAs::nobody && !give_to_nobody(work())) fail("the files cannot be given away");
  }

  void check(const Command& command) {
    ++result_.commands;
    const auto outcome = run_command(command.text, work(), folder_.path(), user_);
    auto actual = to_lines(outcome, {{work(), "[work]"}, {home(), "[home]"}});
    if (matches(command.expected, actual)) return;
    result_.failures.push_back(settings_.page_name + ":" + std::to_string(command.line + 1) + ": $ " + command.text +
                               "\n" + difference(command.expected, actual));
    outputs_[command.line] = {&command, std::move(actual)};
  }

  const Scenario& scenario_;
  const TranscriptSettings& settings_;
  TranscriptResult& result_;
  NewOutputs& outputs_;
  RunAs user_;
  TemporaryFolder folder_;
};

// A fence must be longer than any fence that the output holds.
std::size_t needed_fence(char mark, const std::vector<std::string>& output) {
  std::size_t longest = 0;
  for (const auto& line : output) longest = std::max(longest, std::min(line.find_first_not_of(mark), line.size()));
  return longest + 1;
}

void lengthen_fence(std::string& line, std::size_t length) {
  const auto own = std::min(line.find_first_not_of(line.front()), line.size());
  if (own < length) line.insert(0, length - own, line.front());
}

std::string rewrite(const Transcript& transcript, const NewOutputs& outputs) {
  auto lines = transcript.lines;
  std::map<std::size_t, std::ptrdiff_t> grown;  // by how much a block has moved its closing fence
  // From the end, so that the line numbers of what stands before stay right.
  for (auto at = outputs.rbegin(); at != outputs.rend(); ++at) {
    const auto& [command, output] = at->second;
    auto& shift = grown[command->fence_close];
    const auto length = needed_fence(lines[command->fence_open].front(), output);
    lengthen_fence(lines[command->fence_open], length);
    lengthen_fence(lines[static_cast<std::size_t>(static_cast<std::ptrdiff_t>(command->fence_close) + shift)], length);
    const auto begin = lines.begin() + static_cast<std::ptrdiff_t>(command->expected_begin);
    const auto end = lines.begin() + static_cast<std::ptrdiff_t>(command->expected_end);
    const auto place = lines.erase(begin, end);
    lines.insert(place, output.begin(), output.end());
    shift += static_cast<std::ptrdiff_t>(output.size()) - static_cast<std::ptrdiff_t>(command->expected.size());
  }
  std::string page;
  for (const auto& line : lines) page += line + '\n';
  return page;
}

}  // namespace

TranscriptResult run_transcript(const Transcript& transcript, const TranscriptSettings& settings) {
  TranscriptResult result;
  NewOutputs outputs;
  const std::string path = settings.programs + ":/usr/local/bin:/usr/bin:/bin";
  ::setenv("PATH", path.c_str(), 1);
  for (const auto& scenario : transcript.scenarios) {
    const bool has_command =
        std::ranges::any_of(scenario.steps, [](const Step& step) { return std::holds_alternative<Command>(step); });
    if (!has_command) continue;
    const auto lack = find_lack(scenario.directives, settings.programs);
    if (!lack.empty()) {
      result.skipped.push_back(scenario.title + ": " + lack);
      continue;
    }
    ScenarioRun{scenario, settings, result, outputs}.run();
  }
  result.accepted_page = rewrite(transcript, outputs);
  return result;
}

}  // namespace milepost::testing
