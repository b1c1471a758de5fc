// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include <algorithm>
#include <optional>

#include "core/base/byte_set.h"
#include "core/base/hash.h"
#include "core/base/sketch.h"
#include "core/text/front_matter.h"
#include "core/text/line_shape.h"
#include "core/text/yaml_fast_path.h"
#include "core/text/yaml_library.h"
#include "core/text/yaml_salvage.h"

namespace milepost {
namespace {

constexpr std::string_view kBom = "\xEF\xBB\xBF";
constexpr std::size_t kUsualLine =
    256;  // a search for the end of a line looks no farther at once: bytes may have no LF

struct LineSpan {
  ByteRange text;       // without EOL
  ByteOffset next = 0;  // begin of the next line
};

LineSpan line_at(std::string_view bytes, ByteOffset begin) {
  const std::string_view window = bytes.substr(begin, kUsualLine);
  const std::size_t feed = window.find('\n');
  if (feed != std::string_view::npos && window.substr(0, feed).find('\r') == std::string_view::npos) {
    const ByteOffset at = begin + static_cast<ByteOffset>(feed);
    return {{begin, at}, at + 1};
  }
  ByteOffset end = begin;  // by hand: find_first_of with two characters is several times slower
  while (end < bytes.size() && bytes[end] != '\n' && bytes[end] != '\r') ++end;
  if (end == bytes.size()) return {{begin, end}, end};
  return {{begin, end}, end + (bytes.substr(end).starts_with("\r\n") ? 2 : 1)};
}

bool is_delimiter(std::string_view line, std::string_view mark) {
  return line.starts_with(mark) && trim_blanks(line.substr(mark.size())).empty();
}

// "key:" or "key: value" at the margin, the key plain or quoted.
bool is_key_line(std::string_view line) {
  if (line.empty() || is_blank_char(line.front())) return false;
  std::size_t colon = 0;
  if (line.front() == '"' || line.front() == '\'') {
    const std::size_t close = line.find(line.front(), 1);
    if (close == std::string_view::npos) return false;
    colon = close + 1;
  } else {
    static constexpr ByteSet kNeverInKeys("#*`|<>[]{}!&");
    colon = line.find(':');
    if (colon == std::string_view::npos || colon == 0) return false;
    if (kNeverInKeys.meets(line.substr(0, colon))) return false;
    if (line.front() == '-' || line.front() == '@' || line.front() == '%') return false;
  }
  while (colon < line.size() && is_blank_char(line[colon])) ++colon;
  if (colon >= line.size() || line[colon] != ':') return false;
  return colon + 1 == line.size() || is_blank_char(line[colon + 1]);
}

bool is_yaml_line(std::string_view line) {
  return is_blank_char(line.front()) || line.front() == '#' || line.starts_with("- ") || line == "-" ||
         is_key_line(line);
}

enum class Shape : std::uint8_t { empty, comments, keys, list, prose };

// What the first line with content looks like decides whether this is meant as YAML at all.
Shape shape_of(std::string_view bytes, ByteRange yaml) {
  bool has_comment = false;
  for (ByteOffset at = yaml.begin; at < yaml.end;) {
    const LineSpan line = line_at(bytes, at);
    at = line.next;
    const std::string_view text = slice(bytes, line.text);
    if (trim_blanks(text).empty()) continue;
    if (text.front() == '#') {
      has_comment = true;
      continue;
    }
    if (is_key_line(text) || text.front() == '{') return Shape::keys;
    return text.starts_with("- ") || text.front() == '[' ? Shape::list : Shape::prose;
  }
  return has_comment ? Shape::comments : Shape::empty;
}

struct Closing {
  ByteRange line;
  ByteOffset next = 0;
};

std::optional<Closing> find_closing(std::string_view bytes, ByteOffset from) {
  for (ByteOffset at = from; at < bytes.size();) {
    const LineSpan line = line_at(bytes, at);
    const std::string_view text = slice(bytes, line.text);
    if (is_delimiter(text, "---") || is_delimiter(text, "...")) return Closing{line.text, line.next};
    at = line.next;
  }
  return std::nullopt;
}

// Most front matter has no key twice, and a sketch of its keys proves that without sorting.
bool may_have_duplicates(const std::vector<YamlNode>& nodes) {
  Sketch seen;
  for (std::uint32_t i = 1; i < nodes.size(); ++i) {
    if (nodes[nodes[i].parent].kind != YamlKind::mapping) continue;
    const std::uint64_t hash = hash_word(nodes[i].key) + nodes[i].parent;
    if (seen.may_hold(hash)) return true;
    seen.add(hash);
  }
  return false;
}

void report_duplicates(FrontMatter& into) {
  if (!may_have_duplicates(into.nodes)) return;
  struct Key {
    std::uint32_t parent;
    std::uint32_t node;
  };
  std::vector<Key> keys;
  const std::vector<YamlNode>& nodes = into.nodes;
  for (std::uint32_t i = 1; i < nodes.size(); ++i)
    if (nodes[nodes[i].parent].kind == YamlKind::mapping) keys.push_back({nodes[i].parent, i});
  std::ranges::stable_sort(keys, [&](const Key& a, const Key& b) {
    return a.parent != b.parent ? a.parent < b.parent : nodes[a.node].key < nodes[b.node].key;
  });
  for (std::size_t i = 1; i < keys.size(); ++i) {
    const YamlNode& node = nodes[keys[i].node];
    if (keys[i].parent == keys[i - 1].parent && node.key == nodes[keys[i - 1].node].key)
      into.problems.push_back({FrontMatterTrouble::duplicate_key, node.key_range, node.key});
  }
}

void read_nodes(std::string_view bytes, FrontMatter& into) {
  if (into.yaml.size() > kMaxYamlBytes) {
    into.problems.push_back({FrontMatterTrouble::too_deep, into.yaml, "larger than 1 MiB"});
    return;
  }
  if (!read_simple_yaml(bytes, into.yaml, into.nodes)) {
    auto problem = read_yaml(bytes, into.yaml, into.nodes, into.problems);
    if (problem) {
      into.problems.push_back(std::move(*problem));
      salvage_entries(bytes, into.yaml, into.nodes);
    }
  }
  if (!into.nodes.empty() && into.nodes.front().kind != YamlKind::mapping) {
    if (into.nodes.front().kind != YamlKind::null)
      into.problems.push_back({FrontMatterTrouble::not_a_mapping, into.nodes.front().range, ""});
    into.nodes.clear();
  }
  report_duplicates(into);
}

// The block whose opening line is `opening`; false if it is no front matter after all.
bool read_block(std::string_view bytes, const LineSpan& opening, FrontMatter& into) {
  const std::optional<Closing> closing = find_closing(bytes, opening.next);
  if (!closing) return false;
  into.yaml = {opening.next, closing->line.begin};
  const Shape shape = shape_of(bytes, into.yaml);
  if (shape == Shape::prose || shape == Shape::comments) return false;
  into.range = {opening.text.begin, closing->line.end};
  into.present = true;
  if (shape != Shape::empty) read_nodes(bytes, into);
  return true;
}

// An opening line without a closing one: what looks like YAML up to the first blank line is read, so that its values
// are known, but the block does not count as front matter.
void read_unclosed(std::string_view bytes, const LineSpan& opening, FrontMatter& into) {
  ByteRange yaml{opening.next, opening.next};
  while (yaml.end < bytes.size()) {
    const LineSpan line = line_at(bytes, yaml.end);
    if (line.text.empty() || !is_yaml_line(slice(bytes, line.text))) break;
    yaml.end = line.next;
  }
  if (shape_of(bytes, yaml) != Shape::keys) return;
  into.yaml = yaml;
  into.problems.push_back({FrontMatterTrouble::never_closed, opening.text, "the closing line '---' is missing"});
  read_nodes(bytes, into);
}

// Front matter in the wrong place must look like nothing else: a rule before prose is far more common there.
bool is_all_yaml(std::string_view bytes, ByteOffset begin) {
  const std::optional<Closing> closing = find_closing(bytes, begin);
  if (!closing || shape_of(bytes, {begin, closing->line.begin}) != Shape::keys) return false;
  for (ByteOffset at = begin; at < closing->line.begin;) {
    const LineSpan line = line_at(bytes, at);
    if (line.text.empty() || !is_yaml_line(slice(bytes, line.text))) return false;
    at = line.next;
  }
  return true;
}

LineSpan skip_blank_lines(std::string_view bytes, LineSpan line) {
  while (line.next < bytes.size() && trim_blanks(slice(bytes, line.text)).empty()) line = line_at(bytes, line.next);
  return line;
}

void read_misplaced(std::string_view bytes, LineSpan line, FrontMatter& into) {
  line = skip_blank_lines(bytes, line);
  const bool after_blank = is_delimiter(slice(bytes, line.text), "---");
  if (!after_blank && slice(bytes, line.text).starts_with("# "))
    line = skip_blank_lines(bytes, line_at(bytes, line.next));
  if (!is_delimiter(slice(bytes, line.text), "---") || !is_all_yaml(bytes, line.next)) return;
  const std::string_view detail = after_blank ? "it stands behind blank lines" : "it stands behind the heading";
  into.problems.push_back({FrontMatterTrouble::not_first, line.text, std::string(detail)});
  read_block(bytes, line, into);
  if (after_blank && into.present) into.body_begin = line_at(bytes, into.range.end).next;
}

}  // namespace

void FrontMatter::clear() {
  present = false;
  range = {};
  yaml = {};
  body_begin = 0;
  nodes.clear();
  problems.clear();
}

const YamlNode* FrontMatter::find(std::string_view key) const {
  if (nodes.empty()) return nullptr;
  for (std::uint32_t i = 1; i < nodes.size(); i = nodes[i].end)
    if (nodes[i].key == key) return &nodes[i];
  return nullptr;
}

void read_front_matter(std::string_view bytes, FrontMatter& into) {
  into.clear();
  into.body_begin = bytes.starts_with(kBom) ? static_cast<ByteOffset>(kBom.size()) : 0;
  const LineSpan first = line_at(bytes, into.body_begin);
  const std::string_view text = slice(bytes, first.text);
  if (!is_delimiter(text, "---")) {
    if (text.empty() || is_blank_char(text.front()) || text.front() == '#') read_misplaced(bytes, first, into);
    return;
  }
  if (read_block(bytes, first, into)) {
    into.body_begin = line_at(bytes, into.range.end).next;
    return;
  }
  into.yaml = {};
  read_unclosed(bytes, first, into);
}

}  // namespace milepost
