// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "operations/rename.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "core/document/execplan/identity.h"
#include "core/document/life.h"
#include "core/document/path_parts.h"
#include "core/lifecycle/slug.h"
#include "operations/arguments.h"
#include "operations/edit_item.h"
#include "operations/execplan/registry_follow.h"
#include "operations/invoke_change.h"
#include "operations/move_documents.h"
#include "operations/parent_rows.h"
#include "operations/session.h"

namespace milepost {
namespace {

constexpr std::array kParameters = with_change_parameters(std::array{
    kItemParameter,
    Parameter{.name = "title",
              .kind = ParameterKind::text,
              .value_name = "TITLE",
              .summary = "the new title",
              .positional = true,
              .required = true},
    Parameter{.name = "stay", .kind = ParameterKind::flag, .summary = "leave the name of the file as it is"}});
constexpr std::array kExamples{
    Example{"milepost rename M3 \"Harbour crane\"", "the title, the file's name and every link to it"},
    Example{"milepost rename M3 \"Harbour crane\" --stay -n", "what would change, the file's name left alone"}};

std::string lower(std::string_view text) {
  std::string out(text);
  std::ranges::transform(out, out.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return out;
}

bool has_capital(std::string_view text) {
  return std::ranges::any_of(text, [](char c) { return c >= 'A' && c <= 'Z'; });
}

// The slug in the spelling of the one that it replaces: user-login, User_Login, USER_LOGIN, user_login.
std::string in_style_of(std::string_view old, const std::string& slug) {
  const bool underscores = old.find('_') != std::string_view::npos;
  const bool all_capitals = has_capital(old) && std::ranges::none_of(old, [](char c) { return c >= 'a' && c <= 'z'; });
  if (all_capitals) return to_upper_case(slug);
  if (has_capital(old)) return to_title_case(slug);
  return underscores ? to_underscores(slug) : slug;
}

// The file's path with the slug of the new title; nothing when its name does not end with that of the old one.
std::optional<std::string> renamed_path(const ChosenItem& chosen, const std::string& old_title,
                                        const std::string& title) {
  const bool ascii = chosen.document.dialect->life.ascii_slugs;
  const auto slug_of = [ascii](const std::string& text) { return ascii ? execplan::make_slug(text) : make_slug(text); };
  const std::string slug = slug_of(title);
  const std::string old_slug = slug_of(old_title);
  const std::string_view stem = stem_of(chosen.path());
  if (slug.empty() || old_slug.empty() || stem.size() < old_slug.size()) return std::nullopt;
  const std::string_view tail = stem.substr(stem.size() - old_slug.size());
  const std::string_view head = stem.substr(0, stem.size() - tail.size());
  std::string comparable = lower(tail);
  std::ranges::replace(comparable, '_', '-');
  std::string wanted = lower(old_slug);
  std::ranges::replace(wanted, '_', '-');
  const bool at_word = head.empty() || std::string_view("-_. ").find(head.back()) != std::string_view::npos;
  if (comparable != wanted || !at_word) return std::nullopt;
  const std::string_view folder = folder_of(chosen.path());
  const std::string_view name = file_name_of(chosen.path());
  std::string path = folder.empty() ? std::string() : std::string(folder) + "/";
  path.append(head).append(in_style_of(tail, slug)).append(name.substr(stem.size()));
  return path;
}

// What the plan has to do in other files: the index row, the file's name, links, registry.
Result<void> add_followers(Session& session, const ChosenItem& chosen, const std::string& old_title,
                           const std::string& title, bool stays, PlannedChange& into) {
  if (auto added = add_parent_title(session, chosen, old_title, title, into); !added) return added;
  std::vector<PathMove> moves;
  if (chosen.item == 0 && !stays) {
    if (auto path = renamed_path(chosen, old_title, title); path && *path != chosen.path())
      moves.push_back({chosen.path(), std::move(*path)});
  }
  if (auto added = add_moves(session, moves, into); !added) return added;
  return execplan::follow_registry(session, into);
}

Result<PlannedChange> plan_rename(Session& session, const std::string& name, const std::string& title, bool stays) {
  auto chosen = choose_item(session, name);
  if (!chosen) return std::unexpected(std::move(chosen).error());
  const Item& item = chosen->stated();
  PlannedChange planned;
  planned.plan.summary = "rename " + name;
  const std::string old_title = item.title ? item.title->value : std::string();
  auto added = add_item_edits(session, *chosen, {SetField{"title", title}}, Touch::bump_updated, planned);
  if (!added) return std::unexpected(std::move(added).error());
  if (planned.plan.empty()) return planned;
  planned.lines.push_back((*session.scan())->corpus.name_of(chosen->key) + " is called '" + title + "'");
  if (old_title.empty()) return planned;
  if (auto followed = add_followers(session, *chosen, old_title, title, stays, planned); !followed)
    return std::unexpected(std::move(followed).error());
  return planned;
}

}  // namespace

constinit const Operation kRenameOperation{
    .name = "rename",
    .command = "rename",
    .group = "Life of a milestone",
    .summary = "give it another title",
    .description =
        "Writes the new title wherever the document states it. Where the file is named after its title, the file gets "
        "a\n"
        "new name in the same spelling, and every link, index row and registry entry follows. The id stays.",
    .parameters = kParameters,
    .examples = kExamples,
    .exit_codes = kChangeExitCodes,
    .effect = Effect::moves,
    .data_schema = kChangeSchema,
    .invoke = invoke_change<kRenameOperation, rename_item>};

Result<ChangeAnswer> rename_item(Session& session, const Arguments& arguments) {
  if (auto good = check_arguments(kRenameOperation, arguments); !good) return std::unexpected(std::move(good).error());
  auto options = parse_change_options(arguments);
  if (!options) return std::unexpected(std::move(options).error());
  auto title = check_title(arguments.text("title"));
  if (!title) return std::unexpected(std::move(title).error());
  const std::string name(arguments.text("id"));
  return carry_out(session, *options,
                   [&](Session& now) { return plan_rename(now, name, *title, arguments.has("stay")); });
}

}  // namespace milepost
