// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// Time is linear in the input: twice the text costs about twice the instructions. A clock would tell the same only on
// a quiet machine; callgrind counts, and counts the same every time.
#include "growth/growth.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include "growth/shapes.h"

namespace milepost::testing {
namespace {

namespace fs = std::filesystem;

using Counts = std::map<std::size_t, std::int64_t>;  // instructions by size of the text

// From n to 2n, and from 2n to 4n: a linear cost grows twice as much the second time, a quadratic one four times.
constexpr double kMostGrowth = 2.6;
// What first allocations and tables that double cost; a shape that is cut off by a cap costs no more than this.
constexpr double kUnevenness = 100'000;

class TemporaryFolder {
 public:
  TemporaryFolder() {
    std::string pattern = (fs::temp_directory_path() / "milepost-growth-XXXXXX").string();
    if (::mkdtemp(pattern.data()) != nullptr) path_ = pattern;
  }
  ~TemporaryFolder() {
    std::error_code error;
    if (!path_.empty()) fs::remove_all(path_, error);
  }
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;

  [[nodiscard]] const std::string& path() const { return path_; }

 private:
  std::string path_;
};

// Each dump of callgrind names in its head what was read ("document keys 8192") and how many instructions that took.
void read_dump(const fs::path& path, std::map<std::string, Counts>& found) {
  constexpr std::string_view kTrigger = "desc: Trigger: Client Request: ";
  constexpr std::string_view kSummary = "summary: ";
  std::ifstream file(path);
  std::string name;
  std::size_t size = 0;
  for (std::string line; std::getline(file, line);) {
    if (line.starts_with(kTrigger)) {
      std::istringstream words(line.substr(kTrigger.size()));
      std::string reader;
      std::string shape;
      words >> reader >> shape >> size;
      name = reader.append(" ").append(shape);
    }
    if (!line.starts_with(kSummary)) continue;
    if (size != 0) found[name][size] = std::strtoll(line.c_str() + kSummary.size(), nullptr, 10);
    return;
  }
}

std::map<std::string, Counts> count_instructions(const std::string& folder) {
  const std::string command = "valgrind --tool=callgrind --dump-line=no --callgrind-out-file='" + folder +
                              "/out' '" MILEPOST_GROWTH_PROBE "' > '" + folder + "/log' 2>&1";
  if (std::system(command.c_str()) != 0) return {};
  std::map<std::string, Counts> found;
  for (const auto& entry : fs::directory_iterator(folder)) read_dump(entry.path(), found);
  return found;
}

TEST(Growth, IsLinearForEveryShape) {
  if (std::system("command -v valgrind > /dev/null") != 0) GTEST_SKIP() << "valgrind is not installed";
  const TemporaryFolder folder;
  const auto found = count_instructions(folder.path());
  ASSERT_GE(found.size(), shapes().size()) << "the probe did not run to its end";
  for (const auto& [name, counts] : found) {
    ASSERT_EQ(counts.size(), kSizes.size()) << name;
    const auto first = static_cast<double>(counts.at(kSizes[1]) - counts.at(kSizes[0]));
    const auto second = static_cast<double>(counts.at(kSizes[2]) - counts.at(kSizes[1]));
    EXPECT_LE(second, kMostGrowth * first + kUnevenness)
        << name << ": " << counts.at(kSizes[0]) << ", " << counts.at(kSizes[1]) << ", " << counts.at(kSizes[2])
        << " instructions for " << kSizes[0] << ", " << kSizes[1] << ", " << kSizes[2] << " bytes";
  }
}

}  // namespace
}  // namespace milepost::testing
