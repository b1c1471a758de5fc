// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "core/lifecycle/path_links.h"

#include <algorithm>
#include <array>
#include <optional>
#include <span>

#include "core/base/ascii.h"
#include "core/document/path_parts.h"
#include "core/document/relative_link.h"
#include "core/text/inline.h"
#include "core/text/line_shape.h"
#include "core/text/reference_definition.h"

namespace milepost {
namespace {

constexpr std::size_t kNone = std::string_view::npos;
constexpr std::size_t kLongestPath = 4096;

ByteRange part_of(ByteRange whole, std::size_t begin, std::size_t size) {
  const auto first = whole.begin + static_cast<ByteOffset>(begin);
  return {first, first + static_cast<ByteOffset>(size)};
}

bool ends_like_markdown(std::string_view path) {
  return path.size() > 3 && equals_ignoring_case(path.substr(path.size() - 3), ".md");
}

// "docs/plan.md:12" names a line.
std::string_view without_line_number(std::string_view text) {
  const std::size_t end = text.find_last_not_of("0123456789");
  return end != kNone && end + 1 < text.size() && text[end] == ':' ? text.substr(0, end) : text;
}

bool looks_like_path(std::string_view text) {
  if (text.empty() || text.size() > kLongestPath || text.find_first_of("\n*{}<>|") != kNone) return false;
  const std::string_view path = path_part(text);
  return ends_like_markdown(path) || (path.find('/') != kNone && path.find(' ') == kNone);
}

class LinkFinder {
 public:
  explicit LinkFinder(const ParsedDocument& document) : document_(document), bytes_(document.source.bytes()) {}

  std::vector<PathLink> find() {
    add_front_matter();
    const Markdown& markdown = document_.markdown;
    for (const Block& block : markdown.blocks) {
      if (block.kind == BlockKind::paragraph || block.kind == BlockKind::heading) add_inlines(block.content);
      if (block.kind == BlockKind::html && block.marker != '!') add_attributes(block.range);
      if (block.kind == BlockKind::link_reference_definition) add_definitions(block);
      for (std::uint32_t i = 0; block.kind == BlockKind::table_row && i < block.cells_count; ++i)
        add_inlines(markdown.cells[block.cells_begin + i]);
    }
    return std::move(links_);
  }

 private:
  [[nodiscard]] std::string_view text(ByteRange range) const { return slice(bytes_, range); }
  [[nodiscard]] const std::string& path() const { return document_.document.path; }

  void add(PathLinkForm form, ByteRange where) {
    std::string target = resolve_link(path(), without_escapes(text(where)));
    if (!target.empty()) links_.push_back({form, where, std::move(target), {}});
  }

  // Words that are a path only if something stands there, seen from the document or from the root.
  void add_words(PathLinkForm form, ByteRange where) {
    const std::string_view words = text(where);
    std::string target = resolve_link(path(), words);
    std::string root_target = resolve_link("", words);
    if (!target.empty() || !root_target.empty())
      links_.push_back({form, where, std::move(target), std::move(root_target)});
  }

  void add_front_matter() {
    for (const YamlNode& node : document_.front_matter.nodes) {
      if (node.kind != YamlKind::scalar || node.placeholder || !looks_like_path(node.value)) continue;
      const bool is_quoted = node.style == YamlStyle::single_quoted || node.style == YamlStyle::double_quoted;
      if (!is_quoted && node.style != YamlStyle::plain) continue;
      const ByteRange where = is_quoted ? part_of(node.range, 1, node.range.size() - 2) : node.range;
      if (text(where) == node.value) add_words(PathLinkForm::yaml, where);
    }
  }

  void add_inlines(ByteRange span) {
    inlines_.clear();
    scan_inlines(bytes_, span, inlines_);
    for (const Inline& found : inlines_) {
      switch (found.kind) {
        case InlineKind::link:
        case InlineKind::image:
          add(is_in_angles(found.destination) ? PathLinkForm::angle_link : PathLinkForm::inline_link,
              found.destination);
          break;
        case InlineKind::code_span: {
          const std::string_view words = without_line_number(text(found.text));
          if (looks_like_path(words) && ends_like_markdown(path_part(words)))
            add_words(PathLinkForm::code, part_of(found.text, 0, words.size()));
          break;
        }
        case InlineKind::html_comment:
        case InlineKind::reference_link:
        case InlineKind::autolink:
          break;
      }
    }
    add_tags(span);
  }

  // Tags are no inlines of their own: they stand between those that are.
  void add_tags(ByteRange span) {
    ByteOffset begin = span.begin;
    for (const Inline& found : inlines_) {
      if (found.range.begin < begin) continue;
      add_attributes({begin, found.range.begin});
      begin = found.range.end;
    }
    add_attributes({begin, span.end});
  }

  [[nodiscard]] bool is_in_angles(ByteRange destination) const {
    return destination.begin > 0 && bytes_[destination.begin - 1] == '<';
  }

  void add_definitions(const Block& block) {
    std::span<const ByteRange> lines(document_.markdown.lines);
    lines = lines.subspan(block.lines_begin, block.lines_count);
    while (const auto definition = find_reference_definition(bytes_, lines)) {
      const bool in_angles = is_in_angles(definition->destination);
      add(in_angles ? PathLinkForm::angle_link : PathLinkForm::definition, definition->destination);
      lines = lines.subspan(std::max<std::size_t>(definition->lines, 1));
    }
  }

  // href="..." and src="..." of the tags in `range`.
  void add_attributes(ByteRange range) {
    const std::string_view html = text(range);
    bool in_tag = false;
    std::size_t seen = 0;
    for (std::size_t at = html.find('='); at != kNone; at = html.find('=', at + 1)) {
      std::size_t name_end = at;
      while (name_end > 0 && is_space(html[name_end - 1])) --name_end;
      for (; seen < at; ++seen) in_tag = html[seen] == '<' || (in_tag && html[seen] != '>');
      if (!in_tag || !ends_with_name(html.substr(0, name_end))) continue;
      const std::size_t quote = html.find_first_not_of(" \t\r\n", at + 1);
      if (quote == kNone || (html[quote] != '"' && html[quote] != '\'')) continue;
      const std::size_t end = html.find(html[quote], quote + 1);
      if (end == kNone) return;
      const ByteRange where = part_of(range, quote + 1, end - quote - 1);
      if (text(where).find_first_of("&\n") == kNone) add(PathLinkForm::html, where);
      at = seen = end;
    }
  }

  static bool ends_with_name(std::string_view text) {
    static constexpr std::array<std::string_view, 2> kNames{"href", "src"};
    return std::ranges::any_of(kNames, [&](std::string_view name) {
      return text.size() > name.size() && equals_ignoring_case(text.substr(text.size() - name.size()), name) &&
             is_space(text[text.size() - name.size() - 1]);
    });
  }

  const ParsedDocument& document_;
  std::string_view bytes_;
  std::vector<Inline> inlines_;
  std::vector<PathLink> links_;
};

}  // namespace

std::string_view path_part(std::string_view written) { return written.substr(0, written.find_first_of("#?")); }

std::string without_escapes(std::string_view written) {
  std::string plain;
  for (std::size_t at = 0; at < written.size(); ++at) {
    const bool escapes = written[at] == '\\' && at + 1 < written.size() && is_punctuation_char(written[at + 1]);
    if (escapes) ++at;
    plain += written[at];
  }
  return plain;
}

std::vector<PathLink> find_path_links(const ParsedDocument& document) {
  std::vector<PathLink> links = LinkFinder(document).find();
  std::ranges::stable_sort(links, {}, [](const PathLink& link) { return link.where.begin; });
  return links;
}

}  // namespace milepost
