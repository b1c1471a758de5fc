// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// LabelledScenario: one small workspace of the labelled set as it lies on disk, with its expected.json decoded. It
// knows nothing of the reader under test, so that the labels cannot drift with the implementation. The rules of
// labelling stand in labelled/README.md.
#pragma once

#include <boost/json/object.hpp>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace milepost::labelled {

struct SourceFile {
  std::string path;  // relative to the scenario's tree, '/' separators
  std::string bytes;
};

// An item as the labels state it. `fields` is the raw JSON object: a key that is absent is not compared.
struct ExpectedItem {
  std::string path;
  std::uint32_t line = 0;  // 0: the file's own item
  boost::json::object fields;
};

struct LabelledScenario {
  std::string name;
  std::vector<SourceFile> files;  // every .md file, by path
  std::vector<ExpectedItem> items;
  std::vector<std::string> not_items;  // no item may come from these
  std::vector<std::string> unjudged;   // further items of these files are neither right nor wrong
  std::map<std::string, std::vector<std::string>>
      problems;         // path -> slugs of findings that must be among its problems
  std::string trouble;  // why the scenario could not be loaded; empty when it could
};

// The scenarios below `folder`, by name.
[[nodiscard]] std::vector<LabelledScenario> load_scenarios(const std::filesystem::path& folder);

// "name: reason" lines; '#' starts a comment. Scenarios named here must fail.
[[nodiscard]] std::map<std::string, std::string> load_known_gaps(const std::filesystem::path& file);

}  // namespace milepost::labelled
