// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include <cctype>
#include <optional>
#include <string>

#include "core/document/path_parts.h"
#include "core/rules/contexts.h"
#include "core/rules/finding_sink.h"
#include "core/rules/rule_list.h"

namespace milepost {
namespace {

// The letters and the number at the beginning of an id: M and 3 of "M03-parser".
struct Mark {
  std::string letters;
  std::string number;
};

std::optional<Mark> mark_of(std::string_view text) {
  Mark mark;
  std::size_t at = 0;
  while (at < text.size() && std::isalpha(static_cast<unsigned char>(text[at])) != 0) {
    mark.letters.push_back(static_cast<char>(std::toupper(static_cast<unsigned char>(text[at++]))));
  }
  if (at < text.size() && (text[at] == '-' || text[at] == '_')) ++at;
  while (at < text.size() && text[at] == '0') ++at;
  const bool had_zero = at > 0 && text[at - 1] == '0';
  while (at < text.size() && text[at] >= '0' && text[at] <= '9') mark.number.push_back(text[at++]);
  if (mark.number.empty() && had_zero) mark.number = "0";
  // "M3.5", "M3b": what follows the number belongs to it, and such names are compared by eye only.
  const bool is_whole =
      at == text.size() || (std::isalnum(static_cast<unsigned char>(text[at])) == 0 && text[at] != '.');
  if (mark.letters.empty() || mark.letters.size() > 4 || mark.number.empty() || !is_whole) return std::nullopt;
  // The done mark of task files: "TX01" is T01.
  if (mark.letters == "TX" || mark.letters == "GX" || mark.letters == "SX") mark.letters.pop_back();
  return mark;
}

void check(const ItemContext& context, FindingSink& sink) {
  const auto& id = context.item.id;
  if (context.key.item != 0 || !id || id->where.empty()) return;
  const auto file = mark_of(stem_of(context.facts.corpus.document_of(context.key).path));
  const std::string& whole = id->value;
  const auto stated = mark_of(std::string_view(whole).substr(whole.rfind('/') + 1));
  if (!file || !stated || file->letters != stated->letters || file->number == stated->number) return;
  sink.report(spot_of(context, *id),
              "the document calls itself " + whole + ", its file is called " +
                  std::string(file_name_of(context.facts.corpus.document_of(context.key).path)),
              "rename the file or mend the id; others may refer to both");
}

}  // namespace

constinit const Rule kIdDiffers{.about = {.id = "MP106",
                                          .slug = "id-differs",
                                          .since = "0.1.0",
                                          .group = RuleGroup::form,
                                          .severity = Severity::warning,
                                          .summary = "the name of the file and the id in it are different"},
                                .check_item = check};

}  // namespace milepost
