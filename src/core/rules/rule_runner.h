// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// RuleRunner: runs the rules of a plan. First once over the corpus, then document by document, which may happen in any
// order and on several threads; a document that is checked gets what the corpus said of it, its suppressions are
// heeded, and its findings come sorted by place. The time is linear in the documents.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "core/document/document_reading.h"
#include "core/rules/finding_sink.h"
#include "core/rules/rule_facts.h"
#include "core/rules/rule_plan.h"

namespace milepost {

enum class ReasonsOfSuppressions : std::uint8_t { optional, required };

// A finding that a comment in its document silences, and why the comment says so.
struct Silenced {
  Finding finding;
  std::string reason;
};

struct DocumentFindings {
  std::vector<Finding> findings;
  std::vector<Silenced> silenced;
};

class RuleRunner {
 public:
  // Borrows both. Runs the rules of the corpus at once.
  RuleRunner(const RulePlan& plan, const RuleFacts& facts, ReasonsOfSuppressions reasons);

  // All findings of one document of the corpus, whose text was read just now. Safe from several threads, each with a
  // reading of its own.
  [[nodiscard]] std::vector<Finding> check_document(const DocumentReading& reading, std::uint32_t document) const {
    return check_fully(reading, document).findings;
  }
  // The same with those that are silenced.
  [[nodiscard]] DocumentFindings check_fully(const DocumentReading& reading, std::uint32_t document) const;

  // Findings of files whose text nobody can read or wants to: those of the plan remain, with its severities.
  [[nodiscard]] std::vector<Finding> keep_planned(std::span<const Finding> facts_of_reading) const;

 private:
  void check_text(const DocumentReading& reading, std::uint32_t document, const RuleStates& states,
                  std::vector<SpottedFinding>& found) const;
  void take_facts_of_reading(const DocumentReading& reading, const RuleStates& states,
                             std::vector<SpottedFinding>& found) const;
  void refine(const DocumentReading& reading, std::uint32_t document, const RuleStates& states,
              std::vector<SpottedFinding>& found) const;
  void heed_sections(const DocumentReading& reading, std::vector<SpottedFinding>& found) const;
  [[nodiscard]] std::vector<Silenced> heed_suppressions(const DocumentReading& reading, const RuleStates& states,
                                                        std::vector<SpottedFinding>& found) const;

  const RulePlan& plan_;
  RuleFacts facts_;
  ReasonsOfSuppressions reasons_;
  std::vector<std::vector<SpottedFinding>> of_corpus_;  // by document
};

// What the rules that need no text find: those of items and of the corpus. Suppressions are not known here.
[[nodiscard]] std::vector<SpottedFinding> check_without_text(const RulePlan& plan, const RuleFacts& facts);

}  // namespace milepost
