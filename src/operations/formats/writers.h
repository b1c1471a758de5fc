// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// The functions behind check_formats.h, one for each format, and the few things that several of them say alike. Each
// lies in the file of its name.
#pragma once

#include <string>
#include <vector>

#include "operations/run_check.h"

namespace milepost {

// One line for each finding, as editors and grep read it: path:line:column: severity rule message
[[nodiscard]] std::string to_short_text(const CheckAnswer& answer);
// SARIF 2.1.0
[[nodiscard]] std::string to_sarif(const CheckAnswer& answer);
// workflow commands of GitHub Actions
[[nodiscard]] std::string to_github_commands(const CheckAnswer& answer);
// Code Quality of GitLab
[[nodiscard]] std::string to_gitlab_report(const CheckAnswer& answer);
// JUnit: a file is a suite, a rule is a case
[[nodiscard]] std::string to_junit(const CheckAnswer& answer);
[[nodiscard]] std::string to_checkstyle(const CheckAnswer& answer);
// what reviewdog reads
[[nodiscard]] std::string to_rdjson(const CheckAnswer& answer);
// A table for people, the gravest first, safe on a page of GitHub such as that of a step.
[[nodiscard]] std::string to_markdown_table(const CheckAnswer& answer);

// From the top of the repository.
[[nodiscard]] std::string repository_path(const CheckAnswer& answer, const CheckedFinding& checked);
// "MP301 done-but-open"
[[nodiscard]] std::string rule_name(const Finding& finding);
// The message and what to do about it, as sentences.
[[nodiscard]] std::string full_message(const Finding& finding);
// What the finding is known again by in another run; differs between two findings of one run.
[[nodiscard]] std::string unique_fingerprint(const CheckedFinding& checked);
// "1 error, 12 warnings in 13 documents"
[[nodiscard]] std::string counts_of(const CheckAnswer& answer);
// The gravest first, else by place.
[[nodiscard]] std::vector<const CheckedFinding*> by_severity(const CheckAnswer& answer);
// An address of the page of a rule.
[[nodiscard]] std::string rule_uri(const Finding& finding);

}  // namespace milepost
