// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "core/lifecycle/creation_names.h"

#include <algorithm>
#include <array>
#include <utility>

#include "core/document/execplan/identity.h"
#include "core/document/normalise/words.h"
#include "core/document/path_parts.h"
#include "core/lifecycle/next_number.h"
#include "core/lifecycle/slug.h"

namespace milepost {
namespace {

Error trouble(ErrorKind kind, std::string message, std::string hint) {
  return {kind, std::move(message), std::nullopt, {}, {std::move(hint)}};
}

std::string join(std::string_view folder, std::string_view name) {
  if (folder.empty()) return std::string(name);
  return name.empty() ? std::string(folder) : std::string(folder) + "/" + std::string(name);
}

// "visualflow-" of "visualflow-milestones-overview.md": what documents of that series begin with.
std::string series_of(std::string_view path) {
  const std::string_view stem = stem_of(path);
  const std::size_t at = stem.find("milestone");
  return at == std::string_view::npos ? "" : std::string(stem.substr(0, at));
}

class NameChooser {
 public:
  NameChooser(const CreationRequest& request, const CreationPlace& place, const CreationSources& sources)
      : request_(request), place_(place), creation_(place.creation), sources_(sources), corpus_(sources.corpus) {}

  Result<CreationNames> run() {
    using Part = Result<void> (NameChooser::*)();
    for (const Part part : {&NameChooser::parent, &NameChooser::slug, &NameChooser::number, &NameChooser::id})
      if (auto done = (this->*part)(); !done) return std::unexpected(std::move(done).error());
    if (place_.host) return std::move(names_);
    if (auto done = path(); !done) return std::unexpected(std::move(done).error());
    return std::move(names_);
  }

 private:
  [[nodiscard]] bool uses(std::string_view variable) const {
    for (const std::string* pattern : {&creation_.id, &creation_.folder, &creation_.file_name})
      if (pattern->find(variable) != std::string::npos) return true;
    return false;
  }

  Result<void> parent() {
    names_.values.date = request_.date;
    if (!place_.parent) return {};
    const Item& item = corpus_.item(*place_.parent);
    if (item.id) names_.values.plan = item.id->value;
    names_.values.plan_slug = series_of(corpus_.document_of(*place_.parent).path);
    if (uses("{plan}") && !item.id)
      return std::unexpected(trouble(
          ErrorKind::usage,
          corpus_.name_of(*place_.parent) + " has no id, which a new " + to_string(creation_.kind) + " is named by",
          "give it one first, or give the new one with --id"));
    return {};
  }

  Result<void> slug() {
    static constexpr std::array<std::string_view, 4> kReserved{"active", "complete", "archive", "milestones"};
    const bool ascii = place_.dialect->life.ascii_slugs;
    const std::string& source = request_.slug.empty() ? request_.title : request_.slug;
    names_.values.slug = ascii ? execplan::make_slug(source) : make_slug(source);
    const bool needed = !place_.host && (uses("{slug") || uses("{Slug}") || uses("{SLUG}"));
    if (!needed) return {};
    if (names_.values.slug.empty())
      return std::unexpected(trouble(
          ErrorKind::usage, "no file name can be made of '" + source + "'",
          ascii ? "give one of letters a-z and digits with --slug" : "give one of letters and digits with --slug"));
    if (ascii && creation_.kind == ItemKind::plan &&
        std::ranges::find(kReserved, std::string_view(names_.values.slug)) != kReserved.end())
      return std::unexpected(trouble(ErrorKind::usage,
                                     "'" + names_.values.slug + "' is the name of a folder of the layout",
                                     "give another one with --slug"));
    return {};
  }

  // The row that the new id is the next of: the pattern with everything filled in but the number. Where ids show in
  // file names only, the row is that of the names.
  [[nodiscard]] Result<std::optional<IdSequence>> sequence() const {
    const bool by_id = creation_.id.find("{number") != std::string::npos;
    const std::string& pattern = by_id ? creation_.id : creation_.file_name;
    const std::size_t at = pattern.find("{number");
    if (at == std::string::npos) return std::optional<IdSequence>();
    NameValues values = names_.values;
    values.number.reset();
    const std::size_t end = by_id ? pattern.size() : pattern.find('}', at) + 1;
    auto filled = fill_pattern(std::string_view(pattern).substr(0, end), values);
    if (!filled) return std::unexpected(std::move(filled).error());
    IdScope scope;
    scope.folder = place_.host ? std::string(folder_of(corpus_.documents()[*place_.host].path)) : place_.scope;
    if (place_.parent && creation_.id.find('/') != std::string::npos) {
      // The plan may lie elsewhere on another branch, but not outside of its family.
      const std::string& path = corpus_.document_of(*place_.parent).path;
      const std::string& home = place_.dialect->life.root;
      const std::size_t at_home = home.empty() ? std::string::npos : path.find(home + "/");
      scope.folder = at_home == std::string::npos ? std::string() : path.substr(0, at_home + home.size());
      scope.owners = {names_.values.plan,
                      std::string(file_name_of(folder_of(corpus_.document_of(*place_.parent).path)))};
    }
    auto sequence = IdSequence::parse(*filled, std::move(scope));
    if (!sequence) return std::unexpected(std::move(sequence).error());
    return std::optional(std::move(*sequence));
  }

  Result<void> number() {
    auto row = sequence();
    if (!row) return std::unexpected(std::move(row).error());
    if (!*row) {
      if (!request_.number) return {};
      return std::unexpected(trouble(ErrorKind::usage, "documents of this kind have no number", "leave --number out"));
    }
    const IdSequence& ids = **row;
    TakenNumbers taken = find_taken_numbers(corpus_, ids, sources_.dialects.words().ids, request_.described_in);
    if (sources_.add_taken_elsewhere)
      if (auto added = sources_.add_taken_elsewhere(ids, taken); !added) return added;
    // Digits are drawn for ids that end with their number, and for none that was given.
    IdWish wish{request_.number, std::nullopt};
    const std::size_t last = creation_.id.rfind('{');
    const bool ends_with_number = creation_.id.ends_with('}') && creation_.id.substr(last).starts_with("{number");
    if (request_.id.empty() && ends_with_number) wish.suffix_seed = request_.suffix_seed;
    if (!request_.id.empty()) {
      const auto stated = ids.number_of(request_.id, ids.scope().folder + "/x");
      if (!stated)
        return std::unexpected(trouble(ErrorKind::usage, "'" + request_.id + "' is no id of the row that is used here",
                                       "write it as in " + ids.write(7)));
      if (wish.number && *stated != *wish.number)
        return std::unexpected(
            trouble(ErrorKind::usage, "--id and --number name two different numbers", "give one of them"));
      wish.number = *stated;
    }
    auto chosen = choose_id(ids, taken, wish);
    if (!chosen) return std::unexpected(std::move(chosen).error());
    names_.values.number = chosen->number;
    names_.values.drawn = chosen->id.substr(ids.write(chosen->number).size());
    return {};
  }

  Result<void> id() {
    if (!request_.id.empty()) {
      auto checked = check_title(request_.id);
      if (!checked)
        return std::unexpected(trouble(ErrorKind::usage,
                                       "the id is empty, too long or holds characters that can not be seen",
                                       "give one as others here are written"));
      names_.id = *checked;
    } else if (!creation_.id.empty()) {
      auto filled = fill_pattern(creation_.id, names_.values);
      if (!filled) return std::unexpected(std::move(filled).error());
      names_.id = std::move(*filled);
    }
    names_.values.id = names_.id;
    return {};
  }

  Result<void> path() {
    auto folder = fill_pattern(creation_.folder, names_.values);
    if (!folder) return std::unexpected(std::move(folder).error());
    auto name = fill_pattern(creation_.file_name, names_.values);
    if (!name) return std::unexpected(std::move(name).error());
    names_.folder = join(place_.folder, *folder);
    names_.path = join(names_.folder, *name);
    names_.values.folder = file_name_of(names_.folder);
    return check_free();
  }

  Result<void> check_free() {
    const bool own_folder = creation_.folder.find("lug}") != std::string::npos;
    for (const DocumentSummary& document : corpus_.documents()) {
      if (equals_ignoring_case(document.path, names_.path))
        return std::unexpected(trouble(ErrorKind::conflict, document.path + " exists already",
                                       "choose another title, or give --slug or --number"));
      if (own_folder && !document.items.empty() && document.items.front().kind == creation_.kind &&
          equals_ignoring_case(folder_of(document.path), names_.folder))
        return std::unexpected(trouble(ErrorKind::conflict, "the folder of that name belongs to " + document.path,
                                       "choose another title, or give --slug"));
    }
    if (sources_.exists && sources_.exists(names_.path))
      return std::unexpected(trouble(ErrorKind::conflict, names_.path + " exists already",
                                     "choose another title, or give --slug or --number"));
    return {};
  }

  const CreationRequest& request_;
  const CreationPlace& place_;
  const Creation& creation_;
  const CreationSources& sources_;
  const Corpus& corpus_;
  CreationNames names_;
};

}  // namespace

Result<CreationNames> choose_creation_names(const CreationRequest& request, const CreationPlace& place,
                                            const CreationSources& sources) {
  return NameChooser(request, place, sources).run();
}

}  // namespace milepost
