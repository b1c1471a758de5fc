// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "core/document/finding.h"

#include <array>
#include <cstddef>

namespace milepost {
namespace {

// One row per ReadingFact, in the order of the enum. Error: something is missing from the answer. Warning: it is there,
// but its author would not have meant it so. Info: nothing is lost.
constexpr std::array<ReadingFactRow, 20> kReadingFacts{{
    {"MP001", "not-recognised", Severity::warning},
    {"MP002", "unreadable", Severity::error},
    {"MP003", "too-large", Severity::error},
    {"MP004", "binary", Severity::info},
    {"MP005", "not-utf8", Severity::warning},
    {"MP006", "vanished", Severity::info},
    {"MP007", "front-matter-not-first", Severity::warning},
    {"MP008", "front-matter-never-closed", Severity::error},
    {"MP009", "front-matter-invalid", Severity::error},
    {"MP010", "front-matter-duplicate", Severity::warning},
    {"MP011", "front-matter-too-deep", Severity::error},
    {"MP012", "wrong-type", Severity::warning},
    {"MP013", "impossible-date", Severity::warning},
    {"MP014", "unknown-status", Severity::warning},
    {"MP015", "mojibake", Severity::warning},
    {"MP016", "ambiguous-value", Severity::warning},
    {"MP017", "limit-reached", Severity::error},
    {"MP018", "symlink-outside", Severity::info},
    {"MP019", "fence-never-closed", Severity::warning},
    {"MP020", "placeholder", Severity::info},
}};

static_assert(kReadingFacts.size() == static_cast<std::size_t>(ReadingFact::placeholder) + 1);

constexpr std::array<const char*, 3> kSeverities{"error", "warning", "info"};

}  // namespace

const ReadingFactRow& row_of(ReadingFact fact) { return kReadingFacts.at(static_cast<std::size_t>(fact)); }

const char* to_string(Severity severity) { return kSeverities.at(static_cast<std::size_t>(severity)); }

}  // namespace milepost
