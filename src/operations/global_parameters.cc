// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "operations/global_parameters.h"

#include <array>

namespace milepost {
namespace {

constexpr std::array<std::string_view, 3> kColours{"auto", "always", "never"};

constexpr std::array<Parameter, 11> kParameters{{
    {"directory",
     ParameterKind::text,
     "DIR",
     "start in DIR instead of the current folder",
     Values::directories,
     {},
     {},
     'C'},
    {"json", ParameterKind::flag, {}, "print JSON in the envelope milepost.<operation>/1"},
    {"color", ParameterKind::text, "WHEN", "colour: auto, always or never", Values::choices, kColours, "auto"},
    {"ascii", ParameterKind::flag, {}, "draw with ASCII characters only"},
    {"no-pager", ParameterKind::flag, {}, "never start a pager"},
    {"today", ParameterKind::date, "DATE", "take DATE for today"},
    {"no-cache", ParameterKind::flag, {}, "read every document, neither use nor write the cache"},
    {"quiet", ParameterKind::flag, {}, "no progress and no remarks on stderr, only errors", Values::none, {}, {}, 'q'},
    {"help", ParameterKind::flag, {}, "show the whole help (-h: the short one)", Values::none, {}, {}, 'h'},
    {"version", ParameterKind::flag, {}, "show the version"},
    {"config", ParameterKind::list, "KEY=VALUE", "set a configuration value for this run", Values::none, {}, {}, 'c'},
}};

constexpr std::array<Variable, 11> kVariables{{
    {"MILEPOST_TODAY", "the day that counts as today, YYYY-MM-DD; --today goes first"},
    {"SOURCE_DATE_EPOCH", "seconds since 1970 whose day counts as today when MILEPOST_TODAY is not set"},
    {"MILEPOST_<SECTION>_<KEY>", "a configuration value: scan.max_files is MILEPOST_SCAN_MAX_FILES"},
    {"MILEPOST_PAGER, PAGER", "the pager, in this order; less when neither is set, none when empty or cat"},
    {"NO_COLOR", "not empty: no colour"},
    {"CLICOLOR_FORCE, FORCE_COLOR", "not empty and not 0: colour also where stdout is no terminal"},
    {"TERM", "dumb: no colour"},
    {"COLUMNS", "the width of the terminal"},
    {"XDG_CONFIG_HOME", "where milepost/config.toml is looked for; ~/.config when not set"},
    {"XDG_CACHE_HOME", "where the cache is kept; ~/.cache when not set"},
    {"HOME", "the home folder"},
}};

}  // namespace

std::span<const Parameter> global_parameters() { return kParameters; }

std::span<const Variable> environment_variables() { return kVariables; }

}  // namespace milepost
