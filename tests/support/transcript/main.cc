// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// run_transcript PAGE --programs DIR --source DIR [--may-be-empty]
// Exit code 0 passed, 1 failed, 77 skipped (ctest knows it). With MILEPOST_ACCEPT=1 the page is rewritten with what
// was printed and the run counts as skipped, never as passed: a person must look at the difference first.
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>

#include "support/fixed_environment.h"
#include "support/run_log.h"
#include "support/transcript/run_transcript.h"
#include "support/transcript/transcript.h"

namespace milepost::testing {
namespace {

constexpr int kPassed = 0;
constexpr int kFailed = 1;
constexpr int kSkipped = 77;

struct Arguments {
  std::string page;
  TranscriptSettings settings;
  bool may_be_empty = false;
};

Arguments parse_arguments(int argc, char** argv) {
  Arguments arguments;
  for (int i = 1; i < argc; ++i) {
    const std::string_view word = argv[i];
    const bool has_value = i + 1 < argc;
    if (word == "--may-be-empty") {
      arguments.may_be_empty = true;
    } else if (word == "--programs" && has_value) {
      arguments.settings.programs = argv[++i];
    } else if (word == "--source" && has_value) {
      arguments.settings.source_tree = argv[++i];
    } else {
      arguments.page = word;
    }
  }
  const std::string prefix = arguments.settings.source_tree + "/";
  const bool is_below = arguments.page.starts_with(prefix);
  arguments.settings.page_name = is_below ? arguments.page.substr(prefix.size()) : arguments.page;
  return arguments;
}

std::string load(const std::string& path) {
  std::ifstream file{path, std::ios::binary};
  return std::string{std::istreambuf_iterator<char>{file}, {}};
}

void print(std::string_view text) { std::printf("%.*s\n", static_cast<int>(text.size()), text.data()); }

int skip(const std::string& page, const std::string& reason) {
  print("skipped: " + page + ": " + reason);
  log_skipped("transcript", page, reason);
  return kSkipped;
}

int accept(const Arguments& arguments, const std::string& before, const TranscriptResult& result) {
  const std::string reason = "MILEPOST_ACCEPT=1: " + std::to_string(result.failures.size()) + " outputs accepted";
  if (result.accepted_page != before && !result.failures.empty()) {
    std::ofstream file{arguments.page, std::ios::binary};
    file << result.accepted_page;
    file.close();
    if (!file) {
      print("cannot write " + arguments.page);
      return kFailed;
    }
  }
  return skip(arguments.settings.page_name, reason);
}

int report(const Arguments& arguments, const TranscriptResult& result) {
  const auto& page = arguments.settings.page_name;
  for (const auto& failure : result.failures) print(failure);
  for (const auto& reason : result.skipped) log_skipped("transcript", page, reason);
  const int failed = static_cast<int>(result.failures.size());
  log_cases(page, result.commands - failed, failed);
  if (failed > 0) {
    print("MILEPOST_ACCEPT=1 ctest -R transcript takes over what was printed; read the difference before committing.");
    return kFailed;
  }
  if (result.commands > 0) return kPassed;
  if (!result.skipped.empty()) {
    print("skipped: " + result.skipped.front());
    return kSkipped;
  }
  if (arguments.may_be_empty) return kPassed;
  print(page + ": no console block was found, so nothing was tested");
  return kFailed;
}

int run(const Arguments& arguments) {
  const std::string text = load(arguments.page);
  if (text.empty()) {
    print("cannot read " + arguments.page);
    return kFailed;
  }
  const auto transcript = parse_transcript(text);
  for (const auto& error : transcript.errors) print(arguments.settings.page_name + ": " + error);
  if (!transcript.errors.empty()) return kFailed;
  const auto result = run_transcript(transcript, arguments.settings);
  const char* accepts = std::getenv("MILEPOST_ACCEPT");
  if (accepts != nullptr && std::string_view{accepts} == "1") return accept(arguments, text, result);
  return report(arguments, result);
}

}  // namespace
}  // namespace milepost::testing

int main(int argc, char** argv) {
  milepost::testing::fix_environment();
  const auto arguments = milepost::testing::parse_arguments(argc, argv);
  return milepost::testing::run(arguments);
}
