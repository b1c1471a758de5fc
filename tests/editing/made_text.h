// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// MadeText: an invented milestone document that knows, line by line, which bytes an edit may touch. It is made of every
// carrier of values and of the dirt of real files: line endings, BOM, tabs, odd blanks, wide characters, look-alikes in
// fences and comments, a missing last line ending. What it knows comes from its making, not from reading it.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "bench/dice.h"

namespace milepost::testing {

using bench::Dice;

// How strictly a line is compared once an edit may touch it.
enum class Loose : std::uint8_t {
  no,       // the text around the slot stays byte for byte
  padding,  // blanks and runs of dashes do not count: aligned tables, frames
};

struct MadeLine {
  std::string before = {};  // around the slot; the whole line when there is none
  std::string value = {};
  std::string after = {};
  std::string field = {};    // "status", "owner", "box", "cell", "log" ...; "" : no edit may touch it
  std::string carrier = {};  // "yaml plain", "bold label", "aligned table" ...: what the counts are by
  std::string name = {};     // of a row: its first cell
  Loose loose = Loose::no;
  int group = 0;  // lines of one table share it; 0: none
  int item = 0;   // of a file with several milestones: the line of the heading that it belongs to

  [[nodiscard]] std::string text() const { return before + value + after; }
};

struct MadeText {
  std::string bom;
  std::string eol = "\n";
  bool ends_with_eol = true;
  std::vector<MadeLine> lines;
  std::vector<int> items;  // lines of the headings of a file with several milestones; empty: the file is the one
  std::string path;

  [[nodiscard]] std::string text() const;
};

[[nodiscard]] MadeText make_text(Dice& dice);

}  // namespace milepost::testing
