// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// A tree of real files in a temporary folder for tests of writing, and plans over it. `picture` is everything that a
// user could see of it, so that two states can be compared as wholes.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

#include "core/document/edit_plan.h"
#include "platform/posix_file_system.h"
#include "platform/posix_file_writer.h"
#include "workspace/apply_edit_plan.h"

namespace milepost::testing {

// Where it lies: on the disk, or in memory where the system has such a place, for tests that make thousands.
enum class Place : std::uint8_t { disk, memory };

class Tree {
 public:
  explicit Tree(Place place = Place::disk);
  Tree(const Tree&) = delete;
  Tree& operator=(const Tree&) = delete;
  ~Tree();

  [[nodiscard]] const std::string& root() const { return root_; }
  [[nodiscard]] std::string at(std::string_view path) const { return root_ + '/' + std::string(path); }
  void put(std::string_view path, std::string_view bytes) const;
  [[nodiscard]] std::string bytes(std::string_view path) const;
  [[nodiscard]] bool has(std::string_view path) const;
  // Path to "mode bytes"; folders to "mode /"; links to "-> target". Without what lies in .milepost/state and .git.
  [[nodiscard]] std::map<std::string, std::string> picture() const;
  // The names of the files in the state folder.
  [[nodiscard]] std::string state_names() const;

  // Replaces the first `was` in the file by `becomes`, on the revision that the file has now.
  [[nodiscard]] FileChange edit(std::string_view path, std::string_view was, std::string_view becomes) const;
  [[nodiscard]] FileChange move(std::string_view path, std::string_view new_path) const;
  [[nodiscard]] FileChange removal(std::string_view path) const;
  [[nodiscard]] static FileChange creation(std::string_view path, std::string_view bytes);

  [[nodiscard]] Changes changes(ChangesOptions options = {}) const;
  [[nodiscard]] Changes changes(const FileWriter& writer, ChangesOptions options = {}) const;

  PosixFileSystem files;
  PosixFileWriter writer;

 private:
  std::string root_;
};

// A proof that finds everything good.
[[nodiscard]] ApplyOptions trusting(EmptiedFolders emptied = EmptiedFolders::remove);

}  // namespace milepost::testing
