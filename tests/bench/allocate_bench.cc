// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// Measures what the next id costs in a repository with many refs and work trees: `allocate_bench [REFS] [WORK_TREES]`.
// The repository is made in a temporary folder: 1,000 commits that each add or edit a document, branches with a
// commit of their own, tags and remote-tracking branches on the common history. Prints ms: nothing kept yet, nothing
// moved since, one branch new since.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "operations/session.h"
#include "operations/taken_elsewhere.h"
#include "platform/child_process.h"
#include "platform/git_process.h"
#include "platform/posix_file_system.h"

namespace {

using namespace milepost;

constexpr int kCommits = 1000;
constexpr int kPlans = 100;
constexpr int kMilestones = 20;
constexpr int kOwnCommits = 500;  // branches that nobody has merged
constexpr int kRounds = 7;

void run_git(const std::string& folder, std::vector<std::string> words, std::string input = {}) {
  ChildRequest request;
  request.program = find_program("git", std::getenv("PATH"));
  request.arguments = {"-C", folder};
  request.arguments.insert(request.arguments.end(), words.begin(), words.end());
  request.environment = get_environment();
  request.input = std::move(input);
  const auto answer = run_child(request);
  if (answer && answer->exit_code == 0) return;
  std::fprintf(stderr, "git %s failed: %s\n", words.front().c_str(), answer ? answer->errors.c_str() : "");
  std::exit(1);
}

std::string data(const std::string& text) { return "data " + std::to_string(text.size()) + "\n" + text + "\n"; }

std::string commit(const std::string& ref, int mark, int parent) {
  return "commit " + ref + "\nmark :" + std::to_string(mark) + "\ncommitter A <a@example.com> " +
         std::to_string(1'760'000'000 + mark) + " +0000\n" + data("c") +
         (parent > 0 ? "from :" + std::to_string(parent) + "\n" : "");
}

std::string file(const std::string& path, const std::string& text) {
  return "M 100644 inline " + path + "\n" + data(text);
}

std::string plan_folder(int plan) {
  const std::string number = std::to_string(1000 + plan).substr(1);
  return ".agent/exec_plans/active/plan-" + number + "/";
}

std::string milestone(int plan, int number) {
  return plan_folder(plan) + "milestones/active/MS" + std::to_string(1000 + number).substr(1) + "_step.md";
}

// A stream for git fast-import.
std::string make_history(int refs) {
  std::string stream = commit("refs/heads/main", 1, 0);
  for (int plan = 0; plan < kPlans; ++plan) {
    const std::string id = "EP-20260117-" + std::to_string(1000 + plan).substr(1);
    stream += file(plan_folder(plan) + id + "_plan.md", "---\nid: " + id + "\ntitle: P\nstatus: active\n---\n\n# P\n");
    for (int number = 1; number <= kMilestones; ++number)
      stream += file(milestone(plan, number), "---\nstatus: planned\n---\n\n# MS: S\n");
  }
  int mark = 1;
  for (int i = 0; i < kCommits; ++i, ++mark)
    stream +=
        commit("refs/heads/main", mark + 1, mark) + file(milestone(i % kPlans, kMilestones + 1 + i / kPlans % 10),
                                                         "---\nstatus: active\n---\n\n# " + std::to_string(i) + "\n");
  const int head = mark;
  for (int i = 0; i < refs; ++i) {
    const bool has_own = i < kOwnCommits;
    const int from = 1 + i * 7 % head;
    const std::string name = (i % 3 == 0   ? "refs/remotes/origin/b"
                              : i % 3 == 1 ? "refs/heads/b"
                                           : "refs/tags/t") +
                             std::to_string(i);
    if (has_own)
      stream += commit(name, ++mark, from) + file(milestone(i % kPlans, 50 + i % 40), "# own\n");
    else
      stream += "reset " + name + "\nfrom :" + std::to_string(from) + "\n\n";
  }
  return stream + "done\n";
}

class Bench {
 public:
  explicit Bench(int work_trees, int refs) {
    std::string place = (std::filesystem::temp_directory_path() / "milepost-allocate-XXXXXX").string();
    if (::mkdtemp(place.data()) == nullptr) std::exit(1);
    base_ = std::filesystem::canonical(place).string();
    run_git(base_, {"init", "--quiet", "--initial-branch=main", "main"});
    root_ = base_ + "/main";
    run_git(root_, {"fast-import", "--quiet", "--done"}, make_history(refs));
    run_git(root_, {"pack-refs", "--all"});
    run_git(root_, {"checkout", "--quiet", "--force", "main"});
    for (int i = 0; i < work_trees; ++i)
      run_git(root_,
              {"worktree", "add", "--quiet", "--detach", "../w" + std::to_string(i), "main~" + std::to_string(i)});
  }
  ~Bench() { std::filesystem::remove_all(base_); }
  Bench(const Bench&) = delete;
  Bench& operator=(const Bench&) = delete;

  double allocate() {
    SessionOptions options{{}, {}, *Date::from_iso("2026-01-15")};
    options.workspace.start_directory = root_;
    options.git = &git_;
    Session session(files_, std::move(options));
    static_cast<void>(session.scan());  // `new` needs it anyway
    const auto sequence =
        IdSequence::parse("EP-20260117-007/MS{number:3}", {".agent/exec_plans", {"EP-20260117-007", "plan-007"}});
    TakenNumbers taken;
    const auto begin = std::chrono::steady_clock::now();
    if (!add_taken_elsewhere(session, *sequence, taken)) std::exit(1);
    const std::chrono::duration<double, std::milli> spent = std::chrono::steady_clock::now() - begin;
    highest_ = taken.highest();
    return spent.count();
  }

  void measure(const char* what, const std::function<void()>& prepare) {
    std::vector<double> times;
    for (int round = 0; round < kRounds; ++round) {
      prepare();
      times.push_back(allocate());
    }
    std::ranges::sort(times);
    std::printf("%-24s best %8.1f ms  median %8.1f ms  (highest number %u)\n", what, times.front(), times[kRounds / 2],
                highest_);
  }
  void forget() const { std::filesystem::remove(root_ + "/.git/milepost/paths"); }
  void add_branch() {
    run_git(root_, {"branch", "new" + std::to_string(branches_), "main~" + std::to_string(branches_)});
    run_git(base_ + "/w0",
            {"-c", "user.name=A", "-c", "user.email=a@example.com", "commit", "--quiet", "--allow-empty", "-m", "x"});
    ++branches_;
  }

 private:
  PosixFileSystem files_;
  GitProcess git_{get_environment()};
  std::string base_;
  std::string root_;
  std::uint32_t highest_ = 0;
  int branches_ = 0;
};

}  // namespace

int main(int argc, char** argv) {
  const int refs = argc > 1 ? std::atoi(argv[1]) : 5000;
  const int work_trees = argc > 2 ? std::atoi(argv[2]) : 50;
  std::setvbuf(stdout, nullptr, _IOLBF, 0);
  Bench bench(work_trees, refs);
  std::printf("%d refs, %d work trees, %d documents in each\n", refs, work_trees, kPlans * (kMilestones + 1));
  bench.measure("nothing kept yet", [&] { bench.forget(); });
  bench.measure("nothing moved since", [] {});
  bench.measure("a commit and a branch new", [&] { bench.add_branch(); });
}
