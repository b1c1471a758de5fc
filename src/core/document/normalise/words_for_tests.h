// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// The word lists that are built in, read once, for the tests of this folder: what a test shows is what people get.
// A broken list ends the test program, because then no result means anything.
#pragma once

#include "core/document/dialect_set.h"
#include "core/document/normalise/words.h"

namespace milepost {

inline const Words& shipped_words() {
  static const DialectSet kDialects = DialectSet::built_in().value();
  return kDialects.words();
}

}  // namespace milepost
