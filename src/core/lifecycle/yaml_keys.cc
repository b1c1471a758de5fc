// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include <algorithm>

#include "core/document/fold.h"
#include "core/lifecycle/yaml_scalar.h"
#include "core/lifecycle/yaml_writer.h"
#include "core/text/line_shape.h"

namespace milepost {
namespace {

const std::vector<YamlNode>& nodes_of(const EditDraft& draft) { return draft.parsed().front_matter.nodes; }

std::vector<std::uint32_t> children_of(const std::vector<YamlNode>& nodes, std::uint32_t parent) {
  std::vector<std::uint32_t> children;
  if (nodes.empty()) return children;
  for (std::uint32_t i = parent + 1; i < nodes[parent].end; i = nodes[i].end) children.push_back(i);
  return children;
}

ByteOffset line_behind(const EditDraft& draft, const YamlNode& node) {
  return draft.next_line(std::max(node.range.end, node.key_range.end));
}

// The begin of the key's line, above the comments that stand directly over it.
ByteOffset above_key(const EditDraft& draft, const YamlNode& node) {
  ByteOffset at = draft.line_at(node.key_range.begin).begin;
  while (at > draft.parsed().front_matter.yaml.begin) {
    const ByteRange line = draft.line_at(at - 1);
    if (!draft.slice(line).starts_with('#')) break;
    at = line.begin;
  }
  return at;
}

// Where a new key at the margin belongs by the order of the dialect: behind the nearest key that comes before it, else
// before the nearest that comes after it, else behind the last.
ByteOffset place_of_key(const EditDraft& draft, std::string_view key) {
  const std::vector<YamlNode>& nodes = nodes_of(draft);
  const std::vector<std::uint32_t> children = children_of(nodes, 0);
  if (children.empty()) return draft.parsed().front_matter.yaml.begin;
  std::vector<std::string> order;
  for (const std::string& each : draft.dialect().life.key_order) order.push_back(fold_words(each));
  const auto find = [&](const std::string& name) -> const YamlNode* {
    for (const std::uint32_t child : children)
      if (fold_words(nodes[child].key) == name) return &nodes[child];
    return nullptr;
  };
  const auto own = std::ranges::find(order, fold_words(key));
  for (auto before = own; own != order.end() && before != order.begin();)
    if (const YamlNode* node = find(*--before)) return line_behind(draft, *node);
  for (auto after = own; after != order.end(); ++after)
    if (const YamlNode* node = find(*after)) return above_key(draft, *node);
  return line_behind(draft, nodes[children.back()]);
}

// Key by key down to the value, each deeper by two blanks: "links:\n  docs: x\n".
std::string key_lines(const NewYamlKey& key, std::string_view path, std::string indent, std::string_view eol) {
  std::string text;
  for (;;) {
    const std::size_t dot = std::min(path.find('.'), path.size());
    text.append(indent)
        .append(write_yaml_scalar(path.substr(0, dot), YamlStyle::plain, YamlPlace::block, ""))
        .append(":");
    if (dot == path.size()) break;
    text += eol;
    indent += "  ";
    path.remove_prefix(dot + 1);
  }
  if (!key.is_list) {
    if (!key.entries.empty())
      text.append(" ").append(write_yaml_scalar(key.entries.front(), YamlStyle::plain, YamlPlace::block, ""));
    return text.append(eol);
  }
  text += " [";
  for (std::size_t i = 0; i < key.entries.size(); ++i) {
    if (i > 0) text += ", ";
    text += write_yaml_scalar(key.entries[i], YamlStyle::plain, YamlPlace::flow, "");
  }
  return text.append("]").append(eol);
}

std::string flow_entry(const NewYamlKey& key, std::string_view last_key) {
  std::string text = write_yaml_scalar(last_key, YamlStyle::plain, YamlPlace::flow, "") + ": ";
  if (!key.is_list)
    return text +=
           write_yaml_scalar(key.entries.empty() ? "" : key.entries.front(), YamlStyle::plain, YamlPlace::flow, "");
  text += '[';
  for (std::size_t i = 0; i < key.entries.size(); ++i) {
    if (i > 0) text += ", ";
    text += write_yaml_scalar(key.entries[i], YamlStyle::plain, YamlPlace::flow, "");
  }
  return text += ']';
}

Result<void> insert_into_map(EditDraft& draft, std::uint32_t parent, const NewYamlKey& key, std::string_view rest) {
  const std::vector<YamlNode>& nodes = nodes_of(draft);
  const YamlNode& map = nodes[parent];
  const std::vector<std::uint32_t> children = children_of(nodes, parent);
  const std::string eol(draft.eol_at(map.key_range.begin));
  if (map.kind == YamlKind::null && map.range.empty()) {
    const std::string_view line = draft.slice(draft.line_at(map.key_range.begin));
    const std::string indent(line.substr(0, std::min(line.find_first_not_of(' '), line.size())));
    draft.insert_lines(draft.next_line(map.key_range.end), key_lines(key, rest, indent + "  ", eol));
    return {};
  }
  if (map.kind != YamlKind::mapping)
    return std::unexpected(
        draft.error_at(ErrorKind::usage, map.key_range.begin, "'" + map.key + "' is no map of keys"));
  if (map.style == YamlStyle::flow) {
    if (rest.find('.') != std::string_view::npos)
      return std::unexpected(
          draft.error_at(ErrorKind::usage, map.key_range.begin, "make the map '" + map.key + "' deeper by hand"));
    const ByteOffset at = children.empty() ? map.range.begin + 1 : nodes[children.back()].range.end;
    draft.insert(at, (children.empty() ? "" : ", ") + flow_entry(key, rest));
    return {};
  }
  const YamlNode& last = nodes[children.back()];
  const ByteOffset begin = draft.line_at(last.key_range.begin).begin;
  const std::string indent(draft.slice({begin, last.key_range.begin}));
  if (indent.find_first_not_of(' ') != std::string::npos)
    return std::unexpected(draft.error_at(ErrorKind::refused, begin, "the map is not one key a line"));
  draft.insert_lines(line_behind(draft, last), key_lines(key, rest, indent, eol));
  return {};
}

Result<void> remove_from_flow(EditDraft& draft, std::uint32_t index) {
  const std::vector<YamlNode>& nodes = nodes_of(draft);
  const std::uint32_t map = nodes[index].parent;
  const std::vector<std::uint32_t> children = children_of(nodes, map);
  const auto at = static_cast<std::size_t>(std::ranges::find(children, index) - children.begin());
  ByteRange gone{nodes[index].key_range.begin, nodes[index].range.end};
  if (at + 1 < children.size())
    gone.end = nodes[children[at + 1]].key_range.begin;
  else if (at > 0)
    gone.begin = nodes[children[at - 1]].range.end;
  if (draft.slice(gone).find('#') != std::string_view::npos)
    return std::unexpected(
        draft.error_at(ErrorKind::refused, gone.begin, "a comment may stand beside the key; remove it by hand"));
  draft.replace(gone, "");
  return {};
}

}  // namespace

Result<void> remove_yaml_key(EditDraft& draft, std::uint32_t index) {
  const std::vector<YamlNode>& nodes = nodes_of(draft);
  const YamlNode& node = nodes[index];
  const YamlNode& map = nodes[node.parent];
  const std::string_view between = draft.slice({node.key_range.end, std::max(node.key_range.end, node.range.begin)});
  if (between.find_first_of("&!") != std::string_view::npos)
    return std::unexpected(
        draft.error_at(ErrorKind::refused, node.range.begin, "the value has an anchor or a tag; remove it by hand"));
  if (map.style == YamlStyle::flow) return remove_from_flow(draft, index);
  const ByteOffset begin = draft.line_at(node.key_range.begin).begin;
  const bool is_alone = trim_blanks(draft.slice({begin, node.key_range.begin})).empty();
  const bool is_only = children_of(nodes, node.parent).size() == 1;
  if (!is_alone || (is_only && node.parent == 0))
    return std::unexpected(draft.error_at(
        ErrorKind::refused, begin,
        is_only ? "this is the only key of the front matter; it stays" : "the key does not stand alone on its line"));
  if (is_only) {
    if (map.key_range.empty())
      return std::unexpected(draft.error_at(ErrorKind::refused, begin, "this is the only key of an entry; it stays"));
    draft.insert(static_cast<ByteOffset>(draft.bytes().find(':', map.key_range.end)) + 1, " {}");
  }
  draft.replace({begin, line_behind(draft, node)}, "");
  return {};
}

Result<void> insert_yaml_key(EditDraft& draft, const NewYamlKey& key) {
  const std::vector<YamlNode>& nodes = nodes_of(draft);
  const std::string_view path = key.path;
  // The deepest map on the way that is there.
  for (std::size_t dot = path.rfind('.'); dot != std::string_view::npos && dot > 0; dot = path.rfind('.', dot - 1)) {
    const auto parent = find_yaml_path(draft, path.substr(0, dot));
    if (!parent) return std::unexpected(parent.error());
    if (*parent != 0) return insert_into_map(draft, *parent, key, path.substr(dot + 1));
  }
  if (!nodes.empty() && nodes[0].style == YamlStyle::flow) return insert_into_map(draft, 0, key, path);
  const std::string_view first = path.substr(0, path.find('.'));
  const ByteOffset at = place_of_key(draft, first);
  const std::string eol(draft.eol_at(draft.parsed().front_matter.range.begin));
  draft.insert(at, key_lines(key, path, "", eol));
  return {};
}

}  // namespace milepost
