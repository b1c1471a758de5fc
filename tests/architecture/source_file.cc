// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "architecture/source_file.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace milepost::architecture {
namespace {

bool is_word(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_'; }

// Blanks literals and comments. Each skip_ function starts at the opening character and stops behind the closing one.
class Blanker {
 public:
  explicit Blanker(std::string_view text) : code_(text) {}

  std::string run() && {
    while (at_ < code_.size()) step();
    return std::move(code_);
  }

 private:
  bool looking_at(std::string_view text) const { return std::string_view{code_}.substr(at_).starts_with(text); }
  char previous() const { return at_ == 0 ? '\n' : code_[at_ - 1]; }

  void step() {
    if (looking_at("//")) {
      blank_until(code_.find('\n', at_));
    } else if (looking_at("/*")) {
      const auto close = code_.find("*/", at_ + 2);
      blank_until(close == std::string::npos ? close : close + 2);
    } else if (looking_at("R\"") && !is_word(previous())) {
      skip_raw_string();
    } else if (code_[at_] == '"' && !is_in_include()) {
      skip_quoted('"');
    } else if (code_[at_] == '\'' && !is_word(previous())) {
      skip_quoted('\'');
    } else {
      ++at_;
    }
  }

  bool is_in_include() const {
    const auto newline = code_.rfind('\n', at_);
    const auto line = std::string_view{code_}.substr(newline == std::string::npos ? 0 : newline + 1);
    return line.starts_with("#include");
  }

  void skip_quoted(char quote) {
    std::size_t end = at_ + 1;
    while (end < code_.size() && code_[end] != quote && code_[end] != '\n') end += code_[end] == '\\' ? 2 : 1;
    blank_until(end + 1);
  }

  void skip_raw_string() {
    const auto open = code_.find('(', at_);
    if (open == std::string::npos) return blank_until(open);
    const std::string close = ")" + code_.substr(at_ + 2, open - at_ - 2) + "\"";
    const auto end = code_.find(close, open);
    blank_until(end == std::string::npos ? end : end + close.size());
  }

  void blank_until(std::size_t end) {
    end = std::min(end, code_.size());
    for (; at_ < end; ++at_) {
      if (code_[at_] != '\n') code_[at_] = ' ';
    }
  }

  std::string code_;
  std::size_t at_ = 0;
};

constexpr std::array<std::string_view, 2> kFolders = {"src", "tests"};

bool is_wanted(const std::filesystem::path& path) {
  return path.extension() == ".h" || path.extension() == ".cc" || path.filename() == "CMakeLists.txt";
}

}  // namespace

std::string load_text(const std::string& path) {
  std::ifstream file{path, std::ios::binary};
  return std::string{std::istreambuf_iterator<char>{file}, {}};
}

std::vector<SourceFile> load_tree(const std::string& repository) {
  std::vector<SourceFile> files;
  const std::filesystem::path root{repository};
  for (const auto folder : kFolders) {
    for (const auto& entry : std::filesystem::recursive_directory_iterator{root / folder}) {
      if (!entry.is_regular_file() || !is_wanted(entry.path())) continue;
      files.push_back({entry.path().lexically_relative(root).generic_string(), load_text(entry.path().string())});
    }
  }
  std::ranges::sort(files, {}, &SourceFile::path);
  return files;
}

std::string code_only(std::string_view text) { return Blanker{text}.run(); }

std::vector<Include> includes_of(const SourceFile& file) {
  std::vector<Include> includes;
  const std::string code = code_only(file.text);
  int line = 1;
  for (std::size_t begin = 0; begin < code.size(); ++line) {
    const auto end = std::min(code.find('\n', begin), code.size());
    const std::string_view text = std::string_view{code}.substr(begin, end - begin);
    begin = end + 1;
    if (!text.starts_with("#include")) continue;
    const auto open = text.find_first_of("<\"");
    if (open == std::string_view::npos) continue;
    const auto close = text.find_first_of(">\"", open + 1);
    includes.push_back({std::string{text.substr(open + 1, close - open - 1)}, text[open] == '"', line});
  }
  return includes;
}

int count_lines(std::string_view text) { return static_cast<int>(std::ranges::count(text, '\n')); }

bool is_header(const SourceFile& file) { return file.path.ends_with(".h"); }
bool is_implementation(const SourceFile& file) { return file.path.ends_with(".cc"); }
bool is_test(const SourceFile& file) {
  return file.path.ends_with("_test.cc") || file.path.ends_with("_for_tests.h") || is_below(file, "tests");
}

bool is_below(const SourceFile& file, std::string_view folder) {
  return file.path.size() > folder.size() && file.path.starts_with(folder) && file.path[folder.size()] == '/';
}

std::string folder_of(std::string_view path) {
  const auto slash = path.rfind('/');
  return std::string{slash == std::string_view::npos ? std::string_view{} : path.substr(0, slash)};
}

std::string component_of(std::string_view path) { return std::string{path.substr(0, path.rfind('.'))}; }

const SourceFile* find_file(const std::vector<SourceFile>& files, std::string_view path) {
  const auto found = std::ranges::find(files, path, &SourceFile::path);
  return found == files.end() ? nullptr : &*found;
}

}  // namespace milepost::architecture
