// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// check: what is wrong in the documents of the workspace, by the rules of core/rules. It reads every document again
// with the corpus at hand, in parallel, and changes nothing. Everything that an output format could want is in the
// answer, so a format is one function from the answer to text (check_formats.h).
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/document/finding.h"
#include "core/rules/baseline.h"
#include "core/rules/rule_plan.h"
#include "operations/operation.h"
#include "workspace/workspace.h"

namespace milepost {

struct CheckRequest {
  std::vector<std::string> what;  // paths of documents or folders, ids; empty: everything
  std::vector<std::string> select, ignore;
  bool preview = false;
  bool statistics = false;
  std::optional<Severity> severity;     // the least that is shown; absent: the configuration's
  std::optional<std::string> baseline;  // absent: the configuration's; "" : none
  std::string format = "text";
};

struct CheckedFinding {
  Finding finding;
  std::string line_text;          // the line that it stands on, cut at kExcerptMost bytes; "" when of the whole file
  std::uint64_t fingerprint = 0;  // see baseline.h
};

// The words of --format; check_formats.h has what they do.
inline constexpr std::array<std::string_view, 3> kCheckFormats{"text", "short", "json"};

inline constexpr std::size_t kExcerptMost = 400;

// How often one rule found something.
struct RuleCount {
  const RuleDescriptor* about = nullptr;
  Severity severity = Severity::info;  // the gravest
  std::size_t count = 0;
  std::size_t mendable = 0;
};

struct CheckAnswer {
  const ScanResult* scan = nullptr;      // borrows from the session
  std::vector<CheckedFinding> findings;  // by path and place
  std::size_t documents = 0;             // that were checked
  std::array<std::size_t, 3> counts{};   // by severity
  std::vector<RuleCount> statistics;     // by id, without the rules that found nothing
  std::size_t known = 0;                 // left out, because the baseline knows them
  bool fails = false;                    // something is as grave as the configuration asks for
  std::string notice;
};

[[nodiscard]] Result<CheckRequest> parse_check_request(const Operation& operation, const Arguments& arguments);
[[nodiscard]] Result<CheckAnswer> check(Session& session, const CheckRequest& request);
[[nodiscard]] Result<JsonText> invoke_check(Session& session, const Arguments& arguments);

extern const Operation kCheckOperation;

}  // namespace milepost
