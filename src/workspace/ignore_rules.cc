// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "workspace/ignore_rules.h"

#include <algorithm>
#include <ranges>

namespace milepost {

namespace {

// No path is longer (PATH_MAX). A bracket expression may be walked once for each byte of a name, so a list whose one
// line is a megabyte of brackets would cost hours.
constexpr std::size_t kLongestPattern = 4096;

// Blanks at the end do not count unless a backslash stands before them.
std::string_view cut_trailing_blanks(std::string_view line) {
  std::size_t kept = 0;
  for (std::size_t at = 0; at < line.size(); ++at) {
    if (line[at] == '\\') {
      at = std::min(at + 1, line.size() - 1);
      kept = at + 1;
    } else if (line[at] != ' ') {
      kept = at + 1;
    }
  }
  return line.substr(0, kept);
}

}  // namespace

void IgnoreRules::add_line(std::string_view line) {
  if (line.ends_with('\r')) line.remove_suffix(1);
  if (line.empty() || line.front() == '#' || line.size() > kLongestPattern) return;
  line = cut_trailing_blanks(line);
  Rule rule;
  if (line.starts_with('!')) {
    rule.negated = true;
    line.remove_prefix(1);
  }
  if (line.ends_with('/')) {
    rule.directory_only = true;
    line.remove_suffix(1);
  }
  if (line.empty()) return;
  rule.glob = Glob::compile(line);
  rules_.push_back(std::move(rule));
}

IgnoreRules IgnoreRules::parse(std::string_view text) {
  IgnoreRules rules;
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    rules.add_line(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return rules;
}

IgnoreRules IgnoreRules::from_patterns(const std::vector<std::string>& patterns) {
  IgnoreRules rules;
  for (const std::string& pattern : patterns) rules.add_line(pattern);
  return rules;
}

std::optional<bool> IgnoreRules::decide(std::string_view path, PathKind kind) const {
  for (const Rule& rule : rules_ | std::views::reverse) {
    if (rule.directory_only && kind != PathKind::directory) continue;
    if (rule.glob.matches(path)) return !rule.negated;
  }
  return std::nullopt;
}

bool IgnoreRules::may_match_below(std::string_view path) const {
  return std::ranges::any_of(rules_, [&](const Rule& rule) { return rule.glob.may_match_below(path); });
}

const IgnoreRules& IgnoreChain::rules() const {
  if (load_) std::call_once(loaded_, [this] { rules_ = load_(); });
  return rules_;
}

bool IgnoreChain::is_ignored(const IgnoreChain* nearest, std::string_view path, PathKind kind) {
  for (const IgnoreChain* list = nearest; list != nullptr; list = list->outer_.get()) {
    std::optional<bool> decision;
    if (list->above_.empty()) {
      decision = list->rules().decide(path.substr(list->prefix_size_), kind);
    } else {
      decision = list->rules().decide(list->above_ + std::string(path), kind);
    }
    if (decision) return *decision;
  }
  return false;
}

}  // namespace milepost
