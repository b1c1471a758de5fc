// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "core/lifecycle/edit_mask.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "core/base/ascii.h"
#include "core/document/fold.h"
#include "core/document/labels.h"

namespace milepost {
namespace {

constexpr std::size_t kMostCompared = 4'000'000;  // pairs of lines

std::string role_under(const Dialect& dialect, const WordMap<FieldRule>& rules, std::string_view word) {
  const auto found = rules.find(fold_words(word));
  return found == rules.end() ? std::string{} : std::string(role_name(dialect, found->second.role));
}

std::uint32_t heading_of_item(const ParsedDocument& parsed, std::size_t item) {
  if (item == 0) return parsed.outline.title;
  if (item >= parsed.document.items.size()) return kNoBlock;
  for (std::uint32_t i = 0; i < parsed.outline.headings.size(); ++i)
    if (parsed.outline.headings[i].line + 1 == parsed.document.items[item].line) return i;
  return kNoBlock;
}

// Labels under the heading of an inner item.
std::vector<ByteRange> places_under_heading(const ParsedDocument& parsed, const IntendedChange& change) {
  std::vector<ByteRange> places;
  const std::uint32_t heading = heading_of_item(parsed, change.item);
  if (heading == kNoBlock) return places;
  std::vector<PlacedLabel> labels;
  collect_labels(parsed.source.bytes(), parsed.markdown, parsed.outline.headings[heading].block + 1,
                 own_blocks_end(parsed.outline, heading), PlainLabels::yes, labels);
  const std::string role = intended_role(*parsed.dialect, change);
  const bool by_label = change.what.starts_with("label:");
  for (const PlacedLabel& label : labels) {
    const std::string_view name = parsed.source.slice(label.label);
    const std::string_view bare = name.substr(0, name.find('('));
    const bool fits = by_label
                          ? fold_words(name) == fold_words(change.what.substr(6))
                          : role_under(*parsed.dialect, parsed.dialect->labels, name) == role ||
                                (!bare.empty() && role_under(*parsed.dialect, parsed.dialect->labels, bare) == role);
    if (fits) places.push_back(label.value);
  }
  return places;
}

// One document with replacements that are gathered and then applied.
class Masker {
 public:
  explicit Masker(const ParsedDocument& parsed) : parsed_(parsed), bytes_(parsed.source.bytes()) {}

  void mask_field(const IntendedChange& change) {
    const std::string role = intended_role(*parsed_.dialect, change);
    if (change.what.starts_with("key:")) {
      if (const std::uint32_t node = node_of_path(parsed_.front_matter, std::string_view(change.what).substr(4));
          node != 0)
        mask_node(node);
      return;
    }
    for (const ByteRange place : intended_places(parsed_, change)) mask_place(place);
    const std::uint32_t heading = heading_of_item(parsed_, change.item);
    if (heading == kNoBlock || change.item >= parsed_.document.items.size()) return;
    const ByteRange text = parsed_.outline.headings[heading].text;
    const Item& item = parsed_.document.items[change.item];
    const bool in_heading = item.status && item.status->carrier == Carrier::heading && item.status->where == text;
    if (role == "title" || role == "id" || (role == "status" && in_heading)) mask(text);
  }

  void mask_box(ByteOffset box) {
    mask({box, box + 1});
    ByteOffset end = box;
    while (end < bytes_.size() && bytes_[end] != '\n' && bytes_[end] != '\r') ++end;
    const std::string_view line = bytes_.substr(box, end - box);
    const std::size_t last = line.find_last_not_of(" \t\\");
    if (last == std::string_view::npos || line[last] != ')') return;
    std::size_t at = line.rfind("(deferred");
    if (at == std::string_view::npos) return;
    while (at > 0 && is_blank(line[at - 1])) --at;
    replacements_[box + static_cast<ByteOffset>(at)] = {box + static_cast<ByteOffset>(last) + 1, ""};
  }

  void mask_cell(std::uint32_t row, std::uint32_t column) {
    const Block& block = parsed_.markdown.blocks[row];
    masked_cells_.insert(block.cells_begin + column);
    tables_.insert(block.parent);
  }
  void touch_table(std::uint32_t table) { tables_.insert(table); }

  [[nodiscard]] std::vector<MaskedLine> lines() {
    for (const std::uint32_t table : tables_) draw_table(table);
    return split();
  }

 private:
  struct Replacement {
    ByteOffset end = 0;
    std::string text;
  };

  void mask(ByteRange range) {
    replacements_.insert_or_assign(range.begin, Replacement{range.end, std::string(1, kMask)});
  }

  void mask_node(std::uint32_t index) {
    const std::vector<YamlNode>& nodes = parsed_.front_matter.nodes;
    const YamlNode& node = nodes[index];
    const auto colon = static_cast<ByteOffset>(bytes_.find(':', node.key_range.end)) + 1;
    if (node.kind == YamlKind::sequence && node.style == YamlStyle::block) {
      replacements_.insert_or_assign(colon, Replacement{colon, std::string(" ") + kMask});
      for (std::uint32_t i = index + 1; i < node.end; i = nodes[i].end) mask(nodes[i].range);
      return;
    }
    const bool is_word = node.kind == YamlKind::scalar || (node.kind == YamlKind::null && !node.range.empty());
    ByteRange range{is_word ? node.range.begin : colon, std::max(node.range.end, colon)};
    std::string text(1, kMask);
    if (!is_word) text.insert(0, 1, ' ');
    replacements_.insert_or_assign(range.begin, Replacement{range.end, std::move(text)});
  }

  void mask_place(ByteRange place) {
    for (std::uint32_t i = 1; i < parsed_.front_matter.nodes.size(); ++i)
      if (parsed_.front_matter.nodes[i].range == place && parsed_.front_matter.nodes[i].parent == 0)
        return mask_node(i);
    for (std::uint32_t i = 0; i < parsed_.markdown.blocks.size(); ++i) {
      const Block& block = parsed_.markdown.blocks[i];
      if (place.begin < block.range.begin || place.end > block.range.end) continue;
      if (block.kind == BlockKind::fenced_code) return mask_frame(place);
      if (block.kind == BlockKind::table_row) return mask_cell_at(i, place);
    }
    // Blanks before the value are the writer's when there was no value, the author's else; the separator is either.
    while (place.empty() && place.begin > 0 && is_blank(bytes_[place.begin - 1]))
      place = {place.begin - 1, place.begin - 1};
    if (place.empty())
      replacements_.insert_or_assign(place.begin, Replacement{place.end, std::string(" ") + kMask});
    else
      mask(place);
  }

  void mask_cell_at(std::uint32_t row, ByteRange place) {
    const Block& block = parsed_.markdown.blocks[row];
    for (std::uint32_t i = 0; i < block.cells_count; ++i)
      if (parsed_.markdown.cells[block.cells_begin + i] == place) mask_cell(row, i);
  }

  // What the value gains, the blanks up to the frame lose.
  void mask_frame(ByteRange place) {
    while (place.end < bytes_.size() && is_blank(bytes_[place.end])) ++place.end;
    mask(place);
  }

  // Rows as their cells without padding, the delimiter row by its colons.
  void draw_table(std::uint32_t table) {
    const std::vector<Block>& blocks = parsed_.markdown.blocks;
    for (std::uint32_t i = table + 1; i < blocks[table].end; ++i) {
      std::string text = "|";
      for (std::uint32_t k = 0; k < blocks[i].cells_count; ++k) {
        const std::uint32_t cell = blocks[i].cells_begin + k;
        text += masked_cells_.contains(cell) ? std::string(1, kMask)
                                             : std::string(parsed_.source.slice(parsed_.markdown.cells[cell]));
        text += '|';
      }
      replace_line(blocks[i].range.begin, std::move(text));
      if ((blocks[i].flags & kHeaderRow) != 0) draw_delimiter(blocks[i].line + 1);
    }
  }

  void draw_delimiter(std::uint32_t line) {
    const ByteRange range = parsed_.source.line(line);
    std::string text;
    for (const char c : parsed_.source.slice(range))
      if (!is_blank(c) && (c != '-' || !text.ends_with('-'))) text += c;
    replace_line(range.begin, std::move(text));
  }

  void replace_line(ByteOffset begin, std::string text) {
    ByteOffset end = begin;
    while (end < bytes_.size() && bytes_[end] != '\n' && bytes_[end] != '\r') ++end;
    replacements_.erase(replacements_.lower_bound(begin), replacements_.lower_bound(end));
    replacements_.insert_or_assign(begin, Replacement{end, std::move(text)});
  }

  [[nodiscard]] std::vector<MaskedLine> split() const {
    std::vector<MaskedLine> lines(1);
    auto next = replacements_.begin();
    for (ByteOffset at = 0; at < bytes_.size();) {
      while (next != replacements_.end() && next->first < at) ++next;
      if (next != replacements_.end() && next->first == at) {
        lines.back().text += next->second.text;
        const bool is_insertion = next->second.end == at;
        at = next->second.end;
        ++next;
        if (!is_insertion || at == bytes_.size()) continue;
      }
      const char c = bytes_[at++];
      if (c != '\n' && c != '\r') {
        lines.back().text += c;
        continue;
      }
      lines.back().eol = c;
      if (c == '\r' && at < bytes_.size() && bytes_[at] == '\n') lines.back().eol += bytes_[at++];
      lines.back().end = at;
      lines.push_back({{}, {}, at, at});
    }
    if (next != replacements_.end() && next->first == bytes_.size()) lines.back().text += next->second.text;
    lines.back().end = static_cast<ByteOffset>(bytes_.size());
    if (lines.back().text.empty()) lines.pop_back();
    return lines;
  }

  const ParsedDocument& parsed_;
  std::string_view bytes_;  // borrows from: parsed_
  std::map<ByteOffset, Replacement> replacements_;
  std::set<std::uint32_t> masked_cells_;
  std::set<std::uint32_t> tables_;
};

std::vector<std::uint32_t> blocks_of(const ParsedDocument& parsed, BlockKind kind) {
  std::vector<std::uint32_t> found;
  for (std::uint32_t i = 0; i < parsed.markdown.blocks.size(); ++i)
    if (parsed.markdown.blocks[i].kind == kind) found.push_back(i);
  return found;
}

// The row that stood on `line`, by its number among all rows; only the cells that differ are masked.
void mask_row(const ParsedDocument& before, const ParsedDocument& after, std::uint32_t line,
              std::pair<Masker&, Masker&> maskers) {
  const std::vector<std::uint32_t> old_rows = blocks_of(before, BlockKind::table_row);
  const std::vector<std::uint32_t> new_rows = blocks_of(after, BlockKind::table_row);
  for (std::size_t i = 0; i < old_rows.size() && i < new_rows.size(); ++i) {
    const Block& old_row = before.markdown.blocks[old_rows[i]];
    const Block& new_row = after.markdown.blocks[new_rows[i]];
    if (old_row.line + 1 != line || old_row.cells_count != new_row.cells_count) continue;
    for (std::uint32_t k = 0; k < old_row.cells_count; ++k) {
      const std::string_view old_cell = before.source.slice(before.markdown.cells[old_row.cells_begin + k]);
      const std::string_view new_cell = after.source.slice(after.markdown.cells[new_row.cells_begin + k]);
      if (old_cell == new_cell) continue;
      maskers.first.mask_cell(old_rows[i], k);
      maskers.second.mask_cell(new_rows[i], k);
    }
  }
}

// Tables that have another number of rows afterwards may be drawn anew.
void touch_grown_tables(const ParsedDocument& before, const ParsedDocument& after,
                        std::pair<Masker&, Masker&> maskers) {
  const std::vector<std::uint32_t> old_tables = blocks_of(before, BlockKind::table);
  const std::vector<std::uint32_t> new_tables = blocks_of(after, BlockKind::table);
  for (std::size_t i = 0; i < old_tables.size() && i < new_tables.size(); ++i) {
    const Block& old_table = before.markdown.blocks[old_tables[i]];
    const Block& new_table = after.markdown.blocks[new_tables[i]];
    if (old_table.end - old_tables[i] == new_table.end - new_tables[i]) continue;
    maskers.first.touch_table(old_tables[i]);
    maskers.second.touch_table(new_tables[i]);
  }
}

bool same_line(const MaskedLine& a, const MaskedLine& b) {
  // The last line may get or lose its ending when lines are added behind it; the proof looks at that by itself.
  if (a.text == b.text) return a.eol == b.eol || a.eol.empty() || b.eol.empty();
  if (a.text.find(kMask) == std::string::npos || b.text.find(kMask) == std::string::npos) return false;
  // A field that was empty or becomes so: the one blank before or behind the value may come and go.
  const auto bare = [](std::string_view text) {
    std::string out;
    for (const char c : text) {
      if (c == kMask)
        while (!out.empty() && is_blank(out.back())) out.pop_back();
      out += c;
    }
    return out;
  };
  std::string left = bare(a.text);
  std::string right = bare(b.text);
  if (left.ends_with(std::string{kMask, ' '})) left.pop_back();
  if (right.ends_with(std::string{kMask, ' '})) right.pop_back();
  const bool had_none = a.text.find(std::string{' ', kMask}) != std::string::npos ||
                        b.text.find(std::string{' ', kMask}) != std::string::npos;
  return had_none && left == right;
}

}  // namespace

std::string intended_role(const Dialect& dialect, const IntendedChange& change) {
  const std::string_view what = change.what;
  if (what.starts_with("key:")) return role_under(dialect, dialect.keys, what.substr(4));
  if (what.starts_with("label:")) return role_under(dialect, dialect.labels, what.substr(6));
  return is_field_change(change) ? std::string(what) : std::string{};
}

bool is_field_change(const IntendedChange& change) {
  static constexpr std::array<std::string_view, 7> kOthers{"box", "row",  "lost_row", "section",
                                                           "log", "link", "mention"};
  return std::ranges::find(kOthers, change.what) == kOthers.end();
}

std::vector<ByteRange> intended_places(const ParsedDocument& parsed, const IntendedChange& change) {
  if (change.item != 0) return places_under_heading(parsed, change);
  std::vector<ByteRange> places;
  const std::string role = intended_role(*parsed.dialect, change);
  const bool by_label = change.what.starts_with("label:");
  for (const FieldValue& field : parsed.document.fields) {
    const bool fits = by_label ? field.carrier != Carrier::front_matter &&
                                     fold_words(field.label) == fold_words(change.what.substr(6))
                               : !role.empty() && field.role == role;
    if (fits) places.push_back(field.where);
  }
  // The first line under a heading of status holds its labels; the labels are the places.
  std::erase_if(places, [&](ByteRange outer) {
    return std::ranges::any_of(places, [&](ByteRange inner) {
      return inner != outer && outer.begin <= inner.begin && inner.end <= outer.end && inner.size() < outer.size();
    });
  });
  return places;
}

std::uint32_t node_of_path(const FrontMatter& front_matter, std::string_view path) {
  std::uint32_t at = 0;
  while (!path.empty() && !front_matter.nodes.empty()) {
    const std::size_t dot = std::min(path.find('.'), path.size());
    const std::string_view key = path.substr(0, dot);
    std::uint32_t found = 0;
    for (std::uint32_t i = at + 1; i < front_matter.nodes[at].end && found == 0; i = front_matter.nodes[i].end)
      if (front_matter.nodes[i].key == key) found = i;
    for (std::uint32_t i = at + 1; i < front_matter.nodes[at].end && found == 0; i = front_matter.nodes[i].end)
      if (fold_words(front_matter.nodes[i].key) == fold_words(key)) found = i;
    if (found == 0) return 0;
    at = found;
    path.remove_prefix(std::min(dot + 1, path.size()));
  }
  return at;
}

std::vector<ByteOffset> counted_boxes(const ParsedDocument& parsed) {
  std::vector<ByteOffset> boxes;
  const std::vector<Block>& blocks = parsed.markdown.blocks;
  for (std::uint32_t i = 0; i < blocks.size(); ++i) {
    if (blocks[i].kind == BlockKind::block_quote)
      i = blocks[i].end - 1;
    else if (blocks[i].kind == BlockKind::list_item && blocks[i].box != kNoOffset)
      boxes.push_back(blocks[i].box);
  }
  return boxes;
}

MaskedPair mask_documents(const ParsedDocument& before, const ParsedDocument& after,
                          std::span<const IntendedChange> intended) {
  Masker old_masker(before);
  Masker new_masker(after);
  const std::vector<ByteOffset> old_boxes = counted_boxes(before);
  const std::vector<ByteOffset> new_boxes = counted_boxes(after);
  std::set<std::uint32_t> box_lines;
  for (const IntendedChange& change : intended)
    if (change.what == "box") box_lines.insert(change.line);
  for (std::size_t i = 0; i < old_boxes.size() && old_boxes.size() == new_boxes.size() && !box_lines.empty(); ++i) {
    if (!box_lines.contains(before.source.position(old_boxes[i]).line)) continue;
    old_masker.mask_box(old_boxes[i]);
    new_masker.mask_box(new_boxes[i]);
  }
  bool grows = false;
  for (const IntendedChange& change : intended) {
    if (is_field_change(change)) {
      old_masker.mask_field(change);
      new_masker.mask_field(change);
    }
    if (change.what == "row" && change.line != 0) mask_row(before, after, change.line, {old_masker, new_masker});
    grows = grows || change.what == "log" || (change.what == "row" && change.line == 0) || is_field_change(change);
  }
  if (grows) touch_grown_tables(before, after, {old_masker, new_masker});
  return {old_masker.lines(), new_masker.lines()};
}

std::vector<Hunk> find_hunks(const MaskedPair& pair) {
  const std::vector<MaskedLine>& a = pair.before;
  const std::vector<MaskedLine>& b = pair.after;
  std::size_t head = 0;
  while (head < a.size() && head < b.size() && same_line(a[head], b[head])) ++head;
  std::size_t tail = 0;
  while (tail < a.size() - head && tail < b.size() - head && same_line(a[a.size() - 1 - tail], b[b.size() - 1 - tail]))
    ++tail;
  const std::size_t rows = a.size() - head - tail;
  const std::size_t columns = b.size() - head - tail;
  if (rows == 0 && columns == 0) return {};
  if (rows == 0 || columns == 0 || rows * columns > kMostCompared) return {{head, head + rows, head, head + columns}};
  // Longest common subsequence, from the end.
  std::vector<std::uint32_t> common((rows + 1) * (columns + 1));
  const auto at = [&](std::size_t i, std::size_t j) -> std::uint32_t& { return common[i * (columns + 1) + j]; };
  for (std::size_t i = rows; i-- > 0;)
    for (std::size_t j = columns; j-- > 0;)
      at(i, j) = same_line(a[head + i], b[head + j]) ? at(i + 1, j + 1) + 1 : std::max(at(i + 1, j), at(i, j + 1));
  std::vector<Hunk> hunks;
  std::size_t i = 0;
  std::size_t j = 0;
  while (i < rows || j < columns) {
    Hunk hunk{head + i, head + i, head + j, head + j};
    while (i < rows || j < columns) {
      if (i < rows && j < columns && same_line(a[head + i], b[head + j])) break;
      if (j == columns || (i < rows && at(i + 1, j) >= at(i, j + 1)))
        ++i;
      else
        ++j;
    }
    hunk.old_end = head + i;
    hunk.new_end = head + j;
    if (hunk.old_begin != hunk.old_end || hunk.new_begin != hunk.new_end) hunks.push_back(hunk);
    while (i < rows && j < columns && same_line(a[head + i], b[head + j])) {
      ++i;
      ++j;
    }
  }
  return hunks;
}

}  // namespace milepost
