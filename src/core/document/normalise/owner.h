// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// Owner: "@handle", "[@handle](url)", "Ann (backend) & Bob" to the people, in order. Placeholders and words for nobody
// give no owner.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/document/normalise/words.h"

namespace milepost {

struct OwnerReading {
  std::optional<std::string> owner;  // all people, joined by ", "
  std::vector<std::string> people;
  std::string note;  // what stood in brackets: "backend"
};

[[nodiscard]] OwnerReading normalise_owner(std::string_view text, const Words& words);

}  // namespace milepost
