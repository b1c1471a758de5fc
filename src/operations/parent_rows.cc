// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "operations/parent_rows.h"

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

#include "core/lifecycle/transition.h"
#include "operations/edit_item.h"
#include "operations/session.h"

namespace milepost {
namespace {

// Without the mark in front: the writer puts the one that belongs to the new status.
std::string without_mark(std::string_view text) {
  const std::size_t begin = static_cast<std::size_t>(
      std::ranges::find_if(text, [](char c) { return static_cast<unsigned char>(c) < 0x80 && c != ' '; }) -
      text.begin());
  return std::string(text.substr(begin));
}

// The word that the rows beside it use for the category; nothing when none of them does.
std::optional<std::string> word_of_rows(const Item& parent, StatusCategory status) {
  std::map<std::string, int> uses;
  for (const Reference& row : parent.children)
    if (row.row_status && row.row_status->category == status) ++uses[without_mark(row.row_status->text)];
  const auto most = std::ranges::max_element(uses, {}, [](const auto& use) { return use.second; });
  if (most == uses.end()) return std::nullopt;
  return most->first;
}

// The reference of the parent that means the item: by path, else by id.
const Reference* find_row(const Item& parent, const ChosenItem& chosen) {
  const Item& item = chosen.stated();
  for (const Reference& row : parent.children)
    if (row.row_status && !row.path.empty() && row.path == chosen.path() && chosen.item == 0) return &row;
  for (const Reference& row : parent.children)
    if (row.row_status && item.id && row.text == item.id->value) return &row;
  return nullptr;
}

}  // namespace

Result<void> add_parent_row(Session& session, const ChosenItem& chosen, StatusCategory status, PlannedChange& into) {
  auto scan = session.scan();
  if (!scan) return std::unexpected(std::move(scan).error());
  const Corpus& corpus = (*scan)->corpus;
  const auto parent_key = corpus.links(chosen.key).parent;
  if (!parent_key || parent_key->document == chosen.key.document) return {};
  const Reference* row = find_row(corpus.item(*parent_key), chosen);
  if (row == nullptr || row->row_status->category == status) return {};
  const std::string& path = corpus.document_of(*parent_key).path;
  auto document = load_document(session, path);
  if (!document || parent_key->item >= document->document.items.size()) return {};
  const ChosenItem parent{*parent_key, std::move(*document), parent_key->item};
  std::string word = word_of_rows(parent.stated(), status).value_or("");
  if (word.empty()) {
    auto chosen_word = choose_status_word(corpus, *parent_key, *parent.document.dialect, status);
    if (!chosen_word) return {};
    word = std::move(*chosen_word);
  }
  PlannedChange row_change;
  auto added =
      add_item_edits(session, parent, {SetCell{{}, row->text, "status", word}}, Touch::leave_updated, row_change);
  if (!added) {
    into.remarks.push_back(path + ":" + std::to_string(row->line) + ": the row still says '" + row->row_status->text +
                           "': " + added.error().message);
    return {};
  }
  for (FileChange& change : row_change.plan.files) {
    const auto same = std::ranges::find(into.plan.files, change.path, &FileChange::path);
    if (same == into.plan.files.end()) {
      into.plan.files.push_back(std::move(change));
      continue;
    }
    same->edits.insert(same->edits.end(), change.edits.begin(), change.edits.end());
    same->intended.insert(same->intended.end(), change.intended.begin(), change.intended.end());
  }
  return {};
}

}  // namespace milepost
