// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// The numbers of a row of ids that are taken in a corpus: by the id of an item, or by the name of a file, even when
// nothing in the file could be understood. What stands in other work trees, branches and history is added by the
// caller.
#pragma once

#include <string_view>

#include "core/document/corpus.h"
#include "core/document/normalise/id_words.h"
#include "core/lifecycle/id_sequence.h"

namespace milepost {

// A document in a folder above the scope counts with what it lists: an index names what stands below it. `except` is
// the path of one that does not count.
[[nodiscard]] TakenNumbers find_taken_numbers(const Corpus& corpus, const IdSequence& sequence, const IdWords& words,
                                              std::string_view except);

}  // namespace milepost
