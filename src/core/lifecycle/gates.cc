// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "core/lifecycle/gates.h"

#include <algorithm>
#include <array>

#include "core/lifecycle/box_writer.h"
#include "core/text/inline.h"

namespace milepost {
namespace {

// The innermost section that holds the byte, nullptr above the first heading.
const Section* section_at(const Document& document, ByteOffset offset) {
  const Section* found = nullptr;
  for (const Section& section : document.sections) {
    if (section.heading.begin > offset) break;
    if (section.body.contains(offset)) found = &section;
  }
  return found;
}

bool is_open_box(const ParsedDocument& document, const Block& block) {
  if (block.kind != BlockKind::list_item || block.box == kNoOffset) return false;
  return document.source.bytes()[block.box] == ' ';
}

// The words behind the box, on its line, as written.
std::string_view text_behind(const ParsedDocument& document, const Block& block) {
  return document.source.slice({std::min(block.box + 2, block.content.end), block.content.end});
}

Gate about_item(GateKind kind, const Corpus& corpus, ItemKey key) {
  const Item& item = corpus.item(key);
  Gate gate{kind, corpus.document_of(key).path, item.line, corpus.name_of(key), {}};
  if (item.title && item.title->value != gate.text) gate.text += " " + item.title->value;
  return gate;
}

bool is_settled(const Item& item) {
  if (!item.status) return false;
  const StatusCategory category = item.status->value.category;
  return category == StatusCategory::done || category == StatusCategory::archived ||
         category == StatusCategory::cancelled;
}

}  // namespace

std::vector<Gate> find_open_boxes(const ParsedDocument& document, std::size_t item) {
  std::vector<Gate> gates;
  const ByteRange range = document.document.items[item].range;
  const std::vector<Block>& blocks = document.markdown.blocks;
  for (std::uint32_t i = 0; i < blocks.size(); ++i) {
    const Block& block = blocks[i];
    if (block.kind == BlockKind::block_quote) {
      i = block.end - 1;
      continue;
    }
    const bool inside = item == 0 || range.contains(block.range.begin);
    if (!inside || !is_open_box(document, block) || is_deferred(text_behind(document, block))) continue;
    const Section* section = section_at(document.document, block.range.begin);
    if (section != nullptr && !section->counts && !section->gates) continue;
    const GateKind kind = section != nullptr && section->gates ? GateKind::criterion : GateKind::task;
    gates.push_back({kind, document.document.path, block.line + 1, plain_text(text_behind(document, block)),
                     section == nullptr ? std::string() : section->title});
  }
  return gates;
}

std::vector<Gate> find_open_blockers(const Corpus& corpus, ItemKey key) {
  std::vector<Gate> gates;
  for (const ItemKey other : corpus.links(key).depends_on)
    if (!is_settled(corpus.item(other))) gates.push_back(about_item(GateKind::blocker, corpus, other));
  return gates;
}

std::vector<Gate> find_open_children(const Corpus& corpus, ItemKey key) {
  std::vector<Gate> gates;
  for (const ItemKey child : corpus.links(key).children)
    if (is_open(corpus.item(child))) gates.push_back(about_item(GateKind::child, corpus, child));
  return gates;
}

const char* to_string(GateKind kind) {
  static constexpr std::array<const char*, 4> kNames{"criterion", "task", "blocker", "child"};
  return kNames[static_cast<std::size_t>(kind)];
}

}  // namespace milepost
