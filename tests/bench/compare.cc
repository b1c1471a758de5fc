// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// compare: runs several programs in turns, round after round, and prints their times and peak memory as a Markdown
// table with the ratio to the first of them. Turns, because a busy machine then disturbs all of them alike; medians,
// because one disturbed run says nothing. A command that fails stops the comparison.
#include <fcntl.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <chrono>
#include <cstdio>
#include <cstring>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace {

constexpr const char* kUsage =
    "usage: compare [--rounds N] [--directory DIR] NAME=COMMAND...\n"
    "  a command is split at blanks; its output goes to /dev/null; the first one is the yardstick\n";

struct Command {
  std::string name;
  std::vector<std::string> words;
};

struct Run {
  double wall = 0, cpu = 0;  // milliseconds
  long peak = 0;             // KiB
};

struct Request {
  int rounds = 9;
  std::string directory;
  std::vector<Command> commands;
};

double milliseconds(const timeval& time) {
  return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_usec) / 1e3;
}

std::vector<std::string> split(std::string_view text) {
  std::vector<std::string> words;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(' '), text.size());
    if (end > 0) words.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return words;
}

// Nothing when the program can not be started or fails.
std::optional<Run> run_once(const Command& command) {
  std::vector<char*> words;
  for (const std::string& word : command.words) words.push_back(const_cast<char*>(word.c_str()));
  words.push_back(nullptr);
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
  const auto begin = std::chrono::steady_clock::now();
  pid_t child = 0;
  const int failure = posix_spawnp(&child, words.front(), &actions, nullptr, words.data(), environ);
  posix_spawn_file_actions_destroy(&actions);
  if (failure != 0) {
    std::fprintf(stderr, "compare: can not start %s: %s\n", words.front(), std::strerror(failure));
    return std::nullopt;
  }
  int status = 0;
  rusage usage{};
  wait4(child, &status, 0, &usage);
  const std::chrono::duration<double, std::milli> wall = std::chrono::steady_clock::now() - begin;
  if (!WIFEXITED(status) || WEXITSTATUS(status) != 0) {
    std::fprintf(stderr, "compare: '%s' failed (wait status %d)\n", command.name.c_str(), status);
    return std::nullopt;
  }
  return Run{wall.count(), milliseconds(usage.ru_utime) + milliseconds(usage.ru_stime), usage.ru_maxrss};
}

template <typename Member>
double median(std::vector<Run> runs, Member member) {
  std::ranges::sort(runs, {}, member);
  return static_cast<double>(runs[runs.size() / 2].*member);
}

void print(const std::vector<Command>& commands, const std::vector<std::vector<Run>>& runs) {
  const double yardstick = median(runs.front(), &Run::wall);
  std::printf(
      "| command | median ms | least ms | CPU ms | ratio | peak MiB |\n| --- | ---: | ---: | ---: | ---: | ---: |\n");
  for (std::size_t i = 0; i < commands.size(); ++i) {
    const double wall = median(runs[i], &Run::wall);
    const double least = std::ranges::min(runs[i], {}, &Run::wall).wall;
    const double peak = static_cast<double>(std::ranges::max(runs[i], {}, &Run::peak).peak) / 1024;
    std::printf("| %s | %.1f | %.1f | %.1f | %.2f | %.1f |\n", commands[i].name.c_str(), wall, least,
                median(runs[i], &Run::cpu), wall / yardstick, peak);
  }
}

std::optional<Request> parse_arguments(int count, char** words) {
  Request request;
  for (int i = 1; i < count; ++i) {
    const std::string_view word = words[i];
    const bool has_value = i + 1 < count;
    if (word == "--rounds" && has_value) {
      const std::string_view value = words[++i];
      std::from_chars(value.data(), value.data() + value.size(), request.rounds);
    } else if (word == "--directory" && has_value) {
      request.directory = words[++i];
    } else {
      const std::size_t equals = word.find('=');
      if (equals == std::string_view::npos) return std::nullopt;
      request.commands.push_back({std::string(word.substr(0, equals)), split(word.substr(equals + 1))});
      if (request.commands.back().words.empty()) return std::nullopt;
    }
  }
  if (request.commands.empty() || request.rounds < 1) return std::nullopt;
  return request;
}

int run(const Request& request) {
  if (!request.directory.empty() && chdir(request.directory.c_str()) != 0) {
    std::fprintf(stderr, "compare: can not enter %s: %s\n", request.directory.c_str(), std::strerror(errno));
    return 5;
  }
  std::vector<std::vector<Run>> runs(request.commands.size());
  for (int round = -1; round < request.rounds; ++round) {  // round -1 warms the page cache
    for (std::size_t i = 0; i < request.commands.size(); ++i) {
      const auto measured = run_once(request.commands[i]);
      if (!measured) return 1;
      if (round >= 0) runs[i].push_back(*measured);
    }
  }
  print(request.commands, runs);
  return 0;
}

}  // namespace

int main(int count, char** words) {
  const auto request = parse_arguments(count, words);
  if (request) return run(*request);
  std::fputs(kUsage, stderr);
  return 2;
}
