// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// The page of a rule taken apart, for the test that runs it. Blocks with the info string "file:PATH" are documents,
// with the flags of transcripts (crlf, no-eol, escaped); a block "findings" lists what the documents above it give, a
// block "history" what git knows of them, one fact in a line (page_history_for_tests.h).
#pragma once

#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "core/text/markdown.h"

namespace milepost::rules_testing {

using PageFiles = std::map<std::string, std::string>;

struct Page {
  std::string title;
  std::vector<std::string> sections;
  PageFiles bad, good, fixed;
  std::string findings;
  std::string bad_history, good_history;
  std::string options;  // the section
  std::string trouble;
};

inline std::string unescaped(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '\\' || i + 1 == text.size()) {
      out.push_back(text[i]);
    } else if (text[i + 1] == 'x' && i + 3 < text.size()) {
      out.push_back(static_cast<char>(std::stoi(std::string(text.substr(i + 2, 2)), nullptr, 16)));
      i += 3;
    } else {
      ++i;
      out.push_back(text[i] == 'r' ? '\r' : text[i] == 'n' ? '\n' : text[i] == 't' ? '\t' : text[i]);
    }
  }
  return out;
}

class PageReader {
 public:
  explicit PageReader(std::string_view text) : text_(text) { scan_markdown(text, 0, markdown_); }

  Page read() {
    for (const Block& block : markdown_.blocks) {
      if (block.kind == BlockKind::heading) take_heading(block);
      if (block.kind == BlockKind::fenced_code) take_block(block);
    }
    const std::size_t options = text_.find("\n## Options\n");
    if (options != std::string_view::npos) page_.options = text_.substr(options);
    return std::move(page_);
  }

 private:
  void take_heading(const Block& block) {
    const std::string text(slice(text_, block.content));
    if (block.level == 1) page_.title = text;
    if (block.level == 2) page_.sections.push_back(text);
  }

  void take_block(const Block& block) {
    const std::string info(slice(text_, block.content));
    std::string body;
    for (std::uint32_t i = 0; i < block.lines_count; ++i) {
      body.append(slice(text_, markdown_.lines[block.lines_begin + i])).append("\n");
    }
    const std::string section = page_.sections.empty() ? "" : page_.sections.back();
    if (info == "findings") page_.findings += body;
    if (info == "history") (section == "Bad" ? page_.bad_history : page_.good_history) += body;
    if (!info.starts_with("file:")) return;
    PageFiles* files = section == "Bad"    ? &page_.bad
                       : section == "Good" ? &page_.good
                       : section == "Fix"  ? &page_.fixed
                                           : nullptr;
    if (files == nullptr) {
      page_.trouble = "a document under '" + section + "'";
      return;
    }
    const std::size_t end = std::min(info.find(' '), info.size());
    const std::string flags = info.substr(end);
    if (flags.find("escaped") != std::string::npos) body = unescaped(body);
    if (flags.find("no-eol") != std::string::npos) body.pop_back();
    if (flags.find("crlf") != std::string::npos) {
      std::string with_cr;
      for (const char c : body) with_cr.append(c == '\n' ? "\r\n" : std::string(1, c));
      body = with_cr;
    }
    (*files)[info.substr(5, end - 5)] = body;
  }

  std::string_view text_;
  Markdown markdown_;
  Page page_;
};

inline Page read_page(std::string_view text) { return PageReader(text).read(); }

}  // namespace milepost::rules_testing
