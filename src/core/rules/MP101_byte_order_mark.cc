// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "core/rules/contexts.h"
#include "core/rules/finding_sink.h"
#include "core/rules/rule_list.h"

namespace milepost {
namespace {

constexpr ByteRange kMark{0, 3};

void check(const DocumentContext& context, FindingSink& sink) {
  if (!context.reading.source().has_bom()) return;
  Finding& found =
      sink.report(kMark, "the file begins with a byte order mark, which hides the front matter from many readers",
                  "remove the three bytes");
  found.fixes.push_back(fix_here(context, "remove the byte order mark", FixSafety::safe, {{kMark, ""}}));
}

}  // namespace

constinit const Rule kByteOrderMark{.about = {.id = "MP101",
                                              .slug = "byte-order-mark",
                                              .since = "0.1.0",
                                              .group = RuleGroup::form,
                                              .severity = Severity::info,
                                              .fix = FixOffer::safe,
                                              .summary = "a byte order mark before the first character"},
                                    .check_document = check};

}  // namespace milepost
