// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "operations/move_item.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "core/document/normalise/identifier.h"
#include "core/document/path_parts.h"
#include "core/document/relative_link.h"
#include "core/lifecycle/creation_names.h"
#include "core/lifecycle/creation_updates.h"
#include "core/lifecycle/document_template.h"
#include "core/lifecycle/neighbours.h"
#include "operations/arguments.h"
#include "operations/creation_sources.h"
#include "operations/edit_item.h"
#include "operations/execplan/registry_follow.h"
#include "operations/invoke_change.h"
#include "operations/move_documents.h"
#include "operations/new_id.h"
#include "operations/session.h"
#include "operations/taken_elsewhere.h"

namespace milepost {
namespace {

constexpr auto kParameters = with_change_parameters(
    std::array{kItemParameter, Parameter{.name = "plan",
                                         .kind = ParameterKind::text,
                                         .value_name = "ID",
                                         .summary = "what it is to belong to: a plan, overview, milestone or sprint",
                                         .values = Values::ids,
                                         .letter = 'p',
                                         .required = true}});
constexpr std::array kExamples{
    Example{"milepost move EP-20260117-014/MS003 --plan EP-20260201-001", "it gets the next number there"},
    Example{"milepost move T03_S02 --plan S03 --dry-run", "the patch, without writing it"}};

std::string join(std::string_view folder, std::string_view name) {
  return folder.empty() ? std::string(name) : std::string(folder) + "/" + std::string(name);
}

class ItemMover {
 public:
  ItemMover(Session& session, ChosenItem chosen, const CreationSources& sources, bool is_real)
      : session_(session), chosen_(std::move(chosen)), sources_(sources), corpus_(sources.corpus), is_real_(is_real) {}

  Result<PlannedChange> run(const std::string& plan) {
    using Part = Result<void> (ItemMover::*)();
    if (auto done = find_place(plan); !done) return std::unexpected(std::move(done).error());
    if (old_parent_ && *old_parent_ == *place_.parent) {
      planned_.remarks.push_back(corpus_.name_of(chosen_.key) + " belongs to " + corpus_.name_of(*place_.parent) +
                                 " already; nothing was changed");
      return std::move(planned_);
    }
    for (const Part part : {&ItemMover::choose_id, &ItemMover::choose_path, &ItemMover::rename_mentions,
                            &ItemMover::edit_own, &ItemMover::leave_old_index, &ItemMover::join_new_index})
      if (auto done = (this->*part)(); !done) return std::unexpected(std::move(done).error());
    const std::string id = new_id_.empty() ? corpus_.name_of(chosen_.key) : new_id_;
    planned_.plan.summary = "move " + corpus_.name_of(chosen_.key) + " to " + corpus_.name_of(*place_.parent);
    planned_.lines = {corpus_.name_of(chosen_.key) + " belongs to " + corpus_.name_of(*place_.parent) + " now" +
                      (new_id_.empty() ? "" : " and is " + new_id_)};
    if (auto done = add_moves(session_, moves_, planned_); !done) return std::unexpected(std::move(done).error());
    if (auto done = execplan::follow_registry(session_, planned_); !done)
      return std::unexpected(std::move(done).error());
    return std::move(planned_);
  }

 private:
  [[nodiscard]] const Item& item() const { return chosen_.stated(); }

  // The family's own word on what may belong to what; a parent that is over takes nothing.
  Result<void> find_place(const std::string& plan) {
    const std::string name = corpus_.name_of(chosen_.key);
    if (chosen_.item != 0)
      return fail(ErrorKind::usage, name + " is a heading of " + chosen_.path() +
                                        "; only what has a file of its own can move. `milepost edit` opens the file");
    if (is_in_finished_folder(chosen_.path())) {
      auto failure = fail(ErrorKind::refused, name + " stands in a folder for what is over, and stays with its plan");
      failure.error().hints.emplace_back("`milepost reopen` or `milepost unarchive` brings it back first");
      return failure;
    }
    old_parent_ = corpus_.links(chosen_.key).parent;
    request_.title = item().title ? item().title->value : std::string(stem_of(chosen_.path()));
    request_.dialect = corpus_.document_of(chosen_.key).dialect;
    request_.kind = item().kind;
    request_.parent = plan;
    request_.folder = folder_of(chosen_.path());
    auto place = choose_creation_place(request_, sources_);
    if (!place) return std::unexpected(std::move(place).error());
    place_ = std::move(*place);
    if (place_.host)
      return fail(ErrorKind::usage, corpus_.name_of(*place_.parent) + " holds its milestones as headings of " +
                                        corpus_.document_of(*place_.parent).path + " and takes no file");
    if (*place_.parent == chosen_.key) return fail(ErrorKind::usage, name + " can not belong to itself");
    return {};
  }

  // Its own number when that is free there, else the next one.
  Result<void> choose_id() {
    if (!item().id) return {};
    const bool names_plan = place_.creation.id.find("{plan}") != std::string::npos;
    if (!names_plan && !(place_.creation.beside_parent && is_taken_there())) return {};
    request_.number = own_number();
    auto names = choose_creation_names(request_, place_, sources_);
    if (!names && names.error().kind == ErrorKind::usage && request_.number) {
      request_.number.reset();
      names = choose_creation_names(request_, place_, sources_);
    }
    if (!names) return std::unexpected(std::move(names).error());
    new_id_ = names->id;
    if (!is_real_) return {};
    return reserve_id(session_, new_id_, names->path);
  }

  [[nodiscard]] std::optional<std::uint32_t> own_number() const {
    const std::string& id = item().id->value;
    const std::size_t joint = id.find('_');  // "T02_S03"
    const std::string_view counted = std::string_view(id).substr(0, joint);
    const std::size_t last = counted.find_last_of("0123456789");
    if (last == std::string_view::npos) return std::nullopt;
    std::size_t first = last;
    while (first > 0 && counted[first - 1] >= '0' && counted[first - 1] <= '9') --first;
    std::uint32_t number = 0;
    for (std::size_t i = first; i <= last && number < 100'000; ++i)
      number = number * 10 + static_cast<std::uint32_t>(counted[i] - '0');
    return number;
  }

  [[nodiscard]] bool is_taken_there() const {
    const std::string id = fold_identifier(item().id->value);
    const std::string folder(folder_of(corpus_.document_of(*place_.parent).path));
    return std::ranges::any_of(corpus_.documents(), [&](const DocumentSummary& document) {
      return folder_of(document.path) == folder && !document.items.empty() && document.items.front().id &&
             fold_identifier(document.items.front().id->value) == id;
    });
  }

  // Beside the parent where the family keeps it so; a folder of its own follows in its name; else it stays.
  Result<void> choose_path() {
    new_path_ = chosen_.path();
    if (place_.creation.beside_parent) {
      const std::string home(folder_of(corpus_.document_of(*place_.parent).path));
      new_path_ = join(join(home, place_.creation.folder), file_name_of(chosen_.path()));
      if (place_.creation.folder.empty()) new_path_ = join(home, file_name_of(chosen_.path()));
      return {};
    }
    if (!old_parent_ || place_.creation.folder.find("{plan}") == std::string::npos) return {};
    const auto& was = corpus_.item(*old_parent_).id;
    const auto& is = corpus_.item(*place_.parent).id;
    const std::string folder(folder_of(chosen_.path()));
    const std::size_t at = was ? file_name_of(folder).find(was->value) : std::string_view::npos;
    if (at == std::string_view::npos || !is) return {};
    std::string name(file_name_of(folder));
    old_folder_name_ = name;
    name.replace(at, was->value.size(), is->value);
    new_folder_name_ = name;
    moves_.push_back({folder, join(folder_of(folder), name)});
    new_path_ = join(moves_.back().to, file_name_of(chosen_.path()));
    return {};
  }

  // Where the id changes, every mention of it does, and the names of files that bear it.
  Result<void> rename_mentions() {
    if (new_id_.empty() || new_id_ == item().id->value) {
      add_own_move(std::string(file_name_of(new_path_)));
      return {};
    }
    auto renamed = plan_new_id(session_, chosen_, new_id_);
    if (!renamed) return std::unexpected(std::move(renamed).error());
    std::string name(file_name_of(new_path_));
    for (PathMove& move : renamed->moves) {
      if (move.from == chosen_.path())
        name = file_name_of(move.to);
      else
        moves_.push_back(std::move(move));
    }
    for (FileChange& change : renamed->files) {
      change.intended = {{"mention", new_id_}};
      planned_.plan.files.push_back(std::move(change));
    }
    name = with_new_plan(std::move(name));
    for (const Mention& mention : renamed->left)
      planned_.remarks.push_back(mention.path + ":" + std::to_string(mention.line) + ": '" + mention.text +
                                 "' could mean another one and was left");
    add_own_move(name);
    return {};
  }

  // "EP-20260101-001_MS001_gauge.md": the plan's own id in the name.
  [[nodiscard]] std::string with_new_plan(std::string name) const {
    if (!old_parent_) return name;
    const auto& was = corpus_.item(*old_parent_).id;
    const auto& is = corpus_.item(*place_.parent).id;
    const std::size_t at = was && is ? name.find(was->value) : std::string::npos;
    return at == std::string::npos ? name : name.replace(at, was->value.size(), is->value);
  }

  void add_own_move(const std::string& name) {
    const bool goes_with_folder = !new_folder_name_.empty();
    new_path_ = join(folder_of(new_path_), name);
    if (!goes_with_folder && new_path_ != chosen_.path()) moves_.push_back({chosen_.path(), new_path_});
  }

  // What the document says of its parent, wherever it says it; the day of the last update.
  Result<void> edit_own() {
    std::vector<EditRequest> requests;
    for (const FieldValue& field : chosen_.document.document.fields) {
      if (field.placeholder || field.label.empty()) continue;
      const bool in_front = field.carrier == Carrier::front_matter;
      const std::string name = (in_front ? "key:" : "label:") + field.label;
      if (in_front && !old_folder_name_.empty() && field.text == old_folder_name_)
        requests.emplace_back(SetField{name, new_folder_name_});
      else if (field.role == "parent" && means_old_parent(field))
        requests.emplace_back(SetField{name, parent_as_in(field)});
    }
    if (requests.empty()) return {};
    PlannedChange own;
    if (auto added = add_item_edits(session_, chosen_, std::move(requests), Touch::bump_updated, own); !added)
      return added;
    planned_.remarks.insert(planned_.remarks.end(), own.remarks.begin(), own.remarks.end());
    merge(std::move(own.plan.files));
    return {};
  }

  [[nodiscard]] bool means_old_parent(const FieldValue& field) const {
    if (!old_parent_) return true;
    const Item& parent = corpus_.item(*old_parent_);
    const std::string written(chosen_.document.source.slice(field.where));
    if (written.find("](") != std::string::npos)
      return written.find(file_name_of(corpus_.document_of(*old_parent_).path)) != std::string::npos;
    if (parent.id && fold_identifier(field.text) == fold_identifier(parent.id->value)) return true;
    return parent.title && field.text == parent.title->value;
  }

  [[nodiscard]] std::string parent_as_in(const FieldValue& field) const {
    const Item& parent = corpus_.item(*place_.parent);
    const std::string& path = corpus_.document_of(*place_.parent).path;
    const std::string title = parent.title ? parent.title->value : std::string(stem_of(path));
    const bool is_link = chosen_.document.source.slice(field.where).find("](") != std::string_view::npos;
    if (is_link) return "[" + to_markdown_text(title) + "](" + to_link_destination(path_from(new_path_, path)) + ")";
    return parent.id ? parent.id->value : title;
  }

  // The row of the old index goes; what is no row of a table is named.
  Result<void> leave_old_index() {
    if (!old_parent_ || old_parent_->document == chosen_.key.document) return {};
    const std::string& path = corpus_.document_of(*old_parent_).path;
    std::vector<std::uint32_t> lines;
    for (const Reference& row : corpus_.item(*old_parent_).children) {
      const bool by_path = !row.path.empty() && row.path == chosen_.path();
      const bool by_id =
          row.path.empty() && item().id && fold_identifier(row.text) == fold_identifier(item().id->value);
      if ((by_path || by_id) && row.line != 0 && std::ranges::find(lines, row.line) == lines.end())
        lines.push_back(row.line);
    }
    if (lines.empty()) return {};
    auto document = load_document(session_, path);
    if (!document) return std::unexpected(std::move(document).error());
    FileChange change;
    change.path = path;
    change.revision = document->document.revision;
    for (const std::uint32_t line : lines) {
      const ByteRange where = row_at(*document, line);
      if (where.empty()) {
        planned_.remarks.push_back(path + ":" + std::to_string(line) + ": still names it; this is no row of a table");
        continue;
      }
      change.edits.push_back({where, ""});
      change.intended.push_back({"lost_row", "", line, old_parent_->item});
    }
    if (change.edits.empty()) return {};
    return replace_mentions(std::move(change));
  }

  // The whole line of a table's row, with its ending; empty when it is none.
  static ByteRange row_at(const ParsedDocument& document, std::uint32_t line) {
    for (const Block& block : document.markdown.blocks) {
      const bool is_row = block.kind == BlockKind::table_row && (block.flags & kHeaderRow) == 0;
      if (!is_row || document.source.position(block.range.begin).line != line) continue;
      const std::string_view bytes = document.source.bytes();
      const std::size_t before =
          block.range.begin == 0 ? std::string_view::npos : bytes.rfind('\n', block.range.begin - 1);
      const std::size_t end = bytes.find('\n', block.range.begin);
      if (end == std::string_view::npos) return {};
      return {static_cast<ByteOffset>(before + 1), static_cast<ByteOffset>(end + 1)};
    }
    return {};
  }

  // Edits of a row and of ids can not be proven together, so other mentions of that file are named and stay.
  Result<void> replace_mentions(FileChange change) {
    const auto other = std::ranges::find(planned_.plan.files, change.path, &FileChange::path);
    if (other == planned_.plan.files.end()) {
      planned_.plan.files.push_back(std::move(change));
      return {};
    }
    const bool renames = std::ranges::any_of(other->intended, [](const auto& one) { return one.what == "mention"; });
    if (!renames) {
      merge({std::move(change)});
      return {};
    }
    auto document = load_document(session_, change.path);
    if (!document) return std::unexpected(std::move(document).error());
    for (const TextEdit& edit : other->edits) {
      const bool goes = std::ranges::any_of(change.edits, [&](const TextEdit& row) {
        return row.range.begin <= edit.range.begin && edit.range.end <= row.range.end;
      });
      if (!goes)
        planned_.remarks.push_back(change.path + ":" +
                                   std::to_string(document->source.position(edit.range.begin).line) + ": '" +
                                   std::string(document->source.slice(edit.range)) + "' is its old id and was left");
    }
    *other = std::move(change);
    return {};
  }

  // A row in the index of the new parent, as `new` writes it.
  Result<void> join_new_index() {
    CreationNames names;
    names.path = new_path_;
    names.id = new_id_.empty() ? (item().id ? item().id->value : "") : new_id_;
    names.folder = folder_of(new_path_);
    if (item().owner) request_.fields["owner"] = item().owner->value;
    if (item().target) request_.fields["target"] = to_string(item().target->value);
    PlannedCreation added;
    const std::string status = item().status ? item().status->value.text : std::string();
    if (auto done = add_parent_updates({request_, place_, names, sources_, status}, added); !done) return done;
    planned_.remarks.insert(planned_.remarks.end(), added.remarks.begin(), added.remarks.end());
    for (FileChange& change : added.plan.files)
      if (auto done = replace_mentions(std::move(change)); !done) return done;
    return {};
  }

  void merge(std::vector<FileChange> files) {
    for (FileChange& change : files) {
      const auto same = std::ranges::find(planned_.plan.files, change.path, &FileChange::path);
      if (same == planned_.plan.files.end()) {
        planned_.plan.files.push_back(std::move(change));
        continue;
      }
      for (TextEdit& edit : change.edits) {
        const auto meets = [&](const TextEdit& other) {
          return other.range.begin < edit.range.end && edit.range.begin < other.range.end;
        };
        std::erase_if(same->edits, meets);
        same->edits.push_back(std::move(edit));
      }
      same->intended.insert(same->intended.end(), change.intended.begin(), change.intended.end());
    }
  }

  Session& session_;
  ChosenItem chosen_;
  const CreationSources& sources_;
  const Corpus& corpus_;
  bool is_real_ = false;
  CreationRequest request_{session_.today()};
  CreationPlace place_;
  std::optional<ItemKey> old_parent_;
  std::string new_id_;  // "" : it keeps its own
  std::string new_path_;
  std::string old_folder_name_;
  std::string new_folder_name_;
  std::vector<PathMove> moves_;
  PlannedChange planned_;
};

Result<PlannedChange> plan_move(Session& session, const Arguments& arguments, bool is_real) {
  auto chosen = choose_item(session, arguments.text("id"));
  if (!chosen) return std::unexpected(std::move(chosen).error());
  const auto sources = make_creation_sources(session);
  if (!sources) return std::unexpected(sources.error());
  return ItemMover(session, std::move(*chosen), *sources, is_real).run(std::string(arguments.text("plan")));
}

}  // namespace

constinit const Operation kMoveOperation{
    .name = "move",
    .command = "move",
    .group = "Life of a milestone",
    .summary = "give it to another plan",
    .description =
        "Moves a milestone, task or sprint to another plan: its file goes where the family keeps what belongs to that "
        "plan,\n"
        "with the next free id there when the id names the plan. What it says of its parent, the rows of both indexes, "
        "links,\n"
        "mentions and the registry follow in the same change.",
    .parameters = kParameters,
    .examples = kExamples,
    .exit_codes = kChangeExitCodes,
    .effect = Effect::moves,
    .data_schema = kChangeSchema,
    .invoke = invoke_change<kMoveOperation, move_item>};

Result<ChangeAnswer> move_item(Session& session, const Arguments& arguments) {
  if (auto good = check_arguments(kMoveOperation, arguments); !good) return std::unexpected(std::move(good).error());
  auto options = parse_change_options(arguments);
  if (!options) return std::unexpected(std::move(options).error());
  options->planning = Planning::locked;  // an id may be taken
  return carry_out(session, *options, [&](Session& now) { return plan_move(now, arguments, !options->dry_run); });
}

}  // namespace milepost
