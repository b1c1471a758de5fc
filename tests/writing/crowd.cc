// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "writing/crowd.h"

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <random>
#include <set>
#include <sstream>

#include "core/document/revision.h"
#include "support/files/faulty_file_writer.h"
#include "writing/tree.h"

namespace milepost::testing {
namespace {

namespace fs = std::filesystem;

constexpr int kSharedFiles = 4;
constexpr int kTokens = 3;
constexpr int kKinds = 4;

enum class Kind : std::uint8_t { one_file, two_files, token, creation };

// What change number `number` of a process is; the same whenever it is asked.
struct Deed {
  Kind kind = Kind::one_file;
  std::string mark;  // "p3e17"
  int first = 0;
  int second = 0;
};

Deed deed_of(const Crowd& crowd, int process, int number) {
  std::mt19937_64 dice(crowd.seed * 1'000'003 + static_cast<std::uint64_t>(process) * 10'007 +
                       static_cast<std::uint64_t>(number));
  Deed deed;
  deed.kind = static_cast<Kind>(dice() % kKinds);
  deed.mark = "p" + std::to_string(process) + "e" + std::to_string(number);
  deed.first = static_cast<int>(dice() % kSharedFiles);
  deed.second = (deed.first + 1) % kSharedFiles;
  return deed;
}

std::string shared_name(int number) { return "shared/" + std::to_string(number) + ".md"; }
std::string token_name(const char* folder, int number) {
  return std::string(folder) + "/T" + std::to_string(number) + ".md";
}

// A line more at the end, decided on what the file says now.
FileChange append(const Tree& tree, const std::string& path, const std::string& mark) {
  const std::string text = tree.bytes(path);
  FileChange change;
  change.path = path;
  change.revision = revision_of(text);
  const auto end = static_cast<ByteOffset>(text.size());
  change.edits.push_back({{end, end}, mark + "\n"});
  return change;
}

EditPlan plan_creation(const Tree& tree, const Deed& deed) {
  int highest = 0;
  for (const auto& entry : fs::directory_iterator(tree.at("ids"))) {
    highest = std::max(highest, std::atoi(entry.path().stem().c_str()));
  }
  return {deed.mark, {Tree::creation("ids/" + std::to_string(highest + 1) + ".md", deed.mark + "\n")}, {}};
}

EditPlan plan_of(const Tree& tree, const Deed& deed) {
  if (deed.kind == Kind::creation) return plan_creation(tree, deed);
  if (deed.kind == Kind::token) {
    const int token = deed.first % kTokens;
    const bool left = tree.has(token_name("left", token));
    FileChange change = append(tree, token_name(left ? "left" : "right", token), deed.mark);
    change.new_path = token_name(left ? "right" : "left", token);
    return {deed.mark, {change}, {}};
  }
  EditPlan plan{deed.mark, {append(tree, shared_name(deed.first), deed.mark)}, {}};
  if (deed.kind == Kind::two_files) plan.files.push_back(append(tree, shared_name(deed.second), deed.mark));
  return plan;
}

void note(const std::string& log, const std::string& line) {
  const int file = ::open(log.c_str(), O_WRONLY | O_CREAT | O_APPEND, 0600);
  const std::string text = line + "\n";
  if (file < 0 || ::write(file, text.data(), text.size()) < 0) std::abort();
  ::close(file);
}

// The life of one process, from change `first` on.
[[noreturn]] void live(const Crowd& crowd, const Tree& tree, int process, int first, const std::string& log) {
  FaultyFileWriter unsynced(tree.writer);
  std::mt19937_64 dice(static_cast<std::uint64_t>(::getpid()));
  const FileWriter* writer = &unsynced;
  if (crowd.synced) writer = &tree.writer;
  const Changes changes =
      tree.changes(*writer, {.command = "process " + std::to_string(process), .lock_wait_ms = 300'000});
  for (int number = first; number < crowd.changes; ++number) {
    const Deed deed = deed_of(crowd, process, number);
    note(log, "begin " + std::to_string(number));
    if (crowd.kill_one_in > 0 && dice() % static_cast<std::uint64_t>(crowd.kill_one_in) == 0) {
      unsynced.plan(dice() % 2 == 0 ? Trouble::kills : Trouble::kills_after, 1 + static_cast<int>(dice() % 40));
    }
    const bool plain = deed.kind == Kind::one_file || deed.kind == Kind::two_files;
    const auto applied = changes.apply_planned([&]() -> Result<EditPlan> { return plan_of(tree, deed); },
                                               plain ? Planning::optimistic : Planning::locked, trusting());
    unsynced.plan(Trouble::none, 0);
    note(log, (applied ? "end " : "failed ") + std::to_string(number) + (applied ? "" : " " + applied.error().message));
  }
  ::_exit(0);
}

struct Progress {
  int next = 0;  // what a process that is started again begins with
  std::set<int> ended;
  std::set<int> unsure;  // begun and killed
  std::vector<std::string> failed;
};

Progress read_log(const std::string& log) {
  Progress progress;
  std::ifstream stream(log);
  for (std::string line; std::getline(stream, line);) {
    std::istringstream words(line);
    std::string what;
    int number = 0;
    words >> what >> number;
    progress.next = number + 1;
    if (what == "begin") progress.unsure.insert(number);
    if (what == "begin") continue;
    progress.unsure.erase(number);
    if (what == "end") progress.ended.insert(number);
    if (what == "failed") progress.failed.push_back(line);
  }
  return progress;
}

void run_processes(const Crowd& crowd, const Tree& tree, const std::vector<std::string>& logs, CrowdResult& result) {
  std::map<pid_t, int> living;
  const auto start = [&](int process) {
    const std::size_t at = static_cast<std::size_t>(process);
    const int first = read_log(logs[at]).next;
    const pid_t child = ::fork();
    if (child == 0) live(crowd, tree, process, first, logs[at]);
    living[child] = process;
  };
  for (int process = 0; process < crowd.processes; ++process) start(process);
  while (!living.empty()) {
    int status = 0;
    const pid_t child = ::wait(&status);
    const int process = living.at(child);
    living.erase(child);
    if (WIFEXITED(status) && WEXITSTATUS(status) == 0) continue;
    if (!WIFEXITED(status) || WEXITSTATUS(status) != FaultyFileWriter::kExitCode) {
      result.faults.push_back("a process ended by itself");
      continue;
    }
    ++result.killed;
    start(process);
  }
}

// mark -> the files in which it stands, with repetition
std::map<std::string, std::vector<std::string>> find_marks(const Tree& tree) {
  std::map<std::string, std::vector<std::string>> marks;
  for (const char* folder : {"shared", "left", "right", "ids"}) {
    if (!tree.has(folder)) continue;
    for (const auto& entry : fs::directory_iterator(tree.at(folder))) {
      const std::string path = entry.path().lexically_relative(tree.root()).string();
      std::ifstream stream(entry.path());
      for (std::string line; std::getline(stream, line);) {
        if (!line.starts_with('#')) marks[line].push_back(path);
      }
    }
  }
  return marks;
}

void account(const Crowd& crowd, int process, const Progress& progress,
             std::map<std::string, std::vector<std::string>>& marks, CrowdResult& result) {
  for (int number = 0; number < crowd.changes; ++number) {
    const Deed deed = deed_of(crowd, process, number);
    std::size_t wanted = 1;
    if (deed.kind == Kind::two_files) wanted = 2;
    std::vector<std::string> places = marks[deed.mark];
    marks.erase(deed.mark);
    std::ranges::sort(places);
    const bool doubled = std::ranges::adjacent_find(places) != places.end();
    const bool whole = places.size() == wanted && !doubled;
    if (progress.ended.contains(number)) {
      ++result.answered;
      if (!whole)
        result.faults.push_back(deed.mark + " was answered but stands in " + std::to_string(places.size()) + " places");
    } else if (!whole && !places.empty()) {
      result.faults.push_back(deed.mark + " was killed and stands in " + std::to_string(places.size()) + " places");
    }
  }
}

}  // namespace

CrowdResult run_crowd(const Crowd& crowd) {
  CrowdResult result;
  const Tree tree(crowd.synced ? Place::disk : Place::memory);
  const Tree notes;
  for (int number = 0; number < kSharedFiles; ++number) tree.put(shared_name(number), "# shared\n");
  for (int number = 0; number < kTokens; ++number) tree.put(token_name("left", number), "# token\n");
  fs::create_directories(tree.at("right"));
  tree.put("ids/0.md", "# first\n");
  tree.put("left/stays.md", "# stays\n");
  tree.put("right/stays.md", "# stays\n");
  std::vector<std::string> logs;
  for (int process = 0; process < crowd.processes; ++process) logs.push_back(notes.at(std::to_string(process)));
  run_processes(crowd, tree, logs, result);
  if (const auto recovered = tree.changes().recover(); !recovered) result.faults.push_back(recovered.error().message);
  auto marks = find_marks(tree);
  for (int process = 0; process < crowd.processes; ++process) {
    const Progress progress = read_log(logs[static_cast<std::size_t>(process)]);
    for (const std::string& line : progress.failed) result.faults.push_back(line);
    account(crowd, process, progress, marks, result);
  }
  for (const auto& [mark, places] : marks) result.faults.push_back("nobody wrote '" + mark + "'");
  if (tree.state_names().find("left-") != std::string::npos)
    result.faults.push_back("a file was taken for a stranger's");
  for (const auto& [path, content] : tree.picture()) {
    if (path.find(".milepost-") != std::string::npos) result.faults.push_back("left over: " + path);
  }
  return result;
}

}  // namespace milepost::testing
