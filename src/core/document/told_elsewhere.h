// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// One item for each milestone. An overview tells of milestones that have documents of their own as well; there the
// document is the milestone, and what the overview says of it becomes the row of a child: its name, its place and its
// status, so that a difference is seen and nothing is counted twice.
#pragma once

#include <vector>

#include "core/document/document.h"

namespace milepost {

// Takes the headings and rows that a document of its own tells of out of the items. The document must bear the same id,
// lie in the folder of the overview or below it, be the only one there, and have a title that shares a word.
// In doubt both stay.
void drop_items_told_elsewhere(std::vector<DocumentSummary>& documents);

}  // namespace milepost
