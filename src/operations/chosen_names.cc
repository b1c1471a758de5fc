// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "operations/chosen_names.h"

#include <algorithm>
#include <array>
#include <set>
#include <utility>

#include "core/base/suggest.h"
#include "operations/arguments.h"
#include "operations/list.h"
#include "operations/session.h"

namespace milepost {
namespace {

constexpr std::array<std::string_view, 6> kKeys{"status", "owner", "dialect", "kind", "plan", "tag"};

Result<Arguments> parse_where(const Arguments& arguments) {
  Arguments filter;
  for (const std::string& condition : arguments.list("where")) {
    const std::size_t equals = condition.find('=');
    const std::string key = condition.substr(0, equals);
    if (equals != std::string::npos && std::ranges::find(kKeys, key) != kKeys.end()) {
      filter.add(key, condition.substr(equals + 1));
      continue;
    }
    auto failure =
        fail(ErrorKind::usage,
             "'" + condition + "' is no condition; write KEY=VALUE with status, owner, dialect, kind, plan or tag");
    const std::vector<std::string> known(kKeys.begin(), kKeys.end());
    for (const auto& near : nearest(key, known, 1)) failure.error().hints.push_back("did you mean '" + near + "='?");
    return failure;
  }
  return filter;
}

// A name that means this item and no other.
std::string exact_name(const Corpus& corpus, ItemKey key) {
  const std::string& path = corpus.document_of(key).path;
  return key.item == 0 ? path : path + ":" + std::to_string(corpus.item(key).line);
}

}  // namespace

Result<std::vector<std::string>> choose_names(Session& session, const Arguments& arguments,
                                              std::vector<std::string> named) {
  if (!arguments.has("where")) {
    if (named.empty()) return fail(ErrorKind::usage, "which milestone? Give its ID or path, or a filter with --where");
    return named;
  }
  if (!named.empty()) return fail(ErrorKind::usage, "an ID and --where exclude each other");
  auto filter = parse_where(arguments);
  if (!filter) return std::unexpected(std::move(filter).error());
  auto request = parse_list_request(*filter);
  if (!request) return std::unexpected(std::move(request).error());
  auto found = list(session, *request);
  if (!found) return std::unexpected(std::move(found).error());
  const Corpus& corpus = found->scan->corpus;
  std::set<std::string> files;
  for (const ItemKey key : found->items) {
    named.push_back(exact_name(corpus, key));
    files.insert(corpus.document_of(key).path);
  }
  if (named.empty()) return fail(ErrorKind::not_found, "no milestone matches; `milepost list` takes the same filters");
  if (named.size() == 1 || arguments.has("yes") || arguments.has("dry-run")) return named;
  auto failure =
      fail(ErrorKind::usage, std::to_string(named.size()) + " milestones in " + std::to_string(files.size()) +
                                 " files match; add --yes to change them all, or --dry-run to see the patch first");
  constexpr std::size_t kShown = 10;
  for (std::size_t i = 0; i < named.size() && i < kShown; ++i) failure.error().hints.push_back(named[i]);
  if (named.size() > kShown) failure.error().hints.push_back("and " + std::to_string(named.size() - kShown) + " more");
  return failure;
}

}  // namespace milepost
