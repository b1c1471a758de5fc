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

// Changes of rows join those that the plan has for the same file.
void merge_files(PlannedChange from, PlannedChange& into) {
  for (FileChange& change : from.plan.files) {
    const auto same = std::ranges::find(into.plan.files, change.path, &FileChange::path);
    if (same == into.plan.files.end()) {
      into.plan.files.push_back(std::move(change));
      continue;
    }
    same->edits.insert(same->edits.end(), change.edits.begin(), change.edits.end());
    same->intended.insert(same->intended.end(), change.intended.begin(), change.intended.end());
  }
}

// The reference that means the item, whether it states a status or not.
const Reference* find_mention(const Item& parent, const ChosenItem& chosen) {
  for (const Reference& row : parent.children)
    if (!row.path.empty() && row.path == chosen.path() && chosen.item == 0 && row.line != 0) return &row;
  return nullptr;
}

// The only place of `text` in a line; nothing when there is none or several.
std::optional<ByteRange> find_once(std::string_view bytes, std::uint32_t line, std::string_view text) {
  std::size_t begin = 0;
  for (std::uint32_t at = 1; at < line && begin != std::string_view::npos; ++at) {
    begin = bytes.find('\n', begin);
    if (begin != std::string_view::npos) ++begin;
  }
  if (begin == std::string_view::npos || text.empty()) return std::nullopt;
  const std::string_view row = bytes.substr(begin, bytes.find('\n', begin) - begin);
  const std::size_t found = row.find(text);
  if (found == std::string_view::npos || row.find(text, found + 1) != std::string_view::npos) return std::nullopt;
  const auto first = static_cast<ByteOffset>(begin + found);
  return ByteRange{first, first + static_cast<ByteOffset>(text.size())};
}

}  // namespace

Result<void> add_parent_title(Session& session, const ChosenItem& chosen, const std::string& old_title,
                              const std::string& title, PlannedChange& into) {
  auto scan = session.scan();
  if (!scan) return std::unexpected(std::move(scan).error());
  const Corpus& corpus = (*scan)->corpus;
  const auto parent_key = corpus.links(chosen.key).parent;
  if (!parent_key || parent_key->document == chosen.key.document) return {};
  const Reference* row = find_mention(corpus.item(*parent_key), chosen);
  if (row == nullptr) return {};
  const std::string& path = corpus.document_of(*parent_key).path;
  auto document = load_document(session, path);
  if (!document) return {};
  const auto where = find_once(document->source.bytes(), row->line, old_title);
  if (!where) return {};
  if ((title + old_title).find_first_of("|[]<>`\\") != std::string::npos) {
    into.remarks.push_back(path + ":" + std::to_string(row->line) +
                           ": the row keeps the old title, because of a sign " + "that means something in a table");
    return {};
  }
  PlannedChange change;
  FileChange& file = change.plan.files.emplace_back();
  file.path = path;
  file.revision = document->document.revision;
  file.edits.push_back({*where, title});
  file.intended.push_back({"name", title, row->line, parent_key->item});
  merge_files(std::move(change), into);
  return {};
}

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
  merge_files(std::move(row_change), into);
  return {};
}

}  // namespace milepost
