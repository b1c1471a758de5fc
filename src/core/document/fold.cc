// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "core/document/fold.h"

#include <array>
#include <cstdint>

#include "core/base/utf8.h"

namespace milepost {
namespace {

enum class Fold : std::uint8_t { drop, blank, keep, lower };

constexpr std::array<Fold, 128> kAscii = [] {
  std::array<Fold, 128> table{};
  for (std::size_t c = 0; c < table.size(); ++c) {
    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
      table[c] = Fold::keep;
    else if (c >= 'A' && c <= 'Z')
      table[c] = Fold::lower;
    else if (c == ' ' || c == '\t' || c == '-' || c == '_' || c == '/' || c == '.' || c == '\n' || c == '\r' || c == '|')
      table[c] = Fold::blank;
  }
  return table;
}();

// Symbols, arrows, dingbats, emoji and their selectors say nothing in a label.
bool is_symbol(char32_t c) {
  return (c >= 0x2190 && c <= 0x2BFF) || (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0x1F000 && c <= 0x1FAFF) || c == 0x200D ||
         c == 0x20E3 || (c >= 0xE0000 && c <= 0xE007F) || (c >= 0x00A1 && c <= 0x00BF && c != 0x00AA && c != 0x00BA);
}

// Blanks, dashes and punctuation outside ASCII.
bool is_blank(char32_t c) {
  return c == 0x00A0 || (c >= 0x2000 && c <= 0x206F && c != 0x200D) || (c >= 0x3000 && c <= 0x303F) ||
         (c >= 0xFF01 && c <= 0xFF0F) || c == 0xFF1A;
}

// Writes into memory of the text's size: what is folded is never longer, as each blank stands for one or more bytes.
class Folder {
 public:
  Folder(std::size_t size, std::string& out) : out_(out) {
    out_.resize(size);
    begin_ = at_ = out_.data();
  }

  void put(char c) {
    if (pending_ && at_ != begin_) *at_++ = ' ';
    pending_ = false;
    *at_++ = c;
  }
  void blank() { pending_ = true; }
  void finish() { out_.resize(static_cast<std::size_t>(at_ - begin_)); }

  void ascii(char c) {
    switch (kAscii[static_cast<unsigned char>(c)]) {
      case Fold::keep: put(c); break;
      case Fold::lower: put(static_cast<char>(c + ('a' - 'A'))); break;
      case Fold::blank: blank(); break;
      case Fold::drop: break;
    }
  }

 private:
  std::string& out_;
  char* begin_ = nullptr;  // borrows from: out_, as the next
  char* at_ = nullptr;
  bool pending_ = false;
};

std::size_t section_number_length(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size() && ((text[at] >= '0' && text[at] <= '9') || text[at] == '.')) ++at;
  if (at == 0 || at >= text.size()) return 0;
  if (text[at] == ')' || text[at] == ':') return at + 1;
  return text[at] == ' ' && at > 1 && text[at - 1] == '.' ? at : 0;
}

}  // namespace

std::string_view fold_words(std::string_view text, std::string& buffer) {
  Folder folder(text.size(), buffer);
  for (std::size_t at = 0; at < text.size();) {
    const char c = text[at];
    if (static_cast<unsigned char>(c) < 0x80) {
      folder.ascii(c);
      ++at;
      continue;
    }
    const CodePoint decoded = code_point_at(text, at);
    if (is_blank(decoded.value))
      folder.blank();
    else if (!is_symbol(decoded.value))
      for (std::size_t i = 0; i < decoded.length; ++i) folder.put(text[at + i]);
    at += decoded.length;
  }
  folder.finish();
  return buffer;
}

std::string_view fold_heading(std::string_view text, std::string& buffer) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  return fold_words(text.substr(section_number_length(text)), buffer);
}

}  // namespace milepost
