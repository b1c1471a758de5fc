// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// EditDraft: what one call of plan_edits has gathered so far, and the questions that all writers ask of the document:
// where a line begins, which line ending is used here, which line number a person would name. The document itself never
// changes; all offsets count in its bytes.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

#include "core/document/field_table.h"
#include "core/document/value_reader.h"
#include "core/lifecycle/edit_request.h"

namespace milepost {

class EditDraft {
 public:
  explicit EditDraft(const EditTarget& target) : target_(target), values_(target.words) {}

  [[nodiscard]] std::string_view bytes() const { return target_.document.source.bytes(); }
  [[nodiscard]] std::string_view slice(ByteRange range) const { return milepost::slice(bytes(), range); }
  [[nodiscard]] const ParsedDocument& parsed() const { return target_.document; }
  [[nodiscard]] const Markdown& markdown() const { return target_.document.markdown; }
  [[nodiscard]] const Dialect& dialect() const { return *target_.document.dialect; }
  [[nodiscard]] const Words& words() const { return target_.words; }
  [[nodiscard]] const Item& item() const { return target_.document.document.items[target_.item]; }
  [[nodiscard]] std::size_t item_index() const { return target_.item; }
  [[nodiscard]] ValueReader& values() { return values_; }
  [[nodiscard]] Scan scan() const;

  // The line that holds `offset`, without its ending; and where the next one begins.
  [[nodiscard]] ByteRange line_at(ByteOffset offset) const;
  [[nodiscard]] ByteOffset next_line(ByteOffset offset) const;
  [[nodiscard]] bool is_blank_line(ByteOffset offset) const;
  // The line ending in use at `offset`: of its line, else of the line before, else "\n".
  [[nodiscard]] std::string_view eol_at(ByteOffset offset) const;
  [[nodiscard]] std::uint32_t line_number(ByteOffset offset) const { return parsed().source.position(offset).line; }
  // The leaf block that holds `offset`, kNoBlock if none does.
  [[nodiscard]] std::uint32_t leaf_at(ByteOffset offset) const;
  // The heading of the item in the outline, kNoBlock when it has none.
  [[nodiscard]] std::uint32_t item_heading() const;

  void replace(ByteRange range, std::string text) { edits_.push_back({range, std::move(text)}); }
  void insert(ByteOffset at, std::string text) { edits_.push_back({{at, at}, std::move(text)}); }
  // Inserts whole lines before the line that begins at `at`; `lines` end with an EOL each. At the end of a text without
  // a last line ending, the missing one is put in front and that of the last line left out.
  void insert_lines(ByteOffset at, std::string lines);
  // Takes whole lines away. The last line of a text without a last line ending takes the ending before it along.
  void remove_lines(ByteRange lines);
  void intend(std::string what, std::string value, std::uint32_t line = 0);
  void remark(std::string text) { planned_.remarks.push_back(std::move(text)); }

  // "docs/m1.md:12: - [ ] Quay": how a place is named to a person.
  [[nodiscard]] std::string describe(ByteOffset at) const;
  [[nodiscard]] Error error_at(ErrorKind kind, ByteOffset at, std::string message) const;

  // The result; an error when two requests touch the same bytes.
  [[nodiscard]] Result<PlannedEdits> finish();

 private:
  const EditTarget& target_;
  ValueReader values_;
  std::vector<TextEdit> edits_;
  PlannedEdits planned_;
};

}  // namespace milepost
