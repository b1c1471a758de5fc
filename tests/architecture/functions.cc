// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>
#include <cctype>

#include "architecture/sizes.h"

namespace milepost::architecture {
namespace {

enum class Scope { transparent, function, other };

constexpr std::array<std::string_view, 6> kTransparent = {"namespace", "struct", "class", "union", "enum", "extern"};

bool is_word(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_' || c == ':' || c == '~'; }

std::string_view trim(std::string_view text) {
  while (!text.empty() && std::isspace(static_cast<unsigned char>(text.front())) != 0) text.remove_prefix(1);
  while (!text.empty() && std::isspace(static_cast<unsigned char>(text.back())) != 0) text.remove_suffix(1);
  return text;
}

bool has_word(std::string_view text, std::string_view word) {
  for (auto at = text.find(word); at != std::string_view::npos; at = text.find(word, at + 1)) {
    const bool begins = at == 0 || !is_word(text[at - 1]);
    const bool ends = at + word.size() == text.size() || !is_word(text[at + word.size()]);
    if (begins && ends) return true;
  }
  return false;
}

// The name before the parameter list. For TEST(Suite, Case) it is what the macro was given.
std::string name_in(std::string_view head) {
  const auto open = head.find('(');
  const auto before = trim(head.substr(0, open));
  auto begin = before.size();
  while (begin > 0 && is_word(before[begin - 1])) --begin;
  const auto name = before.substr(begin);
  if (!name.starts_with("TEST") && !name.starts_with("RC_")) return std::string{name};
  return std::string{head.substr(open + 1, head.find(')', open) - open - 1)};
}

Scope scope_of(std::string_view head) {
  const auto open = head.find('(');
  const auto equals = head.find('=');
  const auto before = head.substr(0, open);
  const bool is_operator = before.find("operator") != std::string_view::npos;
  if (open != std::string_view::npos && (equals == std::string_view::npos || equals > open || is_operator)) {
    return Scope::function;
  }
  const bool is_type = std::ranges::any_of(kTransparent, [&](std::string_view word) { return has_word(head, word); });
  return is_type && equals == std::string_view::npos ? Scope::transparent : Scope::other;
}

// Walks over code without comments and literals, brace by brace.
class BraceScanner {
 public:
  explicit BraceScanner(std::string_view code) : code_(code) {}

  std::vector<FunctionSize> run() && {
    for (; at_ < code_.size(); ++at_) step(code_[at_]);
    return std::move(functions_);
  }

 private:
  void step(char c) {
    if (c == '\n') ++line_;
    if (c == '#' && is_line_start()) return skip_directive();
    if (opaque_depth_ > 0) return step_inside(c);
    if (c == '{') {
      open();
    } else if (c == ';' || c == '}') {
      head_begin_ = at_ + 1;
    }
  }

  bool is_line_start() const { return trim(code_.substr(0, at_)).empty() || code_[at_ - 1] == '\n'; }

  void skip_directive() {
    while (at_ + 1 < code_.size() && (code_[at_ + 1] != '\n' || code_[at_] == '\\')) {
      if (code_[++at_] == '\n') ++line_;
    }
    if (opaque_depth_ == 0) head_begin_ = at_ + 1;
  }

  void open() {
    const auto head = code_.substr(head_begin_, at_ - head_begin_);
    const Scope scope = scope_of(head);
    if (scope == Scope::transparent) {
      head_begin_ = at_ + 1;
      return;
    }
    opaque_depth_ = 1;
    is_function_ = scope == Scope::function;
    current_ = {is_function_ ? name_in(head) : "", line_, 0};
  }

  void step_inside(char c) {
    if (c == '{') ++opaque_depth_;
    if (c != '}' || --opaque_depth_ > 0) return;
    // `: a_{1}, b_{2} {`: these braces belong to the head of a constructor, whose body is still to come.
    const auto next = code_.find_first_not_of(" \n", at_ + 1);
    const bool goes_on = next != std::string_view::npos && (code_[next] == ',' || code_[next] == '{');
    if (is_function_ && goes_on) return;
    current_.lines = line_ - current_.line + 1;
    if (is_function_) functions_.push_back(current_);
    head_begin_ = at_ + 1;
  }

  std::string_view code_;  // borrows from: functions_of
  std::size_t at_ = 0;
  std::size_t head_begin_ = 0;
  int line_ = 1;
  int opaque_depth_ = 0;
  bool is_function_ = false;
  FunctionSize current_;
  std::vector<FunctionSize> functions_;
};

}  // namespace

std::vector<FunctionSize> functions_of(const SourceFile& file) {
  const std::string code = code_only(file.text);
  return BraceScanner{code}.run();
}

}  // namespace milepost::architecture
