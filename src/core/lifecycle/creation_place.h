// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// The first half of a creation: which dialect, which kind, below which parent, by which patterns. What the request does
// not say is taken from the parent, then from the neighbours, then from the dialect; two answers that are equally good
// are an error that lists them.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "core/document/dialect.h"
#include "core/lifecycle/creation_request.h"
#include "core/lifecycle/neighbours.h"

namespace milepost {

struct CreationPlace {
  std::shared_ptr<const Dialect> dialect;
  Creation creation;  // its patterns are those of the neighbours where it follows them
  std::optional<ItemKey> parent;
  bool parent_was_named = false;  // by the request, not found by us
  std::string folder;             // that the creation's own folder pattern starts from
  std::string scope;              // folder in which numbers must not be given twice
  bool front_matter = false;      // the neighbours carry their fields there
  bool id_in_heading = true;
  std::string status_word;  // that the neighbours write for what is planned; "" : the dialect's
  // The document that gets a heading instead of a file of its own.
  std::optional<std::uint32_t> host;
  std::vector<std::string> remarks;
};

[[nodiscard]] Result<CreationPlace> choose_creation_place(const CreationRequest& request,
                                                          const CreationSources& sources);

}  // namespace milepost
