// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// Front matter read by libfyaml's event stream: events, not its document tree, so that aliases are never expanded and
// nothing recurses. Template placeholders, which YAML takes for maps, are hidden from it and come back as scalars.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "core/text/front_matter.h"

namespace milepost {

// Fills `nodes` as far as it gets. The problem that stopped it, if any; less grave ones are appended to `problems`.
std::optional<FrontMatterProblem> read_yaml(std::string_view bytes, ByteRange yaml, std::vector<YamlNode>& nodes,
                                            std::vector<FrontMatterProblem>& problems);

}  // namespace milepost
