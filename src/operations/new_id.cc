// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "operations/new_id.h"

#include <algorithm>
#include <list>
#include <utility>

#include "core/document/normalise/words.h"
#include "operations/move_documents.h"
#include "operations/session.h"

namespace milepost {
namespace {

// Every Markdown file that may name the id is parsed; the words are its shortest spellings, so none is missed.
Result<std::vector<std::string>> find_candidates(Session& session, const std::string& id) {
  auto scan = session.scan();
  if (!scan) return std::unexpected(std::move(scan).error());
  const std::size_t digits = id.find_last_not_of("0123456789") + 1;
  std::string number = id.substr(std::min(digits, id.size()));
  number.erase(0, std::min(number.find_first_not_of('0'), number.size()));
  const std::vector<std::string> words{number.empty() ? id : number};
  return session.opened()->find_files_with((*scan)->files, words);
}

}  // namespace

Result<RenamePlan> plan_new_id(Session& session, const ChosenItem& chosen, const std::string& to) {
  const Item& item = chosen.stated();
  auto paths = find_candidates(session, item.id ? item.id->value : to);
  if (!paths) return std::unexpected(std::move(paths).error());
  if (std::ranges::find(*paths, chosen.path()) == paths->end()) paths->push_back(chosen.path());
  std::list<ParsedDocument> documents;
  std::vector<const ParsedDocument*> borrowed;
  for (const std::string& path : *paths) {
    auto document = load_document(session, path);
    if (!document) return std::unexpected(std::move(document).error());
    borrowed.push_back(&documents.emplace_back(std::move(*document)));
  }
  auto data = load_data_files(session, chosen.path());
  if (!data) return std::unexpected(std::move(data).error());
  const IdWords& words = session.opened()->dialects().words().ids;
  return plan_rename_mentions({(*session.scan())->corpus, words, borrowed, *data}, {chosen.key, to});
}

}  // namespace milepost
