// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "operations/version.h"

#include <array>

#include "operations/envelope.h"

namespace milepost {
namespace {

constexpr std::array kExamples{Example{"milepost version", "one line"},
                               Example{"milepost --version --json", "the same for programs"}};
constexpr std::array<int, 2> kExitCodes{0, 2};
constexpr std::string_view kSchema = R"json({"type":"object","required":["version","compiler"],"properties":{
"version":{"type":"string"},"compiler":{"type":"string"}}})json";

}  // namespace

constinit const Operation kVersionOperation{
    .name = "version",
    .command = "version",
    .group = "The program itself",
    .summary = "show the version",
    .description = "Shows the version of milepost and the compiler that built it.",
    .examples = kExamples,
    .exit_codes = kExitCodes,
    .data_schema = kSchema,
    .invoke = invoke_version};

std::string_view program_version() { return MILEPOST_VERSION; }

std::string_view program_compiler() {
#ifdef __clang__
  return "clang " __clang_version__;
#else
  return "gcc " __VERSION__;
#endif
}

Result<JsonText> invoke_version(Session&, const Arguments& arguments) {
  if (auto good = check_arguments(kVersionOperation, arguments); !good) return std::unexpected(good.error());
  Envelope envelope(kVersionOperation.name, "");
  envelope.data().begin_object().field("version", program_version()).field("compiler", program_compiler()).end_object();
  return std::move(envelope).finish({}, Outcome::done);
}

}  // namespace milepost
