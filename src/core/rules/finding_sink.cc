// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "core/rules/finding_sink.h"

namespace milepost {

FindingSink::~FindingSink() {
  if (left_out_ == 0 || into_->size() == first_) return;
  into_->back().finding.message.append(" (and ").append(std::to_string(left_out_)).append(" more like this)");
}

Finding& FindingSink::report(ByteRange range, std::string message, std::string advice) {
  return report(Spot{own_, range, 0}, std::move(message), std::move(advice));
}

Finding& FindingSink::report(const Spot& spot, std::string message, std::string advice) {
  // A check of the corpus reports of many documents, and each of them has room of its own.
  const bool is_of_one_document = rule_->check_corpus == nullptr;
  if (is_of_one_document && into_->size() - first_ >= kFindingsMost) {
    ++left_out_;
    return spare_;
  }
  Finding finding;
  finding.id = rule_->about.id;
  finding.slug = rule_->about.slug;
  finding.severity = severity_;
  finding.range = spot.range;
  finding.line = spot.line;
  finding.message = std::move(message);
  finding.advice = std::move(advice);
  into_->push_back({spot.key, std::move(finding)});
  return into_->back().finding;
}

Fix fix_here(const DocumentContext& context, std::string what, FixSafety safety, std::vector<TextEdit> edits) {
  Fix fix{std::move(what), safety, {}};
  fix.files.push_back({std::string(context.reading.path()), std::move(edits)});
  return fix;
}

}  // namespace milepost
