// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include <string>

#include "core/rules/contexts.h"
#include "core/rules/finding_sink.h"
#include "core/rules/rule_list.h"

namespace milepost {
namespace {

// The value on one line, in double quotes; empty where it can not be written so.
std::string on_one_line(std::string_view value) {
  std::string line = "\"";
  while (!value.empty() && value.back() == '\n') value.remove_suffix(1);
  for (const char c : value) {
    if (c == '\n' || c == '\t') {
      if (line.back() != ' ') line += ' ';
      continue;
    }
    if (static_cast<unsigned char>(c) < 0x20) return {};
    if (c == '"' || c == '\\') line += '\\';
    line += c;
  }
  return line + "\"";
}

void check(const DocumentContext& context, FindingSink& sink) {
  if (context.reading.dialect().form.multiline) return;
  for (const YamlNode& node : context.reading.scan().front_matter.nodes) {
    const bool is_block = node.style == YamlStyle::literal || node.style == YamlStyle::folded;
    const bool is_broken = context.text(node.range).find('\n') != std::string_view::npos;
    if (node.kind != YamlKind::scalar || (!is_block && !is_broken)) continue;
    Finding& found = sink.report(node.range, "this value has several lines; this family keeps each on one line",
                                 "write it on one line, or move the text below the front matter");
    const std::string line = on_one_line(node.value);
    ByteRange range = node.range;
    while (!range.empty() && context.bytes()[range.end - 1] == '\n') --range.end;
    if (!line.empty() && node.parent == 0)
      found.fixes.push_back(fix_here(context, "write it on one line", FixSafety::unsafe, {{range, line}}));
  }
}

}  // namespace

constinit const Rule kMultilineValue{.about = {.id = "MP110",
                                               .slug = "multiline-value",
                                               .since = "0.1.0",
                                               .group = RuleGroup::form,
                                               .severity = Severity::warning,
                                               .fix = FixOffer::unsafe,
                                               .summary = "a text of several lines where the family forbids it"},
                                     .check_document = check};

}  // namespace milepost
