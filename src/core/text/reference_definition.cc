// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "core/text/reference_definition.h"

#include "core/text/line_shape.h"

namespace milepost {
namespace {

constexpr std::size_t kMaxLabel = 999;
constexpr std::uint32_t kMaxParentheses = 32;

// Walks over the bytes of several lines. Each line ends with one '\n', and so does, for ever, the end of the last.
class LinesReader {
 public:
  // borrows from: the text and the lines, for one call of find_reference_definition
  LinesReader(std::string_view bytes, std::span<const ByteRange> lines) : bytes_(bytes), lines_(lines) {
    offset_ = lines_.front().begin;
  }

  [[nodiscard]] bool at_line_end() const { return at_end() || offset_ == lines_[line_].end; }
  [[nodiscard]] bool at_end() const { return line_ == lines_.size(); }
  [[nodiscard]] std::size_t line() const { return line_; }
  [[nodiscard]] ByteOffset offset() const { return offset_; }
  [[nodiscard]] char peek() const { return at_line_end() ? '\n' : bytes_[offset_]; }

  void next() {
    if (at_end()) return;
    if (offset_ < lines_[line_].end) {
      ++offset_;
    } else if (++line_ < lines_.size()) {
      offset_ = lines_[line_].begin;
    }
  }
  // Over a backslash and the punctuation that it escapes, or over one byte.
  void next_escaped() {
    const bool escape = peek() == '\\';
    next();
    if (escape && !at_line_end() && is_punctuation_char(peek())) next();
  }
  void skip_blanks() {
    while (!at_line_end() && is_blank_char(peek())) next();
  }
  // Blanks with at most one line ending among them.
  void skip_blanks_and_line_end() {
    skip_blanks();
    if (!at_line_end()) return;
    next();
    skip_blanks();
  }

 private:
  std::string_view bytes_;
  std::span<const ByteRange> lines_;
  std::size_t line_ = 0;
  ByteOffset offset_ = 0;
};

bool read_label(LinesReader& reader, ByteRange& label) {
  if (reader.peek() != '[') return false;
  reader.next();
  label.begin = reader.offset();
  bool has_text = false;
  for (std::size_t length = 0; length <= kMaxLabel; ++length) {
    if (reader.at_end() || reader.peek() == '[') return false;
    if (reader.peek() == ']') {
      label.end = reader.offset();
      reader.next();
      return has_text;
    }
    has_text = has_text || !(is_blank_char(reader.peek()) || reader.at_line_end());
    if (reader.peek() == '\\') ++length;
    reader.next_escaped();
  }
  return false;
}

bool read_angle_destination(LinesReader& reader, ByteRange& destination) {
  reader.next();
  destination.begin = reader.offset();
  while (!reader.at_line_end() && reader.peek() != '<' && reader.peek() != '>') reader.next_escaped();
  if (reader.at_line_end() || reader.peek() == '<') return false;
  destination.end = reader.offset();
  reader.next();
  return true;
}

bool read_destination(LinesReader& reader, ByteRange& destination) {
  if (reader.at_end()) return false;
  if (reader.peek() == '<') return read_angle_destination(reader, destination);
  destination.begin = reader.offset();
  std::uint32_t open = 0;
  while (!reader.at_line_end() && static_cast<unsigned char>(reader.peek()) > ' ' && reader.peek() != 0x7f) {
    if (reader.peek() == '(' && ++open > kMaxParentheses) return false;
    if (reader.peek() == ')' && open-- == 0) return false;
    reader.next_escaped();
  }
  destination.end = reader.offset();
  return open == 0 && !destination.empty();
}

bool read_title(LinesReader& reader, ByteRange& title) {
  const char open = reader.peek();
  if (reader.at_end() || (open != '"' && open != '\'' && open != '(')) return false;
  const char close = open == '(' ? ')' : open;
  title.begin = reader.offset();
  reader.next();
  while (!reader.at_end() && reader.peek() != close) {
    if (open == '(' && reader.peek() == '(') return false;
    reader.next_escaped();
  }
  if (reader.at_end()) return false;
  reader.next();
  title.end = reader.offset();
  reader.skip_blanks();
  return reader.at_line_end();
}

}  // namespace

std::optional<ReferenceDefinition> find_reference_definition(std::string_view bytes, std::span<const ByteRange> lines) {
  if (lines.empty()) return std::nullopt;
  LinesReader reader(bytes, lines);
  ReferenceDefinition found;
  if (!read_label(reader, found.label) || reader.peek() != ':') return std::nullopt;
  reader.next();
  reader.skip_blanks_and_line_end();
  if (!read_destination(reader, found.destination)) return std::nullopt;

  LinesReader without_title = reader;
  without_title.skip_blanks();
  const bool has_gap = reader.at_line_end() || is_blank_char(reader.peek());
  reader.skip_blanks_and_line_end();
  if (has_gap && read_title(reader, found.title)) {
    found.lines = reader.line() + 1;
    return found;
  }
  if (!without_title.at_line_end()) return std::nullopt;
  found.title = {};
  found.lines = without_title.line() + 1;
  return found;
}

}  // namespace milepost
