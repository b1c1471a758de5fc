// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// Runs every file of the folders named on the command line through the fuzzer's entry, as libFuzzer would. A crash or
// a failed check ends the program; the last line printed names the input.
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <system_error>
#include <vector>

// The signature is libFuzzer's.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

std::vector<std::string> list_inputs(const char* folder) {
  std::vector<std::string> paths;
  std::error_code error;
  for (const auto& entry : std::filesystem::recursive_directory_iterator{folder, error}) {
    if (entry.is_regular_file()) paths.push_back(entry.path().string());
  }
  return paths;
}

void replay(const std::string& bytes) {
  // A copy of exact size, so that the address sanitizer sees a read past the end.
  const std::vector<std::uint8_t> exact{bytes.begin(), bytes.end()};
  LLVMFuzzerTestOneInput(exact.data(), exact.size());
}

}  // namespace

int main(int argc, char** argv) {
  replay("");
  int count = 0;
  for (int i = 1; i < argc; ++i) {
    for (const auto& path : list_inputs(argv[i])) {
      std::printf("%s\n", path.c_str());
      std::fflush(stdout);
      std::ifstream file{path, std::ios::binary};
      replay(std::string{std::istreambuf_iterator<char>{file}, {}});
      ++count;
    }
  }
  std::printf("%d inputs replayed\n", count);
  return 0;
}
