// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// The values of a template for one request: what the names say, what was given, what the parent passes on, what the
// dialect puts in by itself. Every variable is listed in creation_values.cc with what it is; a name that is not there,
// and that the template does not use either, is an error.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "core/lifecycle/creation_names.h"
#include "core/lifecycle/document_template.h"

namespace milepost {

struct TemplateVariable {
  std::string_view name;
  bool is_list = false;
  std::string_view summary;
};

// All of them, sorted by name.
[[nodiscard]] std::span<const TemplateVariable> template_variables();

struct ValueSources {
  const CreationRequest& request;
  const CreationPlace& place;
  const CreationNames& names;
  const CreationSources& sources;
  const TemplateText& document_template;
};

// Errors: usage (an unknown field or part, a status, date or risk that is none, a value of several lines).
[[nodiscard]] Result<TemplateValues> make_template_values(const ValueSources& from);

}  // namespace milepost
