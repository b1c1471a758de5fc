// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// Label lines: "**Status:** Done", "**Status**: Done", "_Last updated: 2026-01-02_", "Status: Done", "> State: Open —
// Depends on: M1", "**Status**: a | **Risk**: b", "║ Status: ⏳ PENDING ║". Purely syntactic: what a label means is the
// dialect's say. Ranges point into the source so that a value can be edited where it stands.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "core/base/byte_range.h"

namespace milepost {

enum class LabelStyle : std::uint8_t {
  bold,    // **Label:** value   or **Label**: value  (also __Label__)
  italic,  // _Label: value_     or *Label*: value
  plain,   // Label: value
  banner,  // ║ Label: value ║   box drawing, found inside fences
};

struct Label {
  ByteRange label;  // "Status", without marks and colon, trimmed
  ByteRange value;  // trimmed, without the marks that wrap label and value together, without a trailing hard break
  LabelStyle style = LabelStyle::plain;
};

// Appends the labels of one content line (container prefixes already cut, list marker already cut). Several labels on
// one line are split at " | ", " · ", " • " or " — Label:" only where what follows is itself a label.
// `allow_plain` admits "Label: value" without marks: a label of at most 40 bytes, letters first, no sentence before it.
void find_labels(std::string_view bytes, ByteRange line, bool allow_plain, std::vector<Label>& into);

}  // namespace milepost
