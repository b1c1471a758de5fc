// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "core/lifecycle/proof.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include "core/lifecycle/edit_mask.h"
#include "core/lifecycle/mend_links.h"
#include "core/lifecycle/proof_of_fixes.h"
#include "core/lifecycle/proof_of_item.h"
#include "core/lifecycle/proof_of_lines.h"
#include "core/lifecycle/proof_of_mentions.h"
#include "core/lifecycle/proof_of_values.h"

namespace milepost {
namespace {

std::unexpected<Error> refuse(std::string_view path, std::uint32_t line, std::string message) {
  return std::unexpected(Error{ErrorKind::refused,
                               std::move(message),
                               Place{std::string(path), line, 0},
                               {},
                               {"nothing was written; change the document by hand, and report this as a bug"}});
}

class Prover {
 public:
  Prover(const EditedText& text, std::span<const IntendedChange> intended, const ParsedDocument& before,
         const ParsedDocument& after)
      : text_(text), intended_(intended), before_(before), after_(after) {}

  Result<void> run() {
    if (before_.document.recognition.dialect != after_.document.recognition.dialect)
      return refuse(text_.path, 1, "the change would make another kind of document of this one");
    for (const IntendedChange& change : intended_)
      if (change.what == "item") return prove_new_item(before_, after_, change);
    if (before_.document.items.size() != after_.document.items.size())
      return refuse(text_.path, 1, "the change would change how many milestones the document has");
    if (before_.dialect == nullptr) return refuse(text_.path, 1, "this is no milestone document");
    if (auto proven = front_matter(); !proven) return proven;
    if (auto proven = prove_lines(before_, after_, intended_); !proven) return proven;
    if (auto proven = structure(); !proven) return proven;
    if (auto proven = boxes(); !proven) return proven;
    if (auto proven = prove_values(before_, after_, intended_); !proven) return proven;
    return problems();
  }

 private:
  [[nodiscard]] bool intends(std::string_view what) const {
    return std::ranges::any_of(intended_, [&](const IntendedChange& change) { return change.what == what; });
  }
  [[nodiscard]] bool adds_text() const { return intends("section") || intends("log"); }

  // Every key with its value and kind, and without those that are meant to change.
  [[nodiscard]] std::vector<std::string> keys_of(const ParsedDocument& parsed) const {
    const std::vector<YamlNode>& nodes = parsed.front_matter.nodes;
    std::vector<bool> skipped(nodes.size(), false);
    for (const IntendedChange& change : intended_) {
      if (!is_field_change(change)) continue;
      if (change.what.starts_with("key:")) skip_path(parsed, std::string_view(change.what).substr(4), skipped);
      for (const ByteRange place : intended_places(parsed, change))
        for (std::uint32_t i = 1; i < nodes.size(); ++i)
          if (nodes[i].range == place && nodes[i].parent == 0) skipped[i] = true;
    }
    std::vector<std::string> keys;
    std::vector<std::string> paths(nodes.size());
    for (std::uint32_t i = 1; i < nodes.size(); ++i) {
      skipped[i] = skipped[i] || skipped[nodes[i].parent];
      paths[i] = paths[nodes[i].parent] + "/" + nodes[i].key;
      if (skipped[i]) continue;
      keys.push_back(paths[i] + "\x1F" + std::to_string(static_cast<int>(nodes[i].kind)) + "\x1F" + nodes[i].value);
    }
    return keys;
  }

  // The node of the path; where it is not there, the deepest map on the way that is only there for it.
  void skip_path(const ParsedDocument& parsed, std::string_view path, std::vector<bool>& skipped) const {
    const bool has_parent_before = node_of_path(before_.front_matter, path.substr(0, path.rfind('.'))) != 0;
    for (std::string_view at = path;;) {
      if (const std::uint32_t node = node_of_path(parsed.front_matter, at); node != 0) skipped[node] = true;
      const std::size_t dot = at.rfind('.');
      if (dot == std::string_view::npos || has_parent_before) break;
      at = at.substr(0, dot);
    }
    // A map that loses its last key or gets its first is another thing to YAML.
    if (path.find('.') == std::string_view::npos) return;
    const std::uint32_t map = node_of_path(parsed.front_matter, path.substr(0, path.rfind('.')));
    if (map != 0 && parsed.front_matter.nodes[map].end <= map + 2) {
      const std::uint32_t own = node_of_path(parsed.front_matter, path);
      if (own != 0 || parsed.front_matter.nodes[map].end == map + 1) skipped[map] = true;
    }
  }

  Result<void> front_matter() const {
    if (before_.front_matter.present != after_.front_matter.present ||
        before_.front_matter.problems.size() < after_.front_matter.problems.size())
      return refuse(text_.path, 1, "the front matter would not be read as before");
    const std::vector<std::string> before = keys_of(before_);
    const std::vector<std::string> after = keys_of(after_);
    if (before == after) return {};
    const auto [old_at, new_at] = std::ranges::mismatch(before, after);
    const std::string which = old_at != before.end() ? *old_at : *new_at;
    return refuse(text_.path, 1,
                  "the key '" + which.substr(1, which.find('\x1F') - 1) + "' would change without being meant");
  }

  // The same bytes must mean the same blocks: nothing may open a fence or a comment over what follows.
  Result<void> structure() const {
    std::map<std::pair<BlockKind, int>, int> counts;
    const auto add = [&](const ParsedDocument& parsed, int by) {
      for (const Block& block : parsed.markdown.blocks) {
        const int detail = block.kind == BlockKind::heading ? block.level : (block.flags & kUnclosed) != 0 ? 1 : 0;
        counts[{block.kind, detail}] += by;
      }
    };
    add(before_, -1);
    add(after_, 1);
    for (const auto& [what, count] : counts) {
      if (count == 0) continue;
      const bool is_solid =
          what.first == BlockKind::heading || what.first == BlockKind::fenced_code || what.first == BlockKind::html;
      if (!is_solid && (adds_text() || changes_lines())) continue;
      if (count > 0 && adds_text() && what.second != 1) continue;
      if (intends("section")) continue;
      return refuse(text_.path, 1, "the document would be read with other blocks than before");
    }
    return {};
  }
  [[nodiscard]] bool changes_lines() const {
    return intends("row") || intends("lost_row") ||
           std::ranges::any_of(intended_, [](const IntendedChange& change) { return is_field_change(change); });
  }

  Result<void> boxes() const {
    const std::vector<ByteOffset> before = counted_boxes(before_);
    const std::vector<ByteOffset> after = counted_boxes(after_);
    if (before.size() != after.size())
      return adds_text() || intends("depends_on") ? Result<void>{}
                                                  : refuse(text_.path, 1, "the number of boxes would change");
    std::set<std::uint32_t> meant;
    for (const IntendedChange& change : intended_)
      if (change.what == "box") meant.insert(change.line);
    for (std::size_t i = 0; i < before.size(); ++i) {
      const char old_state = before_.source.bytes()[before[i]];
      const char new_state = after_.source.bytes()[after[i]];
      if (old_state == new_state) continue;
      const std::uint32_t line = before_.source.position(before[i]).line;
      if (!meant.contains(line)) return refuse(text_.path, line, "a box would change without being meant");
    }
    return {};
  }

  // What the reader finds wrong afterwards, it must have found before.
  Result<void> problems() const {
    std::map<std::string, int> known;
    for (const Finding& finding : before_.document.problems) ++known[std::string(finding.id) + finding.message];
    const bool is_by_name = std::ranges::any_of(intended_, [](const IntendedChange& change) {
      return change.what.starts_with("key:") || change.what.starts_with("label:");
    });
    for (const Finding& finding : after_.document.problems) {
      // Who names one of two places wants them to differ.
      if (is_by_name && finding.id == row_of(ReadingFact::ambiguous_value).id) continue;
      if (--known[std::string(finding.id) + finding.message] < 0)
        return refuse(text_.path, finding.line,
                      "the change would make a problem that is not there now: " + finding.message);
    }
    return {};
  }

  const EditedText& text_;
  std::span<const IntendedChange> intended_;
  const ParsedDocument& before_;
  const ParsedDocument& after_;
};

// The text with every path that it names replaced by one letter, so that two texts can be compared but for where their
// links lead. A file that moves deeper has links that would lead out of the root from where it still stands; therefore
// it is read as if it stood far below.
Result<std::string> without_destinations(DocumentReader& reader, std::string_view path, std::string_view text) {
  constexpr int kLevels = 32;
  std::string deep;
  for (int level = 0; level < kLevels; ++level) deep += "0/";
  const ParsedDocument document = parse_document(reader, deep + std::string(path), std::string(text));
  std::vector<TextEdit> edits;
  for (const PathLink& link : find_path_links(document)) edits.push_back({link.where, "p"});
  return apply_edits(document.source.bytes(), std::move(edits));
}

// Signs that could make another cell, link or block of the text around them.
constexpr std::string_view kMarkup = "|[]<>`\\\r\n";

// Where a line stands, without its end; empty at the end of the text when there are fewer lines.
ByteRange line_at(std::string_view text, std::uint32_t line) {
  std::size_t begin = 0;
  for (std::uint32_t at = 1; at < line && begin < text.size(); ++at)
    begin = std::min(text.find('\n', begin), text.size() - 1) + 1;
  const std::size_t end = std::min(text.find_first_of("\r\n", begin), text.size());
  return {static_cast<ByteOffset>(begin), static_cast<ByteOffset>(end)};
}

struct TwoTexts {
  std::string before;
  std::string after;
};

// Both texts with what another document is called on one line replaced by one letter: of the new line the new name, of
// the old line what stood in its place. Nothing when the lines differ in more.
std::optional<TwoTexts> without_name(const EditedText& text, const IntendedChange& change) {
  const ByteRange old_line = line_at(text.before, change.line);
  const ByteRange new_line = line_at(text.after, change.line);
  const std::string_view was = text.before.substr(old_line.begin, old_line.size());
  const std::string_view is = text.after.substr(new_line.begin, new_line.size());
  if (change.value.empty() || change.value.find_first_of(kMarkup) != std::string::npos) return std::nullopt;
  for (std::size_t at = is.find(change.value); at != std::string_view::npos; at = is.find(change.value, at + 1)) {
    const std::string_view tail = is.substr(at + change.value.size());
    const bool fits = was.size() >= at + tail.size() && was.starts_with(is.substr(0, at)) && was.ends_with(tail);
    if (!fits) continue;
    const std::size_t size = was.size() - at - tail.size();
    if (was.substr(at, size).find_first_of(kMarkup) != std::string_view::npos) return std::nullopt;
    TwoTexts texts{std::string(text.before), std::string(text.after)};
    texts.before.replace(old_line.begin + at, size, "n");
    texts.after.replace(new_line.begin + at, change.value.size(), "n");
    return texts;
  }
  return std::nullopt;
}

}  // namespace

Result<void> prove_edit(DocumentReader& reader, const EditedText& text, std::span<const IntendedChange> intended) {
  if (text.before == text.after) return {};
  const ParsedDocument before = parse_document(reader, text.path, std::string(text.before));
  const ParsedDocument after = parse_document(reader, text.path, std::string(text.after));
  const auto mended = std::ranges::find(intended, "finding", &IntendedChange::what);
  if (mended != intended.end())
    return prove_fixes(before, after, mended->value == "safe" ? ProofOfFixes::safe : ProofOfFixes::unsafe);
  const auto renames = [](const IntendedChange& change) { return change.what == "mention"; };
  const auto names = [](const IntendedChange& change) { return change.what == "name"; };
  const auto mends = [](const IntendedChange& change) { return change.what == "link"; };
  if (std::ranges::none_of(intended, mends)) {
    if (std::ranges::any_of(intended, renames)) return prove_mentions({before, after, before, after}, intended);
    const auto named = std::ranges::find_if(intended, names);
    if (named == intended.end()) return Prover(text, intended, before, after).run();
    const auto texts = without_name(text, *named);
    if (!texts) return refuse(text.path, named->line, "more than the name would change on the line");
    std::vector<IntendedChange> others(intended.begin(), named);
    others.insert(others.end(), named + 1, intended.end());
    return prove_edit(reader, {text.path, texts->before, texts->after}, others);
  }
  auto bare_before = without_destinations(reader, text.path, text.before);
  auto bare_after = without_destinations(reader, text.path, text.after);
  if (!bare_before) return std::unexpected(std::move(bare_before).error());
  if (!bare_after) return std::unexpected(std::move(bare_after).error());
  std::vector<IntendedChange> others(intended.begin(), intended.end());
  std::erase_if(others, mends);
  if (std::ranges::any_of(intended, renames)) {
    const ParsedDocument old_text = parse_document(reader, text.path, *bare_before);
    const ParsedDocument new_text = parse_document(reader, text.path, *bare_after);
    return prove_mentions({before, after, old_text, new_text}, others);
  }
  return prove_edit(reader, {text.path, *bare_before, *bare_after}, others);
}

}  // namespace milepost
