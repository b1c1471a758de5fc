// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "core/text/compose_edits.h"

#include <algorithm>
#include <utility>

namespace milepost {

ComposedEdits::ComposedEdits(std::string_view original) : original_(original) {
  if (!original.empty()) pieces_.push_back({{0, static_cast<ByteOffset>(original.size())}, {}});
}

// The bytes [begin, end) of a piece as a piece of their own.
void ComposedEdits::append(std::vector<Piece>& pieces, const Piece& piece, std::size_t begin, std::size_t end) {
  if (begin >= end) return;
  if (!piece.added.empty()) {
    pieces.push_back({piece.kept, piece.added.substr(begin, end - begin)});
    return;
  }
  const auto at = [&](std::size_t offset) { return static_cast<ByteOffset>(piece.kept.begin + offset); };
  pieces.push_back({{at(begin), at(end)}, {}});
}

Result<void> ComposedEdits::add(std::vector<TextEdit> edits) {
  std::ranges::stable_sort(edits, {}, [](const TextEdit& edit) { return edit.range.begin; });
  std::vector<Piece> pieces;
  std::size_t next = 0;     // the first edit that is not made yet
  std::size_t start = 0;    // of the piece, in the present text
  std::size_t skip_to = 0;  // end of the last edit: what stands before it is gone
  const auto insert_until = [&](const Piece& piece, std::size_t end) -> bool {
    std::size_t done = std::max(start, std::min(skip_to, end));  // of the piece, what is taken over or gone
    for (; next < edits.size() && edits[next].range.begin < end; ++next) {
      const TextEdit& edit = edits[next];
      if (edit.range.begin < skip_to || edit.range.end < edit.range.begin) return false;
      append(pieces, piece, done - start, edit.range.begin - start);
      if (!edit.replacement.empty()) pieces.push_back({{0, 0}, edit.replacement});
      skip_to = edit.range.end;
      done = std::min<std::size_t>(std::max<std::size_t>(skip_to, edit.range.begin), end);
    }
    append(pieces, piece, done - start, end - start);
    return true;
  };
  const auto bad = [] { return fail(ErrorKind::internal, "edits overlap or lie outside the text"); };
  for (const Piece& piece : pieces_) {
    const std::size_t end = start + piece.size();
    if (!insert_until(piece, end)) return bad();
    start = end;
  }
  for (; next < edits.size(); ++next) {  // behind the last byte
    const TextEdit& edit = edits[next];
    if (edit.range.begin != start || edit.range.end != start || skip_to > start) return bad();
    if (!edit.replacement.empty()) pieces.push_back({{0, 0}, edit.replacement});
  }
  if (skip_to > start) return bad();
  pieces_ = std::move(pieces);
  return {};
}

std::string ComposedEdits::text() const {
  std::string text;
  for (const Piece& piece : pieces_) {
    text += piece.added.empty() ? original_.substr(piece.kept.begin, piece.kept.size()) : std::string_view(piece.added);
  }
  return text;
}

std::vector<TextEdit> ComposedEdits::edits() const {
  std::vector<TextEdit> edits;
  ByteOffset at = 0;  // of the original, what is accounted for
  std::string added;
  const auto close = [&](ByteOffset until) {
    if (until > at || !added.empty()) edits.push_back({{at, until}, std::exchange(added, {})});
  };
  for (const Piece& piece : pieces_) {
    if (!piece.added.empty()) {
      added += piece.added;
      continue;
    }
    close(piece.kept.begin);
    at = piece.kept.end;
  }
  close(static_cast<ByteOffset>(original_.size()));
  return edits;
}

}  // namespace milepost
