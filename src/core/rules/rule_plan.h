// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// RulePlan: which rules run on which document, how severe and with which options: the catalogue's say, then the
// configuration's in its order, then the words of the request. Everything is judged here once, before any document is
// looked at, so that a misspelt rule is an error and never a rule that silently does not run.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/error.h"
#include "core/base/result.h"
#include "core/document/path_pattern.h"
#include "core/rules/catalog.h"

namespace milepost {

// One statement of the configuration: a rule, a group or "all", and what is to change, perhaps only somewhere.
struct RuleAdjustment {
  std::string rule;
  std::string level;  // "off" "on" "error" "warning" "info"; "" : leaves it
  std::vector<std::pair<std::string, OptionValue>> options;
  std::vector<std::string> paths;     // patterns; empty: everywhere
  std::vector<std::string> dialects;  // empty: all
  std::vector<std::string> sections;  // kinds of sections; empty: all. Only levels can differ by section.
  Place place;
};

struct RuleRequest {
  std::vector<RuleAdjustment> adjustments;
  std::vector<std::string> select;  // not empty: these alone run, whatever the configuration says
  std::vector<std::string> ignore;
  bool preview = false;
};

struct RuleState {
  bool is_on = false;
  Severity severity = Severity::warning;
  std::vector<OptionValue> options;
};

using RuleStates = std::vector<RuleState>;  // parallel to rules()

class RulePlan {
 public:
  // Errors: usage, with the place in the configuration.
  [[nodiscard]] static Result<RulePlan> make(const RuleRequest& request);

  // What holds where nothing special is said.
  [[nodiscard]] const RuleStates& states() const { return states_; }
  // What holds for one document. `own` is room for an answer that differs from states().
  [[nodiscard]] const RuleStates& states_for(std::string_view path, std::string_view dialect, RuleStates& own) const;
  // Whether the rule runs on any document.
  [[nodiscard]] bool may_run(std::size_t rule) const;

  // What the configuration says of a rule in sections of this kind: nothing when it says nothing.
  [[nodiscard]] std::optional<RuleState> state_in_section(std::size_t rule, std::string_view path,
                                                          std::string_view dialect, std::string_view section) const;
  [[nodiscard]] bool has_sections() const { return has_sections_; }

 private:
  struct Scoped {
    std::vector<std::size_t> rules;
    const RuleAdjustment* adjustment;  // points into request_
    std::vector<PathPattern> paths;
  };

  RulePlan() = default;
  [[nodiscard]] Result<void> take(const RuleAdjustment& adjustment);
  [[nodiscard]] Result<void> take_selection();
  void change(const RuleAdjustment& adjustment, const std::vector<std::size_t>& rules, RuleStates& states) const;
  [[nodiscard]] bool applies(const Scoped& scoped, std::string_view path, std::string_view dialect) const;

  std::unique_ptr<RuleRequest> request_;
  RuleStates states_;
  std::vector<Scoped> scoped_;
  std::vector<bool> is_fixed_;  // chosen or left out by the request, so no scope changes whether it runs
  bool has_sections_ = false;
};

}  // namespace milepost
