// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// What can be saved of front matter that is not YAML: each entry at the margin is read on its own, so that one bad line
// ("title: Foo: bar") does not hide the status next to it.
#pragma once

#include <string_view>
#include <vector>

#include "core/text/front_matter.h"

namespace milepost {

// Fills `nodes` anew with the entries that can be read. A one-line entry that can not be read gives its raw text.
void salvage_entries(std::string_view bytes, ByteRange yaml, std::vector<YamlNode>& nodes);

}  // namespace milepost
