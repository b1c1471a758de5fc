// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "core/text/source_text.h"

#include <algorithm>
#include <bit>
#include <cstring>

#include "core/base/byte_block.h"
#include "core/base/utf8.h"

namespace milepost {
namespace {

constexpr std::string_view kBom = "\xEF\xBB\xBF";
constexpr std::string_view kGitCrypt{"\0GITCRYPT\0", 10};
constexpr std::size_t kBinaryProbe = 8192;

std::uint32_t utf16_units(std::uint32_t sequence_length) { return sequence_length == 4 ? 2 : 1; }

}  // namespace

ContentKind classify_content(std::string_view bytes) {
  if (bytes.starts_with(kGitCrypt)) return ContentKind::git_crypt;
  if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) return ContentKind::binary;
  const std::size_t probe = std::min(bytes.size(), kBinaryProbe);
  const bool has_nul = probe > 0 && std::memchr(bytes.data(), 0, probe) != nullptr;
  return has_nul ? ContentKind::binary : ContentKind::text;
}

bool SourceText::has_bom() const { return bytes().starts_with(kBom); }

ByteOffset SourceText::content_begin() const { return has_bom() ? static_cast<ByteOffset>(kBom.size()) : 0; }

bool SourceText::ends_with_newline() const { return bytes_.ends_with('\n') || bytes_.ends_with('\r'); }

EolStyle SourceText::eol_style() const {
  bool lf = false;
  bool crlf = false;
  bool cr = false;
  for (std::size_t at = bytes_.find_first_of("\r\n"); at != std::string::npos; at = bytes_.find_first_of("\r\n", at)) {
    const bool is_pair = bytes_.compare(at, 2, "\r\n") == 0;
    (is_pair ? crlf : bytes_[at] == '\n' ? lf : cr) = true;
    at += is_pair ? 2 : 1;
  }
  if (lf + crlf + cr > 1) return EolStyle::mixed;
  return lf ? EolStyle::lf : crlf ? EolStyle::crlf : cr ? EolStyle::cr : EolStyle::none;
}

bool SourceText::is_valid_utf8() const { return find_invalid_utf8(bytes_) == std::string_view::npos; }

const std::vector<ByteOffset>& SourceText::line_begins() const {
  if (!line_begins_.empty()) return line_begins_;
  line_begins_.push_back(0);
  const auto size = static_cast<ByteOffset>(bytes_.size());
  for (ByteOffset begin = 0; begin < size; begin += ByteBlock::kSize) {
    const ByteBlock block(bytes_, begin);
    for (std::uint64_t ends = block.equal_to('\n') | block.equal_to('\r'); ends != 0; ends &= ends - 1) {
      const ByteOffset at = begin + static_cast<ByteOffset>(std::countr_zero(ends));
      if (bytes_[at] == '\r' && at + 1 < size && bytes_[at + 1] == '\n') continue;
      line_begins_.push_back(at + 1);
    }
  }
  return line_begins_;
}

std::uint32_t SourceText::line_count() const { return static_cast<std::uint32_t>(line_begins().size()); }

ByteRange SourceText::line(std::uint32_t index) const {
  const std::vector<ByteOffset>& begins = line_begins();
  const ByteOffset begin = begins[index];
  if (index + 1 == begins.size()) return {begin, static_cast<ByteOffset>(bytes_.size())};
  ByteOffset end = begins[index + 1] - 1;
  if (bytes_[end] == '\n' && end > begin && bytes_[end - 1] == '\r') --end;
  return {begin, end};
}

LineColumn SourceText::position(ByteOffset offset) const {
  const std::vector<ByteOffset>& begins = line_begins();
  const auto after = std::ranges::upper_bound(begins, offset);
  const auto index = static_cast<std::uint32_t>(after - begins.begin());
  return {index, offset - begins[index - 1] + 1};
}

std::uint32_t SourceText::utf16_column(ByteOffset offset) const {
  ByteOffset at = offset - (position(offset).byte_column - 1);
  std::uint32_t units = 0;
  while (at < offset) {
    const CodePoint point = code_point_at(bytes_, at);
    units += utf16_units(point.length);
    at += point.length;
  }
  return units;
}

ByteOffset SourceText::offset_at_utf16(std::uint32_t line_index, std::uint32_t utf16_units_wanted) const {
  if (line_index >= line_count()) return static_cast<ByteOffset>(bytes_.size());
  const ByteRange range = line(line_index);
  ByteOffset at = range.begin;
  std::uint32_t units = 0;
  while (at < range.end && units < utf16_units_wanted) {
    const CodePoint point = code_point_at(bytes_, at);
    units += utf16_units(point.length);
    at += point.length;
  }
  return at;
}

}  // namespace milepost
