// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "core/lifecycle/creation_updates.h"

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include "core/document/fold.h"
#include "core/document/normalise/identifier.h"
#include "core/document/path_parts.h"
#include "core/document/relative_link.h"
#include "core/lifecycle/document_template.h"
#include "core/lifecycle/plan_edits.h"
#include "core/text/inline.h"

namespace milepost {
namespace {

using Cells = std::vector<std::pair<std::string, std::string>>;

// The table that lists what is new: it has a column for milestones and none for tasks.
struct IndexTable {
  std::vector<std::string> roles;  // of its columns
};

IndexTable find_index_table(const ParsedDocument& parsed) {
  const std::string_view bytes = parsed.source.bytes();
  std::string buffer;
  for (const Block& block : parsed.markdown.blocks) {
    if (block.kind != BlockKind::table_row || (block.flags & kHeaderRow) == 0) continue;
    IndexTable table;
    for (std::uint32_t i = 0; i < block.cells_count; ++i) {
      const ByteRange cell = parsed.markdown.cells[block.cells_begin + i];
      const std::string header = plain_cell_text(bytes.substr(cell.begin, cell.size()));
      const auto role = parsed.dialect->columns.find(fold_words(header, buffer));
      table.roles.push_back(role == parsed.dialect->columns.end() ? "" : role->second);
    }
    const auto has = [&](std::string_view role) { return std::ranges::find(table.roles, role) != table.roles.end(); };
    if (!has("milestone") || has("task") || has("risk")) continue;
    return table;
  }
  return {};
}

class ParentUpdater {
 public:
  ParentUpdater(const UpdateSources& from, PlannedCreation& into) : from_(from), into_(into) {}

  Result<void> run() {
    const bool has_index = from_.place.parent && from_.place.creation.kind != ItemKind::task;
    if (has_index)
      if (auto done = update_index(from_.sources.corpus.document_of(*from_.place.parent).path); !done) return done;
    const std::string manifest = find_manifest();
    if (!manifest.empty()) {
      if (auto done = update_manifest(manifest); !done) return done;
      if (!has_index && from_.place.creation.kind == ItemKind::milestone)
        if (auto done = update_index(manifest); !done) return done;
    }
    for (auto& [path, requests] : requests_)
      if (auto done = add(path, requests); !done) return done;
    return {};
  }

 private:
  std::vector<EditRequest>& requests_for(const std::string& path) {
    for (auto& [known, requests] : requests_)
      if (known == path) return requests;
    return requests_.emplace_back(path, std::vector<EditRequest>{}).second;
  }

  Result<void> update_index(const std::string& path) {
    auto parsed = from_.sources.read(path);
    if (!parsed) return std::unexpected(std::move(parsed).error());
    if (!parsed->dialect) return {};
    const IndexTable table = find_index_table(*parsed);
    if (table.roles.empty()) return {};
    requests_for(path).push_back(AddRow{"milestone", cells_of(path, table.roles)});
    return {};
  }

  [[nodiscard]] Cells cells_of(const std::string& path, const std::vector<std::string>& roles) const {
    const auto has = [&](std::string_view role) { return std::ranges::find(roles, role) != roles.end(); };
    const std::string link = to_link_destination(path_from(path, from_.names.path));
    const std::string& title = from_.request.title;
    const std::string name = has("id") || from_.names.id.empty() ? title : from_.names.id + ": " + title;
    Cells cells;
    const auto put = [&](const char* role, std::string value) {
      if (has(role) && !value.empty()) cells.emplace_back(role, std::move(value));
    };
    put("id", from_.names.id);
    put("milestone", has("document") ? to_markdown_text(name) : "[" + to_markdown_text(name) + "](" + link + ")");
    put("title", to_markdown_text(title));
    put("document", "[" + std::string(file_name_of(from_.names.path)) + "](" + link + ")");
    put("status", from_.status);
    put("owner", field("owner"));
    put("start", field("start"));
    put("due", field("target"));
    put("target", field("target"));
    put("progress", "0 %");
    return cells;
  }

  [[nodiscard]] std::string field(const std::string& name) const {
    const auto found = from_.request.fields.find(name);
    return found == from_.request.fields.end() ? "" : found->second;
  }

  // The manifest of a numbered tree: the overview that states which milestone is the current one.
  [[nodiscard]] std::string find_manifest() const {
    if (from_.place.dialect->name != "simone") return {};
    for (const DocumentSummary& document : from_.sources.corpus.documents()) {
      const bool is_manifest = equals_ignoring_case(file_name_of(document.path), "00_project_manifest.md");
      if (is_manifest && document.dialect == "simone" && folder_of(document.path) == from_.place.scope)
        return document.path;
    }
    return {};
  }

  Result<void> update_manifest(const std::string& path) {
    auto parsed = from_.sources.read(path);
    if (!parsed) return std::unexpected(std::move(parsed).error());
    const auto key = [&](std::string_view name) -> std::optional<std::string> {
      const YamlNode* node = parsed->front_matter.find(name);
      return node == nullptr || node->kind == YamlKind::sequence || node->kind == YamlKind::mapping
                 ? std::nullopt
                 : std::optional(node->value);
    };
    const auto set = [&](std::string_view name, const std::string& value) {
      if (const auto now = key(name); now && *now != value)
        requests_for(path).push_back(SetField{"key:" + std::string(name), value, {}});
    };
    const std::string current = key("current_milestone_id").value_or("");
    if (from_.place.creation.kind == ItemKind::milestone && current.empty())
      set("current_milestone_id", from_.names.id);
    const bool of_current = fold_identifier(current) == fold_identifier(from_.names.values.plan);
    if (from_.place.creation.kind == ItemKind::sprint && of_current) set("highest_sprint_in_milestone", from_.names.id);
    return {};
  }

  Result<void> add(const std::string& path, std::vector<EditRequest>& requests) {
    auto parsed = from_.sources.read(path);
    if (!parsed) return std::unexpected(std::move(parsed).error());
    const bool is_dated = std::ranges::any_of(
        parsed->document.fields, [](const FieldValue& field) { return field.role == "updated" && !field.placeholder; });
    if (is_dated) requests.push_back(SetField{"updated", to_string(from_.request.date), {}});
    auto planned = plan_edits({*parsed, from_.sources.dialects.words(), 0}, requests);
    if (!planned) {
      Error error = std::move(planned).error();
      error.frames.push_back("while adding the new document to " + path);
      return std::unexpected(std::move(error));
    }
    into_.remarks.insert(into_.remarks.end(), planned->remarks.begin(), planned->remarks.end());
    if (planned->edits.empty()) return {};
    FileChange change;
    change.path = path;
    change.revision = parsed->document.revision;
    change.edits = std::move(planned->edits);
    change.intended = std::move(planned->intended);
    into_.plan.files.push_back(std::move(change));
    return {};
  }

  const UpdateSources& from_;
  PlannedCreation& into_;
  std::vector<std::pair<std::string, std::vector<EditRequest>>> requests_;
};

}  // namespace

Result<void> add_parent_updates(const UpdateSources& from, PlannedCreation& into) {
  return ParentUpdater(from, into).run();
}

}  // namespace milepost
