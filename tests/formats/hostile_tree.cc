// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "formats/hostile_tree.h"

#include <array>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string_view>

namespace milepost::testing {
namespace {

constexpr std::array<std::string_view, 9> kNames{
    "M1-plain.md",
    "M2 with blanks, commas:and colons.md",
    "M3-\"quotes\"'<tag>&amp;.md",
    "M4-100%25-%0A-percent.md",
    "M5-line\nbreak.md",
    "M6-\x1b[31mred\x07.md",
    "M7-\xff\xfe-no-utf8.md",
    "M8-::error::-]]>-](x){0}.md",
    "M9-日本-⏳.md",
};

std::string document(std::size_t number) {
  const std::string id = std::to_string(number + 1);
  return "# M" + id +
         ": \xF0\x9F\x9A\x80 <script>alert(\"&\")</script> %0A::error::x\n\n"
         "**Status:** Done\n"
         "**Target:** 2026-02-31\x1b[2J ]]>\n\n"
         "- [x] Tables\n"
         "- [ ] \xF0\x9F\x9A\x80 Fences \xE2\x9C\x85\n\n"
         "See [a](gone-<&\">'-%0A.md) and [b](gone\xff.md).\n\n"
         "<!-- milepost-disable-next-line MP409: <known> & \"meant\" -->\n"
         "See [c](gone-too.md).\n";
}

}  // namespace

HostileTree::HostileTree() {
  std::string name = std::filesystem::temp_directory_path() / "milepost-formats-XXXXXX";
  if (mkdtemp(name.data()) == nullptr) std::abort();
  base_ = name;
  const std::filesystem::path folder = root() + "/docs/milestones";
  std::filesystem::create_directories(folder);
  std::ofstream(root() + "/milepost.toml") << "[check]\nseverity = \"info\"\n";
  for (std::size_t i = 0; i < kNames.size(); ++i) {
    std::ofstream(folder / std::string(kNames.at(i)), std::ios::binary) << document(i);
  }
}

HostileTree::~HostileTree() {
  std::error_code ignored;
  std::filesystem::remove_all(base_, ignored);
}

}  // namespace milepost::testing
