// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "core/document/execplan/identity.h"

#include <algorithm>
#include <vector>

#include "core/base/ascii.h"
#include "core/document/path_parts.h"

namespace milepost::execplan {
namespace {

constexpr std::size_t kPlanIdSize = 15;  // EP-20260117-014

bool are_digits(std::string_view text) { return !text.empty() && std::ranges::all_of(text, is_digit); }
bool is_word(char c) { return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

int to_number(std::string_view digits) {
  int number = 0;
  for (const char c : digits) number = number * 10 + (c - '0');
  return number;
}

std::vector<std::string_view> split_path(std::string_view path) {
  std::vector<std::string_view> parts;
  while (!path.empty()) {
    const std::size_t end = std::min(path.find('/'), path.size());
    parts.push_back(path.substr(0, end));
    path.remove_prefix(std::min(end + 1, path.size()));
  }
  return parts;
}

bool is_over_folder(std::string_view name) { return name == "complete" || name == "archive"; }

// "<slug>/complete/EP-….md"; below "active" it is a plan that is called so.
bool is_over_by_itself(const std::vector<std::string_view>& parts) {
  return parts.size() == 3 && parts[0] != "active" && is_over_folder(parts[1]);
}

bool is_number_between(std::string_view text, std::size_t size, int low, int high) {
  if (text.size() != size || !are_digits(text)) return false;
  const int number = to_number(text);
  return low <= number && number <= high;
}

// Where "milestones/<stage>/" begins in the path; npos when it does not. At the very top it may be the folder of a plan
// that is called "milestones", so there only the name of a milestone counts.
std::size_t find_stage(std::string_view path) {
  for (std::size_t at = path.find("milestones/"); at != std::string_view::npos; at = path.find("milestones/", at + 1)) {
    if (at != 0 && path[at - 1] != '/') continue;
    if (at == 0 && !parse_milestone_name(file_name_of(path))) continue;
    const std::string_view rest = path.substr(at + 11);
    if (rest.starts_with("active/") || rest.starts_with("complete/") || rest.starts_with("archive/")) return at;
  }
  return std::string_view::npos;
}

// "003", "003_prototype-streaming" behind "MS".
std::optional<int> parse_sequence(std::string_view rest) {
  if (rest.size() < 3 || !are_digits(rest.substr(0, 3))) return std::nullopt;
  const int sequence = to_number(rest.substr(0, 3));
  rest.remove_prefix(3);
  if (rest.empty()) return sequence;
  const bool begins = (rest[0] == '_' || rest[0] == '-') && rest.size() > 1 && is_word(rest[1]);
  const bool fits = std::ranges::all_of(rest, [](char c) { return is_word(c) || c == '_' || c == '-'; });
  return begins && fits ? std::optional(sequence) : std::nullopt;
}

}  // namespace

bool is_plan_id(std::string_view text) {
  return text.size() == kPlanIdSize && text.starts_with("EP-") && are_digits(text.substr(3, 8)) && text[11] == '-' &&
         are_digits(text.substr(12));
}

bool is_milestone_id(std::string_view text) {
  return text.size() == kPlanIdSize + 6 && is_plan_id(text.substr(0, kPlanIdSize)) &&
         text.substr(kPlanIdSize, 3) == "/MS" && are_digits(text.substr(kPlanIdSize + 3));
}

std::string_view plan_id_of_name(std::string_view name) {
  const std::string_view id = name.substr(0, kPlanIdSize);
  if (!is_plan_id(id)) return {};
  const bool ends =
      name.size() == kPlanIdSize || std::string_view("._-").find(name[kPlanIdSize]) != std::string_view::npos;
  return ends ? id : std::string_view();
}

std::optional<MilestoneName> parse_milestone_name(std::string_view name) {
  if (!name.ends_with(".md")) return std::nullopt;
  name.remove_suffix(3);
  MilestoneName parsed;
  if (name.size() > kPlanIdSize && is_plan_id(name.substr(0, kPlanIdSize)) && name[kPlanIdSize] == '_') {
    parsed.plan_id = name.substr(0, kPlanIdSize);
    name.remove_prefix(kPlanIdSize + 1);
  }
  if (!name.starts_with("MS")) return std::nullopt;
  const auto sequence = parse_sequence(name.substr(2));
  if (!sequence) return std::nullopt;
  parsed.sequence = *sequence;
  return parsed;
}

std::optional<Stage> milestone_stage(std::string_view path) {
  const std::size_t at = find_stage(path);
  if (at == std::string_view::npos) return std::nullopt;
  return path.substr(at + 11).starts_with("active/") ? Stage::active : Stage::completed;
}

bool is_plan_path(std::string_view path) {
  const std::string_view name = file_name_of(path);
  return name.starts_with("EP-") && name.ends_with(".md") && find_stage(path) == std::string_view::npos;
}

bool is_completed_path(std::string_view path) {
  const auto parts = split_path(path);
  if (is_over_by_itself(parts)) return true;
  return parts.size() >= 6 && is_over_folder(parts[0]) && is_number_between(parts[1], 4, 0, 9999) &&
         is_number_between(parts[2], 2, 1, 12) && is_number_between(parts[3], 2, 1, 31);
}

std::string_view home_of_plan(std::string_view path) {
  const std::string_view folder = folder_of(path);
  return is_over_by_itself(split_path(path)) ? folder_of(folder) : folder;
}

std::string_view home_of_milestone(std::string_view path) {
  const std::size_t at = find_stage(path);
  return at == std::string_view::npos || at == 0 ? std::string_view() : path.substr(0, at - 1);
}

Layout layout_of(std::string_view plan_path) {
  const auto parts = split_path(plan_path);
  const bool current = parts.size() >= 2 && (parts[0] == "active" || (parts.size() > 2 && is_over_folder(parts[0])));
  return current ? Layout::current : Layout::seed;
}

std::string make_slug(std::string_view text) {
  std::string slug;
  for (const char raw : text) {
    const char c = raw >= 'A' && raw <= 'Z' ? static_cast<char>(raw + 32) : raw;
    const bool keeps = is_word(c) || c == '_';
    if (keeps) {
      slug.push_back(c);
    } else if (slug.empty() || slug.back() != '-') {
      slug.push_back('-');
    }
  }
  const std::size_t begin = slug.find_first_not_of("-_");
  if (begin == std::string::npos) return {};
  return slug.substr(begin, slug.find_last_not_of("-_") - begin + 1);
}

}  // namespace milepost::execplan
