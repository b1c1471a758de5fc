// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// Summaries for tests: document summaries written in one line each, as readers would make them. Only tests include
// this.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/document/corpus.h"

namespace milepost::testing_support {

inline Reference named(std::string text) { return {std::move(text), "", {}, std::nullopt, 0}; }
inline Reference linked(std::string path, std::string text = "") {
  return {std::move(text), std::move(path), {}, std::nullopt, 0};
}
inline Reference at_line(std::string path, std::uint32_t line) { return {"", std::move(path), {}, std::nullopt, line}; }

inline Item make_item(ItemKind kind, std::string id = "") {
  Item item;
  item.kind = kind;
  if (!id.empty()) item.id = Stated<std::string>{std::move(id), {}, Carrier::front_matter};
  return item;
}

// A chain of setters: `Doc("docs/M1.md", ItemKind::milestone, "M1").depends_on({named("M0")})`.
class Doc {
 public:
  Doc(std::string path, ItemKind kind, std::string id = "") {
    summary_.path = std::move(path);
    summary_.dialect = "generic";
    summary_.items.push_back(make_item(kind, std::move(id)));
  }

  Doc& parent(Reference reference) & { return own().parent = std::move(reference), *this; }
  Doc& depends_on(std::vector<Reference> references) & { return own().depends_on = std::move(references), *this; }
  Doc& children(std::vector<Reference> references) & { return own().children = std::move(references), *this; }
  Doc& title(std::string text) & {
    return own().title = Stated<std::string>{std::move(text), {}, Carrier::heading}, *this;
  }
  Doc& status(StatusCategory category) & {
    return own().status = Stated<Status>{{category, "", ""}, {}, Carrier::label}, *this;
  }
  Doc& computed(double percent) & { return own().progress.computed = percent, *this; }
  Doc& boxes(std::uint32_t done, std::uint32_t total) & { return own().progress.boxes = {done, total}, *this; }
  Doc& holds(Item item, std::uint32_t line, ByteRange range = {}) & {
    item.line = line;
    item.range = range;
    summary_.items.push_back(std::move(item));
    return *this;
  }

  Doc parent(Reference reference) && { return std::move(parent(std::move(reference))); }
  Doc depends_on(std::vector<Reference> references) && { return std::move(depends_on(std::move(references))); }
  Doc children(std::vector<Reference> references) && { return std::move(children(std::move(references))); }
  Doc title(std::string text) && { return std::move(title(std::move(text))); }
  Doc status(StatusCategory category) && { return std::move(status(category)); }
  Doc computed(double percent) && { return std::move(computed(percent)); }
  Doc boxes(std::uint32_t done, std::uint32_t total) && { return std::move(boxes(done, total)); }
  Doc holds(Item item, std::uint32_t line, ByteRange range = {}) && {
    return std::move(holds(std::move(item), line, range));
  }

  operator DocumentSummary() const { return summary_; }  // NOLINT: the whole point of the class

 private:
  Item& own() { return summary_.items.front(); }
  DocumentSummary summary_;
};

inline ItemKey key_at(const Corpus& corpus, std::string_view path, std::uint32_t item = 0) {
  for (std::uint32_t d = 0; d < corpus.documents().size(); ++d) {
    if (corpus.documents()[d].path == path) return {d, item};
  }
  return {static_cast<std::uint32_t>(-1), item};
}

// The path of the parent with ":line" for an item inside a file; "-" for none.
inline std::string place_of(const Corpus& corpus, std::optional<ItemKey> key) {
  if (!key) return "-";
  const std::string& path = corpus.document_of(*key).path;
  return key->item == 0 ? path : path + ":" + std::to_string(corpus.item(*key).line);
}

inline std::string parent_of(const Corpus& corpus, std::string_view path, std::uint32_t item = 0) {
  return place_of(corpus, corpus.links(key_at(corpus, path, item)).parent);
}

inline std::vector<std::string> places_of(const Corpus& corpus, const std::vector<ItemKey>& keys) {
  std::vector<std::string> places;
  for (const ItemKey key : keys) places.push_back(place_of(corpus, key));
  return places;
}

inline std::vector<std::string> children_of(const Corpus& corpus, std::string_view path) {
  return places_of(corpus, corpus.links(key_at(corpus, path)).children);
}

inline std::vector<std::string> needs_of(const Corpus& corpus, std::string_view path, std::uint32_t item = 0) {
  return places_of(corpus, corpus.links(key_at(corpus, path, item)).depends_on);
}

}  // namespace milepost::testing_support
