// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "core/lifecycle/section_texts.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "core/base/suggest.h"
#include "core/document/fold.h"
#include "core/document/outline.h"
#include "core/text/front_matter.h"
#include "core/text/inline.h"
#include "core/text/markdown.h"
#include "core/text/text_edit.h"

namespace milepost {
namespace {

struct Structure {
  FrontMatter front_matter;
  Markdown markdown;
  Outline outline;
};

Structure structure_of(std::string_view bytes) {
  Structure structure;
  read_front_matter(bytes, structure.front_matter);
  scan_markdown(bytes, structure.front_matter.body_begin, structure.markdown);
  build_outline(bytes, structure.markdown, structure.outline);
  return structure;
}

std::string_view heading_text(std::string_view bytes, const Heading& heading) {
  return bytes.substr(heading.text.begin, heading.text.size());
}

std::string_view trimmed_lines(std::string_view text) {
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    if (text.substr(0, end).find_first_not_of(" \t\r") != std::string_view::npos) break;
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  }
  const std::size_t last = text.find_last_not_of(" \t\r\n");
  return last == std::string_view::npos ? std::string_view{} : text.substr(0, last + 1);
}

std::string with_unix_lines(std::string_view text) {
  std::string result;
  for (std::size_t i = 0; i < text.size(); ++i)
    if (text[i] != '\r' || i + 1 >= text.size() || text[i + 1] != '\n') result += text[i];
  return result;
}

// Where the section's own text ends: what stands between it and the next heading (rules, marks of the next section)
// belongs to the template.
std::size_t end_of_own_text(std::string_view bytes, std::size_t begin, std::size_t end) {
  while (end > begin) {
    const std::size_t line = bytes.rfind('\n', end - 2 < end ? end - 2 : 0);
    const std::size_t start = line == std::string_view::npos || line < begin ? begin : line + 1;
    const std::string_view text = trimmed_lines(bytes.substr(start, end - start));
    if (!text.empty() && text != "---" && !text.starts_with("<!-- SECTION:")) break;
    if (start >= end) break;
    end = start;
  }
  return end;
}

class Filler {
 public:
  explicit Filler(std::string_view bytes) : bytes_(bytes), structure_(structure_of(bytes)) {}

  Result<void> add(const SectionText& text) {
    const auto index =
        text.title.empty() ? first_section() : find(text.title, {0, static_cast<ByteOffset>(bytes_.size())});
    if (!index) return std::unexpected(unknown(text));
    const SectionFile inner = split_sections("", text.text);
    const Heading& heading = structure_.outline.headings[*index];
    const ByteRange inside{structure_.markdown.blocks[heading.block].range.end, heading.end};
    const bool brings_headings =
        std::ranges::any_of(inner.sections, [](const SectionText& part) { return !part.title.empty(); });
    const bool all_known = std::ranges::all_of(
        inner.sections, [&](const SectionText& part) { return part.title.empty() || find(part.title, inside); });
    if (!brings_headings) return put(*index, own_end(*index), text, text.text);
    if (!all_known) return put(*index, heading.end, text, text.text);
    for (const SectionText& part : inner.sections) {
      const auto at = part.title.empty() ? index : find(part.title, inside);
      if (auto done = put(*at, own_end(*at), text, part.text); !done) return done;
    }
    return {};
  }

  Result<std::string> finish() { return apply_edits(bytes_, std::move(edits_)); }

 private:
  Result<void> put(std::uint32_t index, std::size_t limit, const SectionText& from, const std::string& text) {
    if (text.empty()) return {};
    if (std::ranges::find(filled_, index) != filled_.end())
      return fail(ErrorKind::usage,
                  from.place + ": the section '" + from.title + "' is given twice; leave one of them out");
    filled_.push_back(index);
    const std::size_t begin = structure_.markdown.blocks[structure_.outline.headings[index].block].range.end;
    const std::size_t end = std::max(begin, end_of_own_text(bytes_, std::min(begin + 1, limit), limit));
    const std::string_view gap = end >= bytes_.size() || bytes_[end] == '\n' ? "\n" : "\n\n";
    edits_.push_back(
        {{static_cast<ByteOffset>(begin), static_cast<ByteOffset>(end)}, "\n\n" + text + std::string(gap)});
    return {};
  }

  [[nodiscard]] std::optional<std::uint32_t> first_section() const {
    for (std::uint32_t i = 0; i < structure_.outline.headings.size(); ++i)
      if (i != structure_.outline.title) return i;
    return std::nullopt;
  }

  // The heading of that name between two bytes: the first one that is not filled yet.
  [[nodiscard]] std::optional<std::uint32_t> find(std::string_view title, ByteRange inside) const {
    const std::string wanted = fold_heading(title);
    std::optional<std::uint32_t> best;
    const std::vector<Heading>& headings = structure_.outline.headings;
    for (std::uint32_t i = 0; i < headings.size(); ++i) {
      if (headings[i].text.begin < inside.begin || headings[i].text.begin >= inside.end) continue;
      if (i == structure_.outline.title || fold_heading(heading_text(bytes_, headings[i])) != wanted) continue;
      const bool taken = std::ranges::find(filled_, i) != filled_.end();
      if (!best || (!taken && std::ranges::find(filled_, *best) != filled_.end())) best = i;
    }
    return best;
  }

  [[nodiscard]] std::size_t own_end(std::uint32_t index) const {
    const std::vector<Heading>& headings = structure_.outline.headings;
    const std::size_t end = headings[index].end;
    if (index + 1 >= headings.size()) return end;
    const std::size_t next = structure_.markdown.blocks[headings[index + 1].block].range.begin;
    return std::min(end, next);
  }

  [[nodiscard]] Error unknown(const SectionText& text) const {
    std::vector<std::string> titles;
    for (std::uint32_t i = 0; i < structure_.outline.headings.size(); ++i)
      if (i != structure_.outline.title)
        titles.push_back(plain_text(heading_text(bytes_, structure_.outline.headings[i])));
    Error error{
        ErrorKind::usage, text.place + ": the new document has no section '" + text.title + "'", std::nullopt, {}, {}};
    const auto near = nearest(text.title, titles, 2);
    if (!near.empty()) {
      error.hints.push_back("did you mean '" + near.front() + "'?");
      return error;
    }
    std::string all;
    for (const std::string& title : titles)
      if (all.size() < 300) all += (all.empty() ? "" : ", ") + title;
    error.hints.push_back("its sections are: " + all);
    return error;
  }

  std::string_view bytes_;  // borrows from: the caller
  Structure structure_;
  std::vector<std::uint32_t> filled_;
  std::vector<TextEdit> edits_;
};

}  // namespace

SectionFile split_sections(std::string_view name, std::string_view markdown) {
  const std::string bytes = with_unix_lines(markdown);
  const Structure structure = structure_of(bytes);
  const std::vector<Heading>& headings = structure.outline.headings;
  SectionFile file;
  std::vector<std::uint32_t> tops;  // headings that open a section: all below the title at the highest level there is
  std::uint8_t level = 7;
  const bool has_title =
      !headings.empty() && headings.front().level == 1 &&
      std::ranges::count(headings, 1, [](const Heading& heading) { return int{heading.level}; }) == 1;
  for (std::uint32_t i = has_title ? 1 : 0; i < headings.size(); ++i) level = std::min(level, headings[i].level);
  for (std::uint32_t i = has_title ? 1 : 0; i < headings.size(); ++i)
    if (headings[i].level == level) tops.push_back(i);
  if (has_title) file.title = plain_text(heading_text(bytes, headings.front()));
  const std::size_t first =
      has_title ? structure.markdown.blocks[headings.front().block].range.end : structure.front_matter.body_begin;
  const std::size_t until =
      tops.empty() ? bytes.size() : structure.markdown.blocks[headings[tops.front()].block].range.begin;
  if (const auto text = trimmed_lines(std::string_view(bytes).substr(first, until - first)); !text.empty())
    file.sections.push_back({"", std::string(text), std::string(name) + ":1"});
  for (const std::uint32_t top : tops) {
    const std::size_t begin = structure.markdown.blocks[headings[top].block].range.end;
    const auto text = trimmed_lines(std::string_view(bytes).substr(begin, headings[top].end - begin));
    file.sections.push_back({plain_text(heading_text(bytes, headings[top])), std::string(text),
                             std::string(name) + ":" + std::to_string(headings[top].line + 1)});
  }
  return file;
}

Result<std::string> fill_sections(std::string_view document, const std::vector<SectionText>& texts) {
  Filler filler(document);
  for (const SectionText& text : texts)
    if (!text.text.empty())
      if (auto added = filler.add(text); !added) return std::unexpected(std::move(added).error());
  return filler.finish();
}

}  // namespace milepost
