// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// Destination: where a step takes a document, by the folders and file names of its dialect. Stage folders (active,
// complete, archive, dated ones) at the end of its folder are taken off and the ones of the new stage put on, so that a
// tree keeps its shape whichever layout it has. Pure: what exists is asked through a function.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/base/date.h"
#include "core/document/dialect.h"
#include "core/lifecycle/path_moves.h"
#include "core/lifecycle/transition.h"

namespace milepost {

struct DestinationRequest {
  std::string_view path;
  std::string_view id;  // "" when it has none
  ItemKind kind = ItemKind::milestone;
  Step step = Step::complete;
  Date day;
};

enum class MovedThing : std::uint8_t { file, folder };

struct Destination {
  PathMove move;
  MovedThing thing = MovedThing::file;
};

// Nothing when the document stays where it is.
[[nodiscard]] std::optional<Destination> choose_destination(const Life& life, const DestinationRequest& request,
                                                            const PathExists& exists);

// Whether a folder's name says how far its documents are: "active", "complete", "_archived", "2026", "2026-01-31".
[[nodiscard]] bool is_stage_folder(std::string_view name);

}  // namespace milepost
