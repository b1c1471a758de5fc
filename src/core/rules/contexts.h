// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// The contexts of rules: what each kind of check is handed. Everything in them is shared between all rules, so that a
// document is taken apart once however many rules look at it. All of it is borrowed for the call.
#pragma once

#include "core/document/document_reading.h"
#include "core/document/item_table.h"
#include "core/rules/rule_facts.h"
#include "core/rules/rule_options.h"

namespace milepost {

// One item; its text is not at hand.
struct ItemContext {
  const RuleFacts& facts;
  const RuleOptions& options;
  ItemKey key;
  const Item& item;

  [[nodiscard]] bool is(StatusCategory category) const {
    return item.status && item.status->value.category == category;
  }
  [[nodiscard]] const ItemLinks& links() const { return facts.corpus.links(key); }
};

// One recognised document with its text.
struct DocumentContext {
  const RuleFacts& facts;
  const RuleOptions& options;
  const DocumentReading& reading;
  std::uint32_t document;  // index into the corpus

  [[nodiscard]] std::string_view bytes() const { return reading.source().bytes(); }
  [[nodiscard]] std::string_view text(ByteRange range) const { return slice(bytes(), range); }
};

// All documents together.
struct CorpusContext {
  const RuleFacts& facts;
  const RuleOptions& options;
  const ItemTable& table;
};

}  // namespace milepost
