// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// The rules follow git's wildmatch with paths: https://git-scm.com/docs/gitignore. Held to `git check-ignore` by a
// property test (ignore_rules_git_test.cc).
#include "workspace/glob.h"

#include <array>
#include <optional>

namespace milepost {

namespace {

constexpr std::size_t kNone = std::string_view::npos;

bool is_lower(unsigned char c) { return c >= 'a' && c <= 'z'; }
bool is_upper(unsigned char c) { return c >= 'A' && c <= 'Z'; }
bool is_digit(unsigned char c) { return c >= '0' && c <= '9'; }
bool is_alpha(unsigned char c) { return is_lower(c) || is_upper(c); }
bool is_alnum(unsigned char c) { return is_alpha(c) || is_digit(c); }
bool is_blank(unsigned char c) { return c == ' ' || c == '\t'; }
bool is_cntrl(unsigned char c) { return c < 0x20 || c == 0x7F; }
bool is_graph(unsigned char c) { return c > 0x20 && c < 0x7F; }
bool is_print(unsigned char c) { return c >= 0x20 && c < 0x7F; }
bool is_punct(unsigned char c) { return is_graph(c) && !is_alnum(c); }
bool is_space(unsigned char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }
bool is_xdigit(unsigned char c) { return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); }

struct NamedClass {
  std::string_view name;
  bool (*has)(unsigned char);
};
constexpr std::array kNamedClasses = {
    NamedClass{"alnum", is_alnum}, NamedClass{"alpha", is_alpha}, NamedClass{"blank", is_blank},
    NamedClass{"cntrl", is_cntrl}, NamedClass{"digit", is_digit}, NamedClass{"graph", is_graph},
    NamedClass{"lower", is_lower}, NamedClass{"print", is_print}, NamedClass{"punct", is_punct},
    NamedClass{"space", is_space}, NamedClass{"upper", is_upper}, NamedClass{"xdigit", is_xdigit},
};

// One bracket expression, walked over with or without a byte to test.
class Bracket {
 public:
  // `at` is just after the `[`.
  Bracket(std::string_view pattern, std::size_t at) : pattern_(pattern), at_(at) {}

  // Where the pattern goes on, or nothing when the bracket is broken; then the whole pattern matches nothing.
  std::optional<std::size_t> walk(unsigned char tested) {
    if (at_ < pattern_.size() && (pattern_[at_] == '!' || pattern_[at_] == '^')) {
      negated_ = true;
      ++at_;
    }
    for (bool first = true;; first = false) {
      if (at_ >= pattern_.size()) return std::nullopt;
      if (pattern_[at_] == ']' && !first) break;
      if (!step(tested)) return std::nullopt;
    }
    return at_ + 1;
  }

  [[nodiscard]] bool has() const { return found_ != negated_; }

 private:
  // A class name, a range or a byte.
  bool step(unsigned char tested) {
    if (pattern_.substr(at_, 2) == "[:") return step_class(tested);
    if (pattern_[at_] == '-' && previous_ && at_ + 1 < pattern_.size() && pattern_[at_ + 1] != ']') {
      ++at_;
      const auto last = take_byte();
      if (!last) return false;
      found_ = found_ || (tested >= *previous_ && tested <= *last);
      previous_.reset();
      return true;
    }
    previous_ = take_byte();
    if (!previous_) return false;
    found_ = found_ || tested == *previous_;
    return true;
  }

  bool step_class(unsigned char tested) {
    const std::size_t end = pattern_.find(']', at_ + 2);
    if (end == kNone) return false;
    if (end == at_ + 2 || pattern_[end - 1] != ':') {  // no class: an ordinary [
      previous_ = take_byte();
      found_ = found_ || tested == '[';
      return true;
    }
    const std::string_view name = pattern_.substr(at_ + 2, end - at_ - 3);
    for (const NamedClass& known : kNamedClasses) {
      if (known.name != name) continue;
      found_ = found_ || known.has(tested);
      previous_.reset();
      at_ = end + 1;
      return true;
    }
    return false;
  }

  std::optional<unsigned char> take_byte() {
    if (pattern_[at_] == '\\') ++at_;
    if (at_ >= pattern_.size()) return std::nullopt;
    return static_cast<unsigned char>(pattern_[at_++]);
  }

  std::string_view pattern_;
  std::size_t at_;
  bool negated_ = false;
  bool found_ = false;
  std::optional<unsigned char> previous_;
};

// Matches one byte of `name` against the unit of `pattern` at `at` (no `*`). Gives where the pattern goes on.
std::optional<std::size_t> match_unit(std::string_view pattern, std::size_t at, char byte) {
  if (pattern[at] == '?') return at + 1;
  if (pattern[at] == '[') {
    Bracket bracket(pattern, at + 1);
    const auto next = bracket.walk(static_cast<unsigned char>(byte));
    return next && bracket.has() ? next : std::nullopt;
  }
  if (pattern[at] == '\\' && ++at == pattern.size()) return std::nullopt;
  return pattern[at] == byte ? std::optional(at + 1) : std::nullopt;
}

bool glob_matches(std::string_view pattern, std::string_view name) {
  std::size_t p = 0;
  std::size_t n = 0;
  std::size_t star_pattern = kNone;  // after the last `*`
  std::size_t star_name = 0;
  while (n < name.size()) {
    if (p < pattern.size() && pattern[p] == '*') {
      star_pattern = ++p;
      star_name = n;
      continue;
    }
    const auto next = p < pattern.size() ? match_unit(pattern, p, name[n]) : std::nullopt;
    if (next) {
      p = *next;
      ++n;
    } else if (star_pattern == kNone) {
      return false;
    } else {
      p = star_pattern;
      n = ++star_name;
    }
  }
  while (p < pattern.size() && pattern[p] == '*') ++p;
  return p == pattern.size();
}

// Where the bracket that opens at `at` ends, or `at` + 1 when it never does.
std::size_t skip_bracket(std::string_view pattern, std::size_t at) {
  return Bracket(pattern, at + 1).walk(0).value_or(at + 1);
}

// Splits at `/` outside brackets; `\/` is a `/` too.
std::vector<std::string_view> split_parts(std::string_view pattern) {
  std::vector<std::string_view> parts;
  std::size_t begin = 0;
  for (std::size_t at = 0; at < pattern.size();) {
    if (pattern[at] == '[') {
      at = skip_bracket(pattern, at);
    } else if (pattern[at] == '/' || pattern.substr(at, 2) == "\\/") {
      parts.push_back(pattern.substr(begin, at - begin));
      at += pattern[at] == '/' ? 1 : 2;
      begin = at;
    } else {
      at += pattern[at] == '\\' ? 2 : 1;
    }
  }
  parts.push_back(pattern.substr(std::min(begin, pattern.size())));
  return parts;
}

bool only_stars(std::string_view text) { return text.find_first_not_of('*') == kNone; }

// Unescapes; nothing when the text has a live special byte or ends in a lone backslash.
std::optional<std::string> to_literal(std::string_view text) {
  std::string literal;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] == '*' || text[at] == '?' || text[at] == '[') return std::nullopt;
    if (text[at] == '\\' && ++at == text.size()) return std::nullopt;
    literal.push_back(text[at]);
  }
  return literal;
}

std::string_view take_part(std::string_view path, std::size_t at) {
  return path.substr(at, std::min(path.find('/', at), path.size()) - at);
}

}  // namespace

Glob::Part Glob::compile_part(std::string_view pattern) {
  if (auto literal = to_literal(pattern)) return {PartKind::literal, *std::move(literal)};
  if (pattern.front() == '*') {
    if (auto suffix = to_literal(pattern.substr(1))) return {PartKind::suffix, *std::move(suffix)};
  }
  return {PartKind::glob, std::string(pattern)};
}

Glob Glob::compile(std::string_view pattern) {
  Glob glob;
  glob.bound_ = pattern.find('/') != kNone;
  if (pattern.starts_with('/')) pattern.remove_prefix(1);
  const auto parts = glob.bound_ ? split_parts(pattern) : std::vector{pattern};
  for (const std::string_view part : parts) {
    if (glob.bound_ && part.size() >= 2 && only_stars(part)) {
      glob.parts_.push_back({PartKind::any_depth, {}});
    } else {
      glob.parts_.push_back(compile_part(part));
    }
  }
  return glob;
}

bool Glob::part_matches(const Part& part, std::string_view name) {
  switch (part.kind) {
    case PartKind::literal:
      return name == part.text;
    case PartKind::suffix:
      return name.ends_with(part.text);
    case PartKind::glob:
      return glob_matches(part.text, name);
    case PartKind::any_depth:
      return true;
  }
  return false;
}

bool Glob::path_matches(std::string_view path) const {
  std::size_t part = 0;
  std::size_t at = 0;
  std::size_t retry_part = kNone;  // after the last `**`
  std::size_t retry_at = 0;
  while (at < path.size()) {
    if (part < parts_.size() && parts_[part].kind == PartKind::any_depth) {
      if (part + 1 == parts_.size()) return true;  // a trailing `**` takes one part or more
      retry_part = ++part;
      retry_at = at;
      continue;
    }
    const std::string_view name = take_part(path, at);
    if (part < parts_.size() && part_matches(parts_[part], name)) {
      ++part;
      at += name.size() + 1;
    } else if (retry_part == kNone) {
      return false;
    } else {
      part = retry_part;
      retry_at += take_part(path, retry_at).size() + 1;
      at = retry_at;
    }
  }
  return part == parts_.size();
}

bool Glob::matches(std::string_view path) const {
  if (bound_) return path_matches(path);
  const std::size_t slash = path.rfind('/');
  return part_matches(parts_.front(), slash == kNone ? path : path.substr(slash + 1));
}

bool Glob::may_match_below(std::string_view path) const {
  if (!bound_) return true;
  std::size_t at = 0;
  for (const Part& part : parts_) {
    if (at >= path.size() || part.kind == PartKind::any_depth) return true;
    const std::string_view name = take_part(path, at);
    if (!part_matches(part, name)) return false;
    at += name.size() + 1;
  }
  return false;  // the pattern is shorter than the folder
}

}  // namespace milepost
