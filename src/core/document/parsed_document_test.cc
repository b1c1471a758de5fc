// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "core/document/parsed_document.h"

#include <gtest/gtest.h>

namespace milepost {
namespace {

TEST(ParsedDocument, HoldsBytesStructureAndMeaningOfOneDocument) {
  const auto dialects = DialectSet::built_in();
  ASSERT_TRUE(dialects);
  DocumentReader reader(*dialects);
  const ParsedDocument parsed =
      parse_document(reader, "docs/milestones/M1-harbour.md", "# M1: Harbour\n\n**Status:** Planned\n\n- [ ] Quay\n");
  ASSERT_NE(parsed.dialect, nullptr);
  EXPECT_EQ(parsed.dialect->name, parsed.document.recognition.dialect);
  ASSERT_EQ(parsed.outline.headings.size(), 1U);
  EXPECT_EQ(parsed.source.slice(parsed.outline.headings[0].text), "M1: Harbour");
  ASSERT_TRUE(parsed.document.items.at(0).status);
  EXPECT_EQ(parsed.source.slice(parsed.document.items[0].status->where), "Planned");
}

TEST(ParsedDocument, AnUnknownDocumentHasStructureButNoDialect) {
  const auto dialects = DialectSet::built_in();
  ASSERT_TRUE(dialects);
  DocumentReader reader(*dialects);
  const ParsedDocument parsed = parse_document(reader, "notes.md", "# Letters\n\nNothing is planned.\n");
  EXPECT_EQ(parsed.dialect, nullptr);
  EXPECT_EQ(parsed.outline.headings.size(), 1U);
  EXPECT_TRUE(parsed.document.items.empty());
}

}  // namespace
}  // namespace milepost
