// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "operations/execplan/words.h"

#include <algorithm>
#include <utility>

#include "core/document/dialect_set.h"
#include "core/document/execplan/identity.h"
#include "core/document/execplan/registry.h"
#include "core/document/normalise/words.h"
#include "core/lifecycle/id_sequence.h"
#include "operations/arguments.h"
#include "operations/session.h"
#include "operations/taken_elsewhere.h"

namespace milepost::execplan {
namespace {

std::string trimmed(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(' ');
  if (begin == std::string_view::npos) return {};
  return std::string(text.substr(begin, text.find_last_not_of(' ') - begin + 1));
}

Result<void> check_line(std::string_view field, std::string_view text) {
  const bool control =
      std::ranges::any_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; });
  if (!control) return {};
  return refuse("Field '" + std::string(field) + "' must be a single-line value without control characters.");
}

}  // namespace

Result<std::string> parse_title(const Arguments& arguments) {
  if (!arguments.has("title")) return refuse("Missing argument 'TITLE'.");
  std::string title = trimmed(arguments.text("title"));
  if (auto good = check_line("title", title); !good) return std::unexpected(std::move(good).error());
  if (title.empty()) return refuse("Title is required.");
  return title;
}

Result<std::string> parse_owner(const Arguments& arguments, std::string_view otherwise) {
  std::string owner = trimmed(arguments.has("owner") ? arguments.text("owner") : otherwise);
  if (auto good = check_line("owner", owner); !good) return std::unexpected(std::move(good).error());
  if (owner.empty()) return refuse("Owner must be non-empty.");
  return owner;
}

Result<std::string> parse_slug(const Arguments& arguments, const std::string& title) {
  constexpr std::size_t kLongestSlug = 180;  // with id and ending it still is a file name
  std::string slug = make_slug(arguments.has("slug") ? std::string(arguments.text("slug")) : title);
  if (slug.empty()) return refuse("Could not derive a valid slug; provide --slug using letters/numbers.");
  if (slug.size() > kLongestSlug) {
    return refuse("The slug has " + std::to_string(slug.size()) +
                  " characters and is too long for a file name; provide a shorter one with --slug.");
  }
  return slug;
}

Result<void> check_word(std::string_view what, const std::string& word, const std::vector<std::string_view>& allowed) {
  if (std::ranges::find(allowed, word) != allowed.end()) return {};
  return refuse("Invalid " + std::string(what) + " '" + word + "'. Allowed: " + quoted_list(allowed));
}

Result<void> check_reserved(const std::string& slug) {
  if (slug == "milestones")
    return refuse("Slug 'milestones' is reserved for internal milestone namespace paths; choose a different slug.");
  if (slug != "active" && slug != "complete" && slug != "archive") return {};
  return refuse("Slug '" + slug + "' is reserved for ExecPlan directory layout roots; choose a different slug.");
}

Result<int> highest_elsewhere(Session& session, const Space& space, const std::string& pattern,
                              const std::string& owner) {
  auto workspace = session.workspace();
  if (!workspace) return std::unexpected(std::move(workspace).error());
  auto root = session.files().canonical(space.folder());
  if (!root) root = session.files().canonical(space.root());  // no plan stands here yet, but perhaps elsewhere
  if (!root) return 0;
  IdScope scope;
  if (!owner.empty()) scope.owners = {pattern.substr(0, pattern.find('/')), owner};
  const auto row = IdSequence::parse(pattern, std::move(scope));
  if (!row) return std::unexpected(row.error());
  TakenNumbers taken;
  const RowPlace place{session.files(), session.git(), *root, (*workspace)->dialects().words().ids, nullptr};
  if (auto added = add_taken_at(place, *row, taken); !added) return std::unexpected(std::move(added).error());
  return static_cast<int>(taken.highest());
}

Result<void> reserve(Session& session, const Space& space, const Arguments& arguments, const NewFile& file) {
  const Workspace* workspace = session.opened();
  const bool inside = workspace != nullptr && space.folder().starts_with(workspace->root() + "/");
  if (arguments.has("dry-run") || !inside) return {};
  return reserve_id(session, file.id, space.absolute(file.path).substr(workspace->root().size() + 1));
}

}  // namespace milepost::execplan
