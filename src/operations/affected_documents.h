// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// Which documents may be judged otherwise after some others have changed: those that state them (parents, index rows,
// dependents), those that they state, and those that share an id with them. It exists so that a check of a change looks
// at what the change can have broken, and at nothing else. Rather too many than too few.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/document/corpus.h"

namespace milepost {

// `changed`: sorted paths; those that are no document of the corpus count as deleted. The answer holds the changed
// documents too; as indices into the corpus, sorted.
[[nodiscard]] std::vector<std::uint32_t> affected_documents(const Corpus& corpus,
                                                            const std::vector<std::string>& changed);

}  // namespace milepost
