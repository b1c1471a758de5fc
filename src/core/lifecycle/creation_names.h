// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// The names of a new document: its number (never one that is taken), id, slug, folder and file name. A name that is
// taken, in whatever case, is a conflict; one that can not be made says what to give instead.
#pragma once

#include <string>

#include "core/lifecycle/creation_place.h"
#include "core/lifecycle/name_pattern.h"

namespace milepost {

struct CreationNames {
  NameValues values;
  std::string id;      // "" : it has none
  std::string folder;  // of the new file
  std::string path;
};

[[nodiscard]] Result<CreationNames> choose_creation_names(const CreationRequest& request, const CreationPlace& place,
                                                          const CreationSources& sources);

}  // namespace milepost
