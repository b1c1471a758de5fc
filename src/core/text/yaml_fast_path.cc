// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "core/text/yaml_fast_path.h"

#include <algorithm>
#include <array>

#include "core/base/byte_set.h"
#include "core/text/line_shape.h"
#include "core/text/yaml_tree.h"

namespace milepost {
namespace {

constexpr std::uint32_t kMaxSimpleDepth = 4;
constexpr ByteSet kNotPlain("[{}:#\"'&*!|>%@`?");
constexpr ByteSet kElementEnds(",]");

struct YamlLine {
  ByteOffset begin = 0;  // first byte that is no blank
  ByteOffset end = 0;    // without trailing blanks and EOL
  std::uint32_t indent = 0;
  bool is_dash = false;
};

constexpr bool is_key_char(char c) {
  return is_alpha_char(c) || is_digit_char(c) || c == '_' || c == '-' || c == '.' || c == '/' || c == ' ';
}

constexpr bool starts_plain(char c) {
  return is_alpha_char(c) || is_digit_char(c) || c == '_' || c == '.' || c == '/' || c == '$' || c == '(' || c == '+' ||
         c == '~' || c == '<' || c == '=' || static_cast<unsigned char>(c) >= 0x80;
}

class SimpleYaml {
 public:
  // borrows from: the text and the nodes, for one read
  SimpleYaml(std::string_view bytes, ByteRange yaml, std::vector<YamlNode>& nodes)
      : bytes_(bytes),
        at_(yaml.begin),
        end_(yaml.end),
        may_have_controls_(has_controls(slice(bytes, yaml))),
        tree_(nodes) {}

  bool read() {
    if (!next_line() || !has_line_ || line_.indent != 0 || line_.is_dash) return false;
    return read_mapping() && !has_line_;
  }

 private:
  static constexpr bool is_control(char c) { return static_cast<unsigned char>(c) < ' ' || c == 0x7f; }

  // Control characters besides line feeds. One look at all bytes, in steps that the compiler makes wide.
  static bool has_controls(std::string_view text) {
    unsigned found = 0;
    for (const char c : text) found |= static_cast<unsigned>(is_control(c)) & static_cast<unsigned>(c != '\n');
    return found != 0;
  }

  // Moves to the next line with content. False: a byte that only libfyaml should judge.
  bool next_line() {
    has_line_ = false;
    while (at_ < end_ && !has_line_) {
      const auto feed = bytes_.find('\n', at_);
      const ByteOffset stop = feed == std::string_view::npos || feed >= end_ ? end_ : static_cast<ByteOffset>(feed);
      if (!take_line(at_, stop)) return false;
      at_ = stop + 1;
    }
    return true;
  }

  bool take_line(ByteOffset begin, ByteOffset end) {
    if (end > begin && bytes_[end - 1] == '\r') --end;
    if (may_have_controls_ && std::ranges::any_of(bytes_.substr(begin, end - begin), is_control)) return false;
    line_.begin = begin;
    while (line_.begin < end && bytes_[line_.begin] == ' ') ++line_.begin;
    if (line_.begin == end || bytes_[line_.begin] == '#') return true;
    line_.end = end;
    while (bytes_[line_.end - 1] == ' ') --line_.end;
    line_.indent = line_.begin - begin;
    line_.is_dash = bytes_[line_.begin] == '-' && (line_.begin + 1 == line_.end || bytes_[line_.begin + 1] == ' ');
    has_line_ = true;
    return true;
  }

  bool read_mapping() {
    if (tree_.depth() == kMaxSimpleDepth) return false;
    const std::uint32_t indent = line_.indent;
    tree_.open(YamlKind::mapping, YamlStyle::block, line_.begin);
    while (has_line_ && line_.indent == indent)
      if (line_.is_dash || !read_pair(indent)) return false;
    if (has_line_ && line_.indent > indent) return false;
    tree_.close(0);
    return true;
  }

  bool read_pair(std::uint32_t indent) {
    ByteOffset colon = line_.begin;
    if (!is_alpha_char(bytes_[colon]) && !is_digit_char(bytes_[colon]) && bytes_[colon] != '_') return false;
    while (colon < line_.end && is_key_char(bytes_[colon])) ++colon;
    if (colon == line_.end || bytes_[colon] != ':') return false;
    if (colon + 1 < line_.end && bytes_[colon + 1] != ' ') return false;
    const std::string_view key = trim_blanks(bytes_.substr(line_.begin, colon - line_.begin));
    tree_.set_key(key, {line_.begin, line_.begin + static_cast<ByteOffset>(key.size())});
    const ByteOffset value = skip_spaces(colon + 1);
    if (value < line_.end && bytes_[value] != '#')
      return read_value(value) && next_line() && !(has_line_ && line_.indent > indent);
    return next_line() && read_block_value(indent, colon + 1);
  }

  bool read_block_value(std::uint32_t indent, ByteOffset absent_at) {
    if (has_line_ && line_.is_dash && line_.indent >= indent) return read_sequence();
    if (has_line_ && line_.indent > indent) return read_mapping();
    tree_.add_absent(absent_at);
    return true;
  }

  bool read_sequence() {
    if (tree_.depth() == kMaxSimpleDepth) return false;
    const std::uint32_t indent = line_.indent;
    tree_.open(YamlKind::sequence, YamlStyle::block, line_.begin);
    while (has_line_ && line_.is_dash && line_.indent == indent) {
      const ByteOffset value = skip_spaces(line_.begin + 1);
      if (value == line_.end || bytes_[value] == '#')
        tree_.add_absent(line_.begin + 1);
      else if (!read_value(value))
        return false;
      if (!next_line()) return false;
      if (has_line_ && line_.indent > indent) return false;
    }
    tree_.close(0);
    return true;
  }

  // A value that begins and ends on the current line.
  bool read_value(ByteOffset at) {
    const char first = bytes_[at];
    if (first == '"' || first == '\'') return read_quoted(at, line_.end) && is_rest_empty(after_);
    if (first == '[') return read_flow_list(at);
    return read_plain(at);
  }

  bool read_plain(ByteOffset at) {
    const std::string_view line = bytes_.substr(at, line_.end - at);
    const std::string_view text = trim_blanks(line.substr(0, line.find(" #")));
    const bool negative = text[0] == '-' && text.size() > 1 && is_digit_char(text[1]);
    if (!starts_plain(text[0]) && !negative && !is_placeholder(text)) return false;
    if (text.back() == ':' || text.find(": ") != std::string_view::npos) return false;
    tree_.add_scalar(YamlStyle::plain, text, {at, at + static_cast<ByteOffset>(text.size())});
    return true;
  }

  // Leaves the place behind the closing quote in after_. Escapes, and quotes that stay open, are for libfyaml.
  bool read_quoted(ByteOffset at, ByteOffset end) {
    const char quote = bytes_[at];
    const std::string_view rest = bytes_.substr(at + 1, end - at - 1);
    const std::size_t close = rest.find(quote);
    if (close == std::string_view::npos) return false;
    const std::string_view text = rest.substr(0, close);
    if (quote == '"' && text.find('\\') != std::string_view::npos) return false;
    if (quote == '\'' && close + 1 < rest.size() && rest[close + 1] == '\'') return false;
    after_ = at + static_cast<ByteOffset>(close) + 2;
    tree_.add_scalar(quote == '"' ? YamlStyle::double_quoted : YamlStyle::single_quoted, text, {at, after_});
    return true;
  }

  bool read_flow_list(ByteOffset at) {
    if (tree_.depth() == kMaxSimpleDepth) return false;
    tree_.open(YamlKind::sequence, YamlStyle::flow, at);
    after_ = skip_spaces(at + 1);
    const bool is_empty = after_ < line_.end && bytes_[after_] == ']';
    while (!is_empty) {
      if (after_ >= line_.end || !read_flow_element(after_)) return false;
      after_ = skip_spaces(after_);
      if (after_ >= line_.end) return false;
      if (bytes_[after_] == ']') break;
      if (bytes_[after_] != ',') return false;
      after_ = skip_spaces(after_ + 1);
    }
    tree_.close(++after_);
    return is_rest_empty(after_);
  }

  bool read_flow_element(ByteOffset at) {
    if (bytes_[at] == '"' || bytes_[at] == '\'') return read_quoted(at, line_.end);
    const std::string_view rest = bytes_.substr(at, line_.end - at);
    const std::size_t placeholder = placeholder_length(rest);
    const std::size_t stop = placeholder > 0 ? placeholder : kElementEnds.find_in(rest);
    if (stop == std::string_view::npos || stop == 0) return false;
    const std::string_view text = trim_blanks(rest.substr(0, stop));
    const bool is_simple = starts_plain(text[0]) && !kNotPlain.meets(text);
    if (placeholder == 0 && !is_simple) return false;
    tree_.add_scalar(YamlStyle::plain, text, {at, at + static_cast<ByteOffset>(text.size())});
    after_ = at + static_cast<ByteOffset>(stop);
    return true;
  }

  [[nodiscard]] bool is_rest_empty(ByteOffset at) const {
    const ByteOffset next = skip_spaces(at);
    return next == line_.end || (next > at && bytes_[next] == '#');
  }

  [[nodiscard]] ByteOffset skip_spaces(ByteOffset at) const {
    while (at < line_.end && bytes_[at] == ' ') ++at;
    return at;
  }

  std::string_view bytes_;
  ByteOffset at_;
  ByteOffset end_;
  bool may_have_controls_;
  ByteOffset after_ = 0;
  YamlLine line_;
  bool has_line_ = false;
  YamlTree tree_;
};

}  // namespace

bool read_simple_yaml(std::string_view bytes, ByteRange yaml, std::vector<YamlNode>& nodes) {
  return SimpleYaml(bytes, yaml, nodes).read();
}

}  // namespace milepost
