// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "operations/execplan/lines_answer.h"

#include "operations/envelope.h"

namespace milepost::execplan {

JsonText lines_json(const Operation& operation, const LinesAnswer& answer) {
  Envelope envelope(operation.name, {});
  JsonWriter& json = envelope.data();
  json.begin_object().key("lines").begin_array();
  for (const std::string& line : answer.lines) json.string(line);
  json.end_array().key("rows").begin_array();
  for (const Row& row : answer.rows) {
    json.begin_object();
    for (const auto& [name, value] : row) json.field(name, value);
    json.end_object();
  }
  json.end_array().key("remarks").begin_array();
  for (const std::string& remark : answer.remarks) json.string(remark);
  json.end_array().end_object();
  return std::move(envelope).finish({}, answer.outcome);
}

}  // namespace milepost::execplan
