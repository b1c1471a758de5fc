// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "core/text/yaml_salvage.h"

#include <algorithm>

#include "core/text/line_shape.h"
#include "core/text/yaml_fast_path.h"
#include "core/text/yaml_library.h"

namespace milepost {
namespace {

// Each entry that the fast path refuses starts a YAML parser; a hostile file gets only so many.
constexpr int kMaxLibraryEntries = 64;

bool starts_entry(std::string_view line) {
  return !line.empty() && (is_alpha_char(line.front()) || line.front() == '_' || line.front() == '"') &&
         line.find(':') != std::string_view::npos;
}

ByteOffset next_line(std::string_view bytes, ByteOffset at, ByteOffset end) {
  const std::size_t feed = bytes.find_first_of("\n", at);
  return feed >= end ? end : static_cast<ByteOffset>(feed + 1);
}

class Salvage {
 public:
  // borrows from: the text and the nodes, for one call
  Salvage(std::string_view bytes, ByteRange yaml, std::vector<YamlNode>& nodes)
      : bytes_(bytes), yaml_(yaml), nodes_(nodes) {
    nodes_.clear();
    YamlNode& root = nodes_.emplace_back();
    root.kind = YamlKind::mapping;
    root.style = YamlStyle::block;
    root.end = 1;
  }

  void run() {
    ByteOffset begin = yaml_.begin;
    while (begin < yaml_.end) {
      ByteOffset end = next_line(bytes_, begin, yaml_.end);
      while (end < yaml_.end && !starts_entry(bytes_.substr(end, next_line(bytes_, end, yaml_.end) - end)))
        end = next_line(bytes_, end, yaml_.end);
      take_entry({begin, end});
      begin = end;
    }
    if (nodes_.size() == 1) return nodes_.clear();
    std::uint32_t last = 1;
    while (nodes_[last].end < nodes_.size()) last = nodes_[last].end;
    nodes_.front().range = {nodes_[1].key_range.begin, nodes_[last].range.end};
    nodes_.front().end = static_cast<std::uint32_t>(nodes_.size());
  }

 private:
  void take_entry(ByteRange entry) {
    if (!starts_entry(slice(bytes_, entry))) return;
    if (read_simple_yaml(bytes_, entry, read_)) return adopt();
    ignored_.clear();
    if (library_entries_++ < kMaxLibraryEntries && !read_yaml(bytes_, entry, read_, ignored_)) return adopt();
    take_raw(entry);
  }

  void adopt() {
    if (read_.empty() || read_.front().kind != YamlKind::mapping) return;
    const auto shift = static_cast<std::uint32_t>(nodes_.size() - 1);
    for (std::size_t i = 1; i < read_.size(); ++i) {
      YamlNode node = std::move(read_[i]);
      if (node.parent > 0) node.parent += shift;
      node.end += shift;
      nodes_.push_back(std::move(node));
    }
  }

  void take_raw(ByteRange entry) {
    const std::string_view line = slice(bytes_, entry);
    const std::string_view text = trim_blanks(line.substr(0, line.find_first_of("\r\n")));
    const std::size_t colon = text.find(": ");
    const bool is_one_line = line.find_first_not_of(" \t\r\n", text.size()) == std::string_view::npos;
    if (colon == std::string_view::npos || !is_one_line || text.front() == '"') return;
    const std::string_view value = trim_blanks(text.substr(colon + 1));
    if (value.empty()) return;
    const auto begin = static_cast<ByteOffset>(value.data() - bytes_.data());
    YamlNode node;
    node.kind = YamlKind::scalar;
    node.key = trim_blanks(text.substr(0, colon));
    node.key_range = {entry.begin, entry.begin + static_cast<ByteOffset>(node.key.size())};
    node.value = value;
    node.range = {begin, begin + static_cast<ByteOffset>(value.size())};
    node.end = static_cast<std::uint32_t>(nodes_.size() + 1);
    nodes_.push_back(std::move(node));
  }

  std::string_view bytes_;
  ByteRange yaml_;
  std::vector<YamlNode>& nodes_;
  std::vector<YamlNode> read_;
  std::vector<FrontMatterProblem> ignored_;
  int library_entries_ = 0;
};

}  // namespace

void salvage_entries(std::string_view bytes, ByteRange yaml, std::vector<YamlNode>& nodes) {
  Salvage(bytes, yaml, nodes).run();
}

}  // namespace milepost
