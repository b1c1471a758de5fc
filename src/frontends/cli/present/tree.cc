// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "operations/tree.h"

#include <utility>

#include "core/render/table.h"
#include "frontends/cli/present/item_cells.h"
#include "frontends/cli/present/left_out.h"
#include "frontends/cli/present/presenter.h"

namespace milepost {
namespace {

constexpr std::size_t kBarWidth = 10;

class TreePrinter {
 public:
  TreePrinter(const Corpus& corpus, const View& view) : corpus_(&corpus), view_(&view) {
    table_.has_header = false;
    table_.columns = {{"", Align::left, Cut::end, 24}, {""}, {""}, {"", Align::right, Cut::end, 0, 1}};
  }

  void add_root(const TreeNode& node) {
    add(node, "");
    add_children(node, "");
  }

  [[nodiscard]] std::string text() const { return to_text(table_, view_->style, view_->width); }

 private:
  void add_children(const TreeNode& node, const std::string& stem) {
    const Glyphs& glyphs = view_->style.glyphs();
    for (std::size_t i = 0; i < node.children.size(); ++i) {
      const bool last = i + 1 == node.children.size() && node.hidden == 0;
      add(node.children[i], stem + std::string(last ? glyphs.last_branch : glyphs.branch));
      add_children(node.children[i], stem + (last ? "   " : std::string(glyphs.stem)));
    }
    if (node.hidden == 0 || (node.children.empty() && is_leafy(node))) return;
    const std::string more = std::to_string(node.hidden) + " more, closed or deeper";
    table_.rows.push_back(
        {{{stem + std::string(glyphs.last_branch), TextRole::dim}, {more, TextRole::dim}}, {}, {}, {}});
  }

  // A leaf with hidden children keeps one line: the count stands behind its title.
  [[nodiscard]] static bool is_leafy(const TreeNode& node) { return node.children.empty(); }

  void add(const TreeNode& node, const std::string& branch) {
    const Item& item = corpus_->item(node.key);
    const std::string name = corpus_->name_of(node.key);
    Cell label{{branch, TextRole::dim}};
    if (item.id)
      label.push_back({(branch.empty() ? view_->clean(item.id->value) : short_id(item, *view_)) + "  ", TextRole::id});
    label.push_back({title_of(item, name, *view_), branch.empty() ? TextRole::strong : TextRole::plain});
    if (node.children.empty() && node.hidden != 0)
      label.push_back({"  +" + std::to_string(node.hidden), TextRole::dim});
    table_.rows.push_back({std::move(label), status_cell(item, *view_), bar_cell(item.progress, kBarWidth, *view_),
                           cell(count_of(item.progress), TextRole::dim)});
  }

  const Corpus* corpus_;
  const View* view_;
  Table table_;
};

}  // namespace

Result<Presented> present_tree(Session& session, const Arguments& arguments, const Screen& screen) {
  auto request = parse_tree_request(arguments);
  if (!request) return std::unexpected(std::move(request).error());
  auto answer = tree(session, *request);
  if (!answer) return std::unexpected(std::move(answer).error());
  const View view = screen.view(session.opened());
  TreePrinter printer(answer->scan->corpus, view);
  for (const TreeNode& node : answer->roots) printer.add_root(node);
  Presented presented{.text = printer.text(), .notice = with_left_out(answer->notice, answer->scan->problems)};
  if (answer->roots.empty()) presented.outcome = Outcome::nothing_matched;
  return presented;
}

}  // namespace milepost
