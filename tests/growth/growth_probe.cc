// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// Run below callgrind by growth_test.cc: reads each shape at three sizes and has the instructions of each reading
// written down under "reader shape size". Without callgrind it only reads.
#include <valgrind/callgrind.h>

#include <array>
#include <cstddef>
#include <cstdio>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/document/corpus.h"
#include "core/document/dialect_set.h"
#include "core/document/document_reader.h"
#include "core/text/inline.h"
#include "growth/growth.h"
#include "growth/shapes.h"

namespace {

using milepost::DialectSet;

const DialectSet& dialects() {
  static const DialectSet kSet = DialectSet::built_in().value();
  return kSet;
}

// All that `show` and `list` do with a text: blocks, front matter, labels, values, records, links.
void read_document(std::string_view text) {
  milepost::DocumentReader reader(dialects());
  milepost::Document document = reader.read_document("docs/milestones/M1-boats.md", text);
  std::vector<milepost::DocumentSummary> documents(1);
  documents.front().path = std::move(document.path);
  documents.front().items = std::move(document.items);
  static_cast<void>(milepost::Corpus::build(std::move(documents)));
}

// The whole text as one paragraph.
void read_inlines(std::string_view text) {
  std::vector<milepost::Inline> found;
  milepost::scan_inlines(text, {0, static_cast<milepost::ByteOffset>(text.size())}, found);
  static_cast<void>(milepost::plain_text(text));
}

struct Reader {
  const char* name;
  void (*read)(std::string_view text);
};

constexpr std::array kReaders{Reader{"document", read_document}, Reader{"inlines", read_inlines}};

void probe(const Reader& reader, const milepost::testing::Shape& shape, std::size_t size) {
  const std::string text = milepost::testing::make_text(shape, size);
  const std::string name = std::string(reader.name) + " " + std::string(shape.name) + " " + std::to_string(size);
  CALLGRIND_ZERO_STATS;
  reader.read(text);
  CALLGRIND_DUMP_STATS_AT(name.c_str());
}

}  // namespace

// growth_probe [SHAPE]
int main(int argc, char** argv) {
  const std::string_view wanted = argc > 1 ? argv[1] : "";
  read_document("# M1: what is made once for all is made here\n");
  for (const milepost::testing::Shape& shape : milepost::testing::shapes()) {
    if (!wanted.empty() && shape.name != wanted) continue;
    for (const Reader& reader : kReaders)
      for (const std::size_t size : milepost::testing::kSizes) probe(reader, shape, size);
  }
  return 0;
}
