// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// The output formats of check, read by the programs that they are made for. A checker that is not installed skips its
// test and says what is missing.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

#include "formats/hostile_tree.h"
#include "support/transcript/run_command.h"

namespace milepost::testing {
namespace {

const std::string kChecker = "node '" MILEPOST_FORMATS_DIR "/read.mjs' ";
const std::string kModules = MILEPOST_CHECKERS "/node_modules/";
const std::string kMultitool = kModules + "@microsoft/sarif-multitool-linux";

class Formats : public ::testing::Test {
 protected:
  CommandOutcome run(const std::string& command) const {
    return run_command(
        "export MILEPOST_CHECKERS='" MILEPOST_CHECKERS "' DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=1; " + command,
        tree_.root(), tree_.base());
  }

  // The file with what `check` says of the tree.
  [[nodiscard]] std::string write(const std::string& format) const {
    std::string file = tree_.base() + "/findings." + format;
    const auto outcome = run("'" MILEPOST_PROGRAM "' check --format " + format + " --output '" + file + "'");
    EXPECT_EQ(outcome.exit_code, 1) << outcome.errors;
    EXPECT_EQ(outcome.output, "");
    return file;
  }

  [[nodiscard]] std::size_t count_findings() const {
    const auto outcome = run("'" MILEPOST_PROGRAM "' check --format short");
    return static_cast<std::size_t>(std::ranges::count(outcome.output, '\n'));
  }

  [[nodiscard]] bool has(const std::string& program) const { return run("command -v " + program).exit_code == 0; }

  [[nodiscard]] bool has_module(const std::string& name) const {
    return has("node") && std::filesystem::exists(kModules + name);
  }

  // What the checker read, "" after a failure of the test.
  [[nodiscard]] std::string read(const std::string& kind, const std::string& file, const std::string& schema = "") {
    const auto outcome = run(kChecker + kind + " '" + file + "' '" + schema + "'");
    EXPECT_EQ(outcome.exit_code, 0) << outcome.output << outcome.errors;
    return outcome.exit_code == 0 ? outcome.output : "";
  }

  [[nodiscard]] static std::size_t count(const std::string& text, const std::string& word) {
    std::size_t found = 0;
    for (std::size_t at = text.find(word); at != std::string::npos; at = text.find(word, at + 1)) ++found;
    return found;
  }

  HostileTree tree_;
};

constexpr const char* kNoModule = "is not installed; `./dev test` installs it where npm and a network are";

TEST_F(Formats, SarifIsAcceptedByItsSchema) {
  const std::string schema = kMultitool + "/sarif-2.1.0.json";
  if (!has_module("ajv") || !std::filesystem::exists(schema)) GTEST_SKIP() << "the schema of SARIF " << kNoModule;
  const std::string read_back = read("json", write("sarif"), schema);
  EXPECT_EQ(count(read_back, "\"ruleIndex\""), count_findings() + 9);  // and one silenced in each document
  EXPECT_EQ(count(read_back, "\"inSource\""), 9);
}

TEST_F(Formats, SarifIsAcceptedByTheMultitoolWithTheRulesOfGitHub) {
  if (!has_module("@microsoft/sarif-multitool-linux")) GTEST_SKIP() << "the SARIF multitool " << kNoModule;
  const std::string verdict = tree_.base() + "/verdict.sarif";
  const auto outcome = run("'" + kMultitool + "/Sarif.Multitool' validate '" + write("sarif") +
                           "' --rule-kind 'Sarif;Ghas' -o '" + verdict + "' --log ForceOverwrite");
  ASSERT_TRUE(std::filesystem::exists(verdict)) << outcome.output << outcome.errors;
  EXPECT_NE(read("verdict", verdict), "");
}

TEST_F(Formats, GitLabReportIsAcceptedByItsSchema) {
  if (!has_module("ajv")) GTEST_SKIP() << "ajv " << kNoModule;
  const std::string read_back = read("json", write("gitlab"), MILEPOST_FORMATS_DIR "/gitlab.schema.json");
  EXPECT_EQ(count(read_back, "\"check_name\""), count_findings());
}

TEST_F(Formats, RdjsonIsAcceptedByItsSchema) {
  if (!has_module("ajv")) GTEST_SKIP() << "ajv " << kNoModule;
  const std::string read_back = read("json", write("rdjson"), MILEPOST_FORMATS_DIR "/rdjson.schema.json");
  EXPECT_EQ(count(read_back, "\"severity\""), count_findings());
}

TEST_F(Formats, JsonIsAcceptedByItsOwnSchema) {
  if (!has_module("ajv")) GTEST_SKIP() << "ajv " << kNoModule;
  const std::string schema = tree_.base() + "/check.schema.json";
  ASSERT_EQ(run("'" MILEPOST_PROGRAM "' schema check > '" + schema + "'").exit_code, 0);
  EXPECT_EQ(count(read("json", write("json"), schema), "\"fingerprint\""), count_findings());
}

TEST_F(Formats, JunitIsReadByJunit2json) {
  if (!has_module("junit2json")) GTEST_SKIP() << "junit2json " << kNoModule;
  const std::string read_back = read("junit", write("junit"));
  EXPECT_EQ(count(read_back, "\"testcase\""), 9);
  EXPECT_NE(read_back.find("M5-line\\nbreak.md"), std::string::npos);
}

TEST_F(Formats, XmlIsWellFormedAndOfItsSchema) {
  if (!has("xmllint")) GTEST_SKIP() << "xmllint is not installed (libxml2-utils)";
  for (const std::string format : {"junit", "checkstyle"}) {
    const auto outcome =
        run("xmllint --noout --nonet --schema '" MILEPOST_FORMATS_DIR "/" + format + ".xsd' '" + write(format) + "'");
    EXPECT_EQ(outcome.exit_code, 0) << outcome.errors;
  }
}

TEST_F(Formats, VimReadsEveryLineAsAPlace) {
  if (!has("vim") || run("vim --version | grep -q +quickfix").exit_code != 0)
    GTEST_SKIP() << "a Vim with quickfix is not installed (vim)";
  const std::string list = tree_.base() + "/quickfix.txt";
  const auto outcome = run("export MILEPOST_FINDINGS='" + write("short") + "' MILEPOST_QUICKFIX='" + list +
                           "'; vim -N -u NONE -es -S '" MILEPOST_FORMATS_DIR "/quickfix.vim' </dev/null");
  std::ifstream stream(list);
  std::stringstream text;
  text << stream.rdbuf();
  EXPECT_EQ(static_cast<std::size_t>(std::ranges::count(text.str(), '\n')), count_findings()) << outcome.errors;
}

TEST_F(Formats, EmacsReadsEveryLineAsAPlace) {
  if (!has("emacs")) GTEST_SKIP() << "Emacs is not installed (emacs-nox)";
  const auto outcome = run("export MILEPOST_FINDINGS='" + write("short") +
                           "'; emacs -Q --batch --load '" MILEPOST_FORMATS_DIR "/compilation.el'");
  EXPECT_EQ(outcome.output, std::to_string(count_findings())) << outcome.errors;
}

}  // namespace
}  // namespace milepost::testing
