// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "operations/creation_sources.h"

#include <utility>

#include "operations/chosen_item.h"
#include "operations/session.h"
#include "operations/taken_elsewhere.h"

namespace milepost {
namespace {

Result<std::optional<TemplateText>> find_own_template(const Workspace& workspace, const std::string& name) {
  const std::string path = ".milepost/templates/" + name + ".md";
  auto text = workspace.read(workspace.root() + "/" + path);
  if (text) return std::optional(TemplateText{path, std::string(text->bytes())});
  if (text.error().kind == ErrorKind::not_found) return std::optional<TemplateText>();
  return std::unexpected(std::move(text).error());
}

}  // namespace

Result<CreationSources> make_creation_sources(Session& session) {
  auto scan = session.scan();
  if (!scan) return std::unexpected(std::move(scan).error());
  const Workspace& workspace = *session.opened();
  return CreationSources{
      (*scan)->corpus,
      workspace.dialects(),
      [&workspace](const std::string& name) { return find_own_template(workspace, name); },
      [&session](const std::string& path) { return load_document(session, path); },
      [&session, &workspace](const std::string& path) {
        return session.files().stat(workspace.root() + "/" + path).has_value();
      },
      [&session](const IdSequence& row, TakenNumbers& into) { return add_taken_elsewhere(session, row, into); }};
}

}  // namespace milepost
