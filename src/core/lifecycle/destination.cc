// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "core/lifecycle/destination.h"

#include <algorithm>
#include <array>

#include "core/document/life.h"
#include "core/document/path_parts.h"

namespace milepost {
namespace {

constexpr std::array<std::string_view, 4> kActiveNames{"active", "_active", "current", "open"};
constexpr std::array<std::string_view, 11> kOverNames{"archive",  "archived",  "_archive",   "_archived",
                                                      "complete", "completed", "_completed", "closed",
                                                      "done",     "finished",  "shipped"};

bool is_one_of(std::string_view name, const auto& names) {
  std::string lower(name);
  std::ranges::transform(lower, lower.begin(),
                         [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return std::ranges::find(names, lower) != names.end();
}

// "2026", "01", "2026-01-31", "2026-1-2".
bool is_dated(std::string_view name) {
  const bool digits =
      !name.empty() && name.find_first_not_of("0123456789-") == std::string_view::npos && name[0] != '-';
  return digits &&
         (name.size() == 4 || name.size() == 2 || (name.size() >= 8 && name.find('-') != std::string_view::npos));
}

std::string join(std::string_view folder, std::string_view name) {
  if (folder.empty()) return std::string(name);
  if (name.empty()) return std::string(folder);
  return std::string(folder) + "/" + std::string(name);
}

// Takes the stage folders off the end.
std::string_view strip_stages(std::string_view folder) {
  while (!folder.empty() && is_stage_folder(file_name_of(folder))) {
    // A number is a date only below a stage or another date.
    if (is_dated(file_name_of(folder)) && !is_stage_folder(file_name_of(folder_of(folder)))) break;
    folder = folder_of(folder);
  }
  return folder;
}

bool has_active_folder(std::string_view folder) {
  for (; !folder.empty(); folder = folder_of(folder))
    if (is_one_of(file_name_of(folder), kActiveNames)) return true;
  return false;
}

class Chooser {
 public:
  Chooser(const Life& life, const DestinationRequest& request, const PathExists& exists)
      : life_(life), request_(request), stages_(stages_of(life, request.kind)), exists_(exists) {}

  std::optional<Destination> choose() const {
    const bool ends = request_.step == Step::complete || request_.step == Step::archive;
    const bool begins_again = request_.step == Step::reopen || request_.step == Step::unarchive;
    if (!ends && !begins_again) return std::nullopt;
    Destination destination = ends ? to_over() : to_active();
    if (destination.move.from == destination.move.to) return std::nullopt;
    return destination;
  }

 private:
  [[nodiscard]] Destination staying() const {
    return {{std::string(request_.path), std::string(request_.path)}, MovedThing::file};
  }

  [[nodiscard]] Destination to_over() const {
    const std::string& pattern =
        request_.step == Step::complete ? done_folder_of(life_, request_.kind, request_.path) : stages_.archive_folder;
    const std::string_view folder = folder_of(request_.path);
    if (pattern.find("{folder}") != std::string::npos) return folder_to_over(folder, pattern);
    const std::string name = renamed(stages_.done_prefix_from, stages_.done_prefix_to);
    const std::string_view base = strip_stages(folder);
    // A part of a plan that is under way goes with its plan.
    const bool inside_plan = base == folder && has_active_folder(folder) && pattern.find('/') == std::string::npos;
    if (pattern.empty() || inside_plan || is_dated_there(folder, base, pattern))
      return {{std::string(request_.path), join(folder, name)}, MovedThing::file};
    return {{std::string(request_.path), join(join(under(base, pattern), expand(last_words(pattern, base), {})), name)},
            MovedThing::file};
  }

  // A file that stands below the stage's folder of some day stays there, whatever today is.
  [[nodiscard]] static bool is_dated_there(std::string_view folder, std::string_view base, const std::string& pattern) {
    const std::size_t day = pattern.find("/{year}");
    if (day == std::string::npos) return false;
    return folder.starts_with(join(under(base, pattern), std::string_view(pattern).substr(0, day)) + "/");
  }

  // A folder that stands below that stage already stays where it is, whatever its day.
  [[nodiscard]] Destination folder_to_over(std::string_view folder, const std::string& pattern) const {
    const std::string_view above = folder_of(folder);
    const std::string_view base = strip_stages(above);
    const std::string stage = join(base, std::string_view(pattern).substr(0, pattern.find('/')));
    const bool is_there = above == stage || above.starts_with(stage + "/");
    if (is_there || !is_own_folder(folder)) return staying();
    return {{std::string(folder), join(base, expand(pattern, bare_folder(folder)))}, MovedThing::folder};
  }

  // Whether it is the folder of one plan, and not the one that holds all plans or half the repository.
  [[nodiscard]] bool is_own_folder(std::string_view folder) const {
    const std::string_view above = file_name_of(folder_of(folder));
    return !is_stage_folder(file_name_of(folder)) && (is_stage_folder(above) || above == file_name_of(life_.root));
  }

  // "quay" of "EP-20260105-001_quay": the name before the plan's id was put in front.
  [[nodiscard]] std::string_view bare_folder(std::string_view folder) const {
    std::string_view name = file_name_of(folder);
    const std::string prefix = std::string(request_.id) + "_";
    if (!request_.id.empty() && name.starts_with(prefix) && name.size() > prefix.size())
      name.remove_prefix(prefix.size());
    return name;
  }

  [[nodiscard]] bool moves_folders() const {
    return stages_.archive_folder.find("{folder}") != std::string::npos ||
           done_folder_of(life_, request_.kind, request_.path).find("{folder}") != std::string::npos;
  }

  [[nodiscard]] Destination to_active() const {
    const std::string_view folder = folder_of(request_.path);
    if (moves_folders()) return folder_to_active(folder);
    const std::string_view base = strip_stages(folder);
    const std::string name = renamed(stages_.done_prefix_to, stages_.done_prefix_from);
    if (base == folder) return {{std::string(request_.path), join(folder, name)}, MovedThing::file};
    return {{std::string(request_.path), join(join(base, active_name(base)), name)}, MovedThing::file};
  }

  [[nodiscard]] Destination folder_to_active(std::string_view folder) const {
    const std::string_view above = folder_of(folder);
    const std::string_view base = strip_stages(above);
    if (base == above || has_active_folder(above)) return staying();
    std::string_view active;
    for (const std::string_view name : kActiveNames)
      if (active.empty() && exists_(join(base, name))) active = name;
    return {{std::string(folder), join(join(base, active), bare_folder(folder))}, MovedThing::folder};
  }

  // The folder of work in progress below `base`: the one that the family makes, or one that stands there; "" for none.
  [[nodiscard]] std::string active_name(std::string_view base) const {
    for (const Creation& creation : life_.creations) {
      const std::string_view last = file_name_of(creation.folder);
      if (creation.kind == request_.kind && is_one_of(last, kActiveNames)) return std::string(last);
    }
    for (const std::string_view name : kActiveNames)
      if (exists_(join(base, name))) return std::string(name);
    return {};
  }

  // "milestones/complete" below ".../milestones" begins one folder higher.
  static std::string under(std::string_view base, std::string_view pattern) {
    return std::string(begins_with_last(base, pattern) ? folder_of(base) : base);
  }

  static bool begins_with_last(std::string_view base, std::string_view pattern) {
    return pattern.find('/') != std::string_view::npos && pattern.substr(0, pattern.find('/')) == file_name_of(base);
  }

  // The pattern, or the name of a folder for the same stage that stands there already.
  [[nodiscard]] std::string last_words(const std::string& pattern, std::string_view base) const {
    if (!is_one_of(pattern, kOverNames) || exists_(join(base, pattern))) return pattern;
    for (const std::string_view name : kOverNames)
      if (exists_(join(base, name))) return std::string(name);
    return pattern;
  }

  [[nodiscard]] std::string expand(std::string text, std::string_view folder) const {
    const std::string day = to_string(request_.day);  // YYYY-MM-DD
    const auto put = [&text](std::string_view variable, const std::string& value) {
      for (std::size_t at = text.find(variable); at != std::string::npos; at = text.find(variable, at + value.size()))
        text.replace(at, variable.size(), value);
    };
    put("{year}", day.substr(0, 4));
    put("{month}", day.substr(5, 2));
    put("{day}", day.substr(8, 2));
    put("{id}", std::string(request_.id));
    put("{folder}", std::string(folder));
    return text;
  }

  // The file's name with another prefix: T01_... and TX01_...; a digit must follow, so that "Tour" stays what it is.
  [[nodiscard]] std::string renamed(const std::string& from, const std::string& to) const {
    const std::string_view name = file_name_of(request_.path);
    const bool fits = !from.empty() && name.starts_with(from) && name.size() > from.size() &&
                      name[from.size()] >= '0' && name[from.size()] <= '9';
    const bool step = request_.step == Step::complete || request_.step == Step::reopen;
    return fits && step ? to + std::string(name.substr(from.size())) : std::string(name);
  }

  const Life& life_;
  const DestinationRequest& request_;
  const LifeStages& stages_;
  const PathExists& exists_;
};

}  // namespace

bool is_stage_folder(std::string_view name) {
  return is_one_of(name, kActiveNames) || is_one_of(name, kOverNames) || is_dated(name);
}

std::optional<Destination> choose_destination(const Life& life, const DestinationRequest& request,
                                              const PathExists& exists) {
  return Chooser(life, request, exists).choose();
}

}  // namespace milepost
