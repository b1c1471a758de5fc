// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "operations/schema.h"

#include <utility>

#include "frontends/cli/present/presenter.h"

namespace milepost {

Result<Presented> present_schema(Session& session, const Arguments& arguments, const Screen&) {
  if (auto good = check_arguments(kSchemaOperation, arguments); !good) return std::unexpected(good.error());
  if (arguments.text("operation") == "error") return Presented{.text = error_schema()};
  auto operation = find_schema_operation(session.operations(), arguments);
  if (!operation) return std::unexpected(std::move(operation).error());
  return Presented{.text = envelope_schema(**operation)};
}

}  // namespace milepost
