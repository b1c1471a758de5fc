// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>
#include <cctype>
#include <string>

#include "core/document/path_parts.h"
#include "core/rules/contexts.h"
#include "core/rules/finding_sink.h"
#include "core/rules/rule_list.h"
#include "core/rules/value_place.h"
#include "core/rules/visible_text.h"

namespace milepost {
namespace {

// Names that nobody has.
constexpr std::array<std::string_view, 12> kNames{
    "handle",   "handle-or-team", "handle_or_team",  "your-handle", "your_handle",   "yourhandle",
    "username", "your-username",  "github-username", "github_user", "github-handle", "owner-handle"};

bool is_name_sign(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '-' || c == '_'; }

std::size_t length_at(std::string_view text) {
  std::size_t end = 1;
  while (end < text.size() && end < 40 && is_name_sign(text[end])) ++end;
  // "@handle/lib" is a package, "@username.de" a domain.
  const bool goes_on = end + 1 < text.size() && (text[end] == '/' || text[end] == '.' || text[end] == '(') &&
                       is_name_sign(text[end + 1]);
  const std::string_view name = text.substr(1, end - 1);
  const auto says = [name](std::string_view known) { return equals_ignoring_case(name, known); };
  return !goes_on && std::ranges::any_of(kNames, says) ? end : 0;
}

// "@handle or team name" in quotes of the front matter.
bool is_in_front_matter_value(const Scan& scan, ByteOffset at) {
  const FrontMatter& front_matter = scan.front_matter;
  if (!front_matter.present || !front_matter.yaml.contains(at)) return false;
  return std::ranges::any_of(front_matter.nodes, [at](const YamlNode& node) {
    const bool is_first = at == node.range.begin || at == node.range.begin + 1;
    return node.kind == YamlKind::scalar && is_first;
  });
}

void check(const DocumentContext& context, FindingSink& sink) {
  const std::string_view bytes = context.bytes();
  VisibleText visible(context.reading.scan());
  FieldSpots told(context, is_template_field);
  for (std::size_t at = bytes.find('@'); at != std::string_view::npos; at = bytes.find('@', at + 1)) {
    const bool is_begun = at > 0 && (is_name_sign(bytes[at - 1]) || bytes[at - 1] == '.' || bytes[at - 1] == '/');
    const std::size_t length = is_begun ? 0 : length_at(bytes.substr(at));
    if (length == 0) continue;
    const auto offset = static_cast<ByteOffset>(at);
    if (!visible.is_text(offset) && !is_in_front_matter_value(context.reading.scan(), offset)) continue;
    if (told.hold(offset)) continue;
    sink.report(ByteRange{offset, static_cast<ByteOffset>(at + length)},
                "the template's word for a person, " + std::string(bytes.substr(at, length)) + ", was never replaced",
                "name who it is, or remove it");
  }
}

}  // namespace

constinit const Rule kHandlePlaceholder{.about = {.id = "MP208",
                                                  .slug = "handle-placeholder",
                                                  .since = "0.1.0",
                                                  .group = RuleGroup::leftovers,
                                                  .severity = Severity::warning,
                                                  .summary = "@handle where the name of a person or team belongs"},
                                        .check_document = check};

}  // namespace milepost
