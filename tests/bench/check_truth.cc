// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// check_truth: compares the answer of `milepost list --all --json` with the truth file of the tree it was asked about,
// field by field. A figure of speed is only worth something when the answer was right. Prints a Markdown table and the
// first differences; 0 when every field is exact, 1 when one is not, 2 when a file can not be used.
#include <algorithm>
#include <array>
#include <boost/json.hpp>
#include <cstdio>
#include <exception>
#include <fstream>
#include <iterator>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace {

namespace json = boost::json;

constexpr const char* kUsage =
    "usage: check_truth TRUTH.jsonl LIST.json [--unstated DIALECT.FIELD]...\n"
    "  --unstated  documents of this dialect (as the truth file calls it) do not state the field:\n"
    "              the answer must then leave it out\n";
constexpr std::size_t kMostExamples = 5;

struct Tally {
  std::size_t exact = 0, absent = 0, wrong = 0;
  std::vector<std::string> examples;
};

enum class Verdict { exact, absent, wrong };

std::string text_of(const json::value* value) {
  if (value == nullptr || value->is_null()) return {};
  if (value->is_string()) return std::string(value->get_string());
  return json::serialize(*value);
}

// The value at a path of keys; nullptr when a step is missing.
const json::value* at(const json::object& object, std::initializer_list<std::string_view> keys) {
  const json::object* here = &object;
  const json::value* value = nullptr;
  for (const std::string_view key : keys) {
    if (here == nullptr) return nullptr;
    value = here->if_contains(key);
    if (value == nullptr) return nullptr;
    here = value->if_object();
  }
  return value;
}

// Letters and digits in lower case, everything else one blank: "⏳ In_Progress" is "in progress".
std::string words_of(std::string_view text) {
  std::string words;
  for (const char c : text) {
    const bool is_upper = c >= 'A' && c <= 'Z';
    const bool is_word = is_upper || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    if (is_word) words += is_upper ? static_cast<char>(c - 'A' + 'a') : c;
    if (!is_word && !words.empty() && words.back() != ' ') words += ' ';
  }
  if (words.ends_with(' ')) words.pop_back();
  return words;
}

std::string category_of(std::string_view status) {
  static const std::map<std::string, std::string> kCategories{
      {"planned", "planned"}, {"planning", "planned"}, {"open", "planned"},     {"in progress", "active"},
      {"active", "active"},   {"blocked", "blocked"},  {"on hold", "blocked"},  {"completed", "done"},
      {"complete", "done"},   {"done", "done"},        {"archived", "archived"}};
  const auto found = kCategories.find(words_of(status));
  return found == kCategories.end() ? std::string(status) : found->second;
}

std::set<std::string> texts_of(const json::value* list) {
  std::set<std::string> texts;
  if (list == nullptr || !list->is_array()) return texts;
  for (const json::value& entry : list->get_array()) texts.insert(text_of(&entry));
  return texts;
}

struct Field {
  const char* name;                              // in the truth file
  std::initializer_list<std::string_view> keys;  // in the answer
};

const std::array<Field, 11> kFields{{{"id", {"id"}},
                                     {"title", {"title"}},
                                     {"kind", {"kind"}},
                                     {"status", {"status", "category"}},
                                     {"owner", {"owner"}},
                                     {"updated", {"dates", "updated"}},
                                     {"parent", {"parent"}},
                                     {"boxes", {"progress", "boxes", "total"}},
                                     {"boxes_done", {"progress", "boxes", "done"}},
                                     {"rows", {"progress", "tasks", "total"}},
                                     {"rows_done", {"progress", "tasks", "done"}}}};

class Check {
 public:
  explicit Check(std::set<std::string> unstated) : unstated_(std::move(unstated)) {}

  void load_answer(const json::value& answer) {
    for (const json::value& entry : answer.at("data").at("items").get_array()) {
      const json::object& item = entry.get_object();
      ++items_;
      const auto [known, is_new] = by_path_.try_emplace(text_of(item.if_contains("path")), &item);
      if (!is_new && line_of(item) < line_of(*known->second)) known->second = &item;
    }
  }

  void compare(const json::object& truth) {
    ++documents_;
    const std::string path = text_of(truth.if_contains("path"));
    const auto found = by_path_.find(path);
    if (found == by_path_.end()) {
      note(tallies_["(item)"], Verdict::absent, path);
      return;
    }
    note(tallies_["(item)"], Verdict::exact, path);
    const std::string dialect = text_of(truth.if_contains("dialect"));
    for (const Field& field : kFields) {
      const json::value* expected = truth.if_contains(field.name);
      if (expected != nullptr)
        compare_field(path, dialect, field, {text_of(expected), text_of(at(*found->second, field.keys))});
    }
    compare_dependencies(path, dialect, truth, *found->second);
  }

  // Whether everything was exact.
  [[nodiscard]] bool report() const {
    std::printf("%zu documents in the truth, %zu items in the answer\n\n", documents_, items_);
    std::printf("| field | exact | absent | wrong |\n| --- | ---: | ---: | ---: |\n");
    bool is_exact = true;
    for (const auto& [name, tally] : tallies_) {
      std::printf("| %s | %zu | %zu | %zu |\n", name.c_str(), tally.exact, tally.absent, tally.wrong);
      is_exact = is_exact && tally.absent + tally.wrong == 0;
    }
    for (const auto& [name, tally] : tallies_) {
      for (const std::string& example : tally.examples) std::printf("\n%s: %s", name.c_str(), example.c_str());
    }
    std::printf("\n");
    return is_exact;
  }

 private:
  struct Pair {
    std::string expected, answered;
  };

  static std::int64_t line_of(const json::object& item) {
    const json::value* line = item.if_contains("line");
    return line != nullptr && line->is_int64() ? line->get_int64() : 0;
  }

  static void note(Tally& tally, Verdict verdict, const std::string& example) {
    if (verdict == Verdict::exact) ++tally.exact;
    if (verdict == Verdict::absent) ++tally.absent;
    if (verdict == Verdict::wrong) ++tally.wrong;
    if (verdict != Verdict::exact && tally.examples.size() < kMostExamples) tally.examples.push_back(example);
  }

  static Verdict judge(const Pair& pair) {
    if (pair.expected == pair.answered) return Verdict::exact;
    return pair.answered.empty() ? Verdict::absent : Verdict::wrong;
  }

  void compare_field(const std::string& path, const std::string& dialect, const Field& field, Pair pair) {
    const std::string name = field.name;
    if (unstated_.contains(dialect + "." + name)) pair.expected.clear();
    if (name == "status") pair.expected = category_of(pair.expected);
    note(tallies_[name], judge(pair), path + ": expected '" + pair.expected + "', answered '" + pair.answered + "'");
  }

  void compare_dependencies(const std::string& path, const std::string& dialect, const json::object& truth,
                            const json::object& item) {
    const bool is_stated = !unstated_.contains(dialect + ".deps");
    const auto expected = is_stated ? texts_of(truth.if_contains("deps")) : std::set<std::string>{};
    const auto answered = texts_of(item.if_contains("depends_on"));
    const bool is_part = std::ranges::includes(expected, answered);
    const Verdict verdict = expected == answered ? Verdict::exact : is_part ? Verdict::absent : Verdict::wrong;
    std::string example = path + ": expected";
    for (const std::string& id : expected) example += " " + id;
    example += ", answered";
    for (const std::string& id : answered) example += " " + id;
    note(tallies_["deps"], verdict, example);
  }

  std::set<std::string> unstated_;
  std::unordered_map<std::string, const json::object*> by_path_;  // borrows from: the answer
  std::map<std::string, Tally> tallies_;
  std::size_t documents_ = 0, items_ = 0;
};

std::optional<std::string> read_file(const char* path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) return std::nullopt;
  return std::string(std::istreambuf_iterator<char>(in), {});
}

int run(const char* truth_path, const char* answer_path, std::set<std::string> unstated) {
  std::ifstream truth(truth_path, std::ios::binary);
  const auto answer_text = read_file(answer_path);
  if (!truth || !answer_text) {
    std::fprintf(stderr, "check_truth: can not read %s\n", truth ? answer_path : truth_path);
    return 2;
  }
  const json::value answer = json::parse(*answer_text);
  Check check(std::move(unstated));
  check.load_answer(answer);
  for (std::string line; std::getline(truth, line);) {
    if (!line.empty()) check.compare(json::parse(line).get_object());
  }
  return check.report() ? 0 : 1;
}

}  // namespace

int main(int count, char** words) {
  std::set<std::string> unstated;
  std::vector<const char*> files;
  for (int i = 1; i < count; ++i) {
    const bool is_option = std::string_view(words[i]) == "--unstated" && i + 1 < count;
    if (is_option) unstated.insert(words[++i]);
    if (!is_option) files.push_back(words[i]);
  }
  if (files.size() != 2 || std::string_view(files[0]).starts_with("--")) {
    std::fputs(kUsage, stderr);
    return 2;
  }
  try {
    return run(files[0], files[1], std::move(unstated));
  } catch (const std::exception& error) {  // Boost.JSON throws on what is not the expected JSON
    std::fprintf(stderr, "check_truth: %s\n", error.what());
    return 2;
  }
}
