// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// The block "history" of a rule's page: what git knows of its documents, one fact in a line.
//   PATH touched DAY · PATH changed DAY · PATH planned -> done DAY · PATH deleted DAY · PATH on BRANCH: ID TITLE
// What was changed or got another status was touched that day.
#pragma once

#include <sstream>
#include <string>

#include "core/document/document_history.h"
#include "core/document/normalise/identifier.h"
#include "core/document/path_parts.h"

namespace milepost::rules_testing {

inline void take_history_line(const std::string& line, HistoryFacts& facts) {
  std::istringstream words(line);
  std::string path, verb, third, fourth;
  words >> path >> verb >> third >> fourth;
  const bool has_day = verb == "touched" || verb == "changed" || verb == "deleted";
  const Date day = Date::from_iso(has_day ? third : "2026-01-01").value();  // a page that is wrong stops the test
  if (verb == "deleted") {
    const std::string_view stem = stem_of(path);
    facts.deleted.push_back({path, fold_identifier(stem.substr(0, stem.find('-'))), day});
  } else if (verb == "on") {
    std::string title;
    std::getline(words >> std::ws, title);
    facts.elsewhere.push_back({third.substr(0, third.size() - 1), path, fourth, title});
  } else {
    DocumentHistory& history = facts.documents[path];
    history.touched = day;
    if (verb == "changed") history.changed = day;
    if (third != "->") return;
    std::string when;
    words >> when;
    history.status = StatusChange{parse_status_category(verb).value(), parse_status_category(fourth).value(),
                                  Date::from_iso(when).value()};
  }
}

inline HistoryFacts read_history(const std::string& lines) {
  HistoryFacts facts;
  std::istringstream stream(lines);
  for (std::string line; std::getline(stream, line);) take_history_line(line, facts);
  return facts;
}

}  // namespace milepost::rules_testing
