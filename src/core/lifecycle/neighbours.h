// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// Neighbours: what the documents that stand in a place have in common, so that a new one looks as if the same people
// had written it: their dialect, their folder, how their files and ids are called, where they carry their fields. It is
// told from names and items alone; where there is nobody, nothing is told.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/document/corpus.h"

namespace milepost {

struct Neighbours {
  std::string folder;         // where most of them stand
  std::string file_name;      // pattern: "M{number:2}-{slug}.md"
  std::string id;             // pattern: "M-07.{number:2}"; "" : they have none
  bool front_matter = false;  // their status stands there
  bool id_in_heading = true;
  std::size_t count = 0;
};

// The dialect of most documents below `folder`, or of the nearest folder above it that has any; "" when there is none.
// `kind` first, any other kind when there is none of it.
[[nodiscard]] std::string find_usual_dialect(const Corpus& corpus, std::string_view folder, ItemKind kind);

// The documents of one dialect and kind below `folder` (in the same manner).
[[nodiscard]] std::optional<Neighbours> find_neighbours(const Corpus& corpus, std::string_view dialect, ItemKind kind,
                                                        std::string_view folder);

// The last folder called `name` on the way to documents of the dialect, with what is before it; the most frequent one.
// ".agents/exec_plans" for "exec_plans".
[[nodiscard]] std::string find_family_root(const Corpus& corpus, std::string_view dialect, std::string_view name);

// Folders for what is over ("archive", "completed") and their like.
[[nodiscard]] bool is_in_finished_folder(std::string_view path);

}  // namespace milepost
