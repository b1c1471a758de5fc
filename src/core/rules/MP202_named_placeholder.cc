// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include <algorithm>
#include <cctype>

#include "core/rules/contexts.h"
#include "core/rules/finding_sink.h"
#include "core/rules/rule_list.h"
#include "core/rules/value_place.h"
#include "core/rules/visible_text.h"

namespace milepost {
namespace {

bool is_name(std::string_view name) {
  const auto fits = [](char c) { return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_'; };
  return name.size() >= 3 && name.front() >= 'A' && name.front() <= 'Z' && std::ranges::all_of(name, fits);
}

bool is_double_name(std::string_view name) {
  const auto fits = [](char c) {
    return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_' || c == ' ' || c == '.';
  };
  return name.size() >= 3 && std::ranges::all_of(name, fits);
}

// The placeholder that begins at the brace: "{NAME}", "{{ name }}".
std::size_t length_at(std::string_view text) {
  const bool is_double = text.starts_with("{{");
  const std::string_view inner = text.substr(is_double ? 2 : 1, 60);
  const std::size_t end = inner.find(is_double ? "}}" : "}");
  if (end == std::string_view::npos) return 0;
  const std::string_view name = inner.substr(0, end);
  const bool fits = is_double ? is_double_name(name) : is_name(name);
  return fits ? end + (is_double ? 4 : 2) : 0;
}

// Templates inside fences close each other's fences, and what was code becomes text.
bool stands_between_fences(std::string_view bytes, std::size_t at) {
  const std::size_t begin = bytes.rfind('\n', at);
  const std::size_t end = bytes.find('\n', at);
  if (begin == std::string_view::npos || end == std::string_view::npos || begin == 0) return false;
  const std::size_t before = bytes.rfind('\n', begin - 1);
  const std::string_view above = bytes.substr(before == std::string_view::npos ? 0 : before + 1, 3);
  return above == "```" && bytes.substr(end + 1).starts_with("```");
}

void check(const DocumentContext& context, FindingSink& sink) {
  const std::string_view bytes = context.bytes();
  VisibleText visible(context.reading.scan());
  FieldSpots told(context, is_template_field);
  for (std::size_t at = bytes.find('{'); at != std::string_view::npos;) {
    const std::size_t length = length_at(bytes.substr(at));
    const auto offset = static_cast<ByteOffset>(at);
    const bool is_part_of_path = at > 0 && (bytes[at - 1] == '/' || bytes[at - 1] == '$' || bytes[at - 1] == '=');
    if (length > 0 && !is_part_of_path && !stands_between_fences(bytes, at) && visible.is_text(offset) &&
        !told.hold(offset)) {
      sink.report(ByteRange{offset, static_cast<ByteOffset>(at + length)},
                  "the placeholder " + std::string(bytes.substr(at, length)) + " was never replaced",
                  "write what belongs here, or remove it");
    }
    at = bytes.find('{', at + std::max<std::size_t>(length, 1));
  }
}

}  // namespace

constinit const Rule kNamedPlaceholder{.about = {.id = "MP202",
                                                 .slug = "named-placeholder",
                                                 .since = "0.1.0",
                                                 .group = RuleGroup::leftovers,
                                                 .severity = Severity::warning,
                                                 .summary = "a placeholder in braces was never replaced"},
                                       .check_document = check};

}  // namespace milepost
