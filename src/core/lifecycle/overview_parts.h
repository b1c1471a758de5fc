// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// The parts of what an overview says of a milestone, whether they stand below sub-headings ("### Goal") or behind
// labels ("**Goal**: ..."), each under the heading that it gets in the milestone's own document.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/document/dialect.h"
#include "core/lifecycle/section_texts.h"

namespace milepost {

// `entry` is the Markdown below the milestone's heading; `place` names it in messages.
[[nodiscard]] std::vector<SectionText> split_overview_entry(std::string_view entry, const Dialect& dialect,
                                                            const std::string& place);

// The anchor of a heading as forges make it: "#milestone-2-first-light".
[[nodiscard]] std::string heading_anchor(std::string_view heading);

}  // namespace milepost
