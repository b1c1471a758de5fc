// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// FixRounds: runs the rules and makes what they offer, in memory, until they offer nothing more that may be made. Every
// round looks at the whole choice as it would be then, so one fix may open the way for another. Nothing is written.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "core/rules/choose_fixes.h"
#include "core/text/compose_edits.h"
#include "operations/chosen_documents.h"
#include "operations/rule_session.h"

namespace milepost {

struct MadeFix {
  Finding finding;  // in the text of its round
  Fix fix;
};

// A file with everything that was made of it.
struct MendedFile {
  std::string before;
  std::optional<ComposedEdits> edits;  // borrows before
  FixSafety safety = FixSafety::safe;  // the least safe of its fixes
};

class FixRounds {
 public:
  // More rounds than any honest chain of fixes needs; who is not done then goes round in circles.
  static constexpr int kRoundsMost = 12;

  // Borrows both.
  FixRounds(RuleSession& rules, const DocumentChoice& choice) : rules_(rules), choice_(choice) {}

  // Errors: io (a file that a fix wants to change can not be read), internal (a rule offers edits that overlap).
  Result<void> run(const FixFilter& may_be_made);

  [[nodiscard]] const std::map<std::string, MendedFile>& files() const { return files_; }
  [[nodiscard]] const std::vector<MadeFix>& made() const { return made_; }
  // Fixes that had to let another one go first, in the round in which they did.
  [[nodiscard]] const std::vector<std::string>& yielded() const { return yielded_; }
  // What is still found after the last round.
  [[nodiscard]] const std::vector<Finding>& left() const { return left_; }
  // Whether the last round had nothing to do.
  [[nodiscard]] bool is_stable() const { return is_stable_; }

 private:
  [[nodiscard]] std::vector<Finding> find_all() const;
  [[nodiscard]] Result<void> make(const FixRound& round);
  [[nodiscard]] Result<MendedFile*> open(const std::string& path);

  RuleSession& rules_;
  const DocumentChoice& choice_;
  std::map<std::string, MendedFile> files_;  // node-based: edits borrow from their own file
  std::vector<MadeFix> made_;
  std::vector<std::string> yielded_;
  std::vector<Finding> left_;
  bool is_stable_ = false;
};

}  // namespace milepost
