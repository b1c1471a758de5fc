// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm-extension_api.h>
#include <cmark-gfm.h>

#include <memory>

#include "differential/outline.h"

namespace milepost::testing {
namespace {

struct ParserDeleter {
  void operator()(cmark_parser* parser) const { cmark_parser_free(parser); }
};
struct NodeDeleter {
  void operator()(cmark_node* node) const { cmark_node_free(node); }
};
struct IterDeleter {
  void operator()(cmark_iter* iter) const { cmark_iter_free(iter); }
};

std::string literal_of(cmark_node* node) {
  const char* text = cmark_node_get_literal(node);
  return text == nullptr ? "" : text;
}

std::string inline_text(cmark_node* node) {
  std::string text;
  const std::unique_ptr<cmark_iter, IterDeleter> iter(cmark_iter_new(node));
  while (cmark_iter_next(iter.get()) != CMARK_EVENT_DONE) {
    if (cmark_iter_get_event_type(iter.get()) != CMARK_EVENT_ENTER) continue;
    cmark_node* at = cmark_iter_get_node(iter.get());
    const cmark_node_type type = cmark_node_get_type(at);
    if (type == CMARK_NODE_TEXT || type == CMARK_NODE_CODE) text += literal_of(at);
    if (type == CMARK_NODE_SOFTBREAK || type == CMARK_NODE_LINEBREAK) text += ' ';
    if (type == CMARK_NODE_HTML_INLINE && is_line_break(literal_of(at))) text += ' ';
  }
  return fold_blanks(text);
}

std::string row_text(cmark_node* row) {
  std::string text;
  for (cmark_node* cell = cmark_node_first_child(row); cell != nullptr; cell = cmark_node_next(cell))
    text += "[" + inline_text(cell) + "]";
  return text;
}

OutlineNode describe(cmark_node* node) {
  OutlineNode made;
  made.line = cmark_node_get_start_line(node);
  made.last_line = cmark_node_get_end_line(node);
  const std::string type = cmark_node_get_type_string(node);
  if (type == "paragraph") {
    made.kind = "p";
    made.text = inline_text(node);
  } else if (type == "heading") {
    made.kind = "h" + std::to_string(cmark_node_get_heading_level(node));
    made.text = inline_text(node);
  } else if (type == "thematic_break") {
    made.kind = "hr";
  } else if (type == "list") {
    made.kind = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST ? "ol" : "ul";
    made.tight = cmark_node_get_list_tight(node) != 0;
  } else if (type == "item") {
    made.kind = "li";
  } else if (type == "tasklist") {
    made.kind = cmark_gfm_extensions_get_tasklist_item_checked(node) ? "task done" : "task open";
  } else if (type == "block_quote") {
    made.kind = "quote";
  } else if (type == "code_block") {
    int length = 0;
    int offset = 0;
    char mark = 0;
    made.kind = cmark_node_get_fenced(node, &length, &offset, &mark) != 0 ? "fence" : "indented";
    made.text = without_blanks(literal_of(node));
  } else if (type == "html_block") {
    made.kind = "html";
    made.text = without_blanks(literal_of(node));
  } else if (type == "table") {
    made.kind = "table";
  } else if (type == "table_header" || type == "table_row") {
    made.kind = "row";
    made.text = row_text(node);
  }
  return made;
}

void walk(cmark_node* parent, int depth, Outline& into) {
  for (cmark_node* node = cmark_node_first_child(parent); node != nullptr; node = cmark_node_next(node)) {
    OutlineNode made = describe(node);
    made.depth = depth;
    const bool is_container = made.kind == "ul" || made.kind == "ol" || made.kind == "li" || made.kind == "quote" ||
                              made.kind == "table" || made.kind.starts_with("task");
    into.push_back(std::move(made));
    if (is_container) walk(node, depth + 1, into);
  }
}

}  // namespace

OutlineResult outline_by_cmark(std::string_view text) {
  cmark_gfm_core_extensions_ensure_registered();
  const std::unique_ptr<cmark_parser, ParserDeleter> parser(cmark_parser_new(CMARK_OPT_DEFAULT));
  for (const char* name : {"table", "tasklist", "strikethrough"})
    cmark_parser_attach_syntax_extension(parser.get(), cmark_find_syntax_extension(name));
  cmark_parser_feed(parser.get(), text.data(), text.size());
  // "- [x]" is a task item for cmark-gfm only if a line end follows.
  if (!text.ends_with('\n') && !text.ends_with('\r')) cmark_parser_feed(parser.get(), "\n", 1);
  const std::unique_ptr<cmark_node, NodeDeleter> document(cmark_parser_finish(parser.get()));
  OutlineResult result;
  walk(document.get(), 0, result.nodes);
  return result;
}

}  // namespace milepost::testing
