// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "core/rules/stated_fields.h"

#include "core/text/inline.h"

namespace milepost {

bool speaks_for_document(const Scan& scan, const RawField& field) {
  if (field.carrier == Carrier::body) return false;
  if (field.carrier != Carrier::footer) return true;
  std::uint32_t block = field.block;
  while (block != kNoBlock && block > 0) {
    const BlockKind before = scan.markdown.blocks[--block].kind;
    if (before == BlockKind::thematic_break) return true;
    if (before != BlockKind::paragraph) return false;
  }
  return false;
}

std::string stated_text(const DocumentContext& context, const RawField& field) {
  const auto& nodes = context.reading.scan().front_matter.nodes;
  std::string text = field.node != 0 ? nodes[field.node].value : plain_text(context.text(field.value));
  if (context.reading.values().is_placeholder(text)) text.clear();
  return text;
}

}  // namespace milepost
