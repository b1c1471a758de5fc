// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "core/document/form.h"

#include <algorithm>
#include <cstddef>

namespace milepost {

const FormOfKind& form_of(const Form& form, ItemKind kind) { return form.kinds.at(static_cast<std::size_t>(kind)); }

bool is_spelled_as(std::string_view id, std::string_view form) {
  return std::ranges::equal(id, form, [](char written, char wanted) {
    return wanted == '#' ? written >= '0' && written <= '9' : written == wanted;
  });
}

}  // namespace milepost
