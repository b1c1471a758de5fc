// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// Ids in the one form by which they are compared. Apart from finding them in a text, because linking needs only this.
#include <algorithm>
#include <array>
#include <cstdint>
#include <span>

#include "core/base/ascii.h"
#include "core/document/normalise/fold.h"
#include "core/document/normalise/identifier.h"

namespace milepost {
namespace {

enum class TokenKind : std::uint8_t { word, number, sign };

// Views into the lower-cased id.
// Without initial values, because an id has three tokens and not forty-eight.
struct Token {
  const char* begin;  // borrows from: the lowered text of fold_identifier, or a literal
  std::uint32_t size;
  TokenKind kind;

  [[nodiscard]] bool is_number() const { return kind == TokenKind::number; }
  [[nodiscard]] std::string_view folded() const { return {begin, size}; }
  void replace(std::string_view word) {
    begin = word.data();
    size = static_cast<std::uint32_t>(word.size());
  }
};

// As many as an id of people ever has; what is longer is no id and need not fold well.
struct Tokens {
  std::array<Token, 48> all;
  std::size_t size = 0;

  void push(std::string_view folded, TokenKind kind) {
    if (size < all.size()) all[size++] = {folded.data(), static_cast<std::uint32_t>(folded.size()), kind};
  }
};

constexpr std::size_t kLongestId = 512;

// The id in lower case. ASCII, as nearly all ids are, needs no memory beyond this.
class LowerId {
 public:
  explicit LowerId(std::string_view id) {
    for (const char c : id) {
      if (static_cast<unsigned char>(c) >= 0x80) {
        lower_wide(id);
        return;
      }
      ascii_[size_++] = c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
    }
  }

  [[nodiscard]] std::string_view text() const& {
    return wide_.empty() ? std::string_view(ascii_.data(), size_) : wide_;
  }
  std::string_view text() && = delete;

 private:
  void lower_wide(std::string_view id) {
    for (std::size_t at = 0; at < id.size();) {
      const CodePoint point = code_point_at(id, at);
      append_utf8(wide_, to_lower(point.value));
      at += point.length;
    }
  }

  std::array<char, kLongestId> ascii_;
  std::size_t size_ = 0;
  std::string wide_;
};

// Where the run of letters at `at` ends.
std::size_t letters_end(std::string_view lower, std::size_t at) {
  while (at < lower.size()) {
    if (is_ascii_letter(lower[at])) {
      ++at;
      continue;
    }
    if (static_cast<unsigned char>(lower[at]) < 0x80) return at;
    const CodePoint point = code_point_at(lower, at);
    if (!is_letter(point.value)) return at;
    at += point.length;
  }
  return at;
}

// Letters and numbers in turn; "/" stands alone because it parts a plan from its milestone.
void find_tokens(std::string_view lower, Tokens& tokens) {
  for (std::size_t at = 0; at < lower.size();) {
    const std::size_t begin = at;
    if (is_digit(lower[at])) {
      while (at < lower.size() && is_digit(lower[at])) ++at;
      std::size_t first = begin;
      while (first + 1 < at && lower[first] == '0') ++first;
      tokens.push(lower.substr(first, at - first), TokenKind::number);
      continue;
    }
    at = letters_end(lower, at);
    if (at > begin) {
      tokens.push(lower.substr(begin, at - begin), TokenKind::word);
      continue;
    }
    if (lower[at] == '/' || lower[at] == '#') tokens.push(lower.substr(at, 1), TokenKind::sign);
    at += code_point_at(lower, at).length;
  }
}

// The letter that a word of the model is written with before a number.
std::string_view folded_word(std::string_view word) {
  const bool is_known =
      word == "milestone" || word == "sprint" || word == "task" || word == "tx" || word == "epic" || word == "gx";
  return is_known ? word.substr(0, 1) : word;
}

int level_of(std::string_view letter) {
  const std::size_t level = letter.size() == 1 ? std::string_view("emst").find(letter.front()) : std::string_view::npos;
  return level == std::string_view::npos ? -1 : static_cast<int>(level);
}

// "s1m1" to "m1s1": chains are written in both orders. Only when all is letter, number, letter, number.
void order_levels(std::span<Token> tokens) {
  if (tokens.size() < 4 || tokens.size() % 2 != 0) return;
  for (std::size_t i = 0; i < tokens.size(); i += 2)
    if (level_of(tokens[i].folded()) < 0 || !tokens[i + 1].is_number()) return;
  for (std::size_t i = 0; i < tokens.size(); i += 2)
    for (std::size_t j = 0; j + 3 < tokens.size(); j += 2)
      if (level_of(tokens[j].folded()) > level_of(tokens[j + 2].folded())) {
        std::swap(tokens[j], tokens[j + 2]);
        std::swap(tokens[j + 1], tokens[j + 3]);
      }
}

// What a byte is to an id. `wide` is any byte outside ASCII.
enum class IdByte : std::uint8_t { other, letter, digit, sign, wide };

constexpr std::array<IdByte, 256> kIdBytes = [] {
  std::array<IdByte, 256> table{};
  for (std::size_t c = 0; c < table.size(); ++c) {
    const char byte = static_cast<char>(c);
    if (c >= 0x80)
      table[c] = IdByte::wide;
    else if (is_digit(byte))
      table[c] = IdByte::digit;
    else if (is_ascii_letter(byte))
      table[c] = IdByte::letter;
    else if (byte == '/' || byte == '#')
      table[c] = IdByte::sign;
  }
  return table;
}();

IdByte id_byte(char c) { return kIdBytes[static_cast<unsigned char>(c)]; }

// The usual id in one pass: ASCII, and no chain of levels that might have to be put in order. Every document is asked
// for several ids. What is folded is never longer than the id.
class PlainId {
 public:
  // False when the id is another one; then nothing is known.
  bool fold(std::string_view id) {
    if (id.size() > kMost) return false;
    for (std::size_t at = 0; at < id.size();) {
      switch (id_byte(id[at])) {
        case IdByte::wide:
          return false;
        case IdByte::other:
          ++at;
          break;
        case IdByte::sign:
          put(id[at++]);
          end_token(TokenKind::sign);
          break;
        case IdByte::digit:
          at = take_number(id, at);
          break;
        case IdByte::letter:
          at = take_word(id, at);
          break;
      }
    }
    return !(may_be_chain_ && tokens_ >= 4);
  }

  [[nodiscard]] std::string_view text() const& { return {text_.data(), size_}; }
  std::string_view text() && = delete;

 private:
  static constexpr std::size_t kMost = 48;  // bytes, and so tokens: as many as the other way takes

  void put(char c) { text_[size_++] = c; }

  void end_token(TokenKind kind) {
    may_be_chain_ = may_be_chain_ && kind == (tokens_ % 2 == 0 ? TokenKind::word : TokenKind::number);
    last_ = kind;
    ++tokens_;
  }

  std::size_t take_number(std::string_view id, std::size_t at) {
    if (tokens_ > 0 && last_ == TokenKind::number) put('.');
    if (tokens_ > 0 && last_ == TokenKind::word)
      size_ = word_ + folded_word({text_.data() + word_, size_ - word_}).size();  // a word folds to how it begins
    while (at + 1 < id.size() && id[at] == '0' && is_digit(id[at + 1])) ++at;
    while (at < id.size() && is_digit(id[at])) put(id[at++]);
    end_token(TokenKind::number);
    return at;
  }

  std::size_t take_word(std::string_view id, std::size_t at) {
    if (tokens_ > 0 && last_ == TokenKind::word) put('-');
    word_ = size_;
    for (; at < id.size() && id_byte(id[at]) == IdByte::letter; ++at) put(static_cast<char>(id[at] | 0x20));
    end_token(TokenKind::word);
    return at;
  }

  std::array<char, kMost> text_;
  std::size_t size_ = 0;
  std::size_t tokens_ = 0;
  std::size_t word_ = 0;  // where the last word begins
  TokenKind last_ = TokenKind::sign;
  bool may_be_chain_ = true;
};

}  // namespace

std::string fold_identifier(std::string_view id) {
  PlainId plain;
  if (plain.fold(id)) return std::string(plain.text());
  const LowerId lower(id.substr(0, std::min(id.size(), kLongestId)));
  Tokens found;
  find_tokens(lower.text(), found);
  const std::span<Token> tokens(found.all.data(), found.size);
  for (std::size_t i = 0; i + 1 < tokens.size(); ++i)
    if (tokens[i].kind == TokenKind::word && tokens[i + 1].is_number())
      tokens[i].replace(folded_word(tokens[i].folded()));
  if (tokens.size() <= 16) order_levels(tokens);
  std::string folded;
  folded.reserve(lower.text().size());
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const bool joins = i > 0 && tokens[i].kind == tokens[i - 1].kind && tokens[i].kind != TokenKind::sign;
    if (joins) folded += tokens[i].is_number() ? '.' : '-';
    folded += tokens[i].folded();
  }
  return folded;
}

}  // namespace milepost
