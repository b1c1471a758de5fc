// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "core/document/dependency_sentences.h"

#include <algorithm>
#include <optional>
#include <string>

#include "core/base/byte_set.h"
#include "core/document/fold.h"

namespace milepost {
namespace {

constexpr std::size_t kLabelMost = 40;      // bytes, marks included
constexpr std::size_t kSentencesMost = 20;  // of one item
constexpr ByteSet kStops(".!?;");
constexpr ByteSet kNoLabel("`|[]<>\"=");  // signs that no label of a sentence holds

bool is_dash_before(std::string_view line, std::size_t at) {
  return at >= 3 && (line.substr(at - 3, 3) == "\xE2\x80\x94" || line.substr(at - 3, 3) == "\xE2\x80\x93");
}

// Where the sentence that ends with the colon at `colon` begins, when it is short enough for a label and does not begin
// the line.
std::optional<std::size_t> sentence_begin(std::string_view line, std::size_t colon) {
  std::size_t begin = colon;
  for (; begin > 0 && colon - begin <= kLabelMost; --begin) {
    const char before = line[begin - 1];
    if (kNoLabel.holds(before)) return std::nullopt;
    if (before == '(' || (kStops.holds(before) && line[begin] == ' ') || is_dash_before(line, begin)) break;
  }
  if (begin == 0 || colon - begin > kLabelMost) return std::nullopt;
  begin = line.find_first_not_of(" *_", begin);
  return begin < colon ? std::optional(begin) : std::nullopt;
}

// Where the sentence that begins at `at` ends: before a full stop with another sentence behind it, before the bracket
// that closes around it, or with the line.
std::size_t sentence_end(std::string_view line, std::size_t at) {
  int depth = 0;
  for (; at < line.size(); ++at) {
    if (line[at] == '(') ++depth;
    if (line[at] == ')' && --depth < 0) return at;
    const bool is_next = at + 2 < line.size() && line[at + 1] == ' ' && line[at + 2] >= 'A' && line[at + 2] <= 'Z';
    if (line[at] == '.' && depth == 0 && is_next) return at;
  }
  return line.ends_with('.') ? at - 1 : at;
}

void end_value_before(std::string_view bytes, ByteOffset begin, std::vector<PlacedLabel>& labels) {
  for (PlacedLabel& label : labels) {
    if (label.value.begin >= begin || begin >= label.value.end) continue;
    label.value.end = begin;
    while (!label.value.empty() && std::string_view(" *_.;(").contains(bytes[label.value.end - 1])) --label.value.end;
  }
}

class SentenceFinder {
 public:
  SentenceFinder(std::string_view bytes, const Dialect& dialect, std::vector<PlacedLabel>& labels)
      : bytes_(bytes), dialect_(dialect), labels_(labels) {}

  void search(ByteRange range, std::uint32_t line_number, std::uint32_t block) {
    const std::string_view line = slice(bytes_, range);
    const auto at = [&](std::size_t offset) { return static_cast<ByteOffset>(range.begin + offset); };
    for (std::size_t colon = line.find(':'); colon != std::string_view::npos; colon = line.find(':', colon + 1)) {
      const auto begin = sentence_begin(line, colon);
      if (!begin || count_ == kSentencesMost || !names_dependencies(line.substr(*begin, colon - *begin))) continue;
      const std::size_t value = std::min(line.find_first_not_of(" *_", colon + 1), line.size());
      ++count_;
      end_value_before(bytes_, at(*begin), labels_);
      const ByteRange text{at(value), at(std::max(value, sentence_end(line, value)))};
      labels_.push_back({{at(*begin), at(colon)}, text, Carrier::label, line_number, block});
    }
  }

 private:
  [[nodiscard]] bool names_dependencies(std::string_view label) {
    const auto found = dialect_.labels.find(fold_words(label, buffer_));
    return found != dialect_.labels.end() && found->second.role == Role::depends_on;
  }

  std::string_view bytes_;  // borrows from: the caller
  const Dialect& dialect_;
  std::vector<PlacedLabel>& labels_;
  std::string buffer_;
  std::size_t count_ = 0;
};

}  // namespace

void find_dependency_sentences(std::string_view bytes, const Markdown& markdown, const Dialect& dialect, BlockSpan span,
                               std::vector<PlacedLabel>& labels) {
  SentenceFinder finder(bytes, dialect, labels);
  for (std::uint32_t i = span.begin; i < span.end; ++i) {
    const Block& block = markdown.blocks[i];
    if (block.kind != BlockKind::paragraph) continue;
    for (std::uint32_t k = 0; k < block.lines_count; ++k)
      finder.search(markdown.lines[block.lines_begin + k], block.line + k, i);
  }
}

}  // namespace milepost
