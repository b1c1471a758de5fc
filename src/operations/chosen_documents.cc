// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "operations/chosen_documents.h"

#include <algorithm>
#include <utility>

namespace milepost {
namespace {

bool is_below(std::string_view path, std::string_view folder) {
  return folder.empty() || folder == "." || path == folder ||
         (path.starts_with(folder) && path.size() > folder.size() && path[folder.size()] == '/');
}

}  // namespace

Result<DocumentChoice> DocumentChoice::make(const Workspace& workspace, const Corpus& corpus,
                                            const std::vector<std::string>& what) {
  DocumentChoice choice;
  choice.takes_all_ = what.empty();
  for (const std::string& word : what) {
    auto path = workspace.to_relative(word);
    if (path) {
      choice.places_.push_back(*std::move(path));
      continue;
    }
    if (path.error().kind == ErrorKind::usage) return std::unexpected(std::move(path).error());
    auto key = corpus.find(word);
    if (!key) return std::unexpected(std::move(key).error());
    choice.places_.push_back(corpus.document_of(*key).path);
  }
  return choice;
}

bool DocumentChoice::takes(std::string_view path) const {
  if (only_ && !std::ranges::binary_search(*only_, path)) return false;
  return takes_all_ || std::ranges::any_of(places_, [path](const std::string& place) { return is_below(path, place); });
}

std::vector<std::uint32_t> DocumentChoice::documents_of(const Corpus& corpus) const {
  std::vector<std::uint32_t> chosen;
  for (std::uint32_t d = 0; d < corpus.documents().size(); ++d) {
    const DocumentSummary& document = corpus.documents()[d];
    if (!document.items.empty() && takes(document.path)) chosen.push_back(d);
  }
  return chosen;
}

}  // namespace milepost
