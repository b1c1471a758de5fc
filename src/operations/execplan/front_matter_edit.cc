// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "operations/execplan/front_matter_edit.h"

#include "core/document/parsed_document.h"
#include "core/document/revision.h"
#include "core/lifecycle/plan_edits.h"

namespace milepost::execplan {

Result<std::string> edit_front_matter(const Space& space, const SourceFile& file,
                                      const std::vector<std::pair<std::string, std::string>>& values,
                                      PlannedChange& into) {
  auto dialects = DialectSet::built_in();
  if (!dialects) return std::unexpected(std::move(dialects).error());
  DocumentReader reader(*dialects);
  const std::string path = space.to_base(file.path);
  const ParsedDocument document = parse_document(reader, path, file.bytes);
  std::vector<EditRequest> requests;
  for (const auto& [key, value] : values) requests.emplace_back(SetField{"key:" + key, value});
  auto edits = plan_edits({document, dialects->words(), 0}, requests);
  if (!edits) return refuse(space.absolute(file.path) + ": " + edits.error().message);
  auto after = apply_edits(file.bytes, edits->edits);
  if (!after) return after;
  FileChange change;
  change.path = path;
  change.revision = revision_of(file.bytes);
  change.edits = std::move(edits->edits);
  change.intended = std::move(edits->intended);
  into.plan.files.push_back(std::move(change));
  return after;
}

}  // namespace milepost::execplan
