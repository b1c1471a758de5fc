// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>
#include <charconv>

#include "support/transcript/transcript.h"

namespace milepost::testing {
namespace {

constexpr std::array<std::string_view, 3> kDirectives = {"workspace", "needs", "scenario"};

std::vector<std::string_view> split_words(std::string_view text) {
  std::vector<std::string_view> words;
  while (true) {
    const auto begin = text.find_first_not_of(' ');
    if (begin == std::string_view::npos) return words;
    const auto end = std::min(text.find(' ', begin), text.size());
    words.push_back(text.substr(begin, end - begin));
    text.remove_prefix(end);
  }
}

// Length of the run of backticks or tildes that opens a fence, 0 when the line opens none.
std::size_t fence_length(std::string_view line) {
  if (!line.starts_with("```") && !line.starts_with("~~~")) return 0;
  return std::min(line.find_first_not_of(line.front()), line.size());
}

bool closes(std::string_view line, std::string_view open) {
  const auto length = fence_length(line);
  return length >= fence_length(open) && length == line.size() && line.front() == open.front();
}

bool is_safe_path(std::string_view path) {
  return !path.empty() && !path.starts_with('/') && path != ".." && !path.starts_with("../") &&
         path.find("/../") == std::string_view::npos && !path.ends_with("/..");
}

// \r \n \t \\ \xHH; false when another escape is met.
bool unescape(const std::string& text, std::string& bytes) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '\\') {
      bytes += text[i];
      continue;
    }
    const char kind = ++i < text.size() ? text[i] : '\0';
    if (kind == 'r') bytes += '\r';
    if (kind == 'n') bytes += '\n';
    if (kind == 't') bytes += '\t';
    if (kind == '\\') bytes += '\\';
    if (std::string_view{"rnt\\"}.find(kind) != std::string_view::npos) continue;
    unsigned value = 0;
    if (kind != 'x' || i + 2 >= text.size()) return false;
    const auto [end, error] = std::from_chars(&text[i + 1], &text[i + 1] + 2, value, 16);
    if (error != std::errc{} || end != &text[i + 1] + 2) return false;
    bytes += static_cast<char>(value);
    i += 2;
  }
  return true;
}

class PageReader {
 public:
  explicit PageReader(std::string_view page) { page_.lines = split_lines(page); }

  Transcript run() && {
    while (at_ < page_.lines.size()) step(page_.lines[at_]);
    if (!has_scenarios_) page_.scenarios.push_back(preamble_);
    return std::move(page_);
  }

 private:
  Scenario& current() { return has_scenarios_ ? page_.scenarios.back() : preamble_; }
  void error(std::string what) { page_.errors.push_back("line " + std::to_string(at_ + 1) + ": " + std::move(what)); }

  void step(std::string_view line) {
    if (fence_length(line) > 0) return read_block();
    if (line.starts_with("# ") && preamble_.title.empty()) preamble_.title = line.substr(2);
    if (line.starts_with("## ")) begin_scenario(line.substr(3));
    if (line.starts_with("<!-- transcript:")) read_directives(line);
    ++at_;
  }

  void begin_scenario(std::string_view title) {
    const auto found = preamble_.directives.find("scenario");
    if (found != preamble_.directives.end() && found->second == "page") return;
    has_scenarios_ = true;
    page_.scenarios.push_back(preamble_);
    page_.scenarios.back().title = title;
  }

  void read_directives(std::string_view line) {
    const auto end = line.find("-->");
    if (end == std::string_view::npos) return error("the transcript comment must end on its line");
    for (const auto word : split_words(line.substr(16, end - 16))) {
      const auto equals = word.find('=');
      const auto key = word.substr(0, equals);
      if (equals == std::string_view::npos || std::ranges::find(kDirectives, key) == kDirectives.end()) {
        error("unknown directive '" + std::string{word} + "'");
        continue;
      }
      current().directives[std::string{key}] = word.substr(equals + 1);
    }
  }

  void read_block() {
    const std::size_t open = at_;
    const std::string fence = page_.lines[open];
    std::size_t close = open + 1;
    while (close < page_.lines.size() && !closes(page_.lines[close], fence)) ++close;
    if (close == page_.lines.size()) {
      error("this fence is never closed");
      at_ = close;
      return;
    }
    const auto words = split_words(std::string_view{fence}.substr(fence_length(fence)));
    if (!words.empty() && words.front() == "console") read_console(open, close);
    if (!words.empty() && words.front().starts_with("file:")) read_file(words, open, close);
    at_ = close + 1;
  }

  void read_file(const std::vector<std::string_view>& words, std::size_t open, std::size_t close) {
    const auto has_flag = [&](std::string_view flag) { return std::ranges::find(words, flag) != words.end(); };
    FileBlock block{std::string{words.front().substr(5)}, ""};
    if (!is_safe_path(block.path)) error("'" + block.path + "' is not a path inside the directory of the scenario");
    for (std::size_t i = 1; i < words.size(); ++i) {
      if (words[i] != "escaped" && words[i] != "crlf" && words[i] != "no-eol") {
        error("unknown flag '" + std::string{words[i]} + "'");
      }
    }
    std::string text;
    for (std::size_t i = open + 1; i < close; ++i) text += page_.lines[i] + (has_flag("crlf") ? "\r\n" : "\n");
    if (has_flag("no-eol") && !text.empty()) text.resize(text.size() - (has_flag("crlf") ? 2 : 1));
    if (!has_flag("escaped")) {
      block.bytes = text;
    } else if (!unescape(text, block.bytes)) {
      error("an escape is none of \\r \\n \\t \\\\ \\xHH");
    }
    current().steps.emplace_back(std::move(block));
  }

  void read_console(std::size_t open, std::size_t close) {
    Command command;
    bool has_command = false;
    const auto finish = [&](std::size_t end) {
      if (!has_command) return;
      command.expected_end = end;
      command.expected.assign(page_.lines.begin() + static_cast<std::ptrdiff_t>(command.expected_begin),
                              page_.lines.begin() + static_cast<std::ptrdiff_t>(end));
      current().steps.emplace_back(command);
    };
    for (std::size_t i = open + 1; i < close; ++i) {
      const std::string_view line = page_.lines[i];
      if (line.starts_with("$ ")) {
        finish(i);
        command = Command{std::string{line.substr(2)}, {}, i, i + 1, i + 1, open, close};
        has_command = true;
      } else if (has_command && command.expected_begin == i && line.starts_with("> ")) {
        command.text += "\n" + std::string{line.substr(2)};
        command.expected_begin = i + 1;
      } else if (!has_command) {
        error("a console block must begin with a line '$ command'");
        return;
      }
    }
    finish(close);
  }

  Transcript page_;
  Scenario preamble_;
  bool has_scenarios_ = false;
  std::size_t at_ = 0;
};

}  // namespace

std::vector<std::string> split_lines(std::string_view text) {
  std::vector<std::string> lines;
  while (!text.empty()) {
    const auto end = std::min(text.find('\n'), text.size());
    lines.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

Transcript parse_transcript(std::string_view page) { return PageReader{page}.run(); }

}  // namespace milepost::testing
