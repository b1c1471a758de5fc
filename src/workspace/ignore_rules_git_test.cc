// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// Our matcher held to `git check-ignore`: random lists at the root and in a folder, random paths, one process a round.
#include <gtest/gtest.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <random>
#include <set>
#include <sstream>
#include <string>

#include "workspace/ignore_rules.h"

namespace milepost {
namespace {

namespace fs = std::filesystem;

class RandomTree {
 public:
  explicit RandomTree(unsigned seed) : random_(seed) {}

  std::string make_pattern() {
    std::string pattern = pick(10) == 0 ? "!" : "";
    if (pick(4) == 0) pattern += '/';
    const int parts = 1 + pick(3);
    for (int part = 0; part < parts; ++part) pattern += (part > 0 ? "/" : "") + make_part();
    if (pick(5) == 0) pattern += '/';
    if (pick(20) == 0) pattern += ' ';
    return pattern;
  }

  std::string make_list() {
    std::string list;
    for (int line = pick(6); line > 0; --line) list += make_pattern() + (pick(12) == 0 ? "\r\n" : "\n");
    return list;
  }

  std::string make_path() {
    std::string path = pick(2) == 0 ? "a" : make_name();
    for (int part = pick(3); part > 0; --part) path += '/' + make_name();
    return path;
  }

 private:
  int pick(int count) { return std::uniform_int_distribution<int>(0, count - 1)(random_); }
  std::string make_name() {
    std::string name;
    for (int size = 1 + pick(3); size > 0; --size) name += "ab.-]"[pick(5)];
    return name == "." || name == ".." ? "a" : name;
  }
  std::string make_part() {
    static constexpr const char* kPieces[] = {"a",    "b",    ".",   "*",     "?",     "**",          "[ab]",
                                              "[!a]", "[^b]", "\\a", "[a-b]", "[]-]",  "[[:alpha:]]", "[[:punct:]b]",
                                              "-",    "***",  "\\*", "[b",    "[a/b]", "[a\\]]"};
    std::string part;
    for (int size = 1 + pick(3); size > 0; --size) part += kPieces[static_cast<std::size_t>(pick(20))];
    return part;
  }

  std::mt19937 random_;
};

// What git says; nothing when there is no git. The paths need not exist: all of them count as files.
std::set<std::string> ask_git(const fs::path& root, const std::set<std::string>& paths) {
  std::ofstream(root / ".git" / "asked", std::ios::binary) << [&] {
    std::string all;
    for (const std::string& path : paths) all += path + '\0';
    return all;
  }();
  const std::string command = "cd '" + root.string() +
                              "' && git -c core.excludesFile=/dev/null check-ignore --no-index -z --stdin "
                              "< .git/asked > .git/answer 2> .git/errors";
  static_cast<void>(std::system(command.c_str()));
  std::ifstream answer(root / ".git" / "answer", std::ios::binary);
  std::set<std::string> ignored;
  for (std::string path; std::getline(answer, path, '\0');) ignored.insert(path);
  return ignored;
}

// As a walk would: an ignored folder ends it.
bool is_ignored_on_the_way(const IgnoreRules& top, const IgnoreRules& inner, const std::string& path) {
  const auto root = std::make_shared<const IgnoreChain>(nullptr, std::size_t{0}, top);
  const IgnoreChain folder(root, std::size_t{2}, inner);
  for (std::size_t slash = path.find('/'); slash != std::string::npos; slash = path.find('/', slash + 1)) {
    const std::string above = path.substr(0, slash);
    const IgnoreChain* chain = above.starts_with("a/") ? &folder : root.get();
    if (IgnoreChain::is_ignored(chain, above, PathKind::directory)) return true;
  }
  return IgnoreChain::is_ignored(path.starts_with("a/") ? &folder : root.get(), path, PathKind::file);
}

TEST(IgnoreRulesGit, AgreeWithGitOnRandomLists) {
  if (std::system("git --version > /dev/null 2>&1") != 0) GTEST_SKIP() << "git is not installed";
  std::string place = (fs::temp_directory_path() / "milepost-ignore-XXXXXX").string();
  ASSERT_NE(mkdtemp(place.data()), nullptr);
  const fs::path root = place;
  ASSERT_EQ(std::system(("git init -q '" + place + "'").c_str()), 0);
  const char* wished = std::getenv("MILEPOST_ROUNDS");
  const int rounds = wished != nullptr ? std::atoi(wished) : 100;
  for (int round = 0; round < rounds && !testing::Test::HasFailure(); ++round) {
    RandomTree random(static_cast<unsigned>(round));
    const std::string top = random.make_list();
    const std::string inner = random.make_list();
    fs::create_directories(root / "a");
    std::ofstream(root / ".gitignore", std::ios::binary) << top;
    std::ofstream(root / "a" / ".gitignore", std::ios::binary) << inner;
    std::set<std::string> paths;
    for (int count = 0; count < 60; ++count) paths.insert(random.make_path());
    paths.erase("a");  // exists, as a folder
    const std::set<std::string> ignored = ask_git(root, paths);
    const IgnoreRules top_rules = IgnoreRules::parse(top);
    const IgnoreRules inner_rules = IgnoreRules::parse(inner);
    for (const std::string& path : paths) {
      EXPECT_EQ(is_ignored_on_the_way(top_rules, inner_rules, path), ignored.contains(path))
          << "round " << round << "\npath " << path << "\ntop:\n"
          << top << "inner:\n"
          << inner;
    }
  }
  fs::remove_all(root);
}

}  // namespace
}  // namespace milepost
