// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// Dialect files of any bytes: no crash; an error says what is wrong and in which file, and changes nothing; a dialect
// that was taken can be read with.
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

#include "core/document/dialect_set.h"
#include "core/document/document_reader.h"

namespace {

constexpr std::string_view kPath = ".milepost/dialects/boats.toml";
constexpr std::string_view kDocument =
    "---\nid: M1\nstatus: active\n---\n# Milestone 1: Boats\n\n**Owner:** @ines  \n**Target:** 2026-03-01\n\n"
    "## Tasks\n\n- [x] Keel\n- [ ] Mast\n\n| Task | Status |\n|---|---|\n| Sail | done |\n";

void require(bool holds, const char* what) {
  if (holds) return;
  std::fprintf(stderr, "%s\n", what);
  std::abort();
}

const milepost::DialectSet& built_in() {
  static const milepost::DialectSet kSet = milepost::DialectSet::built_in().value();
  return kSet;
}

void read_with(const milepost::DialectSet& set) {
  milepost::DocumentReader reader(set);
  for (const std::string_view path : {"docs/milestones/M1-boats.md", "boats/keel.md"}) {
    static_cast<void>(reader.may_be_document(path));
    const milepost::Document document = reader.read_document(path, kDocument);
    for (const milepost::Section& section : document.sections)
      require(section.body.end <= kDocument.size(), "a section outside the text");
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  milepost::DialectSet set = built_in();
  const auto added = set.add(kPath, {reinterpret_cast<const char*>(data), size});
  if (added) {
    require(set.infos().size() >= built_in().infos().size(), "a dialect is gone");
    read_with(set);
    return 0;
  }
  require(!added.error().message.empty(), "an error without a message");
  require(added.error().place && added.error().place->path == kPath, "an error without its file");
  require(set.fingerprint() == built_in().fingerprint(), "an error changed the set");
  return 0;
}
