// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// RuleSession: the rules at work on the workspace of a session: the plan out of configuration and request, the facts
// that rules may ask for, and the one loop over all documents. check, fix, baseline and the dashboard share it, so they
// can not differ in what they find.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/rules/rule_runner.h"
#include "operations/session.h"

namespace milepost {

// The statements of [rules] in the configuration, as the rules want them.
[[nodiscard]] std::vector<RuleAdjustment> rule_adjustments(const Config& config);

class RuleSession {
 public:
  // Errors: usage (unknown rules and options), and those of opening and scanning the workspace.
  [[nodiscard]] static Result<RuleSession> start(Session& session, RuleRequest request);

  [[nodiscard]] const RulePlan& plan() const { return *plan_; }
  [[nodiscard]] const ScanResult& scan() const { return *scan_; }
  // What the rules look at: the corpus of the scan, or what it would be (see suppose).
  [[nodiscard]] const Corpus& corpus() const { return supposed_ ? *supposed_ : scan_->corpus; }
  [[nodiscard]] const Workspace& workspace() const { return *workspace_; }

  // What one document gave, while its text is at hand. Called on several threads, for each document once.
  using Receiver =
      std::function<void(std::size_t index, const DocumentReading& reading, std::vector<Finding> findings)>;

  // Reads the documents (indices into the corpus) and runs the rules on each.
  void run(const std::vector<std::uint32_t>& documents, const Receiver& receive) const;

  // The same with the findings that comments silence.
  using FullReceiver = std::function<void(std::size_t index, const DocumentReading& reading, DocumentFindings found)>;
  void run_fully(const std::vector<std::uint32_t>& documents, const FullReceiver& receive) const;
  // Why the rules that judge by history did not run; nothing when they did, or none of them was to. Of kind not_found:
  // there is no repository.
  [[nodiscard]] const std::optional<Error>& history_trouble() const { return history_trouble_; }

  // From now on the rules look at the workspace as if these files had these bytes, or were gone; for those who want to
  // know what a change would do before it is written. Earlier suppositions stay where they are not overridden. Indices
  // of documents are those of the new corpus().
  void suppose(const std::map<std::string, std::optional<std::string>>& bytes);

  // Facts of reading about files that are no recognised documents.
  [[nodiscard]] std::vector<Finding> find_in_unread() const;

 private:
  RuleSession() = default;
  void load_history_facts(const Session& session);
  void make_runner();

  const Workspace* workspace_ = nullptr;
  const ScanResult* scan_ = nullptr;
  std::optional<Date> today_;         // always there once started
  std::unique_ptr<Corpus> supposed_;  // absent: as the scan found it
  std::map<std::string, std::optional<std::string>> supposed_bytes_;
  std::unique_ptr<RulePlan> plan_;
  std::unique_ptr<WorkspaceFiles> files_;
  std::unique_ptr<WorkspaceFiles> supposed_files_;  // absent: as they stand
  std::unique_ptr<HistoryFacts> history_;
  std::optional<Error> history_trouble_;
  std::unique_ptr<RuleRunner> runner_;
};

}  // namespace milepost
