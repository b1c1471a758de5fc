// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// Wording: names, sentences, dates and the blocks that every family of documents shares (boxes, task tables, risks,
// fences, logs), written at random. What can be counted in a block is added to the facts as it is written.
#pragma once

#include <string>
#include <string_view>

#include "dice.h"
#include "made_document.h"

namespace milepost::bench {

// Where a document stands in its life; drives what is ticked.
enum class Stage : std::uint8_t { planned, active, blocked, done };

[[nodiscard]] Stage pick_stage(Dice& dice);
[[nodiscard]] std::string pick_title(Dice& dice);  // "Deepen the harbour basin"
[[nodiscard]] std::string pick_owner(Dice& dice);
[[nodiscard]] std::string slug_of(std::string_view title);
[[nodiscard]] std::string upper_name_of(std::string_view title);  // "DEEPEN_THE_HARBOUR_BASIN"
[[nodiscard]] std::string sentence(Dice& dice);
// Days after 2024-01-01 as YYYY-MM-DD.
[[nodiscard]] std::string date_after(std::uint32_t days);
// "007"
[[nodiscard]] std::string padded(std::uint32_t number, std::size_t width);

// Writes blocks of one document and keeps its facts.
class Writer {
 public:
  Writer(Dice& dice, Stage stage, MadeDocument& document) : dice_(dice), stage_(stage), document_(document) {}

  void line(std::string_view text) { document_.text.append(text).append("\n"); }
  void heading(std::string_view text) { line(""), line("## " + std::string(text)), line(""); }
  void bullets(std::uint32_t least, std::uint32_t most);
  void boxes(std::uint32_t least, std::uint32_t most);
  void task_tables(std::string_view column_of_owner);  // "" : without that column
  void health_table();
  void phase_table();
  void risk_table();
  void commands();  // a fence with what looks like headings and boxes
  void comment();   // an HTML comment with a box inside
  void log();
  // Paragraphs until the document has its size.
  void notes(std::size_t size);

 private:
  [[nodiscard]] bool is_done();

  Dice& dice_;
  Stage stage_;
  MadeDocument& document_;
};

}  // namespace milepost::bench
