// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// DocumentHistory: what version control knows of the documents of a corpus, as plain values, so that rules can judge it
// without asking anybody. A day is that of the author. What is not known is absent: an untracked file has no history.
#pragma once

#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "core/base/date.h"
#include "core/document/document_reading.h"
#include "core/document/item.h"

namespace milepost {

struct StatusChange {
  StatusCategory before = StatusCategory::unknown;
  StatusCategory after = StatusCategory::unknown;
  Date day;
};

struct DocumentHistory {
  std::optional<Date> touched;  // the last commit that added or changed it
  // The last one that changed more than blanks, destinations of links and the day of the last update. Being added is no
  // change: it may have been written long before. Only known as far as it lies after the stated day of the update.
  std::optional<Date> changed;
  std::optional<StatusChange> status;  // the last time that its category changed
};

// A document that was deleted and is at no other place now.
struct DeletedDocument {
  std::string path;
  std::string id;  // that its file name tells, folded; "" : none
  Date day;
};

// A document that was added on another branch and is not in the history of this one.
struct BranchDocument {
  std::string branch;  // "feature/web", "origin/web"
  std::string path;
  std::string id;
  std::string title;
  ItemKind kind = ItemKind::milestone;
};

struct HistoryFacts {
  std::unordered_map<std::string, DocumentHistory> documents;  // by path
  std::vector<DeletedDocument> deleted;                        // the newest first
  std::vector<BranchDocument> elsewhere;                       // by path

  [[nodiscard]] const DocumentHistory* find(const std::string& path) const {
    const auto found = documents.find(path);
    return found == documents.end() ? nullptr : &found->second;
  }
};

// What of a text must differ for a change of it to be a real one: without blanks, without the destinations of links,
// without the day of the last update.
[[nodiscard]] std::string substance_of(const DocumentReading& reading, Interest interest);

}  // namespace milepost
