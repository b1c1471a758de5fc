// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// Item: one planned thing (milestone, sprint, plan ...) as its document states it, and what can be computed beside it.
// It is what `list` answers. Each stated value carries the bytes it was read from; stated and computed values stand
// side by side and neither overwrites the other. A value that the document does not state is absent, never a default.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/byte_range.h"
#include "core/base/date.h"

namespace milepost {

// Where in a document a value stands.
enum class Carrier : std::uint8_t {
  front_matter,
  label,
  banner,
  heading,
  table,
  list,
  footer,
  body,
  file_name,
  folder,
  parent_document
};

template <typename T>
struct Stated {
  T value;
  ByteRange where;  // the bytes of the value as written; empty for file_name, folder, parent_document
  Carrier carrier = Carrier::body;
};

enum class ItemKind : std::uint8_t { milestone, sprint, phase, plan, overview, task, epic };
enum class StatusCategory : std::uint8_t { planned, active, blocked, done, cancelled, archived, unknown };

struct Status {
  StatusCategory category = StatusCategory::unknown;
  std::string text;  // as written: "✅ Complete (2026-01-16)"
  std::string note;  // what was cut off: "2026-01-16"; empty if nothing
};

enum class EffortUnit : std::uint8_t {
  minutes,
  hours,
  days,
  weeks,
  months,
  person_days,
  person_weeks,
  points,
  sessions,
  size
};

struct Effort {
  double low = 0;   // "2-3 days": 2
  double high = 0;  // 3; same as low when it is no range
  EffortUnit unit = EffortUnit::hours;
  std::string text;  // as written
};

enum class RiskLevel : std::uint8_t { none, low, medium, high, critical };

struct Risk {
  RiskLevel level = RiskLevel::low;
  std::string text;
};

struct Count {
  std::uint32_t done = 0;
  std::uint32_t total = 0;
};

struct Progress {
  Count boxes;                     // GFM task items of the whole item, outside fences and comments
  Count tasks;                     // rows of task tables that have a status column
  std::optional<double> stated;    // percent, the document's own overall figure
  std::optional<double> computed;  // percent, from what the dialect counts; absent when there is nothing to count
};

// How a reference is made: as the statement itself ("- M2 (Parser)", depends_on: [M2]), or somewhere in a sentence that
// may say something else about it ("M2 will reuse what is built here").
enum class ReferenceManner : std::uint8_t { stated, aside };

// A reference to another item as a document writes it; resolved to a real one by the corpus.
struct Reference {
  std::string text;  // the id or name, cleaned: "M2", "EP-20260117-014/MS003"
  std::string path;  // target of a link relative to the root, "" when there is none
  ByteRange where;
  std::optional<Status> row_status;  // index tables and roadmaps: the status typed in the row
  std::uint32_t line = 0;            // from 1
  ReferenceManner manner = ReferenceManner::stated;
};

struct Item {
  ItemKind kind = ItemKind::milestone;
  std::uint32_t line = 1;  // of its heading, or 1
  ByteRange range;         // the item's own bytes: the document, or its section
  std::optional<Stated<std::string>> id;
  std::optional<Stated<std::string>> title;
  std::optional<Stated<Status>> status;
  std::optional<Stated<std::string>> owner;
  std::optional<Stated<Date>> created, updated, start, target, completed;
  std::optional<Stated<Effort>> effort_estimated, effort_actual;
  std::optional<Stated<Risk>> risk;
  std::vector<Stated<std::string>> tags;
  std::vector<Reference> depends_on;
  std::vector<Reference> children;  // stated by this document (index rows, headings, links)
  std::optional<Reference> parent;  // stated by this document or implied by its place
  Progress progress;
};

[[nodiscard]] const char* to_string(ItemKind kind);
[[nodiscard]] const char* to_string(StatusCategory category);
[[nodiscard]] const char* to_string(Carrier carrier);
[[nodiscard]] const char* to_string(EffortUnit unit);
[[nodiscard]] const char* to_string(RiskLevel level);
[[nodiscard]] std::optional<ItemKind> parse_item_kind(std::string_view word);
[[nodiscard]] std::optional<StatusCategory> parse_status_category(std::string_view word);

// Planned, active, blocked and unknown are open; done, cancelled and archived are not. An item without status is open.
[[nodiscard]] bool is_open(const Item& item);

}  // namespace milepost
