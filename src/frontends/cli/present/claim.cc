// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "operations/claim.h"

#include "core/render/table.h"
#include "frontends/cli/present/presenter.h"
#include "operations/item_claims.h"

namespace milepost {
namespace {

std::string list_of(const ClaimAnswer& answer, const View& view) {
  Table table;
  table.columns = {{"ITEM"}, {"BY"}, {"FOR"}, {"PATH"}};
  for (const ListedClaim& one : answer.claims)
    table.rows.push_back({cell(view.clean(one.claim.item), TextRole::id), cell(view.clean(one.claim.holder)),
                          cell(describe_duration(one.claim.until - answer.now)),
                          cell(one.path ? view.clean(*one.path) : "not in this work tree", TextRole::dim)});
  return to_text(table, view.style, view.width);
}

}  // namespace

Result<Presented> present_claim(Session& session, const Arguments& arguments, const Screen& screen) {
  auto answer = claim(session, arguments);
  if (!answer) return std::unexpected(std::move(answer).error());
  const View view = screen.view(session.opened());
  Presented presented;
  if (answer->is_list) {
    if (answer->claims.empty()) presented.notice = "nothing is claimed";
    if (!answer->claims.empty()) presented.text = list_of(*answer, view);
    return presented;
  }
  const Claim& taken = answer->claims.front().claim;
  presented.is_page = false;
  presented.text = view.style.paint(TextRole::good, view.style.glyphs().check) + " " + view.clean(taken.item) +
                   " is claimed by " + view.clean(taken.holder) + " for " +
                   describe_duration(taken.until - answer->now) + "\n";
  return presented;
}

Result<Presented> present_release(Session& session, const Arguments& arguments, const Screen& screen) {
  auto answer = release(session, arguments);
  if (!answer) return std::unexpected(std::move(answer).error());
  const View view = screen.view(session.opened());
  const Claim& given = answer->claims.front().claim;
  Presented presented{.is_page = false};
  presented.text =
      view.style.paint(TextRole::good, view.style.glyphs().check) + " " + view.clean(given.item) + " is free again\n";
  return presented;
}

}  // namespace milepost
