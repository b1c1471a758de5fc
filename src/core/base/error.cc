// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "core/base/error.h"

#include <array>
#include <cstddef>

namespace milepost {
namespace {

struct KindRow {
  const char* word;
  int exit_code;
};

// One row per ErrorKind, in the order of the enum.
constexpr std::array<KindRow, 11> kKinds{{
    {"usage", 2},
    {"not_found", 1},
    {"ambiguous", 2},
    {"conflict", 3},
    {"refused", 4},
    {"invalid_document", 1},
    {"io", 5},
    {"git", 5},
    {"unavailable", 5},
    {"interrupted", 130},
    {"internal", 5},
}};

const KindRow& row_of(ErrorKind kind) { return kKinds.at(static_cast<std::size_t>(kind)); }

}  // namespace

int exit_code_of(ErrorKind kind) { return row_of(kind).exit_code; }

const char* to_string(ErrorKind kind) { return row_of(kind).word; }

}  // namespace milepost
