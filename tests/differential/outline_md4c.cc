// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include <md4c.h>

#include "core/text/inline_syntax.h"
#include "differential/outline.h"

namespace milepost::testing {
namespace {

class Md4cOutline {
 public:
  explicit Md4cOutline(OutlineResult& into) : into_(into) {}

  void enter(MD_BLOCKTYPE type, void* detail) {
    end_implicit();
    switch (type) {
      case MD_BLOCK_DOC:
      case MD_BLOCK_THEAD:
      case MD_BLOCK_TBODY:
        return;
      case MD_BLOCK_TH:
      case MD_BLOCK_TD:
        text_.clear();
        return;
      case MD_BLOCK_P:
        return add("p");
      case MD_BLOCK_H:
        return add("h" + std::to_string(static_cast<MD_BLOCK_H_DETAIL*>(detail)->level));
      case MD_BLOCK_HR:
        return add("hr");
      case MD_BLOCK_UL:
        add("ul");
        into_.nodes.back().tight = static_cast<MD_BLOCK_UL_DETAIL*>(detail)->is_tight != 0;
        return;
      case MD_BLOCK_OL:
        add("ol");
        into_.nodes.back().tight = static_cast<MD_BLOCK_OL_DETAIL*>(detail)->is_tight != 0;
        return;
      case MD_BLOCK_LI:
        return add_item(*static_cast<MD_BLOCK_LI_DETAIL*>(detail));
      case MD_BLOCK_QUOTE:
        return add("quote");
      case MD_BLOCK_CODE:
        return add(static_cast<MD_BLOCK_CODE_DETAIL*>(detail)->fence_char != 0 ? "fence" : "indented");
      case MD_BLOCK_HTML:
        return add("html");
      case MD_BLOCK_TABLE:
        return add("table");
      case MD_BLOCK_TR:
        return add("row");
    }
  }

  void leave(MD_BLOCKTYPE type) {
    if (type == MD_BLOCK_DOC || type == MD_BLOCK_THEAD || type == MD_BLOCK_TBODY) return end_implicit();
    if (type == MD_BLOCK_TH || type == MD_BLOCK_TD) {
      into_.nodes[open_.back()].text += "[" + fold_blanks(text_) + "]";
      return;
    }
    if (implicit_ && type == MD_BLOCK_LI) end_implicit();
    OutlineNode& node = into_.nodes[open_.back()];
    if (type == MD_BLOCK_P || type == MD_BLOCK_H) node.text = fold_blanks(text_);
    if (type == MD_BLOCK_CODE || type == MD_BLOCK_HTML) node.text = without_blanks(text_);
    open_.pop_back();
  }

  void span() { begin_implicit(); }

  void text(MD_TEXTTYPE type, std::string_view part) {
    begin_implicit();
    const bool in_html_block = !open_.empty() && into_.nodes[open_.back()].kind == "html";
    if (type == MD_TEXT_BR || type == MD_TEXT_SOFTBR)
      text_ += ' ';
    else if (type == MD_TEXT_NULLCHAR)
      text_ += "\xEF\xBF\xBD";
    else if (type == MD_TEXT_HTML && !in_html_block)
      add_tag(part);
    else if (type != MD_TEXT_ENTITY || append_character_reference(part, text_) == 0)
      text_ += part;
  }

 private:
  void add(std::string kind) {
    OutlineNode node;
    node.kind = std::move(kind);
    node.depth = static_cast<int>(open_.size());
    open_.push_back(into_.nodes.size());
    into_.nodes.push_back(std::move(node));
    text_.clear();
  }

  void add_item(const MD_BLOCK_LI_DETAIL& detail) {
    if (detail.is_task == 0) return add("li");
    into_.boxes.push_back(static_cast<long>(detail.task_mark_offset));
    add(detail.task_mark == ' ' ? "task open" : "task done");
  }

  // An inline tag comes in pieces; only a line break shows.
  void add_tag(std::string_view part) {
    if (is_line_break(part)) text_ += ' ';
  }

  // In a tight list md4c gives no paragraph around the text.
  void begin_implicit() {
    if (implicit_ || open_.empty()) return;
    const std::string& kind = into_.nodes[open_.back()].kind;
    if (kind != "li" && !kind.starts_with("task")) return;
    add("p");
    implicit_ = true;
  }
  void end_implicit() {
    if (!implicit_) return;
    implicit_ = false;
    into_.nodes[open_.back()].text = fold_blanks(text_);
    open_.pop_back();
  }

  OutlineResult& into_;
  std::vector<std::size_t> open_;
  std::string text_;
  bool implicit_ = false;
};

Md4cOutline& outline(void* data) { return *static_cast<Md4cOutline*>(data); }

}  // namespace

OutlineResult outline_by_md4c(std::string_view text) {
  OutlineResult result;
  Md4cOutline made(result);
  MD_PARSER parser{};
  parser.flags = MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH | MD_FLAG_TASKLISTS;
  parser.enter_block = [](MD_BLOCKTYPE type, void* detail, void* data) {
    outline(data).enter(type, detail);
    return 0;
  };
  parser.leave_block = [](MD_BLOCKTYPE type, void*, void* data) {
    outline(data).leave(type);
    return 0;
  };
  parser.enter_span = [](MD_SPANTYPE, void*, void* data) {
    outline(data).span();
    return 0;
  };
  parser.leave_span = [](MD_SPANTYPE, void*, void*) { return 0; };
  parser.text = [](MD_TEXTTYPE type, const MD_CHAR* part, MD_SIZE size, void* data) {
    outline(data).text(type, {part, size});
    return 0;
  };
  md_parse(text.data(), static_cast<MD_SIZE>(text.size()), &parser, &made);
  return result;
}

}  // namespace milepost::testing
