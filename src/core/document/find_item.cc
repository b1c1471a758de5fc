// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "core/document/find_item.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "core/base/suggest.h"
#include "core/document/fold.h"
#include "core/document/id_parts.h"
#include "core/document/normalise/identifier.h"
#include "core/document/path_parts.h"

namespace milepost {
namespace {

constexpr std::size_t kMostCandidates = 10;
constexpr std::size_t kMostSuggestions = 5;

struct PathAndLine {
  std::string_view path;
  std::uint32_t line = 0;  // 0: none was given
};

PathAndLine split_line(std::string_view text) {
  const std::size_t colon = text.rfind(':');
  if (colon == std::string_view::npos || colon + 1 == text.size()) return {text, 0};
  const std::string_view digits = text.substr(colon + 1);
  std::uint32_t line = 0;
  const auto [end, error] = std::from_chars(digits.begin(), digits.end(), line);
  if (error != std::errc{} || end != digits.end() || line == 0) return {text, 0};
  return {text.substr(0, colon), line};
}

// The end of a path from a folder on, with or without the extension of the file.
bool is_path_end(std::string_view path, std::string_view end) {
  const auto ends_so = [end](std::string_view whole) {
    if (!whole.ends_with(end)) return false;
    return whole.size() == end.size() || whole[whole.size() - end.size() - 1] == '/';
  };
  const std::size_t extension = file_name_of(path).size() - stem_of(path).size();
  return ends_so(path) || ends_so(path.substr(0, path.size() - extension));
}

class Finder {
 public:
  Finder(std::span<const DocumentSummary> documents, std::string_view wanted) : documents_(documents), wanted_(wanted) {
    place_ = split_line(wanted);
    while (place_.path.starts_with("./")) place_.path.remove_prefix(2);
  }

  Result<ItemKey> find() const {
    if (wanted_.empty()) return fail(ErrorKind::usage, "no item is named: give an id or a path");
    using Reading = std::vector<ItemKey> (Finder::*)() const;
    constexpr std::array<Reading, 7> kReadings{
        &Finder::with_exact_id, &Finder::at_exact_path,   &Finder::with_folded_id, &Finder::with_last_part,
        &Finder::at_path_end,   &Finder::with_first_part, &Finder::with_title};
    for (const Reading reading : kReadings) {
      const std::vector<ItemKey> found = without_overviews((this->*reading)());
      if (found.size() == 1) return found.front();
      if (found.size() > 1) return std::unexpected(ambiguous(found));
    }
    return std::unexpected(not_found());
  }

 private:
  std::vector<ItemKey> where_id(const std::function<bool(const std::string& id)>& fits) const {
    std::vector<ItemKey> found;
    for (std::uint32_t d = 0; d < documents_.size(); ++d) {
      const auto& items = documents_[d].items;
      for (std::uint32_t i = 0; i < items.size(); ++i) {
        if (items[i].id && fits(items[i].id->value)) found.push_back({d, i});
      }
    }
    return found;
  }

  // An overview that bears the id of something else only speaks about it.
  std::vector<ItemKey> without_overviews(std::vector<ItemKey> found) const {
    const auto is_overview = [this](ItemKey key) {
      return documents_[key.document].items[key.item].kind == ItemKind::overview;
    };
    if (std::ranges::all_of(found, is_overview)) return found;
    std::erase_if(found, is_overview);
    return found;
  }

  using IsPart = bool (*)(const std::vector<std::string>& whole, const std::vector<std::string>& part);
  std::vector<ItemKey> where_part(IsPart is_part) const {
    const std::vector<std::string> part = split_id(wanted_);
    if (part.empty()) return {};
    return where_id([&](const std::string& id) { return is_part(split_id(id), part); });
  }

  std::vector<ItemKey> where_path(bool (*fits)(std::string_view, std::string_view)) const {
    std::vector<ItemKey> found;
    if (place_.path.empty()) return found;
    for (std::uint32_t d = 0; d < documents_.size(); ++d) {
      const DocumentSummary& document = documents_[d];
      if (document.items.empty() || !fits(document.path, place_.path)) continue;
      if (const auto item = item_at_line(document)) found.push_back({d, *item});
    }
    return found;
  }

  // The item whose part of the file holds the line.
  std::optional<std::uint32_t> item_at_line(const DocumentSummary& document) const {
    std::uint32_t holder = 0;
    if (place_.line == 0) return holder;
    for (std::uint32_t i = 1; i < document.items.size(); ++i) {
      const bool is_nearer = document.items[holder].line <= document.items[i].line || holder == 0;
      if (document.items[i].line <= place_.line && is_nearer) holder = i;
    }
    return holder;
  }

  std::vector<ItemKey> with_exact_id() const {
    return where_id([this](const std::string& id) { return id == wanted_; });
  }
  std::vector<ItemKey> with_folded_id() const {
    const std::string folded = fold_identifier(wanted_);
    if (folded.empty()) return {};
    return where_id([&](const std::string& id) { return fold_identifier(id) == folded; });
  }
  // Many documents have no id; their titles are what people call them. Whole titles only, in any case.
  std::vector<ItemKey> with_title() const {
    std::string buffer;
    const std::string wanted(fold_words(wanted_, buffer));
    std::vector<ItemKey> found;
    if (wanted.empty()) return found;
    for (std::uint32_t d = 0; d < documents_.size(); ++d) {
      const auto& items = documents_[d].items;
      for (std::uint32_t i = 0; i < items.size(); ++i)
        if (items[i].title && fold_words(items[i].title->value, buffer) == wanted) found.push_back({d, i});
    }
    return found;
  }
  std::vector<ItemKey> with_last_part() const { return where_part(is_end_of); }
  std::vector<ItemKey> with_first_part() const { return where_part(is_beginning_of); }
  std::vector<ItemKey> at_exact_path() const {
    return where_path([](std::string_view path, std::string_view wanted) { return path == wanted; });
  }
  std::vector<ItemKey> at_path_end() const { return where_path(is_path_end); }

  std::string describe(ItemKey key) const {
    const DocumentSummary& document = documents_[key.document];
    const Item& item = document.items[key.item];
    std::string text = item.id ? item.id->value : "(no id)";
    if (item.title) text.append(" — ").append(item.title->value);
    text.append(" — ").append(document.path);
    if (key.item != 0) text.append(":").append(std::to_string(item.line));
    return text;
  }

  Error ambiguous(const std::vector<ItemKey>& found) const {
    Error error{ErrorKind::ambiguous, {}, std::nullopt, {}, {}};
    error.message = "'" + std::string(wanted_) + "' means " + std::to_string(found.size()) +
                    " items: give more of the id, or the path";
    for (const ItemKey key : found) {
      if (error.hints.size() == kMostCandidates) {
        error.hints.push_back("and " + std::to_string(found.size() - kMostCandidates) + " more");
        break;
      }
      error.hints.push_back(describe(key));
    }
    return error;
  }

  Error not_found() const {
    for (const DocumentSummary& document : documents_) {
      if (!document.items.empty() || document.path != place_.path) continue;
      Error error{ErrorKind::invalid_document, {}, std::nullopt, {}, {}};
      error.message = "'" + document.path + "' was read, but it was not recognised as a milestone document";
      error.place = Place{document.path, 0, 0};
      return error;
    }
    Error error{ErrorKind::not_found, {}, std::nullopt, {}, {}};
    error.message = "no item has the id or path '" + std::string(wanted_) + "'";
    error.hints = nearest(wanted_, names(), kMostSuggestions);
    return error;
  }

  // All that could have been meant: ids, their last parts, and paths when a path seems to be meant.
  std::vector<std::string> names() const {
    std::vector<std::string> names;
    const bool wants_path = wanted_.find('/') != std::string_view::npos || wanted_.ends_with(".md");
    for (const DocumentSummary& document : documents_) {
      if (wants_path) names.push_back(document.path);
      for (const Item& item : document.items) {
        if (!item.id && item.title) names.push_back(item.title->value);
        if (!item.id) continue;
        names.push_back(item.id->value);
        const std::size_t slash = item.id->value.rfind('/');
        if (slash != std::string::npos) names.push_back(item.id->value.substr(slash + 1));
      }
    }
    return names;
  }

  std::span<const DocumentSummary> documents_;  // borrows from: the caller, like the next
  std::string_view wanted_;
  PathAndLine place_;
};

}  // namespace

Result<ItemKey> find_item(std::span<const DocumentSummary> documents, std::string_view id_or_path) {
  return Finder(documents, id_or_path).find();
}

}  // namespace milepost
