// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// What check answers, as JSON: one writer for the findings of a workspace and for those of a change, so that programs
// read both alike.
#pragma once

#include <cstdint>

#include "core/render/json_writer.h"
#include "operations/plan_movement.h"
#include "operations/run_check.h"

namespace milepost {

enum class FindingsInJson : std::uint8_t { written, left_out };

void write_check(JsonWriter& json, const CheckAnswer& answer, FindingsInJson findings);
void write_movement(JsonWriter& json, const PlanMovement& movement);

}  // namespace milepost
