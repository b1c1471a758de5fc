// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "core/lifecycle/built_in_templates.h"

#include "core/base/embedded_file.h"
#include "embedded/templates.h"

namespace milepost {

std::optional<std::string_view> find_built_in_template(std::string_view name) {
  const std::string file_name = std::string(name) + ".md";
  for (const EmbeddedFile& file : embedded::templates())
    if (file.name == file_name) return file.bytes;
  return std::nullopt;
}

}  // namespace milepost
