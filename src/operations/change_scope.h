// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// ChangeScope: what git says has changed: since a revision in the work tree, or for the next commit in the index. It
// exists so that a check looks at a change and what it affects, and, for the index, at the bytes that will be committed
// and not at those that lie in the work tree.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "operations/rule_session.h"
#include "operations/session.h"

namespace milepost {

struct ChangeScope {
  std::string base;                  // the commit that is compared with; "" for the index
  std::vector<std::string> changed;  // relative to the root, sorted, deleted ones too
  // Documents that are otherwise in the index than in the work tree; nothing for one that it does not hold.
  std::map<std::string, std::optional<std::string>> bytes;
};

// From the top of the repository to the root, with a "/" behind: programs that look at the whole repository want paths
// from its top, and the root can be a folder in it. "" where it is the top, or where there is no repository.
[[nodiscard]] std::string find_repository_folder(const Session& session);

// Changes since the commit where HEAD and `revision` parted, those of the work tree and new files among them. Errors:
// usage (no such revision, nothing in common), git.
[[nodiscard]] Result<ChangeScope> find_changes_since(Session& session, const std::string& revision);
// What the next commit changes.
[[nodiscard]] Result<ChangeScope> find_staged_changes(Session& session);

// The changed documents and those that they affect, as sorted paths. A file that was deleted affects every document
// that names it, which costs a search.
[[nodiscard]] std::vector<std::string> affected_paths(const RuleSession& rules,
                                                      const std::vector<std::string>& changed);

// What stood in the documents of the scope at its base; nothing where there was none.
[[nodiscard]] Result<std::map<std::string, std::optional<std::string>>> load_base(Session& session,
                                                                                  const ChangeScope& scope);

}  // namespace milepost
