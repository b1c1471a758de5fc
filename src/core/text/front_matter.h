// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// FrontMatter: the YAML block between `---` lines at the head of a document, every key and value with its byte range.
// libfyaml is the reader; plain scalars and short flow or block lists take a fast path that is proven equal to it. The
// nodes stand in one flat vector, parents before children. Trouble is data: the rest of the document is always read.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/byte_range.h"

namespace milepost {

enum class YamlKind : std::uint8_t { scalar, null, sequence, mapping };
enum class YamlStyle : std::uint8_t { plain, single_quoted, double_quoted, literal, folded, flow, block };

struct YamlNode {
  YamlKind kind = YamlKind::null;
  YamlStyle style = YamlStyle::plain;
  std::uint32_t parent = 0;  // index; the root mapping (node 0) is its own parent
  std::uint32_t end = 0;     // index one past the last descendant
  std::string key;           // decoded key inside a mapping, "" inside a sequence
  ByteRange key_range;       // as written, quotes included
  std::string value;         // scalar: decoded value
  ByteRange range;           // value as written, quotes included; empty range right after the colon for an absent value
  bool placeholder = false;  // the raw value is a template placeholder such as {TEAM_SIZE}, not data
};

enum class FrontMatterTrouble : std::uint8_t {
  not_first,  // a front matter block that does not start at the first byte (after a BOM or blank lines, or after an H1)
  never_closed,   // `---` opened, no closing line
  invalid_yaml,   // `detail` holds the library's word
  duplicate_key,  // the first value counts
  too_deep,       // nesting, aliases or size above the cap
  not_a_mapping,  // a scalar or list at the top
};

struct FrontMatterProblem {
  FrontMatterTrouble trouble = FrontMatterTrouble::invalid_yaml;
  ByteRange range;
  std::string detail;
};

struct FrontMatter {
  bool present = false;
  ByteRange range;              // with both delimiter lines, without the closing line's EOL
  ByteRange yaml;               // between the delimiter lines
  ByteOffset body_begin = 0;    // first byte after the closing line's EOL; 0 or after the BOM when there is none
  std::vector<YamlNode> nodes;  // nodes[0] is the root mapping when there is one
  std::vector<FrontMatterProblem> problems;

  void clear();
  // The direct child of the root with exactly this key, or nullptr.
  [[nodiscard]] const YamlNode* find(std::string_view key) const;
};

inline constexpr std::uint32_t kMaxYamlBytes = 1U << 20U;
inline constexpr std::uint32_t kMaxYamlDepth = 64;

// Reads the front matter of a document. A block that is "not first" is still read (so that its values are known) when
// it stands after blank lines or directly after an H1; `body_begin` then still points behind it only if it is at the
// top, otherwise to the start of the text.
void read_front_matter(std::string_view bytes, FrontMatter& into);

}  // namespace milepost
