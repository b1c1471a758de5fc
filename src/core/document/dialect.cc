// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "core/document/dialect.h"

#include <algorithm>
#include <cstddef>

namespace milepost {
namespace {

// In the order of Role.
constexpr std::array<std::string_view, 19> kRoles{
    "",         "id",     "title",     "status",           "owner",         "kind", "created",    "updated",
    "start",    "target", "completed", "effort_estimated", "effort_actual", "risk", "depends_on", "parent",
    "children", "tags",   "progress"};
static_assert(kRoles.size() == static_cast<std::size_t>(Role::first_descriptive));

}  // namespace

std::string_view role_name(const Dialect& dialect, Role role) {
  const auto index = static_cast<std::size_t>(role);
  return index < kRoles.size() ? kRoles[index] : std::string_view{dialect.role_names[index - kRoles.size()]};
}

Role intern_role(Dialect& dialect, std::string_view name) {
  const auto* known = std::ranges::find(kRoles, name);
  if (known != kRoles.end()) return static_cast<Role>(known - kRoles.begin());
  auto found = std::ranges::find(dialect.role_names, name);
  if (found == dialect.role_names.end()) found = dialect.role_names.emplace(found, name);
  return static_cast<Role>(kRoles.size() + static_cast<std::size_t>(found - dialect.role_names.begin()));
}

}  // namespace milepost
