// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "core/rules/contexts.h"
#include "core/rules/finding_sink.h"
#include "core/rules/rule_list.h"
#include "core/rules/visible_text.h"

namespace milepost {
namespace {

constexpr std::string_view kOurs = "<<<<<<< ";
constexpr std::string_view kMiddle = "\n=======";
constexpr std::string_view kTheirs = "\n>>>>>>> ";

bool is_line_begin(std::string_view bytes, std::size_t at) { return at == 0 || bytes[at - 1] == '\n'; }

// All three marks must stand there in order; one of them alone is somebody's art.
void check(const DocumentContext& context, FindingSink& sink) {
  const std::string_view bytes = context.bytes();
  VisibleText visible(context.reading.scan());
  for (std::size_t at = bytes.find(kOurs); at != std::string_view::npos; at = bytes.find(kOurs, at + 1)) {
    if (!is_line_begin(bytes, at) || visible.is_code(static_cast<ByteOffset>(at))) continue;
    const std::size_t middle = bytes.find(kMiddle, at);
    const std::size_t end = middle == std::string_view::npos ? middle : bytes.find(kTheirs, middle + 1);
    if (end == std::string_view::npos) return;
    sink.report(ByteRange{static_cast<ByteOffset>(at), static_cast<ByteOffset>(at + 7)},
                "here begins a conflict of git that nobody resolved", "choose one side and remove the three marks");
    at = end;
  }
}

}  // namespace

constinit const Rule kMergeMarker{.about = {.id = "MP102",
                                            .slug = "merge-marker",
                                            .since = "0.1.0",
                                            .group = RuleGroup::form,
                                            .severity = Severity::error,
                                            .summary = "a conflict of git was committed"},
                                  .check_document = check};

}  // namespace milepost
