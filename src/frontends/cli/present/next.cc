// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "operations/next.h"

#include "frontends/cli/present/item_cells.h"
#include "frontends/cli/present/presenter.h"
#include "operations/item_claims.h"

namespace milepost {
namespace {

std::string line_of(const NextItem& next, const Corpus& corpus, const View& view, bool is_first) {
  const Item& item = corpus.item(next.key);
  const std::string path = view.clean(corpus.document_of(next.key).path);
  std::string line;
  if (item.id) line += view.style.paint(TextRole::id, view.clean(item.id->value)) + "  ";
  line += view.style.paint(is_first ? TextRole::strong : TextRole::plain, title_of(item, path, view)) + "\n";
  line += "  " + view.style.paint(TextRole::dim, path) + "\n  ";
  for (std::size_t i = 0; i < next.reasons.size(); ++i) line += (i > 0 ? ", " : "") + next.reasons[i];
  return line + "\n";
}

std::string rest_of(const NextAnswer& answer) {
  const PassedOver& passed = answer.passed_over;
  std::string text;
  const auto add = [&text](std::size_t count, const std::string& what) {
    if (count > 0) text += (text.empty() ? "" : ", ") + std::to_string(count) + what;
  };
  add(answer.total - answer.items.size(), " more");
  add(passed.blocked, " blocked");
  add(passed.waiting, " waiting for another");
  add(passed.claimed, " claimed by others");
  return text;
}

}  // namespace

Result<Presented> present_next(Session& session, const Arguments& arguments, const Screen& screen) {
  auto answer = next(session, arguments);
  if (!answer) return std::unexpected(std::move(answer).error());
  const View view = screen.view(session.opened());
  Presented presented{.notice = answer->notice};
  for (std::size_t i = 0; i < answer->items.size(); ++i) {
    if (i > 0) presented.text += "\n";
    presented.text += line_of(answer->items[i], answer->scan->corpus, view, i == 0);
    if (i == 0 && answer->taken)
      presented.text += "  " + view.style.paint(TextRole::good, view.style.glyphs().check) + " claimed by " +
                        view.clean(answer->taken->holder) + " for " +
                        describe_duration(answer->taken->until - answer->now) + "\n";
  }
  if (answer->items.empty()) presented.outcome = Outcome::nothing_matched;
  const std::string rest = answer->items.empty() ? std::string() : rest_of(*answer);
  if (!rest.empty()) presented.text += "\n" + view.style.paint(TextRole::dim, rest) + "\n";
  return presented;
}

}  // namespace milepost
