// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// Records: the rows, list entries and sub-headings of a document that are things of their own (task, risk, phase,
// sprint, feature, metric, checkpoint, decision, question, log line ...). What they are is the dialect's say: by the
// columns of a table, else by the section that they stand in.
#pragma once

#include "core/document/document.h"
#include "core/document/summary_reader.h"

namespace milepost {

// Appends the records; `document.sections` must be filled. Tables that mean nothing to the dialect and stand in no
// known section go to `not_understood`.
void read_records(SummaryReader& reader, Document& document);

}  // namespace milepost
