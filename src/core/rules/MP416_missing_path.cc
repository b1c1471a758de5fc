// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "core/document/path_parts.h"
#include "core/document/relative_link.h"
#include "core/rules/contexts.h"
#include "core/rules/finding_sink.h"
#include "core/rules/rule_list.h"
#include "core/rules/visible_text.h"

namespace milepost {
namespace {

constexpr std::array kOptions{RuleOption{.name = "endings",
                                         .type = OptionType::text_list,
                                         .words = ".md",
                                         .summary = "which files are looked for, by the end of their names"}};

constexpr std::string_view kPathBytes = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-./";

// A path with a folder, as people write files of their repository. Patterns, places in a home folder and examples are
// none.
bool looks_like_path(const RuleOptions& options, std::string_view text) {
  const bool has_folder = text.find('/', 1) != std::string_view::npos && text.front() != '/';
  if (!has_folder || text.find_first_not_of(kPathBytes) != std::string_view::npos) return false;
  constexpr std::array<std::string_view, 8> kExamples{"...", "path/to", "NNN", "YYYY",
                                                      "XX",  "example", "MM/", "node_modules"};
  const bool is_example = std::ranges::any_of(
      kExamples, [text](std::string_view part) { return text.find(part) != std::string_view::npos; });
  return !is_example && std::ranges::any_of(options.list("endings"),
                                            [text](const std::string& ending) { return text.ends_with(ending); });
}

// What is to be made, moved or removed need not be there.
bool speaks_of_change(std::string_view line) {
  constexpr std::array<std::string_view, 24> kWords{"creat",   "new ",    "add ",   "added",  "delet", "remov",
                                                    "renam",   "mov",     "replac", "archiv", "old ",  "legacy",
                                                    "generat", "templat", "write",  "→",      "->",    "output",
                                                    "produc",  "draft",   "will ",  "e.g.",   "split", "merg"};
  return std::ranges::any_of(kWords, [line](std::string_view word) { return contains_ignoring_case(line, word); });
}

bool is_there(const DocumentContext& context, std::string_view path) {
  const WorkspaceFiles& files = *context.facts.files;
  const std::string from_root = resolve_link("", path);
  if (!from_root.empty() && files.exists(from_root)) return true;
  for (std::string_view folder = folder_of(context.reading.path()); !folder.empty(); folder = folder_of(folder)) {
    const std::string there = resolve_link(std::string(folder) + "/x", path);
    if (!there.empty() && files.exists(there)) return true;
  }
  return false;
}

// Paths of other repositories look the same, so the first folder must be one of ours.
bool is_of_this_repository(const DocumentContext& context, std::string_view path) {
  const std::string_view first = path.substr(0, path.find('/'));
  return first != "." && first != ".." && context.facts.files->exists(first);
}

void check_span(const DocumentContext& context, const Inline& span, VisibleText& visible, FindingSink& sink) {
  const std::string_view path = context.text(span.text);
  if (!looks_like_path(context.options, path) || !is_of_this_repository(context, path) || is_there(context, path))
    return;
  if (speaks_of_change(visible.line_at(span.text.begin))) return;
  Finding& found = sink.report(span.text, "there is no " + std::string(path));
  const std::vector<std::string> places = context.facts.files->find_named(file_name_of(path));
  if (places.size() != 1) {
    found.advice = "mend the path, or take it out";
    return;
  }
  found.advice = "a file of that name is " + places.front();
  found.fixes.push_back(fix_here(context, "write " + places.front(), FixSafety::unsafe, {{span.text, places.front()}}));
}

// Only what is done: a plan may name files that its work will make.
void check(const DocumentContext& context, FindingSink& sink) {
  const Item& item = context.reading.items().front();
  const bool is_done = item.status && (item.status->value.category == StatusCategory::done ||
                                       item.status->value.category == StatusCategory::archived);
  if (!is_done || context.facts.files == nullptr || context.bytes().find('`') == std::string_view::npos) return;
  const Scan scan = context.reading.scan();
  VisibleText visible(scan);
  std::vector<Inline> inlines;
  for (const Block& block : scan.markdown.blocks) {
    const bool is_text = block.kind == BlockKind::paragraph || block.kind == BlockKind::table_row;
    if (!is_text || slice(scan.bytes, block.range).find('`') == std::string_view::npos) continue;
    inlines.clear();
    scan_inlines(scan.bytes, block.range, inlines);
    for (const Inline& part : inlines)
      if (part.kind == InlineKind::code_span && !part.text.empty()) check_span(context, part, visible, sink);
  }
}

}  // namespace

constinit const Rule kMissingPath{.about = {.id = "MP416",
                                            .slug = "missing-path",
                                            .since = "0.1.0",
                                            .group = RuleGroup::between,
                                            .severity = Severity::info,
                                            .stage = RuleStage::preview,
                                            .fix = FixOffer::unsafe,
                                            .summary = "a path in back-ticks that is not in the repository",
                                            .options = kOptions},
                                  .check_document = check};

}  // namespace milepost
