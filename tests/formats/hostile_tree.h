// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// HostileTree: a folder of documents whose names and texts try to break out of every output format: quotes, brackets,
// workflow commands, escape sequences, line breaks, bytes that are no UTF-8. Each gives findings of several kinds.
#pragma once

#include <string>

namespace milepost::testing {

class HostileTree {
 public:
  HostileTree();
  ~HostileTree();
  HostileTree(const HostileTree&) = delete;
  HostileTree& operator=(const HostileTree&) = delete;

  [[nodiscard]] const std::string& base() const { return base_; }
  [[nodiscard]] std::string root() const { return base_ + "/root"; }

 private:
  std::string base_;
};

}  // namespace milepost::testing
