// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "support/git/git_sandbox.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "platform/child_process.h"

namespace milepost {

namespace fs = std::filesystem;

GitSandbox::GitSandbox() {
  std::string place = (fs::temp_directory_path() / "milepost-git-XXXXXX").string();
  EXPECT_NE(::mkdtemp(place.data()), nullptr);
  base_ = fs::canonical(place).string();
  git({"init", "--quiet", "--initial-branch=main", "main"}, "");
}

GitSandbox::~GitSandbox() {
  std::error_code ignored;
  fs::remove_all(base_, ignored);
}

std::string GitSandbox::git(const std::vector<std::string>& words, const std::string& folder) const {
  ChildRequest request;
  const char* path = std::getenv("PATH");
  request.program = find_program("git", path == nullptr ? "" : path);
  request.arguments = {"-C", base_ + "/" + folder};
  request.arguments.insert(request.arguments.end(), words.begin(), words.end());
  request.environment = get_environment();
  const auto answer = run_child(request);
  EXPECT_TRUE(answer);
  if (!answer) return {};
  EXPECT_EQ(answer->exit_code, 0) << words.front() << ": " << answer->errors;
  return answer->output;
}

void GitSandbox::write(const std::string& path, std::string_view bytes) const {
  const fs::path file = fs::path(base_) / path;
  fs::create_directories(file.parent_path());
  std::ofstream(file, std::ios::binary) << bytes;
}

void GitSandbox::remove(const std::string& path) const { fs::remove_all(fs::path(base_) / path); }

void GitSandbox::make_runnable(const std::string& path) const {
  fs::permissions(fs::path(base_) / path, fs::perms::owner_exec, fs::perm_options::add);
}

void GitSandbox::commit(const std::string& message, const std::string& folder) const {
  git({"add", "--all"}, folder);
  git({"commit", "--quiet", "--allow-empty", "-m", message}, folder);
}

}  // namespace milepost
