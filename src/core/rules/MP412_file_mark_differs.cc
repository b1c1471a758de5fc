// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include <algorithm>

#include "core/document/path_parts.h"
#include "core/rules/contexts.h"
#include "core/rules/finding_sink.h"
#include "core/rules/rule_list.h"

namespace milepost {
namespace {

enum class FileMark : std::uint8_t { none, open, done };

// Task files are renamed from T01_x.md to TX01_x.md when they are done, general ones from G01 to GX01.
FileMark mark_of(std::string_view stem) {
  if (!stem.starts_with('T') && !stem.starts_with('G')) return FileMark::none;
  const bool has_mark = stem.size() > 1 && stem[1] == 'X';
  const std::size_t digit = has_mark ? 2 : 1;
  if (stem.size() <= digit || stem[digit] < '0' || stem[digit] > '9') return FileMark::none;
  const bool has_word = stem.ends_with("_COMPLETED") || stem.ends_with("_DONE");  // a mark in another place
  return has_mark || has_word ? FileMark::done : FileMark::open;
}

// Whether somebody in this folder or one beside it keeps the marks.
bool uses_marks(const Corpus& corpus, ItemKey key) {
  const auto& documents = corpus.documents();
  const std::string_view folder = folder_of(folder_of(documents[key.document].path));
  const auto is_marked = [&](std::uint32_t d) { return mark_of(stem_of(documents[d].path)) == FileMark::done; };
  const auto is_near = [&](std::uint32_t d) { return folder_of(folder_of(documents[d].path)) == folder; };
  constexpr std::uint32_t kNear = 64;  // documents stand by path, so those of a folder stand together
  const auto begin = key.document > kNear ? key.document - kNear : 0;
  const auto end = std::min<std::uint32_t>(key.document + kNear, static_cast<std::uint32_t>(documents.size()));
  for (std::uint32_t d = begin; d < end; ++d) {
    if (is_near(d) && is_marked(d)) return true;
  }
  return false;
}

void check(const ItemContext& context, FindingSink& sink) {
  if (context.key.item != 0 || context.item.kind != ItemKind::task || !context.item.status) return;
  const Corpus& corpus = context.facts.corpus;
  const std::string& path = corpus.document_of(context.key).path;
  const FileMark mark = mark_of(stem_of(path));
  const bool is_ahead = context.is(StatusCategory::planned) || context.is(StatusCategory::active);
  const bool says_done_only_by_name = mark == FileMark::done && is_ahead;
  const bool lacks_mark = mark == FileMark::open && context.is(StatusCategory::done) && uses_marks(corpus, context.key);
  if (!says_done_only_by_name && !lacks_mark) return;
  sink.report(spot_of(context, *context.item.status),
              "says " + std::string(to_string(context.item.status->value.category)) + ", yet its file is called " +
                  std::string(file_name_of(path)),
              says_done_only_by_name ? "set the status to done, or take the X out of the name"
                                     : "mark the name with an X, as others are");
}

}  // namespace

constinit const Rule kFileMarkDiffers{.about = {.id = "MP412",
                                                .slug = "file-mark-differs",
                                                .since = "0.1.0",
                                                .group = RuleGroup::between,
                                                .severity = Severity::warning,
                                                .summary = "the done mark in a file name and the status are different"},
                                      .check_item = check};

}  // namespace milepost
