// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "core/rules/suppressions.h"

#include <algorithm>
#include <array>
#include <limits>
#include <utility>

#include "core/rules/catalog.h"

namespace milepost {
namespace {

constexpr std::string_view kWord = "milepost-disable";

constexpr std::array<std::pair<std::string_view, SuppressionReach>, 4> kReaches{{
    {"-next-line", SuppressionReach::next_line},
    {"-line", SuppressionReach::line},
    {"-section", SuppressionReach::section},
    {"-file", SuppressionReach::file},
}};

constexpr std::uint32_t kLastLine = std::numeric_limits<std::uint32_t>::max();

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view kBlank = " \t\r\n";
  const std::size_t begin = text.find_first_not_of(kBlank);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(kBlank) - begin + 1);
}

class Finder {
 public:
  explicit Finder(const DocumentReading& reading) : reading_(reading), scan_(reading.scan()) {}

  std::vector<Suppression> find() {
    std::vector<Suppression> found;
    // Comments are rare, so their beginning is looked for, not the word.
    const ByteRange yaml = scan_.front_matter.present ? scan_.front_matter.yaml : ByteRange{};
    find_between(yaml, "#", found);
    find_between({yaml.end, static_cast<ByteOffset>(scan_.bytes.size())}, "<!--", found);
    return found;
  }

 private:
  void find_between(ByteRange range, std::string_view opener, std::vector<Suppression>& found) const {
    const std::string_view text = scan_.bytes.substr(0, range.end);
    for (std::size_t at = text.find(opener, range.begin);
         at != std::string_view::npos && found.size() < kSuppressionsMost; at = text.find(opener, at + 1)) {
      const std::size_t word = std::min(text.find_first_not_of(" \t", at + opener.size()), text.size());
      if (!text.substr(word).starts_with(kWord)) continue;
      if (const auto comment = comment_at(at, opener)) found.push_back(read(*comment, word));
    }
  }

  // The whole comment; nothing when it stands in code.
  [[nodiscard]] std::optional<ByteRange> comment_at(std::size_t begin, std::string_view opener) const {
    const std::string_view bytes = scan_.bytes;
    const bool is_yaml = opener == "#";
    const std::size_t close = is_yaml ? std::min(bytes.find('\n', begin), bytes.size()) : bytes.find("-->", begin);
    if (close == std::string_view::npos) return std::nullopt;
    const bool is_code = is_in_code(static_cast<ByteOffset>(begin)) || (begin > 0 && bytes[begin - 1] == '`');
    if (!is_yaml && is_code) return std::nullopt;
    return ByteRange{static_cast<ByteOffset>(begin), static_cast<ByteOffset>(is_yaml ? close : close + 3)};
  }

  [[nodiscard]] bool is_in_code(ByteOffset at) const {
    return std::ranges::any_of(scan_.markdown.blocks, [at](const Block& block) {
      const bool is_code = block.kind == BlockKind::fenced_code || block.kind == BlockKind::indented_code;
      return is_code && block.range.contains(at);
    });
  }

  Suppression read(ByteRange comment, std::size_t word) const {
    Suppression found;
    found.where = comment;
    const std::size_t begin = word + kWord.size();
    const bool is_html = scan_.bytes[comment.begin] == '<';
    std::string_view rest = scan_.bytes.substr(begin, comment.end - begin - (is_html ? 3 : 0));
    const auto reach = std::ranges::find_if(kReaches, [&](const auto& row) { return rest.starts_with(row.first); });
    if (reach == kReaches.end()) {
      found.trouble = "this comment does not say what it silences";
      found.advice = "write milepost-disable-line, -next-line, -section or -file";
      return found;
    }
    rest.remove_prefix(reach->first.size());
    found.reach = reach->second;
    take_words(trimmed(rest), found);
    set_lines(found);
    return found;
  }

  // "MP301 MP302: reason until 2027-01-01"
  static void take_words(std::string_view rest, Suppression& found) {
    constexpr std::string_view kUntil = "until ";
    const std::size_t until = rest.rfind(kUntil);
    if (until != std::string_view::npos && (until == 0 || rest[until - 1] == ' ')) {
      const std::string_view day = trimmed(rest.substr(until + kUntil.size()));
      found.until = Date::from_iso(day);
      if (found.until) rest = trimmed(rest.substr(0, until));
    }
    const std::size_t colon = rest.find(':');
    std::string_view names = trimmed(rest.substr(0, colon));
    if (colon != std::string_view::npos) found.reason = trimmed(rest.substr(colon + 1));
    while (found.reason.ends_with(',') || found.reason.ends_with(' ')) found.reason.pop_back();
    found.words = names;
    while (!names.empty() && found.trouble.empty()) {
      const std::size_t end = std::min(names.find_first_of(" ,\t\n"), names.size());
      take_rule(names.substr(0, end), found);
      names = trimmed(names.substr(std::min(end + 1, names.size())));
    }
    if (found.rules.empty() && found.trouble.empty()) {
      found.trouble = "this comment names no rule";
      found.advice = "name the rules that it silences, as in 'milepost-disable-line MP301: why'";
    }
  }

  static void take_rule(std::string_view word, Suppression& found) {
    auto meant = find_rules(word);
    if (meant) {
      found.rules.insert(found.rules.end(), meant->begin(), meant->end());
      return;
    }
    found.rules.clear();
    found.trouble = "no rule is called '" + std::string(word.substr(0, 40)) + "'";
    for (const std::string& hint : meant.error().hints) {
      found.advice += (found.advice.empty() ? "perhaps " : " or ") + hint;
    }
  }

  void set_lines(Suppression& found) const {
    const SourceText& source = reading_.source();
    found.first_line = source.position(found.where.begin).line;
    found.last_line = source.position(found.where.end - 1).line;
    switch (found.reach) {
      case SuppressionReach::line:
        break;
      case SuppressionReach::next_line:
        found.first_line = found.last_line = found.last_line + 1;
        break;
      case SuppressionReach::section:
        set_section(found);
        break;
      case SuppressionReach::file:
        found.first_line = 0;
        found.last_line = kLastLine;
        break;
    }
  }

  // The innermost section around the comment, with what is below it; before the first heading, the head.
  void set_section(Suppression& found) const {
    const SourceText& source = reading_.source();
    found.first_line = 1;
    for (const Heading& heading : scan_.outline.headings) {
      const ByteOffset begin = scan_.markdown.blocks[heading.block].range.begin;
      if (begin > found.where.begin) {
        if (found.first_line == 1 && found.last_line != kLastLine) found.last_line = heading.line;
        return;
      }
      if (found.where.begin >= heading.end) continue;
      found.first_line = heading.line + 1;
      found.last_line = heading.end >= scan_.bytes.size() ? kLastLine : source.position(heading.end).line - 1;
    }
    if (scan_.outline.headings.empty()) found.last_line = kLastLine;
  }

  const DocumentReading& reading_;
  Scan scan_;
};

}  // namespace

std::vector<Suppression> find_suppressions(const DocumentReading& reading) { return Finder(reading).find(); }

bool covers(const Suppression& suppression, std::size_t rule, std::uint32_t line) {
  if (line < suppression.first_line || line > suppression.last_line) return false;
  return std::ranges::find(suppression.rules, rule) != suppression.rules.end();
}

}  // namespace milepost
