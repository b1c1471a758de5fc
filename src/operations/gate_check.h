// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// GateCheck: what `complete` does about open criteria, boxes, prerequisites and children. The configuration says which
// of them refuse the step (complete.refuse); the person may have the boxes ticked or put off, or override with a
// reason.
#pragma once

#include <string>
#include <vector>

#include "core/lifecycle/gates.h"
#include "core/lifecycle/plan_edits.h"
#include "operations/chosen_item.h"

namespace milepost {

class Arguments;

enum class OpenBoxes : std::uint8_t { refuse, tick, defer };

struct GateChoice {
  OpenBoxes open_boxes = OpenBoxes::refuse;
  std::string override_reason;  // "" : no override
};

// Errors: usage (--tick and --defer together, an override without a reason).
[[nodiscard]] Result<GateChoice> parse_gate_choice(const Arguments& arguments);

struct GateVerdict {
  std::vector<EditRequest> requests;  // boxes to tick or to put off, the override for the log
  std::vector<std::string> remarks;   // what is open and does not refuse the step
};

// Error of kind refused, with every open gate as a hint "path:line: text" and what can be done.
[[nodiscard]] Result<GateVerdict> check_gates(Session& session, const ChosenItem& chosen, const GateChoice& choice);

}  // namespace milepost
