// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "core/lifecycle/list_writer.h"

#include <algorithm>

#include "core/document/normalise/dependency.h"
#include "core/document/normalise/fold.h"
#include "core/document/sections.h"
#include "core/lifecycle/field_places.h"
#include "core/lifecycle/field_writer.h"
#include "core/lifecycle/find_section.h"
#include "core/lifecycle/markdown_value.h"
#include "core/lifecycle/missing_field.h"
#include "core/lifecycle/section_writer.h"
#include "core/lifecycle/written_value.h"
#include "core/lifecycle/yaml_scalar.h"
#include "core/lifecycle/yaml_writer.h"
#include "core/text/inline.h"
#include "core/text/line_shape.h"

namespace milepost {
namespace {

// Two writings of one entry: of the same id, or the same words.
bool is_same_entry(std::string_view a, std::string_view b, const Words& words) {
  const auto left = identifier_at_start(a, words.ids);
  const auto right = identifier_at_start(b, words.ids);
  if (left && right && left->folded == right->folded) return true;
  return fold_phrase(a) == fold_phrase(b);
}

// The pieces of "M1, [M2](a,b.md), M3 (x, y)": commas in brackets part nothing.
std::vector<ByteRange> pieces_of(std::string_view text) {
  std::vector<ByteRange> pieces;
  int depth = 0;
  ByteOffset begin = 0;
  const auto add = [&](ByteOffset end) {
    ByteRange piece{begin, end};
    while (piece.begin < piece.end && is_blank_char(text[piece.begin])) ++piece.begin;
    while (piece.end > piece.begin && is_blank_char(text[piece.end - 1])) --piece.end;
    if (!piece.empty()) pieces.push_back(piece);
  };
  for (ByteOffset at = 0; at < text.size(); ++at) {
    if (text[at] == '(' || text[at] == '[') ++depth;
    if (text[at] == ')' || text[at] == ']') depth = std::max(0, depth - 1);
    if ((text[at] != ',' && text[at] != ';') || depth != 0) continue;
    add(at);
    begin = at + 1;
  }
  add(static_cast<ByteOffset>(text.size()));
  return pieces;
}

class ListWriter {
 public:
  ListWriter(EditDraft& draft, const ChangeList& request, FieldName name)
      : draft_(draft), request_(request), name_(std::move(name)), role_(role_of(draft, name_)) {}

  Result<void> run() {
    auto places = find_field_places(draft_, name_);
    if (!places) return std::unexpected(places.error());
    for (const FieldPlace& place : *places)
      if (auto done = place.node != 0 ? in_node(place.node) : in_text(place); !done) return done;
    if (role_ == "depends_on" && name_.naming == FieldNaming::role)
      if (auto done = in_section(); !done) return done;
    if (!is_adding() && !found_) return fail(ErrorKind::not_found, "'" + request_.entry + "' is not in the list");
    if (is_adding() && !has_place_) {
      if (auto made = insert_field(draft_, {name_, role_, request_.entry, {request_.entry}}); !made) return made;
      changed_ = true;
    }
    if (changed_) draft_.intend(request_.field, (is_adding() ? "+" : "-") + request_.entry);
    return {};
  }

 private:
  [[nodiscard]] bool is_adding() const { return request_.change == ListChange::add; }
  [[nodiscard]] bool is_same(std::string_view entry) const {
    return is_same_entry(entry, request_.entry, draft_.words());
  }
  [[nodiscard]] bool says_none(std::string_view text) const {
    return trim_blanks(text).empty() || normalise_dependencies(text, DependencyForm::value, draft_.words()).none;
  }

  Result<void> in_node(std::uint32_t index) {
    const std::vector<YamlNode>& nodes = draft_.parsed().front_matter.nodes;
    has_place_ = true;
    if (nodes[index].kind == YamlKind::scalar) return in_scalar(index);
    if (nodes[index].kind == YamlKind::mapping)
      return std::unexpected(
          draft_.error_at(ErrorKind::usage, nodes[index].range.begin, "this is a map of keys; name one of its keys"));
    std::vector<std::uint32_t> same;
    for (std::uint32_t i = index + 1; nodes[index].kind == YamlKind::sequence && i < nodes[index].end; i = nodes[i].end)
      if (nodes[i].kind == YamlKind::scalar && is_same(nodes[i].value)) same.push_back(i);
    found_ = found_ || !same.empty();
    if (is_adding() != same.empty()) return {};
    changed_ = true;
    if (is_adding()) {
      const bool none =
          nodes[index].kind == YamlKind::sequence && nodes[index].end == index + 2 && says_none(nodes[index + 1].value);
      return none ? set_yaml_scalar(draft_, index + 1, request_.entry) : add_yaml_entry(draft_, index, request_.entry);
    }
    if (same.size() > 1) return twice(nodes[same[1]].range.begin);
    return remove_yaml_entry(draft_, same[0]);
  }

  Result<void> in_scalar(std::uint32_t index) {
    const YamlNode& node = draft_.parsed().front_matter.nodes[index];
    const std::string text =
        changed_text(node.placeholder ? std::string_view{} : std::string_view(node.value), request_.entry, "[]");
    if (text == node.value) return {};
    changed_ = true;
    if (text != "[]") return set_yaml_scalar(draft_, index, text);
    draft_.replace(node.range, "[]");
    return {};
  }

  Result<void> in_text(const FieldPlace& place) {
    has_place_ = true;
    const auto escaped = escape_value(request_.entry, markdown_place(draft_, place.where));
    if (!escaped) return std::unexpected(escaped.error());
    const std::string_view old = place.is_placeholder ? std::string_view{} : draft_.slice(place.where);
    const std::string text = changed_text(old, *escaped, "None");
    if (text == draft_.slice(place.where)) return {};
    changed_ = true;
    return replace_markdown_value(draft_, place.where, text);
  }

  // "M1, M2" with or without the entry.
  std::string changed_text(std::string_view old, std::string_view entry, std::string_view none) {
    const std::vector<ByteRange> pieces = says_none(old) ? std::vector<ByteRange>{} : pieces_of(old);
    const auto own =
        std::ranges::find_if(pieces, [&](ByteRange piece) { return is_same(plain_text(slice(old, piece))); });
    found_ = found_ || own != pieces.end();
    if (is_adding() == (own != pieces.end())) return std::string(old);
    if (is_adding()) return pieces.empty() ? std::string(entry) : std::string(old) + ", " + std::string(entry);
    if (pieces.size() == 1) return std::string(none);
    std::string text(old);
    const auto at = static_cast<std::size_t>(own - pieces.begin());
    const ByteRange gone =
        at + 1 < pieces.size() ? ByteRange{own->begin, pieces[at + 1].begin} : ByteRange{pieces[at - 1].end, own->end};
    return text.erase(gone.begin, gone.size());
  }

  // Bullets under "## Dependencies".
  Result<void> in_section() {
    const auto section = find_section(draft_, "dependencies");
    if (!section)
      return section.error().kind == ErrorKind::not_found || has_place_ ? Result<void>{}
                                                                        : std::unexpected(section.error());
    const std::vector<Block>& blocks = draft_.markdown().blocks;
    const std::uint32_t begin = draft_.parsed().outline.headings[*section].block + 1;
    const std::uint32_t end = own_blocks_end(draft_.parsed().outline, *section);
    std::vector<std::uint32_t> items;
    for (std::uint32_t i = begin; i < end; i = blocks[i].end)
      for (std::uint32_t j = i + 1; blocks[i].kind == BlockKind::list && j < blocks[i].end; j = blocks[j].end)
        items.push_back(j);
    std::vector<std::uint32_t> same;
    for (const std::uint32_t item : items)
      if (is_same(plain_text(own_text(blocks[item])))) same.push_back(item);
    found_ = found_ || !same.empty();
    if (is_adding()) return same.empty() && !has_place_ ? add_bullet(*section, items) : Result<void>{};
    if (same.empty()) return {};
    if (same.size() > 1) return twice(blocks[same[1]].range.begin);
    changed_ = true;
    if (items.size() == 1)
      draft_.replace(own_range(blocks[same[0]]), "None");
    else
      draft_.remove_lines(
          {draft_.line_at(blocks[same[0]].range.begin).begin, draft_.next_line(blocks[same[0]].range.end)});
    return {};
  }

  [[nodiscard]] ByteRange own_range(const Block& item) const {
    if (item.box == kNoOffset) return item.content;
    return {std::min(item.box + 3, item.content.end), item.content.end};
  }
  [[nodiscard]] std::string_view own_text(const Block& item) const { return draft_.slice(own_range(item)); }

  Result<void> add_bullet(std::uint32_t section, const std::vector<std::uint32_t>& items) {
    const std::vector<Block>& blocks = draft_.markdown().blocks;
    const auto escaped = escape_value(request_.entry, MarkdownPlace::heading);
    if (!escaped) return std::unexpected(escaped.error());
    has_place_ = true;
    changed_ = true;
    if (items.empty()) {
      const ByteRange content = own_content(draft_, section);
      if (!content.empty() && says_none(plain_text(draft_.slice(content))))
        draft_.replace(content, "- " + *escaped);
      else
        return change_section(draft_, {"dependencies", BodyChange::append, "- " + *escaped});
      return {};
    }
    const Block& last = blocks[items.back()];
    if (items.size() == 1 && says_none(plain_text(own_text(last)))) {
      draft_.replace(own_range(last), *escaped);
      return {};
    }
    const ByteOffset line = draft_.line_at(last.range.begin).begin;
    std::string prefix(draft_.slice({line, last.content.begin}));
    if (last.box != kNoOffset) prefix = std::string(draft_.slice({line, last.box})) + " ] ";
    draft_.insert_lines(draft_.next_line(last.range.end), prefix + *escaped + std::string(draft_.eol_at(line)));
    return {};
  }

  [[nodiscard]] Result<void> twice(ByteOffset at) const {
    return std::unexpected(draft_.error_at(ErrorKind::ambiguous, at,
                                           "'" + request_.entry + "' stands twice in the list; remove one by hand"));
  }

  EditDraft& draft_;
  const ChangeList& request_;
  FieldName name_;
  std::string role_;
  bool has_place_ = false;
  bool found_ = false;
  bool changed_ = false;
};

}  // namespace

Result<void> change_list(EditDraft& draft, const ChangeList& request) {
  auto name = parse_field_name(draft, request.field);
  if (!name) return std::unexpected(name.error());
  if (request.entry.empty()) return fail(ErrorKind::usage, "the entry is empty");
  if (auto checked = check_value(request.entry, LineBreaks::no); !checked) return checked;
  const bool is_list = request.entry.find(',') != std::string::npos && pieces_of(request.entry).size() > 1;
  if (is_list) return fail(ErrorKind::usage, "one entry at a time: a comma parts entries");
  return ListWriter(draft, request, std::move(*name)).run();
}

}  // namespace milepost
