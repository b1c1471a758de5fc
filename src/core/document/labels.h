// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// Labels of a stretch of blocks: every "label: value" that stands there, in all its carriers: paragraphs, list items,
// quotes, tables of two columns, banners in fences, headings. What a label means is decided later, by the dialect.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "core/document/item.h"
#include "core/text/label_line.h"
#include "core/text/markdown.h"

namespace milepost {

struct PlacedLabel {
  ByteRange label;
  ByteRange value;
  Carrier carrier = Carrier::label;
  std::uint32_t line = 0;          // from 0
  std::uint32_t block = kNoBlock;  // the leaf block that it stands in
};

enum class PlainLabels : std::uint8_t { no, yes };

// Appends the labels of blocks [begin, end). Subtrees are entered; headings are passed over.
void collect_labels(std::string_view bytes, const Markdown& markdown, std::uint32_t begin, std::uint32_t end,
                    PlainLabels plain, std::vector<PlacedLabel>& into);

// A table with three columns or more and a single row is a list of labels that lies on its side.
void collect_row_labels(const Markdown& markdown, std::uint32_t begin, std::uint32_t end,
                        std::vector<PlacedLabel>& into);

// The labels of the footer, which begins at block `begin`; unmarked ones only where a paragraph holds nothing else.
void collect_footer_labels(std::string_view bytes, const Markdown& markdown, std::uint32_t begin,
                           std::vector<PlacedLabel>& into);

// The footer: paragraphs at the very end of the document that hold labels, after the last heading or rule.
[[nodiscard]] std::uint32_t footer_begin(const Markdown& markdown, std::uint32_t not_before);

}  // namespace milepost
