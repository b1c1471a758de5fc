// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// How fast the block scanner goes over a tree of documents that is already in memory. MILEPOST_BENCH_TREE names the
// tree; without it a few made-up documents are scanned. Two figures to read it against: a bare search for line ends
// over the same bytes, which is the floor, and md4c, the fastest parser that we know of, with callbacks that do
// nothing.
#include <benchmark/benchmark.h>
#include <md4c.h>

#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "core/text/front_matter.h"
#include "core/text/markdown.h"

namespace {

std::string made_up_document() {
  std::string text = "# Title\n\nSome words about the plan that go on for a while and end here.\n\n";
  for (int section = 0; section < 12; ++section) {
    text += "## Section\n\n- [ ] one box with `code` and words\n- [x] another box\n  - nested item\n\n";
    text += "| ID | Area | Description | Status |\n| --- | --- | --- | --- |\n";
    for (int row = 0; row < 5; ++row) text += "| A1 | core | make the scanner go as fast as it can | Done |\n";
    text += "\n```sh\nmake test\n```\n\nA paragraph of prose, of the usual length, with an end.\n\n";
  }
  return text;
}

std::vector<std::string> load_documents() {
  std::vector<std::string> documents;
  const char* tree = std::getenv("MILEPOST_BENCH_TREE");
  if (tree == nullptr) {
    documents.assign(200, made_up_document());
    return documents;
  }
  for (const auto& entry : std::filesystem::recursive_directory_iterator(tree)) {
    if (!entry.is_regular_file() || entry.path().extension() != ".md") continue;
    std::ifstream file(entry.path(), std::ios::binary);
    documents.emplace_back(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
  }
  return documents;
}

const std::vector<std::string>& documents() {
  static const std::vector<std::string> kLoaded = load_documents();
  return kLoaded;
}

void count_bytes(benchmark::State& state) {
  std::size_t bytes = 0;
  for (const std::string& text : documents()) bytes += text.size();
  state.SetBytesProcessed(static_cast<std::int64_t>(bytes * state.iterations()));
}

void find_line_ends(benchmark::State& state) {
  for (auto _ : state) {
    std::size_t lines = 0;
    for (const std::string& text : documents()) {
      const char* at = text.data();
      const char* const end = at + text.size();
      while ((at = static_cast<const char*>(std::memchr(at, '\n', static_cast<std::size_t>(end - at)))) != nullptr) {
        ++lines;
        if (++at == end) break;
      }
    }
    benchmark::DoNotOptimize(lines);
  }
  count_bytes(state);
}

void scan_blocks(benchmark::State& state) {
  milepost::Markdown markdown;
  std::size_t blocks = 0;
  for (auto _ : state) {
    for (const std::string& text : documents()) {
      milepost::scan_markdown(text, 0, markdown);
      blocks += markdown.blocks.size();
    }
  }
  benchmark::DoNotOptimize(blocks);
  count_bytes(state);
}

void parse_by_md4c(benchmark::State& state) {
  MD_PARSER parser{};
  parser.flags = MD_FLAG_TABLES | MD_FLAG_TASKLISTS;
  parser.enter_block = [](MD_BLOCKTYPE, void*, void*) { return 0; };
  parser.leave_block = [](MD_BLOCKTYPE, void*, void*) { return 0; };
  parser.enter_span = [](MD_SPANTYPE, void*, void*) { return 0; };
  parser.leave_span = [](MD_SPANTYPE, void*, void*) { return 0; };
  parser.text = [](MD_TEXTTYPE, const MD_CHAR*, MD_SIZE, void*) { return 0; };
  for (auto _ : state)
    for (const std::string& text : documents())
      benchmark::DoNotOptimize(md_parse(text.data(), static_cast<MD_SIZE>(text.size()), &parser, nullptr));
  count_bytes(state);
}

void read_front(benchmark::State& state) {
  milepost::FrontMatter front;
  for (auto _ : state) {
    for (const std::string& text : documents()) {
      milepost::read_front_matter(text, front);
      benchmark::DoNotOptimize(front.nodes.data());
    }
  }
  count_bytes(state);
}

BENCHMARK(find_line_ends);
BENCHMARK(scan_blocks);
BENCHMARK(read_front);
BENCHMARK(parse_by_md4c);

}  // namespace

BENCHMARK_MAIN();
