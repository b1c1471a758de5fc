// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// The fast path of front matter: plain and simply quoted scalars on one line, block lists of them, flow lists on one
// line, and maps of those, a few levels deep. Whatever is not plainly one of these it leaves to libfyaml; a property
// test holds both to the same nodes.
#pragma once

#include <string_view>
#include <vector>

#include "core/text/front_matter.h"

namespace milepost {

// Fills `nodes` and gives true, or gives false with `nodes` in no particular state.
bool read_simple_yaml(std::string_view bytes, ByteRange yaml, std::vector<YamlNode>& nodes);

}  // namespace milepost
