// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>

#include "core/base/utf8.h"
#include "core/rules/contexts.h"
#include "core/rules/finding_sink.h"
#include "core/rules/rule_list.h"
#include "core/rules/visible_text.h"

namespace milepost {
namespace {

struct Hidden {
  char32_t first;
  char32_t last;
  const char* name;
};

constexpr std::array<Hidden, 7> kHidden{{{0x200B, 0x200B, "a zero width space"},
                                         {0x200C, 0x200D, "a zero width joiner"},
                                         {0x2060, 0x2064, "an invisible operator"},
                                         {0xFEFF, 0xFEFF, "a byte order mark in the middle of the text"},
                                         {0x202A, 0x202E, "a mark that turns the direction of text"},
                                         {0x2066, 0x2069, "a mark that turns the direction of text"},
                                         {0x00AD, 0x00AD, "a soft hyphen"}}};

bool is_ascii(std::string_view bytes, std::size_t at) {
  return at >= bytes.size() || static_cast<unsigned char>(bytes[at]) < 0x80;
}

// Scripts and emoji need joiners and direction marks; between plain letters nobody does.
bool is_between_ascii(std::string_view bytes, std::size_t at, std::size_t length) {
  return (at == 0 || is_ascii(bytes, at - 1)) && is_ascii(bytes, at + length);
}

// All of them begin with one of three bytes.
std::size_t find_next(std::string_view bytes, std::size_t from) {
  for (std::size_t at = from; at < bytes.size(); ++at) {
    const auto byte = static_cast<unsigned char>(bytes[at]);
    if (byte == 0xC2 || byte == 0xE2 || byte == 0xEF) return at;
  }
  return std::string_view::npos;
}

void check(const DocumentContext& context, FindingSink& sink) {
  const std::string_view bytes = context.bytes();
  VisibleText visible(context.reading.scan());
  for (std::size_t at = find_next(bytes, context.reading.source().content_begin()); at != std::string_view::npos;) {
    const CodePoint point = code_point_at(bytes, at);
    const auto kind = std::ranges::find_if(
        kHidden, [&](const Hidden& hidden) { return hidden.first <= point.value && point.value <= hidden.last; });
    if (kind != kHidden.end() && is_between_ascii(bytes, at, point.length)) {
      const ByteRange where{static_cast<ByteOffset>(at), static_cast<ByteOffset>(at + point.length)};
      const bool is_code = visible.is_code(where.begin);
      Finding& found =
          sink.report(where, std::string("here stands ") + kind->name + ", which nobody sees", "remove it");
      found.fixes.push_back(
          fix_here(context, "remove the character", is_code ? FixSafety::unsafe : FixSafety::safe, {{where, ""}}));
    }
    at = find_next(bytes, at + point.length);
  }
}

}  // namespace

constinit const Rule kHiddenCharacter{
    .about = {.id = "MP103",
              .slug = "hidden-character",
              .since = "0.1.0",
              .group = RuleGroup::form,
              .severity = Severity::warning,
              .fix = FixOffer::safe,
              .summary = "characters that are not seen, or that turn the direction of text"},
    .check_document = check};

}  // namespace milepost
