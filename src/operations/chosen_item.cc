// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "operations/chosen_item.h"

#include <algorithm>
#include <utility>

#include "operations/session.h"

namespace milepost {
namespace {

// The error of a name that no item answers to; if it is the path of a file, why that file is left alone.
std::unexpected<Error> refuse_name(const Workspace& workspace, std::string_view name, Error error) {
  if (error.kind != ErrorKind::not_found) return std::unexpected(std::move(error));
  const auto source = workspace.read(std::string(name));
  if (!source) {
    const bool outside = source.error().kind == ErrorKind::usage;
    return std::unexpected(outside ? source.error() : std::move(error));
  }
  auto failure = fail(ErrorKind::invalid_document,
                      "'" + std::string(name) + "' is no milestone document that milepost knows, so it is not changed");
  failure.error().hints.push_back("`milepost show " + std::string(name) + " --why` says what is missing");
  return failure;
}

// The item of the fresh document that is the one of the scan: same place in the list and same id, else by id.
std::optional<std::size_t> find_again(const Document& document, const Item& scanned, std::size_t index) {
  const auto same = [&](const Item& item) {
    if (item.id.has_value() != scanned.id.has_value()) return false;
    return item.id ? item.id->value == scanned.id->value : item.kind == scanned.kind;
  };
  if (index < document.items.size() && same(document.items[index])) return index;
  const auto found = std::ranges::find_if(document.items, same);
  if (found == document.items.end() || !scanned.id) return std::nullopt;
  return static_cast<std::size_t>(found - document.items.begin());
}

}  // namespace

Result<ParsedDocument> load_document(Session& session, const std::string& path) {
  auto workspace = session.workspace();
  if (!workspace) return std::unexpected(std::move(workspace).error());
  const std::string absolute = (*workspace)->root() + "/" + path;
  auto relative = (*workspace)->to_relative(absolute);
  if (!relative) return std::unexpected(std::move(relative).error());
  auto source = (*workspace)->read(absolute);
  if (!source) return std::unexpected(std::move(source).error());
  DocumentReader reader((*workspace)->dialects());
  return parse_document(reader, *relative, std::string(source->bytes()));
}

Result<ChosenItem> choose_item(Session& session, std::string_view name) {
  auto scan = session.scan();
  if (!scan) return std::unexpected(std::move(scan).error());
  const Corpus& corpus = (*scan)->corpus;
  auto key = corpus.find(name);
  if (!key) return refuse_name(*session.opened(), name, std::move(key).error());
  const std::string& path = corpus.document_of(*key).path;
  auto document = load_document(session, path);
  if (!document) return std::unexpected(std::move(document).error());
  const auto item = find_again(document->document, corpus.item(*key), key->item);
  if (!item) {
    auto failure = fail(ErrorKind::conflict,
                        "'" + corpus.name_of(*key) + "' is no longer in " + path + ": the file changed meanwhile");
    failure.error().hints.emplace_back("run the command again");
    return failure;
  }
  return ChosenItem{*key, std::move(*document), *item};
}

}  // namespace milepost
