// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "core/text/yaml_tree.h"

namespace milepost {
namespace {

constexpr std::size_t kMaxPlaceholder = 200;

bool is_null_word(std::string_view word) {
  return word == "~" || word == "null" || word == "Null" || word == "NULL" || word.empty();
}

bool may_stand_in_placeholder(char c) {
  return c != ':' && c != ',' && c != '{' && c != '}' && c != '"' && c != '\'' && c != '[' && c != ']' && c != '#' &&
         static_cast<unsigned char>(c) >= ' ';
}

}  // namespace

std::size_t placeholder_length(std::string_view text) {
  std::size_t braces = 0;
  while (braces < text.size() && braces < 3 && text[braces] == '{') ++braces;
  if (braces == 0) return 0;
  std::size_t at = braces;
  bool has_text = false;
  for (; at < text.size() && at < kMaxPlaceholder && may_stand_in_placeholder(text[at]); ++at)
    has_text = has_text || text[at] != ' ';
  for (std::size_t i = 0; i < braces; ++i)
    if (at + i >= text.size() || text[at + i] != '}') return 0;
  return has_text ? at + braces : 0;
}

bool is_placeholder(std::string_view text) {
  if (text.empty() || text.front() != '{' || text.back() != '}') return false;
  while (!text.empty()) {
    const std::size_t length = placeholder_length(text);
    if (length == 0) return false;
    text.remove_prefix(length);
    const std::size_t next = text.find('{');
    if (next == std::string_view::npos) return text.empty();
    for (const char c : text.substr(0, next))
      if (c != '/' && c != '-' && c != '_' && c != ' ' && c != '.') return false;
    text.remove_prefix(next);
  }
  return true;
}

void YamlTree::set_key(std::string_view key, ByteRange range) {
  key_.assign(key);
  key_range_ = range;
  last_end_ = range.end;
}

YamlNode& YamlTree::add(YamlKind kind, YamlStyle style, ByteRange range) {
  const auto index = static_cast<std::uint32_t>(nodes_.size());
  YamlNode& node = nodes_.emplace_back();
  node.kind = kind;
  node.style = style;
  node.parent = open_.empty() ? index : open_.back();
  node.end = index + 1;
  node.range = range;
  node.key.swap(key_);
  node.key_range = key_range_;
  key_.clear();
  key_range_ = {};
  last_end_ = range.end;
  return node;
}

void YamlTree::add_scalar(YamlStyle style, std::string_view value, ByteRange range) {
  if (style == YamlStyle::plain && is_null_word(value)) {
    add(YamlKind::null, style, range);
    return;
  }
  YamlNode& node = add(YamlKind::scalar, style, range);
  node.value.assign(value);
  node.placeholder = is_placeholder(value);
}

void YamlTree::add_absent(ByteOffset at) { add(YamlKind::null, YamlStyle::plain, {at, at}); }

void YamlTree::open(YamlKind kind, YamlStyle style, ByteOffset begin) {
  const auto index = static_cast<std::uint32_t>(nodes_.size());
  add(kind, style, {begin, begin});
  open_.push_back(index);
}

void YamlTree::close(ByteOffset end) {
  YamlNode& node = nodes_[open_.back()];
  node.end = static_cast<std::uint32_t>(nodes_.size());
  node.range.end = node.style == YamlStyle::flow ? end : last_end_;
  last_end_ = node.range.end;
  open_.pop_back();
}

}  // namespace milepost
