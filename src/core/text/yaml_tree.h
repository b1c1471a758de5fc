// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// YamlTree: builds the flat node vector of a FrontMatter. Both readers, the fast path and the one on libfyaml, feed it,
// so that what a node's range means is decided once: a block collection ends where its last value ends, and an absent
// value is an empty range right after its colon.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/text/front_matter.h"

namespace milepost {

class YamlTree {
 public:
  // borrows from: the nodes, which are cleared
  explicit YamlTree(std::vector<YamlNode>& nodes) : nodes_(nodes) { nodes_.clear(); }

  // The key of the next value; sequences and the root have none.
  void set_key(std::string_view key, ByteRange range);
  void add_scalar(YamlStyle style, std::string_view value, ByteRange range);
  void add_absent(ByteOffset at);
  void open(YamlKind kind, YamlStyle style, ByteOffset begin);
  // `end` counts for flow collections; a block collection ends with its last value.
  void close(ByteOffset end);

  [[nodiscard]] std::uint32_t depth() const { return static_cast<std::uint32_t>(open_.size()); }
  [[nodiscard]] bool is_in_mapping() const { return depth() > 0 && nodes_[open_.back()].kind == YamlKind::mapping; }
  // Where the last node ended; 0 before the first.
  [[nodiscard]] ByteOffset last_end() const { return last_end_; }

 private:
  YamlNode& add(YamlKind kind, YamlStyle style, ByteRange range);

  std::vector<YamlNode>& nodes_;
  std::vector<std::uint32_t> open_;
  ByteOffset last_end_ = 0;
  std::string key_;
  ByteRange key_range_;
};

// Whether the whole text is one or more template placeholders: {TEAM_SIZE}, {{ title }}, {A}/{B}.
[[nodiscard]] bool is_placeholder(std::string_view text);

// Length of the placeholder group "{NAME}" or "{{ name }}" at the start of `text`, else 0. A group with a colon or a
// comma in it is data.
[[nodiscard]] std::size_t placeholder_length(std::string_view text);

}  // namespace milepost
