// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// Find item: what a person means who names an item on a command line or in a request: an id, any unique short form of
// one, a path, the end of a path, path:line, or a whole title. The exact reading of the words is tried before the
// looser ones, and a reading that fits several items is an error that lists them, never a guess.
#pragma once

#include <span>
#include <string_view>

#include "core/base/result.h"
#include "core/document/document.h"
#include "core/document/item_links.h"

namespace milepost {

[[nodiscard]] Result<ItemKey> find_item(std::span<const DocumentSummary> documents, std::string_view id_or_path);

}  // namespace milepost
