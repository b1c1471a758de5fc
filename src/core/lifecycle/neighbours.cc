// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "core/lifecycle/neighbours.h"

#include <algorithm>
#include <array>
#include <map>
#include <utility>
#include <vector>

#include "core/base/ascii.h"
#include "core/document/path_parts.h"
#include "core/lifecycle/id_sequence.h"

namespace milepost {
namespace {

using Documents = std::vector<const DocumentSummary*>;

bool is_below(std::string_view path, std::string_view folder) {
  return folder.empty() || (path.size() > folder.size() && path.starts_with(folder) && path[folder.size()] == '/');
}

std::string_view first_folder_before(std::string_view path, std::size_t& at) {
  const std::size_t slash = path.find('/', at);
  if (slash == std::string_view::npos) return {};
  const std::string_view part = path.substr(at, slash - at);
  at = slash + 1;
  return part;
}

// The documents below the folder; when there are none, below the one above it, and so on.
template <typename Fits>
Documents nearest_documents(const Corpus& corpus, std::string_view folder, const Fits& fits) {
  while (true) {
    Documents found;
    for (const DocumentSummary& document : corpus.documents())
      if (!document.dialect.empty() && !document.items.empty() && is_below(document.path, folder) && fits(document))
        found.push_back(&document);
    if (!found.empty() || folder.empty()) return found;
    folder = folder_of(folder);
  }
}

// The key with the highest count, the first of several.
std::string most_frequent(const std::map<std::string, std::size_t>& counts) {
  std::string best;
  std::size_t most = 0;
  for (const auto& [key, count] : counts)
    if (count > most) {
      most = count;
      best = key;
    }
  return best;
}

// "M-07.04-foo": what is before the number that counts, its digits, what follows.
struct NumberedName {
  std::string before;
  std::string digits;
  std::string after;
};

std::optional<NumberedName> split_number(std::string_view text) {
  std::size_t begin = text.find_first_of("0123456789");
  if (begin == std::string_view::npos) return std::nullopt;
  std::size_t end = begin;
  std::size_t rest = 0;  // behind digits that were drawn: they are no part of the pattern
  while (true) {
    end = std::min(text.find_first_not_of("0123456789", begin), text.size());
    if (end + 1 >= text.size() || text[end] != '.' || !is_digit(text[end + 1])) break;
    const std::size_t next = std::min(text.find_first_not_of("0123456789", end + 1), text.size());
    if (without_drawn_digits(text.substr(0, next)).size() == end) {
      rest = next;
      break;
    }
    begin = end + 1;
  }
  if (end - begin > 6) return std::nullopt;
  return NumberedName{std::string(text.substr(0, begin)), std::string(text.substr(begin, end - begin)),
                      std::string(text.substr(std::max(end, rest)))};
}

bool is_dated(std::string_view stem) {
  return stem.size() >= 10 && is_digit(stem[0]) && is_digit(stem[3]) && stem[4] == '-' && is_digit(stem[6]) &&
         stem[7] == '-' && is_digit(stem[9]);
}

std::string number_variable(std::size_t width) {
  return width > 1 ? "{number:" + std::to_string(std::min<std::size_t>(width, 9)) + "}" : "{number}";
}

// How the words of a name are written: "-login-form", "_Login_Form".
std::string slug_variable(std::string_view words) {
  const bool underscores = words.find('_') != std::string_view::npos && words.find('-') == std::string_view::npos;
  const bool upper = std::ranges::any_of(words, is_upper);
  const bool lower = std::ranges::any_of(words, is_lower);
  if (upper && !lower && words.size() > 2) return "{SLUG}";
  if (upper && underscores) return "{Slug}";
  return underscores ? "{slug_}" : "{slug}";
}

// The pattern of what follows the number in a file name; nothing when it is no slug ("M3a").
std::optional<std::string> pattern_of_rest(std::string_view rest) {
  if (rest.empty()) return "";
  const std::size_t words = rest.find_first_not_of("-_ .");
  if (words == 0 || words == std::string_view::npos) return std::nullopt;
  return std::string(rest.substr(0, words)) + slug_variable(rest.substr(words));
}

std::size_t width_of(const std::vector<NumberedName>& names) {
  for (const NumberedName& name : names)
    if (name.digits.size() > 1 && name.digits.front() == '0') return name.digits.size();
  return 1;
}

// The names that begin as most do.
std::vector<NumberedName> usual_names(const std::vector<std::string>& texts) {
  std::map<std::string, std::size_t> counts;
  std::vector<NumberedName> names;
  for (const std::string& text : texts)
    if (auto name = split_number(text)) {
      ++counts[name->before];
      names.push_back(std::move(*name));
    }
  // Of a dotted series the newest main number goes on: "M-07." after "M-06.".
  std::string before = most_frequent(counts);
  if (before.ends_with('.'))
    for (const auto& [other, count] : counts)
      if (other.ends_with('.') && other.size() >= before.size() && other > before) before = other;
  std::erase_if(names, [&](const NumberedName& name) { return name.before != before; });
  std::ranges::stable_sort(names, {},
                           [](const NumberedName& name) { return std::pair(name.digits.size(), name.digits); });
  return names;
}

void fill_file_name(const std::vector<std::string>& stems, Neighbours& into) {
  const auto dated =
      static_cast<std::size_t>(std::ranges::count_if(stems, [](const std::string& stem) { return is_dated(stem); }));
  if (dated * 2 > stems.size()) {
    into.file_name = "{year}-{month}-{day}-{slug}.md";
    return;
  }
  const std::vector<NumberedName> names = usual_names(stems);
  if (names.size() * 2 < stems.size() || names.empty()) {
    into.file_name = slug_variable(stems.front()) + ".md";
    return;
  }
  for (auto name = names.rbegin(); name != names.rend(); ++name)
    if (const auto rest = pattern_of_rest(name->after)) {
      into.file_name = name->before + number_variable(width_of(names)) + *rest + ".md";
      return;
    }
}

void fill_id(const Documents& documents, Neighbours& into) {
  std::vector<std::string> ids;
  std::size_t in_heading = 0;
  for (const DocumentSummary* document : documents) {
    const Item& item = document->items.front();
    if (!item.id) continue;
    ids.push_back(item.id->value);
    if (item.id->carrier == Carrier::heading) ++in_heading;
  }
  if (ids.size() * 2 < documents.size()) return;
  into.id_in_heading = in_heading * 2 >= ids.size();
  const std::vector<NumberedName> names = usual_names(ids);
  if (!names.empty()) into.id = names.back().before + number_variable(width_of(names)) + names.back().after;
}

}  // namespace

bool is_in_finished_folder(std::string_view path) {
  static constexpr std::array<std::string_view, 9> kNames{"archive", "archived", "_archived", "complete", "completed",
                                                          "done",    "closed",   "finished",  "_archive"};
  std::size_t at = 0;
  for (std::string_view part = first_folder_before(path, at); !part.empty(); part = first_folder_before(path, at))
    if (std::ranges::any_of(kNames, [&](std::string_view name) { return equals_ignoring_case(part, name); }))
      return true;
  return false;
}

std::string find_usual_dialect(const Corpus& corpus, std::string_view folder, ItemKind kind) {
  const auto same = [&](const DocumentSummary& document) { return document.items.front().kind == kind; };
  Documents documents = nearest_documents(corpus, folder, same);
  if (documents.empty()) documents = nearest_documents(corpus, folder, [](const DocumentSummary&) { return true; });
  std::map<std::string, std::size_t> counts;
  for (const DocumentSummary* document : documents) ++counts[document->dialect];
  return most_frequent(counts);
}

std::optional<Neighbours> find_neighbours(const Corpus& corpus, std::string_view dialect, ItemKind kind,
                                          std::string_view folder) {
  Documents documents = nearest_documents(corpus, folder, [&](const DocumentSummary& document) {
    return document.dialect == dialect && document.items.front().kind == kind;
  });
  Documents open = documents;
  std::erase_if(open, [](const DocumentSummary* document) { return is_in_finished_folder(document->path); });
  if (!open.empty()) documents = std::move(open);
  if (documents.empty()) return std::nullopt;
  std::map<std::string, std::size_t> folders;
  for (const DocumentSummary* document : documents) ++folders[std::string(folder_of(document->path))];
  Neighbours neighbours;
  neighbours.folder = most_frequent(folders);
  std::erase_if(documents,
                [&](const DocumentSummary* document) { return folder_of(document->path) != neighbours.folder; });
  neighbours.count = documents.size();
  std::vector<std::string> stems;
  std::size_t in_front_matter = 0;
  for (const DocumentSummary* document : documents) {
    stems.emplace_back(stem_of(document->path));
    const auto& status = document->items.front().status;
    if (status && status->carrier == Carrier::front_matter) ++in_front_matter;
  }
  neighbours.front_matter = in_front_matter * 2 > documents.size();
  fill_file_name(stems, neighbours);
  fill_id(documents, neighbours);
  return neighbours;
}

std::string find_family_root(const Corpus& corpus, std::string_view dialect, std::string_view name) {
  std::map<std::string, std::size_t> roots;
  for (const DocumentSummary& document : corpus.documents()) {
    if (document.dialect != dialect) continue;
    const std::string in_slashes = "/" + document.path;
    const std::size_t at = in_slashes.find("/" + std::string(name) + "/");
    if (at != std::string::npos) ++roots[in_slashes.substr(1, at + name.size())];
  }
  return most_frequent(roots);
}

}  // namespace milepost
