// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// Taken elsewhere: the numbers of a row of ids that stand where the corpus does not look: untracked files of this and
// all other work trees, every ref and the whole history of the repository, and numbers that another process has taken
// a moment ago. An id is looked up and taken while the lock of the repository is held (Planning::locked), and the
// reservation outlives the file, so that a number is never given twice (docs/design/ids.md).
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "core/base/result.h"
#include "core/document/corpus.h"
#include "core/lifecycle/id_sequence.h"

namespace milepost {

class FileSystem;
class Git;
class Session;

// What a row of ids is looked up in; borrows all.
struct RowPlace {
  const FileSystem& files;
  const Git* git = nullptr;
  const std::string& root;  // canonical
  const IdWords& words;
  const Corpus* corpus = nullptr;  // of the root, for ids that stand only inside documents; null: none do
};

// Adds to what the corpus was found to hold. Errors: git, when there is a repository that can not be asked: a number
// that was not looked up everywhere is not free.
[[nodiscard]] Result<void> add_taken_elsewhere(Session& session, const IdSequence& sequence, TakenNumbers& into);
// The same below another root than that of the session.
[[nodiscard]] Result<void> add_taken_at(const RowPlace& place, const IdSequence& sequence, TakenNumbers& into);

// Notes that `id` is taken by the document at `path` (relative to the root). For the planner of a change that is really
// made; never for a dry run. Errors: io.
[[nodiscard]] Result<void> reserve_id(Session& session, const std::string& id, const std::string& path);

// The seed for the suffix of a new id: the given one, else one of its own when `ids.suffix` is "random", else none.
[[nodiscard]] Result<std::optional<std::uint64_t>> choose_suffix_seed(Session& session,
                                                                      std::optional<std::uint64_t> given);

}  // namespace milepost
