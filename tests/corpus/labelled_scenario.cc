// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "corpus/labelled_scenario.h"

#include <algorithm>
#include <boost/json.hpp>
#include <fstream>
#include <iterator>
#include <string_view>

namespace milepost::labelled {
namespace {

namespace fs = std::filesystem;
namespace json = boost::json;

std::string load_bytes(const fs::path& file) {
  std::ifstream stream(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

std::string to_text(const json::value& value) { return std::string(std::string_view(value.as_string())); }

std::vector<std::string> to_texts(const json::object& from, std::string_view key) {
  std::vector<std::string> texts;
  const json::value* list = from.if_contains(key);
  if (list == nullptr) return texts;
  for (const json::value& entry : list->as_array()) texts.push_back(to_text(entry));
  return texts;
}

ExpectedItem to_item(const json::object& from) {
  ExpectedItem item;
  item.path = to_text(from.at("path"));
  if (const json::value* line = from.if_contains("line")) item.line = line->to_number<std::uint32_t>();
  item.fields = from;
  item.fields.erase("path");
  item.fields.erase("line");
  return item;
}

void decode_expected(const json::object& root, LabelledScenario& into) {
  for (const json::value& item : root.at("items").as_array()) into.items.push_back(to_item(item.as_object()));
  into.not_items = to_texts(root, "not_items");
  into.unjudged = to_texts(root, "unjudged");
  const json::value* problems = root.if_contains("problems");
  if (problems == nullptr) return;
  for (const auto& entry : problems->as_object()) {
    into.problems[std::string(std::string_view(entry.key()))] = to_texts(problems->as_object(), entry.key());
  }
}

std::vector<SourceFile> load_tree(const fs::path& tree) {
  std::vector<SourceFile> files;
  std::error_code error;
  for (fs::recursive_directory_iterator entry(tree, error), end; entry != end; entry.increment(error)) {
    std::string extension = entry->path().extension().string();
    std::ranges::transform(extension, extension.begin(),
                           [](char c) { return c >= 'A' && c <= 'Z' ? char(c + 32) : c; });
    if (!entry->is_regular_file(error) || extension != ".md") continue;
    files.push_back({fs::relative(entry->path(), tree, error).generic_string(), load_bytes(entry->path())});
  }
  std::ranges::sort(files, {}, &SourceFile::path);
  return files;
}

// A label about a file that is not there would never be compared: that is a broken label, not a pass.
std::string find_stray_label(const LabelledScenario& scenario) {
  auto known = [&](const std::string& path) {
    return std::ranges::find(scenario.files, path, &SourceFile::path) != scenario.files.end();
  };
  for (const ExpectedItem& item : scenario.items) {
    if (!known(item.path)) return "label about a missing file: " + item.path;
  }
  for (const std::string& path : scenario.not_items) {
    if (!known(path)) return "label about a missing file: " + path;
  }
  return {};
}

LabelledScenario load_scenario(const fs::path& folder) {
  LabelledScenario scenario;
  scenario.name = folder.filename().string();
  scenario.files = load_tree(folder / "tree");
  try {
    decode_expected(json::parse(load_bytes(folder / "expected.json")).as_object(), scenario);
    scenario.trouble = find_stray_label(scenario);
  } catch (const std::exception& error) {
    scenario.trouble = std::string("expected.json: ") + error.what();
  }
  return scenario;
}

}  // namespace

std::vector<LabelledScenario> load_scenarios(const fs::path& folder) {
  std::vector<LabelledScenario> scenarios;
  std::error_code error;
  for (const fs::directory_entry& entry : fs::directory_iterator(folder, error)) {
    if (entry.is_directory(error)) scenarios.push_back(load_scenario(entry.path()));
  }
  std::ranges::sort(scenarios, {}, &LabelledScenario::name);
  return scenarios;
}

std::map<std::string, std::string> load_known_gaps(const fs::path& file) {
  std::map<std::string, std::string> gaps;
  std::ifstream stream(file);
  for (std::string line; std::getline(stream, line);) {
    const std::size_t colon = line.find(':');
    if (line.empty() || line.front() == '#' || colon == std::string::npos) continue;
    gaps[line.substr(0, colon)] = line.substr(line.find_first_not_of(' ', colon + 1));
  }
  return gaps;
}

}  // namespace milepost::labelled
