// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// Rule: what a careful reader would say about a document, as a description and a few pure functions. A rule asks at one
// of three heights, the lowest that can answer: an item (the corpus alone knows), a document (its text is needed), the
// corpus (everything together). Rules are static data, listed in catalog.cc; each has a file and a page of its name.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "core/document/finding.h"
#include "core/rules/rule_options.h"

namespace milepost {

struct ItemContext;
struct DocumentContext;
struct CorpusContext;
class FindingSink;

enum class RuleGroup : std::uint8_t {
  reading,      // MP0xx: what was found out while reading
  form,         // MP1xx: how the document is written down
  leftovers,    // MP2xx: what the template left behind
  truth,        // MP3xx: one document says two things
  between,      // MP4xx: two documents say two things
  git,          // MP5xx: the history says something else
  hygiene,      // MP6xx: what a good plan would say
  suppression,  // MP7xx: comments that silence findings
};

enum class RuleStage : std::uint8_t {
  standard,  // runs
  optional,  // runs when it is asked for: a matter of taste
  preview,   // new: runs when it is asked for, may still change
};

// What the fixes of a rule are at best.
enum class FixOffer : std::uint8_t { none, safe, unsafe };

struct RuleDescriptor {
  std::string_view id;     // "MP301", never used again for something else
  std::string_view slug;   // "done-but-open"
  std::string_view since;  // the version that brought it
  RuleGroup group = RuleGroup::form;
  Severity severity = Severity::warning;
  RuleStage stage = RuleStage::standard;
  FixOffer fix = FixOffer::none;
  std::string_view summary;  // what it finds, one line
  std::span<const RuleOption> options = {};
};

struct Rule {
  RuleDescriptor about;
  void (*check_item)(const ItemContext&, FindingSink&) = nullptr;
  void (*check_document)(const DocumentContext&, FindingSink&) = nullptr;
  void (*check_corpus)(const CorpusContext&, FindingSink&) = nullptr;
  // Adds what only the text can tell to findings made without it, of an item, the corpus or reading: the exact place,
  // fixes. A fact of reading that has a check is judged by that alone.
  void (*refine)(const DocumentContext&, Finding&) = nullptr;
};

[[nodiscard]] const char* to_string(RuleGroup group);
[[nodiscard]] const char* to_string(RuleStage stage);
[[nodiscard]] const char* to_string(FixOffer offer);

}  // namespace milepost
