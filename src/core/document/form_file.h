// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// Reading `[form]` of a dialect file, as strictly as the rest of it. What a file does not say stays as the dialect has
// it that it extends; a list that it says replaces the one that was taken over.
#pragma once

#include "core/document/dialect.h"
#include "core/document/strict_toml.h"

namespace milepost {

// `into` holds the form of the extended dialect; roles are those of its fields. Trouble is left in the reader.
void read_form(StrictToml& reader, const toml::table& root, Dialect& into);

}  // namespace milepost
