// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// Reading `[life]` of a dialect file, as strictly as the rest of it. What a file does not say stays as the dialect has
// it that it extends; a list that it says replaces the one that was taken over.
#pragma once

#include "core/document/life.h"
#include "core/document/strict_toml.h"

namespace milepost {

// `into` holds the life of the extended dialect. Trouble is left in the reader.
void read_life(StrictToml& reader, const toml::table& root, Life& into);

}  // namespace milepost
