// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include <algorithm>

#include "core/document/normalise/mojibake.h"
#include "core/rules/contexts.h"
#include "core/rules/finding_sink.h"
#include "core/rules/progress_words.h"
#include "core/rules/rule_list.h"

namespace milepost {
namespace {

// What differs between a line and its repair, as one edit.
TextEdit line_edit(ByteOffset begin, std::string_view damaged, std::string_view repaired) {
  const auto [left, right] = std::ranges::mismatch(damaged, repaired);
  std::size_t front = static_cast<std::size_t>(left - damaged.begin());
  while (front > 0 && (static_cast<unsigned char>(repaired[std::min(front, repaired.size() - 1)]) & 0xC0U) == 0x80U)
    --front;
  damaged.remove_prefix(front);
  repaired.remove_prefix(front);
  begin += static_cast<ByteOffset>(front);
  return {{begin, begin + static_cast<ByteOffset>(damaged.size())}, std::string(repaired)};
}

// Line ends are ASCII and survive every wrong code page, so the lines of both texts stand beside each other.
std::vector<TextEdit> edits_between(std::string_view damaged, std::string_view repaired) {
  std::vector<TextEdit> edits;
  ByteOffset begin = 0;
  while (!damaged.empty()) {
    const std::size_t old_end = std::min(damaged.find('\n'), damaged.size());
    const std::size_t new_end = std::min(repaired.find('\n'), repaired.size());
    if (damaged.substr(0, old_end) != repaired.substr(0, new_end)) {
      edits.push_back(line_edit(begin, damaged.substr(0, old_end), repaired.substr(0, new_end)));
    }
    begin += static_cast<ByteOffset>(old_end + 1);
    damaged.remove_prefix(std::min(old_end + 1, damaged.size()));
    repaired.remove_prefix(std::min(new_end + 1, repaired.size()));
  }
  return edits;
}

void check(const DocumentContext& context, FindingSink& sink) {
  const auto repair = repair_mojibake(context.bytes());
  if (!repair) return;
  std::vector<TextEdit> edits = edits_between(context.bytes(), repair->text);
  Finding& found = sink.report(repair->first,
                               "this text was decoded as " + std::string(repair->code_page) + " and saved again, in " +
                                   count_words(edits.size(), "line", "lines"),
                               "restore it; milepost reads it as it was meant");
  found.fixes.push_back(fix_here(context, "restore the text", FixSafety::safe, std::move(edits)));
}

}  // namespace

constinit const Rule kMojibake{.about = {.id = "MP015",
                                         .slug = "mojibake",
                                         .since = "0.1.0",
                                         .group = RuleGroup::reading,
                                         .severity = Severity::warning,
                                         .fix = FixOffer::safe,
                                         .summary = "text that was decoded with the wrong code page"},
                               .check_document = check};

}  // namespace milepost
