// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "core/lifecycle/yaml_writer.h"

#include <algorithm>

#include "core/document/fold.h"
#include "core/lifecycle/yaml_scalar.h"
#include "core/text/line_shape.h"

namespace milepost {
namespace {

const std::vector<YamlNode>& nodes_of(const EditDraft& draft) { return draft.parsed().front_matter.nodes; }

std::vector<std::uint32_t> children_of(const std::vector<YamlNode>& nodes, std::uint32_t parent) {
  std::vector<std::uint32_t> children;
  for (std::uint32_t i = parent + 1; i < nodes[parent].end; i = nodes[i].end) children.push_back(i);
  return children;
}

bool is_collection(const YamlNode& node) { return node.kind == YamlKind::sequence || node.kind == YamlKind::mapping; }

bool is_in_flow(const std::vector<YamlNode>& nodes, std::uint32_t node) {
  for (std::uint32_t i = nodes[node].parent; i != 0; i = nodes[i].parent)
    if (nodes[i].style == YamlStyle::flow) return true;
  return nodes[0].style == YamlStyle::flow && node != 0;
}

YamlPlace place_of(const std::vector<YamlNode>& nodes, std::uint32_t node) {
  return is_in_flow(nodes, node) ? YamlPlace::flow : YamlPlace::block;
}

// What stands between the key's colon and the value decides: anchors, aliases and tags are somebody's construction.
Result<void> check_node(const EditDraft& draft, std::uint32_t index) {
  const YamlNode& node = nodes_of(draft)[index];
  const std::string_view text = draft.slice(node.range);
  const bool is_alias = node.style == YamlStyle::plain && text.starts_with('*');
  const ByteOffset key_end = node.key_range.end;
  const std::string_view between =
      key_end != 0 && key_end <= node.range.begin ? draft.slice({key_end, node.range.begin}) : std::string_view{};
  if (!is_alias && between.find_first_of("&!") == std::string_view::npos) return {};
  return std::unexpected(draft.error_at(ErrorKind::refused, node.range.begin,
                                        "the value has an anchor, an alias or a tag; change it by hand"));
}

bool has_comment(std::string_view text) {
  for (std::size_t at = text.find('#'); at != std::string_view::npos; at = text.find('#', at + 1))
    if (at == 0 || is_blank_char(text[at - 1]) || text[at - 1] == '\n' || text[at - 1] == '\r') return true;
  return false;
}

ByteOffset behind_colon(const EditDraft& draft, const YamlNode& node) {
  return static_cast<ByteOffset>(draft.bytes().find(':', node.key_range.end)) + 1;
}

ByteOffset line_begin(const EditDraft& draft, ByteOffset at) { return draft.line_at(at).begin; }

// A block scalar: its lines keep their indentation, the header stays.
Result<void> set_block_scalar(EditDraft& draft, const YamlNode& node, std::string_view value) {
  const ByteRange header = draft.line_at(node.range.begin);
  const ByteOffset first = draft.next_line(node.range.begin);
  if (header.end >= node.range.end || value.empty())
    return std::unexpected(
        draft.error_at(ErrorKind::refused, node.range.begin, "a block of text can not become empty; unset it"));
  const std::string_view line = draft.slice(draft.line_at(first));
  const std::string indent(line.substr(0, line.find_first_not_of(' ')));
  if (value.front() == ' ' || value.front() == '\n' || value.back() == '\n' || indent.empty())
    return std::unexpected(draft.error_at(ErrorKind::usage, node.range.begin,
                                          "a block of text can not begin with a blank or end with a line break"));
  const std::string eol(draft.eol_at(node.range.begin));
  std::string text;
  for (std::size_t at = 0; at <= value.size();) {
    const std::size_t end = std::min(value.find('\n', at), value.size());
    if (at != 0) text += eol;
    if (end > at) text.append(indent).append(value.substr(at, end - at));
    // A folded scalar joins lines, so each break is written twice.
    if (node.style == YamlStyle::folded && end < value.size()) text += eol;
    at = end + 1;
  }
  draft.replace({first, node.range.end}, std::move(text));
  return {};
}

// The style that most lists of the front matter have.
YamlStyle list_style(const EditDraft& draft) {
  int block = 0;
  for (const YamlNode& node : nodes_of(draft))
    if (node.kind == YamlKind::sequence) block += node.style == YamlStyle::block ? 1 : -1;
  return block > 0 ? YamlStyle::block : YamlStyle::flow;
}

// The indentation of list entries below a key at the margin: that of another list, else two blanks.
std::string entry_indent(const EditDraft& draft) {
  const std::vector<YamlNode>& nodes = nodes_of(draft);
  for (std::uint32_t i = 1; i < nodes.size(); ++i) {
    const YamlNode& parent = nodes[nodes[i].parent];
    if (parent.kind != YamlKind::sequence || parent.style != YamlStyle::block || parent.parent != 0) continue;
    const ByteOffset begin = line_begin(draft, nodes[i].range.begin);
    const std::string_view before = draft.slice({begin, nodes[i].range.begin});
    if (const std::size_t dash = before.find('-'); dash != std::string_view::npos)
      return std::string(before.substr(0, dash));
  }
  return "  ";
}

std::string_view line_indent(const EditDraft& draft, ByteOffset at) {
  const std::string_view line = draft.slice(draft.line_at(at));
  return line.substr(0, std::min(line.find_first_not_of(' '), line.size()));
}

std::string flow_list(std::span<const std::string> entries) {
  std::string text = "[";
  for (const std::string& entry : entries) {
    if (text.size() > 1) text += ", ";
    text += write_yaml_scalar(entry, YamlStyle::plain, YamlPlace::flow, "");
  }
  return text += ']';
}

std::string block_list(std::span<const std::string> entries, std::string_view indent, std::string_view eol) {
  std::string text;
  for (const std::string& entry : entries)
    text.append(indent)
        .append("- ")
        .append(write_yaml_scalar(entry, YamlStyle::plain, YamlPlace::block, ""))
        .append(eol);
  return text;
}

// What precedes a block entry on its line ("  - "); nothing if it is more than blanks and one dash.
std::optional<std::string> entry_prefix(const EditDraft& draft, const YamlNode& entry) {
  const std::string_view before = draft.slice({line_begin(draft, entry.range.begin), entry.range.begin});
  if (std::ranges::count(before, '-') != 1) return std::nullopt;
  if (before.find_first_not_of(" -") != std::string_view::npos) return std::nullopt;
  std::string prefix(before);
  if (prefix.back() == '-') prefix += ' ';
  return prefix;
}

// The list as a whole from nothing: `node` is null or an empty list.
Result<void> fill_empty_list(EditDraft& draft, std::uint32_t index, std::span<const std::string> entries) {
  const YamlNode& node = nodes_of(draft)[index];
  const std::string_view rest = draft.slice({node.range.end, draft.line_at(node.range.end).end});
  const bool as_block = node.range.empty() && trim_blanks(rest).empty() && list_style(draft) == YamlStyle::block &&
                        place_of(nodes_of(draft), index) == YamlPlace::block;
  if (!as_block) {
    draft.replace(node.range, (node.range.empty() ? " " : "") + flow_list(entries));
    return {};
  }
  const std::string indent = std::string(line_indent(draft, node.key_range.begin)) + entry_indent(draft);
  draft.insert_lines(draft.next_line(node.range.end), block_list(entries, indent, draft.eol_at(node.range.end)));
  return {};
}

}  // namespace

Result<void> check_front_matter(const EditDraft& draft) {
  const FrontMatter& front_matter = draft.parsed().front_matter;
  for (const FrontMatterProblem& problem : front_matter.problems) {
    if (problem.trouble == FrontMatterTrouble::not_first || problem.trouble == FrontMatterTrouble::duplicate_key)
      continue;
    Error error = draft.error_at(ErrorKind::invalid_document, problem.range.begin,
                                 "the front matter could not be read, so nothing is written to this document");
    if (!problem.detail.empty()) error.message += ": " + problem.detail;
    error.hints.emplace_back("mend the front matter by hand first; `milepost check` shows what is wrong with it");
    return std::unexpected(std::move(error));
  }
  return {};
}

Result<std::uint32_t> find_yaml_path(const EditDraft& draft, std::string_view path) {
  const std::vector<YamlNode>& nodes = nodes_of(draft);
  if (nodes.empty()) return 0U;
  std::uint32_t at = 0;
  std::string wanted;
  std::string own;
  while (!path.empty()) {
    const std::size_t dot = std::min(path.find('.'), path.size());
    const std::string_view key = path.substr(0, dot);
    path.remove_prefix(std::min(dot + 1, path.size()));
    if (nodes[at].kind != YamlKind::mapping) return 0U;
    std::vector<std::uint32_t> exact;
    std::vector<std::uint32_t> similar;
    for (const std::uint32_t child : children_of(nodes, at)) {
      if (nodes[child].key == key)
        exact.push_back(child);
      else if (fold_words(nodes[child].key, own) == fold_words(key, wanted))
        similar.push_back(child);
    }
    const std::vector<std::uint32_t>& found = exact.empty() ? similar : exact;
    if (found.empty()) return 0U;
    if (found.size() > 1) {
      Error error = draft.error_at(ErrorKind::ambiguous, nodes[found[0]].key_range.begin,
                                   "the key '" + std::string(key) + "' stands several times in the front matter");
      for (const std::uint32_t child : found) error.hints.push_back(draft.describe(nodes[child].key_range.begin));
      return std::unexpected(std::move(error));
    }
    at = found[0];
  }
  return at;
}

Result<void> set_yaml_scalar(EditDraft& draft, std::uint32_t index, std::string_view value) {
  if (auto checked = check_node(draft, index); !checked) return checked;
  const std::vector<YamlNode>& nodes = nodes_of(draft);
  const YamlNode& node = nodes[index];
  if (is_collection(node)) {
    const bool is_list = node.kind == YamlKind::sequence;
    return std::unexpected(draft.error_at(
        ErrorKind::usage, node.range.begin,
        is_list ? "this is a list; add and remove its entries" : "this is a map of keys; name one of its keys"));
  }
  if (node.style == YamlStyle::literal || node.style == YamlStyle::folded) return set_block_scalar(draft, node, value);
  if (node.kind == YamlKind::scalar && node.value == value) return {};
  const bool spans_lines = draft.slice(node.range).find_first_of("\r\n") != std::string_view::npos;
  const std::string_view old = node.kind == YamlKind::scalar ? std::string_view(node.value) : std::string_view{};
  // A value over several plain lines loses them, which is what a new value means; quotes stay quotes.
  const YamlStyle style = spans_lines && node.style == YamlStyle::plain ? YamlStyle::plain : node.style;
  std::string text = write_yaml_scalar(value, style, place_of(nodes, index), node.placeholder ? "" : old);
  if (node.range.empty()) text.insert(0, 1, ' ');
  draft.replace(node.range, std::move(text));
  return {};
}

Result<void> set_yaml_list(EditDraft& draft, std::uint32_t index, std::span<const std::string> entries) {
  if (auto checked = check_node(draft, index); !checked) return checked;
  const std::vector<YamlNode>& nodes = nodes_of(draft);
  const YamlNode& node = nodes[index];
  const std::vector<std::uint32_t> children =
      node.kind == YamlKind::sequence ? children_of(nodes, index) : std::vector<std::uint32_t>{};
  const bool is_same =
      children.size() == entries.size() && node.kind == YamlKind::sequence &&
      std::ranges::equal(children, entries, {}, [&](std::uint32_t child) { return nodes[child].value; });
  if (is_same) return {};
  if (children.empty()) return fill_empty_list(draft, index, entries);
  const bool is_simple =
      std::ranges::none_of(children, [&](std::uint32_t child) { return is_collection(nodes[child]); });
  const ByteRange inner{nodes[children.front()].range.begin, nodes[children.back()].range.end};
  if (!is_simple || has_comment(draft.slice({inner.begin, draft.line_at(inner.end).end})))
    return std::unexpected(draft.error_at(ErrorKind::refused, node.range.begin,
                                          "the list holds comments or more than words; add and remove single entries"));
  if (node.style == YamlStyle::flow) {
    draft.replace(node.range, flow_list(entries));
    return {};
  }
  const std::string eol(draft.eol_at(inner.begin));
  const auto prefix = entry_prefix(draft, nodes[children.front()]);
  if (!prefix)
    return std::unexpected(draft.error_at(ErrorKind::refused, node.range.begin, "the list is not one entry a line"));
  if (entries.empty()) {
    draft.insert(behind_colon(draft, node), " []");
    draft.replace({line_begin(draft, inner.begin), draft.next_line(inner.end)}, "");
    return {};
  }
  std::string text;
  for (const std::string& entry : entries) {
    if (!text.empty()) text.append(eol).append(*prefix);
    text += write_yaml_scalar(entry, nodes[children.front()].style, YamlPlace::block, "");
  }
  draft.replace(inner, std::move(text));
  return {};
}

Result<void> add_yaml_entry(EditDraft& draft, std::uint32_t index, std::string_view entry) {
  if (auto checked = check_node(draft, index); !checked) return checked;
  const std::vector<YamlNode>& nodes = nodes_of(draft);
  const std::vector<std::uint32_t> children =
      nodes[index].kind == YamlKind::sequence ? children_of(nodes, index) : std::vector<std::uint32_t>{};
  if (children.empty()) {
    const std::string word(entry);
    return fill_empty_list(draft, index, std::span(&word, 1));
  }
  const YamlNode& last = nodes[children.back()];
  const YamlStyle style = last.kind == YamlKind::scalar &&
                                  (last.style == YamlStyle::single_quoted || last.style == YamlStyle::double_quoted)
                              ? last.style
                              : YamlStyle::plain;
  if (nodes[index].style == YamlStyle::flow) {
    std::string between = ", ";
    if (children.size() > 1) between = draft.slice({nodes[children[children.size() - 2]].range.end, last.range.begin});
    if (has_comment(between) || std::ranges::count(between, ',') != 1) between = ", ";
    draft.insert(last.range.end, between + write_yaml_scalar(entry, style, YamlPlace::flow, last.value));
    return {};
  }
  const auto prefix = entry_prefix(draft, last);
  if (!prefix)
    return std::unexpected(draft.error_at(ErrorKind::refused, last.range.begin, "the list is not one entry a line"));
  draft.insert_lines(draft.next_line(last.range.end),
                     *prefix + write_yaml_scalar(entry, style, YamlPlace::block, last.value) +
                         std::string(draft.eol_at(last.range.begin)));
  return {};
}

Result<void> remove_yaml_entry(EditDraft& draft, std::uint32_t child) {
  const std::vector<YamlNode>& nodes = nodes_of(draft);
  const std::uint32_t list = nodes[child].parent;
  if (auto checked = check_node(draft, list); !checked) return checked;
  const std::vector<std::uint32_t> children = children_of(nodes, list);
  const auto at = static_cast<std::size_t>(std::ranges::find(children, child) - children.begin());
  const ByteRange own = nodes[child].range;
  if (nodes[list].style == YamlStyle::flow) {
    ByteRange gone = own;
    if (at + 1 < children.size())
      gone.end = nodes[children[at + 1]].range.begin;
    else if (at > 0)
      gone.begin = nodes[children[at - 1]].range.end;
    else
      gone = {nodes[list].range.begin + 1, nodes[list].range.end - 1};
    if (has_comment(draft.slice(gone)))
      return std::unexpected(
          draft.error_at(ErrorKind::refused, own.begin, "a comment stands beside the entry; remove it by hand"));
    draft.replace(gone, "");
    return {};
  }
  if (!entry_prefix(draft, nodes[child]))
    return std::unexpected(draft.error_at(ErrorKind::refused, own.begin, "the list is not one entry a line"));
  if (children.size() == 1) {
    if (nodes[list].key_range.empty())
      return std::unexpected(draft.error_at(ErrorKind::refused, own.begin, "the last entry of a list in a list stays"));
    draft.insert(behind_colon(draft, nodes[list]), " []");
  }
  draft.replace({line_begin(draft, own.begin), draft.next_line(own.end)}, "");
  return {};
}

}  // namespace milepost
