// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "core/lifecycle/proof_of_fixes.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace milepost {
namespace {

std::unexpected<Error> refuse(const ParsedDocument& document, std::uint32_t line, std::string message) {
  return std::unexpected(Error{ErrorKind::refused, std::move(message), Place{document.document.path, line, 0}, {}, {}});
}

using Day = std::optional<Stated<Date>>;
bool is_same(const Day& a, const Day& b) { return a.has_value() == b.has_value() && (!a || a->value == b->value); }

std::optional<StatusCategory> category_of(const Item& item) {
  return item.status ? std::optional(item.status->value.category) : std::nullopt;
}

std::string_view id_of(const Item& item) { return item.id ? std::string_view(item.id->value) : std::string_view(); }

bool is_same(const Count& a, const Count& b) { return a.done == b.done && a.total == b.total; }

// The day of the last update may follow the log: that is what the document says elsewhere already.
Result<void> prove_item(const ParsedDocument& before, const Item& a, const Item& b) {
  if (id_of(a) != id_of(b)) return refuse(before, a.line, "a fix would change the id of an item");
  if (category_of(a) != category_of(b)) return refuse(before, a.line, "a fix would change the status of an item");
  if (!is_same(a.start, b.start) || !is_same(a.target, b.target) || !is_same(a.completed, b.completed))
    return refuse(before, a.line, "a fix would change a day of an item");
  if (!is_same(a.progress.boxes, b.progress.boxes) || !is_same(a.progress.tasks, b.progress.tasks))
    return refuse(before, a.line, "a fix would change what is done");
  return {};
}

Result<void> prove_no_new_problems(const ParsedDocument& before, const ParsedDocument& after) {
  std::map<std::string_view, int> known;
  for (const Finding& finding : before.document.problems) ++known[finding.id];
  for (const Finding& finding : after.document.problems) {
    if (--known[finding.id] < 0)
      return refuse(before, finding.line, "a fix would make a problem that is not there now: " + finding.message);
  }
  return {};
}

}  // namespace

Result<void> prove_fixes(const ParsedDocument& before, const ParsedDocument& after, ProofOfFixes how) {
  if (before.document.recognition.dialect != after.document.recognition.dialect)
    return refuse(before, 1, "a fix would make another kind of document of this one");
  if (before.document.items.size() != after.document.items.size())
    return refuse(before, 1, "a fix would change how many milestones the document has");
  if (before.front_matter.present && !after.front_matter.present)
    return refuse(before, 1, "after a fix the front matter would not be read");
  if (how == ProofOfFixes::safe) {
    for (std::size_t i = 0; i < before.document.items.size(); ++i) {
      if (auto proven = prove_item(before, before.document.items[i], after.document.items[i]); !proven) return proven;
    }
  }
  return prove_no_new_problems(before, after);
}

}  // namespace milepost
