// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// Lost values: what was given for a new document and its template has no place for. Such a value is never dropped: it
// is written as `set` would write it, where the dialect keeps a field of that kind; where the dialect knows none it is
// an error that names the field.
#pragma once

#include <string>
#include <vector>

#include "core/lifecycle/creation_values.h"

namespace milepost {

// Names of given values that change nothing in the rendered text, sorted.
[[nodiscard]] std::vector<std::string> find_lost_values(const ValueSources& from, const TemplateValues& values);

// The document with the lost values of one of its items. Errors: usage (no place for one of them).
struct LostValues {
  const ValueSources& from;
  const TemplateValues& values;
  std::vector<std::string> names;
};
[[nodiscard]] Result<std::string> place_lost_values(const LostValues& lost, const std::string& text,
                                                    const std::string& path, const std::string& title);

}  // namespace milepost
