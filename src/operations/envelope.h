// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// Envelope: the frame of every JSON answer: {"schema","root","data","problems","exit"}. `data` is the operation's own,
// `problems` are the findings of reading, `exit` is the exit code that the command line ends with.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "core/base/error.h"
#include "core/document/finding.h"
#include "core/render/json_writer.h"
#include "operations/operation.h"

namespace milepost {

void write_finding(JsonWriter& json, const Finding& finding);

class Envelope {
 public:
  // An empty root becomes null: the operation needs no workspace.
  Envelope(std::string_view operation, std::string_view root);

  // Write exactly one value here.
  [[nodiscard]] JsonWriter& data() { return json_; }

  [[nodiscard]] JsonText finish(std::span<const Finding> problems, Outcome outcome, std::string notice = {}) &&;

 private:
  std::string text_;
  JsonWriter json_;
};

// The answer to a request that could not be done: schema milepost.error/1, `data` tells kind, message, place and hints.
[[nodiscard]] std::string error_envelope(const Error& error, std::string_view root);

}  // namespace milepost
