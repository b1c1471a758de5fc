// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// Transition: one step in the life of a milestone, decided purely: whether the dialect knows it, which word is written
// for the new status, which other fields follow (updated, completed, the log). Boxes, files and links are not its
// matter.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/date.h"
#include "core/base/result.h"
#include "core/document/corpus.h"
#include "core/document/parsed_document.h"
#include "core/lifecycle/edit_request.h"

namespace milepost {

enum class Step : std::uint8_t { start, block, unblock, complete, cancel, reopen, archive, unarchive };

[[nodiscard]] const char* to_string(Step step);

// The category that a step leads to; archiving states none where the dialect has no word for it.
[[nodiscard]] StatusCategory target_of(Step step);

// The word of the status after the step: the one that documents of the same dialect around it mostly use, so that a
// repository keeps its own words, else the dialect's. Errors: usage (the dialect has no such status).
[[nodiscard]] Result<std::string> choose_status_word(const Corpus& corpus, ItemKey key, const Dialect& dialect,
                                                     StatusCategory category);

// Errors: refused when the step is not one of the dialect's from the item's present status. An item without a status,
// or with one that is not understood, may take every step.
[[nodiscard]] Result<void> check_step(const Item& item, const Dialect& dialect, Step step);

struct StepRequest {
  Step step = Step::start;
  Date today;
  std::string word;    // from choose_status_word
  std::string reason;  // goes into the log; of `block` also behind the status where the place has room
};

// The changes of fields that the step brings with it.
[[nodiscard]] std::vector<EditRequest> plan_step_fields(const ParsedDocument& document, std::size_t item,
                                                        const StepRequest& request);

}  // namespace milepost
