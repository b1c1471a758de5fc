// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// make_tree: writes a tree of made-up milestone documents to measure on, and with --truth one JSON line for each of
// them with what a correct reading reports. Nothing that stands in the folder is deleted.
#include <cerrno>
#include <charconv>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>

#include "made_document.h"

namespace {

using milepost::bench::Facts;
using milepost::bench::MadeDocument;

constexpr const char* kUsage = "usage: make_tree FOLDER [--count N] [--seed N] [--truth FILE]\n";

struct Request {
  std::string folder, truth;
  std::uint32_t count = 1000;
  std::uint64_t seed = 1;
};

template <typename Number>
bool read_number(std::string_view text, Number& into) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), into);
  return error == std::errc{} && end == text.data() + text.size();
}

std::optional<Request> parse_arguments(int count, char** words) {
  Request request;
  for (int i = 1; i < count; ++i) {
    const std::string_view word = words[i];
    if (!word.starts_with("--")) {
      if (!request.folder.empty()) return std::nullopt;
      request.folder = word;
      continue;
    }
    if (++i == count) return std::nullopt;
    const std::string_view value = words[i];
    const bool is_known = word == "--truth"   ? (request.truth = value, true)
                          : word == "--count" ? read_number(value, request.count)
                          : word == "--seed"  ? read_number(value, request.seed)
                                              : false;
    if (!is_known) return std::nullopt;
  }
  if (request.folder.empty()) return std::nullopt;
  return request;
}

// The texts hold neither quotes nor control characters.
void write_text(std::ostream& out, const char* name, const std::string& text) {
  out << ",\"" << name << "\":" << (text.empty() ? "null" : "\"" + text + "\"");
}

void write_truth(std::ostream& out, const MadeDocument& made) {
  const Facts& facts = made.facts;
  out << "{\"path\":\"" << facts.path << "\"";
  write_text(out, "id", facts.id);
  write_text(out, "title", facts.title);
  write_text(out, "dialect", facts.dialect);
  write_text(out, "kind", facts.kind);
  write_text(out, "status", facts.status);
  write_text(out, "owner", facts.owner);
  write_text(out, "updated", facts.updated);
  write_text(out, "parent", facts.parent);
  out << ",\"deps\":[";
  for (std::size_t i = 0; i < facts.depends_on.size(); ++i)
    out << (i == 0 ? "\"" : ",\"") << facts.depends_on[i] << "\"";
  out << "],\"boxes\":" << facts.boxes << ",\"boxes_done\":" << facts.boxes_done << ",\"rows\":" << facts.rows
      << ",\"rows_done\":" << facts.rows_done << ",\"size\":" << made.text.size() << "}\n";
}

bool write_file(const std::string& path, const std::string& text) {
  std::error_code ignored;  // the open below reports what went wrong
  std::filesystem::create_directories(std::filesystem::path(path).parent_path(), ignored);
  std::ofstream out(path, std::ios::binary);
  out << text;
  out.close();
  return out.good();
}

int run(const Request& request) {
  std::ofstream truth;
  if (!request.truth.empty()) truth.open(request.truth, std::ios::binary);
  std::uint64_t bytes = 0;
  for (std::uint32_t i = 0; i < request.count; ++i) {
    const MadeDocument made = milepost::bench::make_document(request.seed, i);
    const std::string path = request.folder + "/" + made.facts.path;
    if (!write_file(path, made.text)) {
      std::fprintf(stderr, "make_tree: can not write %s: %s\n", path.c_str(), std::strerror(errno));
      return 5;
    }
    bytes += made.text.size();
    if (truth.is_open()) write_truth(truth, made);
  }
  truth.flush();
  if (!truth.good()) {
    std::fprintf(stderr, "make_tree: can not write %s\n", request.truth.c_str());
    return 5;
  }
  std::printf("%u documents, %llu bytes\n", request.count, static_cast<unsigned long long>(bytes));
  return 0;
}

}  // namespace

int main(int count, char** words) {
  const auto request = parse_arguments(count, words);
  if (request) return run(*request);
  std::fputs(kUsage, stderr);
  return 2;
}
