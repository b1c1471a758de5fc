// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// show: everything that is known of one item, read anew from its document: fields, sections, records, dependencies,
// children, why the document was taken for its dialect, and what was not understood. A path that no scan recognised can
// be shown too: the answer then says why it was not.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/document/corpus.h"
#include "core/document/document.h"
#include "core/text/source_text.h"
#include "operations/operation.h"
#include "workspace/workspace.h"

namespace milepost {

struct ShowRequest {
  std::string what;     // an id, a short form of one, a path, path:line
  std::string section;  // show the text of this section only; "" for the overview
  bool why = false;
  bool provenance = false;
};

struct ShowAnswer {
  const ScanResult* scan = nullptr;  // borrows from the session
  std::optional<ItemKey> key;        // absent: the document is none that is recognised
  SourceText source{std::string()};
  Document document;
  // Indices into document.sections and document.records of what belongs to the item.
  std::vector<std::size_t> sections;
  std::vector<std::size_t> records;
  std::optional<std::size_t> section;  // the one that was asked for
};

[[nodiscard]] Result<ShowRequest> parse_show_request(const Arguments& arguments);
[[nodiscard]] Result<ShowAnswer> show(Session& session, const ShowRequest& request);
[[nodiscard]] Result<JsonText> invoke_show(Session& session, const Arguments& arguments);

// A stated prerequisite beside the item that it means, if there is one.
struct ResolvedDependency {
  const Reference* stated = nullptr;
  std::optional<ItemKey> key;
};
[[nodiscard]] std::vector<ResolvedDependency> resolve_dependencies(const Corpus& corpus, ItemKey key);

extern const Operation kShowOperation;

}  // namespace milepost
