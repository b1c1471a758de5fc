// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include <algorithm>
#include <cctype>
#include <optional>
#include <set>
#include <string>

#include "core/base/suggest.h"
#include "core/document/fold.h"
#include "core/rules/contexts.h"
#include "core/rules/finding_sink.h"
#include "core/rules/rule_list.h"

namespace milepost {
namespace {

constexpr std::size_t kShortest = 6;  // shorter words are one slip away from other words

using Keys = std::set<std::string>;  // folded

bool is_known(const Dialect& dialect, const std::string& key) {
  if (dialect.keys.contains(key) || std::ranges::find(dialect.form.other_keys, key) != dialect.form.other_keys.end())
    return true;
  if (std::ranges::any_of(dialect.kind_keys, [&](const auto& keys) { return keys.contains(key); })) return true;
  const auto names = [&](const FormChoice& choice) { return std::ranges::find(choice, key) != choice.end(); };
  return std::ranges::any_of(dialect.form.kinds,
                             [&](const FormOfKind& kind) { return std::ranges::any_of(kind.keys, names); });
}

bool is_swapped(std::string_view a, std::string_view b) {
  return a.size() == b.size() && std::ranges::is_permutation(a, b);
}

// "tags" and "tag" are two words, "lables" is none. What is stated already was not meant again.
bool is_slip_of(std::string_view key, const std::string& known) {
  // One slip leaves the first or the last letter as it was.
  const bool may_be = key.size() + 1 >= known.size() && known.size() + 1 >= key.size() && known.size() > 1 &&
                      (key.front() == known.front() || key.back() == known.back());
  if (!may_be || count_slips(key, known, 1) != 1) return false;
  if (key.size() < kShortest || known.size() < kShortest) return key.size() > 3 && is_swapped(key, known);
  const std::string_view shorter = key.size() < known.size() ? key : std::string_view(known);
  const std::string_view longer = key.size() < known.size() ? std::string_view(known) : key;
  const bool is_plural = longer.size() > shorter.size() && longer.starts_with(shorter);
  return !is_plural && std::ranges::none_of(key, [](unsigned char c) { return std::isdigit(c) != 0; });
}

std::optional<std::string> meant_by(const Dialect& dialect, const Keys& present, const std::string& key) {
  std::optional<std::string> meant;
  const auto look_at = [&](const auto& keys) {
    for (const auto& [known, rule] : keys) {
      if (!meant && is_slip_of(key, known) && !present.contains(known)) meant = known;
    }
  };
  look_at(dialect.keys);
  for (const auto& keys : dialect.kind_keys) look_at(keys);
  return meant;
}

// The key as this document writes keys: "last-updated" beside "related-docs".
std::string spelled_like(std::string_view written, std::string folded) {
  const char joint = written.find('-') != std::string_view::npos ? '-' : '_';
  std::ranges::replace(folded, ' ', joint);
  return folded;
}

Keys folded_keys(const FrontMatter& front_matter) {
  Keys keys;
  std::string buffer;
  for (std::uint32_t i = 1; i < front_matter.nodes.size(); i = front_matter.nodes[i].end)
    keys.emplace(fold_words(front_matter.nodes[i].key, buffer));
  return keys;
}

std::string name_meant_by(const Dialect& dialect, const Keys& present, const YamlNode& node, const std::string& key) {
  const auto meant = meant_by(dialect, present, key);
  return meant ? spelled_like(node.key, *meant) : "";
}

void report_key(const DocumentContext& context, const YamlNode& node, const std::string& name, FindingSink& sink) {
  Finding& found = sink.report(node.key_range, "nobody knows the key '" + node.key + "', so its value is not read",
                               name.empty() ? "use a key that the dialect knows" : "did you mean '" + name + "'?");
  const bool is_plain = context.text(node.key_range) == node.key;
  if (!name.empty() && is_plain)
    found.fixes.push_back(fix_here(context, "call it '" + name + "'", FixSafety::unsafe, {{node.key_range, name}}));
}

void check(const DocumentContext& context, FindingSink& sink) {
  constexpr std::size_t kMost = 200;  // unknown keys that are looked at: each is compared with all others
  const FrontMatter& front_matter = context.reading.scan().front_matter;
  if (front_matter.nodes.empty() || front_matter.nodes[0].kind != YamlKind::mapping) return;
  std::string buffer;
  std::string key;
  std::size_t unknown = 0;
  Keys present;  // filled for the first unknown key: most documents have none
  for (std::uint32_t i = 1; i < front_matter.nodes.size() && unknown < kMost; i = front_matter.nodes[i].end) {
    const YamlNode& node = front_matter.nodes[i];
    key.assign(fold_words(node.key, buffer));
    if (key.empty() || key.size() > kLongestSuggestedWord || is_known(context.reading.dialect(), key)) continue;
    if (unknown++ == 0) present = folded_keys(front_matter);
    const std::string name = name_meant_by(context.reading.dialect(), present, node, key);
    if (!name.empty() || context.reading.dialect().form.only_keys) report_key(context, node, name, sink);
  }
}

}  // namespace

constinit const Rule kUnknownKey{.about = {.id = "MP107",
                                           .slug = "unknown-key",
                                           .since = "0.1.0",
                                           .group = RuleGroup::form,
                                           .severity = Severity::warning,
                                           .fix = FixOffer::unsafe,
                                           .summary = "a front matter key that is mistyped or not known"},
                                 .check_document = check};

}  // namespace milepost
