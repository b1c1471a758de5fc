// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// GitSandbox: a real repository in a temporary folder, with a fixed author and time, for tests that must see what git
// really does. Gone with the test.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace milepost {

class GitSandbox {
 public:
  GitSandbox();  // with the repository "main" in it, on branch "main"
  ~GitSandbox();
  GitSandbox(const GitSandbox&) = delete;
  GitSandbox& operator=(const GitSandbox&) = delete;

  [[nodiscard]] const std::string& base() const { return base_; }
  [[nodiscard]] std::string root() const { return base_ + "/main"; }

  // Runs git in `folder` (relative to the base); fails the test when git fails. Gives what it printed.
  std::string git(const std::vector<std::string>& words, const std::string& folder = "main") const;
  // `path` is relative to the base: "main/docs/M1.md".
  void write(const std::string& path, std::string_view bytes) const;
  void remove(const std::string& path) const;
  void make_runnable(const std::string& path) const;
  // Everything in the work tree.
  void commit(const std::string& message, const std::string& folder = "main") const;

 private:
  std::string base_;
};

}  // namespace milepost
