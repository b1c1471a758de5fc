// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// Gates: what still stands in the way of a step, each with its place: open boxes (of the sections that decide about
// completion, and of the others), prerequisites that are not done, children that are still open. Gates judge nothing:
// the policy says which of them refuse a step, and the person may tick, defer or override.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/document/corpus.h"
#include "core/document/parsed_document.h"

namespace milepost {

enum class GateKind : std::uint8_t {
  criterion,  // an open box in a section that gates: definition of done, success criteria ...
  task,       // an open box elsewhere that counts for progress
  blocker,    // a prerequisite that is not done
  child,      // a sprint, task or milestone below it that is still open
};

struct Gate {
  GateKind kind = GateKind::criterion;
  std::string path;
  std::uint32_t line = 0;
  std::string text;     // of the box, or the name of the other item
  std::string section;  // title of the section; "" for other items
};

// The open boxes of one item, in the order of the document. A box that was put off ("(deferred)") is settled.
[[nodiscard]] std::vector<Gate> find_open_boxes(const ParsedDocument& document, std::size_t item);

[[nodiscard]] std::vector<Gate> find_open_blockers(const Corpus& corpus, ItemKey key);
[[nodiscard]] std::vector<Gate> find_open_children(const Corpus& corpus, ItemKey key);

[[nodiscard]] const char* to_string(GateKind kind);

}  // namespace milepost
