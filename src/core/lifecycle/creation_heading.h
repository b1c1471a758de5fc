// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// A milestone as a heading: one more section of a document that holds its milestones so, written as its siblings are:
// the level, the words before the number, what stands between id and title, newest first or last.
#pragma once

#include "core/lifecycle/creation_names.h"

namespace milepost {

struct HeadingSources {
  const CreationRequest& request;
  const CreationPlace& place;
  const CreationNames& names;
  const CreationSources& sources;
};

struct PlannedHeading {
  FileChange file;
  std::uint32_t line = 0;  // of the new heading
};

// The creation of the place with the id that the siblings in the host have.
[[nodiscard]] Creation to_heading_creation(const Corpus& corpus, const CreationPlace& place);

[[nodiscard]] Result<PlannedHeading> plan_heading(const HeadingSources& from);

}  // namespace milepost
