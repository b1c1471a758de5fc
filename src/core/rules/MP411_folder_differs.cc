// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>

#include "core/document/path_parts.h"
#include "core/rules/contexts.h"
#include "core/rules/finding_sink.h"
#include "core/rules/rule_list.h"

namespace milepost {
namespace {

bool is_done_folder(std::string_view name) {
  constexpr std::array<std::string_view, 10> kNames{"done",     "complete",  "completed",  "archive", "archived",
                                                    "_archive", "_archived", "_completed", "_done",   "finished"};
  return std::ranges::any_of(kNames, [name](std::string_view known) { return equals_ignoring_case(name, known); });
}

// The folder on the way that says that the work is over.
std::string_view done_folder_of(std::string_view path) {
  for (std::string_view folder = folder_of(path); !folder.empty(); folder = folder_of(folder)) {
    if (is_done_folder(file_name_of(folder))) return folder;
  }
  return {};
}

void check(const ItemContext& context, FindingSink& sink) {
  const bool is_ahead = context.is(StatusCategory::planned) || context.is(StatusCategory::active);
  if (context.key.item != 0 || !is_ahead) return;
  const std::string_view folder = done_folder_of(context.facts.corpus.document_of(context.key).path);
  if (folder.empty()) return;
  sink.report(spot_of(context, *context.item.status),
              "says " + std::string(to_string(context.item.status->value.category)) + ", yet stands in " +
                  std::string(folder) + "/",
              "bring the status up to date, or move the document back");
}

}  // namespace

constinit const Rule kFolderDiffers{.about = {.id = "MP411",
                                              .slug = "folder-differs",
                                              .since = "0.1.0",
                                              .group = RuleGroup::between,
                                              .severity = Severity::warning,
                                              .summary = "a document in a folder for done work that is not done"},
                                    .check_item = check};

}  // namespace milepost
