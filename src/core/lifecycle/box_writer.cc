// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "core/lifecycle/box_writer.h"

#include <algorithm>

#include "core/document/fold.h"
#include "core/lifecycle/find_section.h"
#include "core/lifecycle/markdown_value.h"
#include "core/lifecycle/written_value.h"
#include "core/text/inline.h"
#include "core/text/line_shape.h"

namespace milepost {
namespace {

constexpr std::size_t kCandidatesMost = 20;

// Where "(deferred ...)" begins at the end of a box text, blanks before it included; npos if it does not stand there.
std::size_t deferral_at(std::string_view text) {
  if (!text.ends_with(')')) return std::string_view::npos;
  std::size_t at = text.rfind("(deferred");
  if (at == std::string_view::npos) return at;
  const char behind = text[at + 9];
  const std::string_view inner = text.substr(at + 1, text.size() - at - 2);
  if ((behind != ')' && behind != ':') || inner.find_first_of("()") != std::string_view::npos)
    return std::string_view::npos;
  while (at > 0 && is_blank_char(text[at - 1])) --at;
  return at;
}

class BoxWriter {
 public:
  BoxWriter(EditDraft& draft, const SetBoxes& request) : draft_(draft), request_(request), boxes_(find_boxes(draft)) {}

  Result<void> run() {
    if (boxes_.empty()) return fail(ErrorKind::not_found, "the document has no boxes");
    auto chosen = choose();
    if (!chosen) return std::unexpected(chosen.error());
    std::string suffix;
    if (request_.state == BoxState::deferred) {
      auto made = deferral();
      if (!made) return std::unexpected(made.error());
      suffix = std::move(*made);
    }
    for (const BoxPlace& box : *chosen) write(box, suffix);
    return {};
  }

 private:
  Result<std::vector<BoxPlace>> choose() {
    switch (request_.choice) {
      case BoxChoice::all:
        return boxes_;
      case BoxChoice::number:
      case BoxChoice::line:
        return by_number();
      case BoxChoice::text:
        return by_text();
      case BoxChoice::section:
        return by_section();
    }
    return boxes_;
  }

  Result<std::vector<BoxPlace>> by_number() const {
    const bool is_line = request_.choice == BoxChoice::line;
    for (const BoxPlace& box : boxes_)
      if ((is_line ? box.line : box.number) == request_.number) return std::vector{box};
    const std::string asked = std::to_string(request_.number);
    return fail(ErrorKind::not_found,
                is_line ? "there is no box on line " + asked
                        : "there is no box " + asked + "; the document has " + std::to_string(boxes_.size()));
  }

  Result<std::vector<BoxPlace>> by_text() const {
    const std::string wanted = fold_words(request_.text);
    if (wanted.empty()) return fail(ErrorKind::usage, "the text names no box");
    std::vector<BoxPlace> same;
    std::vector<BoxPlace> holding;
    for (const BoxPlace& box : boxes_) {
      const std::string text = fold_words(plain_text(draft_.slice(box.text)));
      if (text == wanted)
        same.push_back(box);
      else if (text.find(wanted) != std::string::npos)
        holding.push_back(box);
    }
    std::vector<BoxPlace>& found = same.empty() ? holding : same;
    if (found.empty()) return fail(ErrorKind::not_found, "no box has the text '" + request_.text + "'");
    if (found.size() == 1) return std::move(found);
    Error error =
        draft_.error_at(ErrorKind::ambiguous, found[0].box, "several boxes have the text '" + request_.text + "'");
    for (const BoxPlace& box : found)
      if (error.hints.size() < kCandidatesMost) error.hints.push_back(draft_.describe(box.box));
    return std::unexpected(std::move(error));
  }

  Result<std::vector<BoxPlace>> by_section() const {
    const auto section = find_section(draft_, request_.text);
    if (!section) return std::unexpected(section.error());
    const Heading& heading = draft_.parsed().outline.headings[*section];
    std::vector<BoxPlace> found;
    for (const BoxPlace& box : boxes_)
      if (heading.text.begin <= box.box && box.box < heading.end) found.push_back(box);
    if (found.empty()) return fail(ErrorKind::not_found, "there is no box in the section '" + request_.text + "'");
    return found;
  }

  Result<std::string> deferral() const {
    if (request_.reason.empty()) return std::string(" (deferred)");
    if (auto checked = check_value(request_.reason, LineBreaks::no); !checked) return std::unexpected(checked.error());
    if (request_.reason.find_first_of("()") != std::string::npos)
      return fail(ErrorKind::usage, "the reason stands in brackets, so it can not hold any");
    auto escaped = escape_value(request_.reason, MarkdownPlace::label_line);
    if (!escaped) return std::unexpected(escaped.error());
    return " (deferred: " + *escaped + ")";
  }

  void write(const BoxPlace& box, const std::string& suffix) {
    const bool is_done = draft_.bytes()[box.box] != ' ';
    const bool wants_done = request_.state == BoxState::done;
    const std::string_view text = draft_.slice(box.text);
    const std::size_t old = deferral_at(text);
    bool changed = is_done != wants_done;
    if (changed) draft_.replace({box.box, box.box + 1}, wants_done ? "x" : " ");
    const bool wants_suffix = request_.state == BoxState::deferred;
    if (old != std::string_view::npos && text.substr(old) != suffix) {
      draft_.replace({box.text.begin + static_cast<ByteOffset>(old), box.text.end}, suffix);
      changed = true;
    } else if (old == std::string_view::npos && wants_suffix) {
      draft_.insert(box.text.end, suffix);
      changed = true;
    }
    if (changed) draft_.intend("box", "", box.line);
  }

  EditDraft& draft_;
  const SetBoxes& request_;
  std::vector<BoxPlace> boxes_;
};

}  // namespace

std::vector<BoxPlace> find_boxes(const EditDraft& draft) {
  std::vector<BoxPlace> boxes;
  const std::vector<Block>& blocks = draft.markdown().blocks;
  const ByteRange own = draft.item().range;
  for (std::uint32_t i = 0; i < blocks.size(); ++i) {
    if (blocks[i].kind == BlockKind::block_quote) {
      i = blocks[i].end - 1;  // what is quoted is an example
      continue;
    }
    if (blocks[i].kind != BlockKind::list_item || blocks[i].box == kNoOffset) continue;
    if (blocks[i].box < own.begin || blocks[i].box >= own.end) continue;
    BoxPlace box{i, blocks[i].box, {blocks[i].box + 2, draft.line_at(blocks[i].box).end}, 0, blocks[i].line + 1};
    while (box.text.begin < box.text.end && is_blank_char(draft.bytes()[box.text.begin])) ++box.text.begin;
    while (box.text.end > box.text.begin && is_blank_char(draft.bytes()[box.text.end - 1])) --box.text.end;
    if (box.text.end > box.text.begin && draft.bytes()[box.text.end - 1] == '\\') --box.text.end;  // a hard break
    box.number = static_cast<std::uint32_t>(boxes.size() + 1);
    boxes.push_back(box);
  }
  return boxes;
}

bool is_deferred(std::string_view box_text) { return deferral_at(trim_blanks(box_text)) != std::string_view::npos; }

Result<void> set_boxes(EditDraft& draft, const SetBoxes& request) { return BoxWriter(draft, request).run(); }

}  // namespace milepost
