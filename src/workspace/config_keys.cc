// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// The table of all configuration keys. A key stands here only when something uses it. The reference page is made from
// this table.
#include <array>

#include "workspace/config.h"

namespace milepost {

namespace {

constexpr std::int64_t kLargestFile = 2'147'483'647;  // offsets in a document are 32 bit

constexpr std::array kKeys = {
    ConfigKey{"scan.skip", ConfigType::text_list, "[]",
              "Names of more folders that are never entered, beside those that are skipped anyway."},
    ConfigKey{"scan.include", ConfigType::text_list, "[]",
              "Path patterns (as in .gitignore) that are read although git ignores them or their folder is skipped."},
    ConfigKey{"scan.exclude", ConfigType::text_list, "[]",
              "Path patterns (as in .gitignore) that are left out, whatever else is said."},
    ConfigKey{"scan.nested_repositories", ConfigType::boolean, "false",
              "Whether git repositories inside the root (submodules, clones) are read as part of it."},
    ConfigKey{"scan.max_file_size",
              ConfigType::integer,
              "8388608",
              "Largest document in bytes; larger ones are left out with a finding.",
              {},
              1,
              kLargestFile},
    ConfigKey{"scan.max_files",
              ConfigType::integer,
              "1000000",
              "Most Markdown files that are read; what is above is left out with a finding.",
              {},
              1,
              100'000'000},
    ConfigKey{"scan.max_depth",
              ConfigType::integer,
              "64",
              "Deepest folder that is entered, counted from the root.",
              {},
              0,
              2048},
    ConfigKey{"scan.threads",
              ConfigType::integer,
              "0",
              "Threads that read; 0 takes as many as the machine has processors.",
              {},
              0,
              256},
    ConfigKey{"scan.cache", ConfigType::boolean, "true",
              "Whether unchanged documents are taken from the cache; it never changes an answer."},
    ConfigKey{"execplan.layout", ConfigType::text, "\"seed\"",
              "How a new ExecPlan tree is laid out: seed (<slug>/) or current (active/<slug>/); trees that exist keep "
              "theirs.",
              "seed current"},
    ConfigKey{
        "complete.refuse", ConfigType::text_list, "[\"criterion\", \"blocker\", \"child\"]",
        "What refuses `complete` while it is open: criterion (boxes of sections that decide), task (other boxes), "
        "blocker (prerequisites), child (parts)."},
    ConfigKey{"claims.name", ConfigType::text, "\"\"",
              "Who claims items here; empty takes the name of the folder of the work tree."},
    ConfigKey{"claims.duration", ConfigType::text, "\"4h\"", "How long a claim holds: 30m, 4h, 2d."},
    ConfigKey{"ids.suffix", ConfigType::text, "\"none\"",
              "What follows the number of a new id: nothing, or digits by chance that no other branch will draw.",
              "none random"},
    ConfigKey{"check.preview", ConfigType::boolean, "false", "Whether `check` runs the rules that are new as well."},
    ConfigKey{"check.severity", ConfigType::text, "\"info\"", "The least severity that `check` shows.",
              "error warning info"},
    ConfigKey{"check.fail_on", ConfigType::text, "\"warning\"",
              "The least severity with which `check` ends with exit code 1.", "error warning info never"},
    ConfigKey{"check.require_reason", ConfigType::boolean, "false",
              "Whether a comment that silences findings must give a reason."},
    ConfigKey{"check.baseline", ConfigType::text, "\"\"",
              "File with findings that are known and not shown, relative to the root; see `check --baseline`."},
    ConfigKey{"ui.color", ConfigType::text, "\"auto\"", "When text is coloured.", "auto always never"},
    ConfigKey{"ui.pager", ConfigType::text, "\"auto\"",
              "The program that shows long text: auto, never, or a command with its arguments."},
    ConfigKey{"ui.width", ConfigType::integer, "0", "Columns of text; 0 asks the terminal.", {}, 0, 1000},
    ConfigKey{"ui.ascii", ConfigType::boolean, "false", "Whether only ASCII is used for lines, bars and marks."},
    ConfigKey{"list.columns", ConfigType::text_list, "[]", "Columns of `list`; empty takes the standard ones."},
    ConfigKey{"list.sort", ConfigType::text, "\"\"", "What `list` is sorted by; empty takes path and line."},
};

}  // namespace

std::span<const ConfigKey> Config::keys() { return kKeys; }

}  // namespace milepost
