// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// What tests of writers share: a text goes in, the edited text comes out, and on the way the edit is proven as it would
// be before a write. Errors come out as "kind: message".
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/document/dialect_set.h"
#include "core/document/normalise/words.h"
#include "core/lifecycle/plan_edits.h"
#include "core/lifecycle/proof.h"

namespace milepost {

class EditingForTests {
 public:
  EditingForTests() : dialects_(DialectSet::built_in()), reader_(*dialects_) {}

  std::string edit(std::string_view text, const std::vector<EditRequest>& requests) {
    const ParsedDocument parsed = parse_document(reader_, path, std::string(text));
    auto planned = plan_edits({parsed, dialects_->words(), item}, requests);
    if (!planned) return remember(planned.error());
    remarks = planned->remarks;
    auto after = apply_edits(text, planned->edits);
    if (!after) return remember(after.error());
    const auto proven = prove_edit(reader_, {path, text, *after}, planned->intended);
    return proven ? *after : remember(proven.error()) + "\n" + *after;
  }
  std::string set(std::string_view text, std::string field, std::string value) {
    return edit(text, {SetField{std::move(field), std::move(value), NoteHandling::automatic}});
  }

  std::string path = "docs/milestones/M1-harbour.md";
  std::size_t item = 0;
  std::vector<std::string> hints;    // of the last error
  std::vector<std::string> remarks;  // of the last plan

 private:
  std::string remember(const Error& error) {
    hints = error.hints;
    return std::string(to_string(error.kind)) + ": " + error.message;
  }

  Result<DialectSet> dialects_;
  DocumentReader reader_;
};

}  // namespace milepost
