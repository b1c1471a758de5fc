// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// Composing edits: several rounds of edits, each decided on the text that the one before it made, told as one set of
// edits on the first text. It exists because a file is written once, whatever number of rounds a decision took. Bytes
// that no round touched stand in no edit.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/text/text_edit.h"

namespace milepost {

class ComposedEdits {
 public:
  // Borrows `original`.
  explicit ComposedEdits(std::string_view original);

  // Makes these edits on the present text; they must not overlap. Errors: internal (they overlap or lie outside), and
  // then nothing has changed. Linear in the text that was touched so far and in the edits.
  [[nodiscard]] Result<void> add(std::vector<TextEdit> edits);

  // The text after all rounds.
  [[nodiscard]] std::string text() const;

  // What turns the original into text(), in order, no two of them touching.
  [[nodiscard]] std::vector<TextEdit> edits() const;

 private:
  // A run of the present text: bytes of the original, or new ones.
  struct Piece {
    ByteRange kept;  // of the original; of new bytes, empty where they stand
    std::string added;
    [[nodiscard]] std::size_t size() const { return added.empty() ? kept.size() : added.size(); }
  };
  static void append(std::vector<Piece>& pieces, const Piece& piece, std::size_t begin, std::size_t end);

  std::string_view original_;
  std::vector<Piece> pieces_;
};

}  // namespace milepost
