// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// Running a check: the rules over the documents of a request, with the baseline, the index of git or the changes since
// a revision heeded. The command `check`, its formats and the report of a change all work on this answer. It changes
// nothing.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/document/finding.h"
#include "core/rules/rule_plan.h"
#include "operations/checked_finding.h"
#include "operations/session.h"

namespace milepost {

inline constexpr std::array<std::string_view, 3> kSeverityWords{"error", "warning", "info"};

struct CheckRequest {
  std::vector<std::string> what;  // paths of documents or folders, ids; empty: everything
  std::string changed_since;      // a revision; "" : whatever has changed
  std::string report;             // a revision; "" : the findings themselves are wanted
  bool staged = false;            // what the index holds, as far as it is to be committed
  std::vector<std::string> select, ignore;
  bool preview = false;
  bool statistics = false;
  std::optional<Severity> severity;     // the least that is shown; absent: the configuration's
  std::optional<std::string> baseline;  // absent: the configuration's; "" : none
  std::string format = "text";
  std::string output;  // where the front end writes the answer; "" : standard output
};

// The words of --format; check_formats.h has what they do.
inline constexpr std::array<std::string_view, 10> kCheckFormats{"text",   "short", "json",       "sarif",  "github",
                                                                "gitlab", "junit", "checkstyle", "rdjson", "markdown"};

// How often one rule found something.
struct RuleCount {
  const RuleDescriptor* about = nullptr;
  Severity severity = Severity::info;  // the gravest
  std::size_t count = 0;
  std::size_t mendable = 0;
};

struct CheckAnswer {
  std::vector<CheckedFinding> findings;   // by path and place
  std::vector<SilencedFinding> silenced;  // by comments and the baseline
  std::vector<std::string> documents;     // paths of those that were checked, sorted
  std::string repository_folder;          // from the top of the repository to the root, ends with "/"; mostly ""
  std::optional<Severity> fails_at;       // the least severity that makes a check fail; absent: none does
  std::array<std::size_t, 3> counts{};    // by severity
  std::vector<RuleCount> statistics;      // by id, without the rules that found nothing
  std::size_t known = 0;                  // left out, because the baseline knows them
  bool fails = false;                     // something is as grave as the configuration asks for
  std::string history_skipped;            // why the rules of the group git did not run; "" when they did
  std::string notice;
};

// "error", "warning", "info"; nothing for any other word, such as "never".
[[nodiscard]] std::optional<Severity> parse_severity(std::string_view word);
[[nodiscard]] Result<CheckAnswer> check(Session& session, const CheckRequest& request);

}  // namespace milepost
