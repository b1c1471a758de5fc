// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// FindingSink: where a rule puts what it finds. It knows the rule and its severity, so a check says only where, what
// and what to do. It takes at most kFindingsMost of one rule for one document: a hostile document must not drown the
// others, and the last finding says how many more there are.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "core/document/finding.h"
#include "core/document/item_links.h"
#include "core/rules/contexts.h"
#include "core/rules/rule.h"

namespace milepost {

inline constexpr std::size_t kFindingsMost = 200;

// Where a finding stands. Without a range it is the line; without both, the whole file.
struct Spot {
  ItemKey key;
  ByteRange range = {};
  std::uint32_t line = 0;  // from 1
};

struct SpottedFinding {
  ItemKey key;
  Finding finding;
};

class FindingSink {
 public:
  // Borrows `rule` and `into`. `own` is where reports without a key belong.
  FindingSink(const Rule& rule, Severity severity, ItemKey own, std::vector<SpottedFinding>& into)
      : rule_(&rule), severity_(severity), own_(own), into_(&into), first_(into.size()) {}
  FindingSink(const FindingSink&) = delete;
  FindingSink& operator=(const FindingSink&) = delete;
  ~FindingSink();

  // The finding, to add fixes to; valid until the next report.
  Finding& report(ByteRange range, std::string message, std::string advice = {});
  Finding& report(const Spot& spot, std::string message, std::string advice = {});

 private:
  const Rule* rule_;
  Severity severity_;
  ItemKey own_;
  std::vector<SpottedFinding>* into_;
  std::size_t first_;
  std::size_t left_out_ = 0;
  Finding spare_;
};

// A value of an item: its bytes, or the line of the item where the value has none (it is said by a name or a place).
template <typename Value>
[[nodiscard]] Spot spot_of(const ItemContext& context, const Value& stated) {
  return {context.key, stated.where, context.item.line};
}

// A fix of the document that the finding stands in.
[[nodiscard]] Fix fix_here(const DocumentContext& context, std::string what, FixSafety safety,
                           std::vector<TextEdit> edits);

}  // namespace milepost
