// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "core/lifecycle/next_number.h"

#include <string>

#include "core/document/path_parts.h"

namespace milepost {
namespace {

std::string place_of(const DocumentSummary& document, const Item& item) {
  return item.line > 1 ? document.path + ":" + std::to_string(item.line) : document.path;
}

bool is_above(std::string_view path, std::string_view scope) {
  const std::string_view folder = folder_of(path);
  return !scope.empty() &&
         (folder.empty() || scope == folder || (scope.starts_with(folder) && scope[folder.size()] == '/'));
}

}  // namespace

TakenNumbers find_taken_numbers(const Corpus& corpus, const IdSequence& sequence, const IdWords& words,
                                std::string_view except) {
  TakenNumbers taken;
  const std::string& scope = sequence.scope().folder;
  for (const DocumentSummary& document : corpus.documents()) {
    if (document.path == except) continue;
    const std::string path =
        is_above(document.path, scope) ? scope + "/" + std::string(file_name_of(document.path)) : document.path;
    for (const Item& item : document.items)
      if (const auto number = item.id ? sequence.number_of(item.id->value, path) : std::nullopt)
        taken.add(*number, place_of(document, item));
    for (const std::uint32_t number : sequence.numbers_in(document.path, words)) taken.add(number, document.path);
  }
  return taken;
}

}  // namespace milepost
