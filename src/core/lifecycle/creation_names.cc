// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "core/lifecycle/creation_names.h"

#include <algorithm>
#include <array>
#include <utility>

#include "core/document/normalise/identifier.h"
#include "core/document/path_parts.h"
#include "core/lifecycle/slug.h"

namespace milepost {
namespace {

constexpr std::string_view kDigits = "0123456789";

Error trouble(ErrorKind kind, std::string message, std::string hint) {
  return {kind, std::move(message), std::nullopt, {}, {std::move(hint)}};
}

std::string join(std::string_view folder, std::string_view name) {
  if (folder.empty()) return std::string(name);
  return name.empty() ? std::string(folder) : std::string(folder) + "/" + std::string(name);
}

std::string replaced(std::string text, std::string_view what, std::string_view by) {
  for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + by.size()))
    text.replace(at, what.size(), by);
  return text;
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
    names_.values.slug = ascii ? make_ascii_slug(source) : make_slug(source);
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

  [[nodiscard]] NumberSeries series() const {
    NumberSeries series;
    series.id_pattern = creation_.id;
    const bool flat_id = creation_.id.find('/') == std::string::npos;
    if (!place_.host)
      series.name_pattern = flat_id ? replaced(creation_.file_name, "{id}", creation_.id) : creation_.file_name;
    series.values = names_.values;
    series.folder = place_.host ? std::string(folder_of(corpus_.documents()[*place_.host].path)) : place_.scope;
    if (!creation_.follows_neighbours) series.dialect = place_.dialect->name;
    return series;
  }

  Result<void> number() {
    const std::string& pattern = creation_.id.find("{number") != std::string::npos ? creation_.id : creation_.file_name;
    const std::uint32_t most = highest_number_of(pattern);
    if (most == 0) {
      if (request_.number)
        return std::unexpected(
            trouble(ErrorKind::usage, "documents of this kind have no number", "leave --number out"));
      return {};
    }
    const std::vector<TakenNumber> taken = find_taken_numbers(corpus_, series());
    std::optional<std::uint32_t> wanted = request_.number;
    if (!request_.id.empty()) {
      auto stated = number_of_given_id(pattern, most);
      if (!stated) return std::unexpected(std::move(stated).error());
      if (wanted && *stated && **stated != *wanted)
        return std::unexpected(
            trouble(ErrorKind::usage, "--id and --number name two different numbers", "give one of them"));
      wanted = *stated;
    }
    if (wanted) return take_wanted(*wanted, most, taken);
    auto elsewhere = sources_.highest_elsewhere ? sources_.highest_elsewhere(series()) : Result<std::uint32_t>(0);
    if (!elsewhere) return std::unexpected(std::move(elsewhere).error());
    const std::uint32_t next = std::max(taken.empty() ? 0 : taken.back().number, *elsewhere) + 1;
    if (next > most)
      return std::unexpected(trouble(
          ErrorKind::usage, "the numbers of this series are used up: " + std::to_string(most) + " is the highest",
          "give a free one below it with --number"));
    names_.values.number = next;
    return {};
  }

  Result<void> take_wanted(std::uint32_t wanted, std::uint32_t most, const std::vector<TakenNumber>& taken) {
    if (wanted < 1 || wanted > most)
      return std::unexpected(trouble(ErrorKind::usage, "the number " + std::to_string(wanted) + " is out of range",
                                     "use 1 to " + std::to_string(most) + ", or leave it out"));
    const auto other = std::ranges::find(taken, wanted, &TakenNumber::number);
    if (other != taken.end()) {
      const std::string where = other->path + (other->line > 1 ? ":" + std::to_string(other->line) : "");
      return std::unexpected(trouble(ErrorKind::conflict,
                                     "the number " + std::to_string(wanted) + " is taken by " + where,
                                     "leave it out to get the next one"));
    }
    names_.values.number = wanted;
    return {};
  }

  // The number in an id that was given; an id that is none of the series is an error that shows one.
  Result<std::optional<std::uint32_t>> number_of_given_id(const std::string& pattern, std::uint32_t most) {
    if (creation_.id.find("{number") == std::string::npos) return std::optional<std::uint32_t>();
    const std::string given = fold_identifier(request_.id);
    for (std::size_t at = given.find_first_of(kDigits); at != std::string::npos;
         at = given.find_first_of(kDigits, at)) {
      const std::size_t end = std::min(given.find_first_not_of(kDigits, at), given.size());
      NameValues values = names_.values;
      values.number = end - at > 6 ? 0U : static_cast<std::uint32_t>(std::stoul(given.substr(at, end - at)));
      const auto same = fill_pattern(creation_.id, values);
      if (same && fold_identifier(*same) == given) return std::optional(*values.number);
      at = end;
    }
    NameValues values = names_.values;
    values.number = std::min<std::uint32_t>(7, most);
    const auto example = fill_pattern(pattern, values);
    return std::unexpected(trouble(ErrorKind::usage, "'" + request_.id + "' is no id as it is written here",
                                   "write it as in " + example.value_or(pattern)));
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
