// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "core/lifecycle/proof_of_lines.h"

#include <algorithm>

#include "core/document/fold.h"
#include "core/document/sections.h"
#include "core/lifecycle/edit_mask.h"
#include "core/text/inline.h"
#include "core/text/label_line.h"
#include "core/text/line_shape.h"

namespace milepost {
namespace {

bool is_blank_line(const MaskedLine& line) { return trim_blanks(line.text).empty(); }
bool is_field_line(const MaskedLine& line) { return line.text.find(kMask) != std::string::npos; }

// The lines of one side of a hunk.
struct Side {
  const ParsedDocument& parsed;
  std::span<const MaskedLine> lines;
  ByteRange where;  // in the source; empty at the place when there are no lines
};

Side side_of(const ParsedDocument& parsed, const std::vector<MaskedLine>& lines, std::size_t begin, std::size_t end) {
  const auto size = static_cast<ByteOffset>(parsed.source.bytes().size());
  const ByteOffset at = begin < lines.size() ? lines[begin].begin : size;
  return {parsed, std::span(lines).subspan(begin, end - begin), {at, end > begin ? lines[end - 1].end : at}};
}

bool all_blank(const Side& side) { return std::ranges::all_of(side.lines, is_blank_line); }

const SectionRule* rule_at(const ParsedDocument& parsed, std::uint32_t heading) {
  return section_rule(*parsed.dialect, parsed.outline.headings[heading]);
}

bool lies_in(ByteRange inner, ByteRange outer) { return outer.begin <= inner.begin && inner.end <= outer.end; }

class LineProver {
 public:
  LineProver(const ParsedDocument& before, const ParsedDocument& after, std::span<const IntendedChange> intended)
      : before_(before), after_(after), intended_(intended), pair_(mask_documents(before, after, intended)) {}

  Result<void> run() {
    for (const Hunk& hunk : find_hunks(pair_)) {
      const Side old_side = side_of(before_, pair_.before, hunk.old_begin, hunk.old_end);
      const Side new_side = side_of(after_, pair_.after, hunk.new_begin, hunk.new_end);
      const bool is_meant = std::ranges::any_of(
          intended_, [&](const IntendedChange& change) { return permits(change, old_side, new_side); });
      if (is_meant) continue;
      const std::uint32_t line = before_.source
                                     .position(std::min<ByteOffset>(
                                         old_side.where.begin, static_cast<ByteOffset>(before_.source.bytes().size())))
                                     .line;
      return std::unexpected(Error{ErrorKind::refused,
                                   "the line would change without being meant",
                                   Place{before_.document.path, line, 0},
                                   {},
                                   {}});
    }
    const bool had_end = before_.source.ends_with_newline();
    if (had_end == after_.source.ends_with_newline() || before_.source.bytes().empty()) return endings();
    return std::unexpected(
        Error{ErrorKind::refused, "the last line ending would come or go", Place{before_.document.path, 0, 0}, {}, {}});
  }

 private:
  // No line gets an ending that this document does not have.
  Result<void> endings() const {
    const EolStyle before = before_.source.eol_style();
    if (before == EolStyle::none || before == EolStyle::mixed || after_.source.eol_style() == before) return {};
    return std::unexpected(
        Error{ErrorKind::refused, "the change would mix line endings", Place{before_.document.path, 0, 0}, {}, {}});
  }

  [[nodiscard]] bool permits(const IntendedChange& change, const Side& before, const Side& after) const {
    if (change.what == "log") return permits_log(change, before, after);
    if (change.what == "section") return permits_section(change, before, after);
    if (change.what == "lost_row") return permits_lost_row(change, before, after);
    if (change.what == "row")
      return change.line == 0 && before.lines.empty() && after.lines.size() == 1 && is_row(after);
    if (change.what == "box" || change.what == "link") return false;
    return permits_field(change, before, after);
  }

  // Lines with the field on one side, and nothing but blank lines on the other.
  static bool comes_alone(const Side& without, const Side& with) {
    const auto is_own = [](const MaskedLine& line) { return is_blank_line(line) || is_field_line(line); };
    return all_blank(without) && std::ranges::all_of(with.lines, is_own) &&
           std::ranges::any_of(with.lines, is_field_line);
  }

  static bool is_row(const Side& side) {
    return std::ranges::any_of(side.parsed.markdown.blocks, [&](const Block& block) {
      return block.kind == BlockKind::table_row && lies_in(block.range, side.where);
    });
  }

  static bool permits_lost_row(const IntendedChange& change, const Side& before, const Side& after) {
    return after.lines.empty() && before.lines.size() == 1 && is_row(before) &&
           before.parsed.source.position(before.where.begin).line == change.line;
  }

  // A field comes or goes with its line, or with its part of a line; in front matter with the maps around it.
  [[nodiscard]] bool permits_field(const IntendedChange& change, const Side& before, const Side& after) const {
    if (comes_alone(before, after) || comes_alone(after, before)) return true;
    if (in_entry(change, before) && in_entry(change, after)) return true;
    const bool is_one_line = before.lines.size() == 1 && after.lines.size() == 1;
    const bool comes_or_goes = is_one_line && is_field_line(before.lines[0]) != is_field_line(after.lines[0]);
    if (comes_or_goes && others_on(change, before) == others_on(change, after)) return true;
    if (before.lines.empty() && is_row(after) && after.lines.size() == 1)
      return holds(after, fold_words(change.what)) || is_field_line(after.lines[0]);
    return permits_entry(change, before, after);
  }

  // Bullets of the section of dependencies.
  [[nodiscard]] bool permits_entry(const IntendedChange& change, const Side& before, const Side& after) const {
    if (change.what != "depends_on" || change.value.size() < 2) return false;
    const std::string entry = fold_words(plain_text(std::string_view(change.value).substr(1)));
    const bool adds = change.value.front() == '+';
    if (!in_sections(before, "dependencies") || !in_sections(after, "dependencies")) return false;
    if (adds) return before.lines.size() <= 1 && holds(after, entry) && after.lines.size() <= 3;
    return before.lines.size() <= 1 && holds(before, entry) && after.lines.size() <= 1;
  }

  static bool holds(const Side& side, const std::string& words) {
    return fold_words(plain_text(side.parsed.source.slice(side.where))).find(words) != std::string::npos;
  }

  // The lines belong to the key at the margin that the change is about.
  [[nodiscard]] static bool in_entry(const IntendedChange& change, const Side& side) {
    const std::uint32_t top = entry_of(change, side.parsed);
    if (side.lines.empty()) return change.what.starts_with("key:") || top != 0;
    if (top == 0) return false;
    const YamlNode& node = side.parsed.front_matter.nodes[top];
    const SourceText& source = side.parsed.source;
    const std::uint32_t last = source.position(node.range.end).line;  // from 1: the index of the line behind it
    const ByteOffset end = last < source.line_count() ? source.line(last).begin : side.parsed.front_matter.yaml.end;
    return line_begin(side.parsed, node.key_range.begin) <= side.where.begin && side.where.end <= end;
  }

  // The top entry of the front matter that the change is about; 0 when it is about none.
  static std::uint32_t entry_of(const IntendedChange& change, const ParsedDocument& parsed) {
    if (change.what.starts_with("key:")) {
      const std::string_view path = std::string_view(change.what).substr(4);
      return node_of_path(parsed.front_matter, path.substr(0, path.find('.')));
    }
    // Of the others only an entry that comes to a list or goes from it has a line of its own.
    const bool is_entry = change.value.size() > 1 && (change.value.front() == '+' || change.value.front() == '-');
    if (!is_entry) return 0;
    const std::vector<YamlNode>& nodes = parsed.front_matter.nodes;
    for (const ByteRange place : intended_places(parsed, change))
      for (std::uint32_t i = 1; i < nodes.size(); i = nodes[i].end)
        if (nodes[i].key_range.begin <= place.begin && place.end <= nodes[i].range.end) return i;
    return 0;
  }

  static ByteOffset line_begin(const ParsedDocument& parsed, ByteOffset at) {
    return parsed.source.line(parsed.source.position(at).line - 1).begin;
  }

  // The labels of a line that are not meant, with their values.
  [[nodiscard]] static std::vector<std::string> others_on(const IntendedChange& change, const Side& side) {
    std::vector<Label> labels;
    const ByteRange line{side.where.begin, side.where.end - static_cast<ByteOffset>(side.lines[0].eol.size())};
    find_labels(side.parsed.source.bytes(), line, true, labels);
    const std::vector<ByteRange> meant = intended_places(side.parsed, change);
    std::vector<std::string> others;
    // A line without any label is compared as it is.
    if (labels.empty()) others.push_back(side.lines[0].text);
    for (const Label& label : labels)
      if (std::ranges::find(meant, label.value) == meant.end())
        others.push_back(std::string(side.parsed.source.slice(label.label)) + "\x1F" +
                         std::string(side.parsed.source.slice(label.value)));
    return others;
  }

  [[nodiscard]] static bool in_sections(const Side& side, std::string_view kind) {
    for (std::uint32_t i = 0; i < side.parsed.outline.headings.size(); ++i) {
      const Heading& heading = side.parsed.outline.headings[i];
      const SectionRule* rule = rule_at(side.parsed, i);
      if (rule != nullptr && rule->kind == kind && heading.text.begin <= side.where.begin &&
          side.where.end <= heading.end)
        return true;
    }
    return false;
  }

  // Lines come into the log; only slots of the template and blank lines may make room for them.
  [[nodiscard]] bool permits_log(const IntendedChange& change, const Side& before, const Side& after) const {
    const bool makes_room = std::ranges::all_of(before.lines, [](const MaskedLine& line) {
      return is_blank_line(line) || line.text.find("YYYY-MM-DD") != std::string::npos;
    });
    if (!makes_room || !in_sections(after, "log")) return false;
    if (change.line != 0 && !before.lines.empty() && !in_sections(before, "log")) return false;
    return all_blank(after) || holds(after, fold_words(plain_text(change.value)));
  }

  [[nodiscard]] bool permits_section(const IntendedChange& change, const Side& before, const Side& after) const {
    if (change.line == 0) {
      if (!before.lines.empty()) return false;
      int found = 0;
      for (const Heading& heading : after.parsed.outline.headings)
        found += lies_in(heading.text, after.where) &&
                         fold_words(after.parsed.source.slice(heading.text)) == fold_words(change.value)
                     ? 1
                     : 0;
      return found == 1;
    }
    for (const Heading& heading : before.parsed.outline.headings)
      if (heading.line + 1 == change.line)
        return heading.text.end <= before.where.begin && before.where.end <= heading.end;
    return false;
  }

  const ParsedDocument& before_;
  const ParsedDocument& after_;
  std::span<const IntendedChange> intended_;
  MaskedPair pair_;
};

}  // namespace

Result<void> prove_lines(const ParsedDocument& before, const ParsedDocument& after,
                         std::span<const IntendedChange> intended) {
  return LineProver(before, after, intended).run();
}

}  // namespace milepost
