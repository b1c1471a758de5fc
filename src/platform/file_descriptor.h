// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// FileDescriptor: owns one descriptor of the system and closes it. Move-only, so that it
// is closed exactly once.
#pragma once

#include <unistd.h>

#include <utility>

namespace milepost {

class FileDescriptor {
 public:
  explicit FileDescriptor(int number) : number_(number) {}
  FileDescriptor(FileDescriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
  FileDescriptor& operator=(FileDescriptor&& other) noexcept {
    std::swap(number_, other.number_);
    return *this;
  }
  ~FileDescriptor() {
    if (number_ >= 0) ::close(number_);
  }

  [[nodiscard]] int get() const { return number_; }
  [[nodiscard]] bool is_open() const { return number_ >= 0; }

 private:
  int number_;
};

}  // namespace milepost
