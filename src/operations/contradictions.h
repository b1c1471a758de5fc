// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// Contradictions: where documents say two things that can not both be true: done with open boxes, a percentage that the
// boxes do not bear out, a row in an index that differs from the document that it names. Facts for the dashboard; the
// documents are left as they are.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/document/corpus.h"

namespace milepost {

struct Contradiction {
  ItemKey key;
  std::string_view kind;  // "done-but-open", "stated-percent", ...; a stable word
  std::string message;
};

// All of them, by path, line and kind.
[[nodiscard]] std::vector<Contradiction> find_contradictions(const Corpus& corpus);

}  // namespace milepost
