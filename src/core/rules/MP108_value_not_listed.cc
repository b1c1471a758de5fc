// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include <algorithm>
#include <cctype>
#include <optional>
#include <string>
#include <vector>

#include "core/base/suggest.h"
#include "core/document/normalise/fold.h"
#include "core/rules/contexts.h"
#include "core/rules/finding_sink.h"
#include "core/rules/rule_list.h"
#include "core/text/inline.h"

namespace milepost {
namespace {

constexpr std::size_t kLongest = 40;  // a longer one is a sentence

// "High (see below)" and "medium-high" say a listed word first, "P1" and "3" are grades of their own.
bool begins_with_listed(const std::string& folded, const std::vector<FormWord>& listed) {
  return std::ranges::any_of(listed, [&](const FormWord& word) {
    const std::string& known = word.folded;
    return folded.starts_with(known) && (folded.size() == known.size() || folded[known.size()] == ' ');
  });
}

bool is_one_word(std::string_view folded) {
  return !folded.empty() && std::ranges::all_of(folded, [](unsigned char c) { return std::isalpha(c) != 0; });
}

std::optional<std::string> nearest_listed(std::string_view folded, const std::vector<FormWord>& listed) {
  for (const FormWord& word : listed) {
    if (word.folded.size() > 3 && folded.size() > 3 && count_slips(folded, word.folded, 1) == 1) return word.text;
  }
  return std::nullopt;
}

std::string in_words(const std::vector<FormWord>& listed) {
  std::string words;
  for (const FormWord& word : listed) words += (words.empty() ? "" : ", ") + word.text;
  return words;
}

// The value as bytes that can be replaced: without its quotes, and nothing where marks stand in it.
std::optional<ByteRange> plain_range(const DocumentContext& context, const RawField& field, std::string_view text) {
  const std::size_t at = context.text(field.value).find(text);
  if (at == std::string_view::npos) return std::nullopt;
  const auto begin = static_cast<ByteOffset>(field.value.begin + at);
  return ByteRange{begin, static_cast<ByteOffset>(begin + text.size())};
}

void check_field(const DocumentContext& context, const RawField& field, const std::vector<FormWord>& listed,
                 FindingSink& sink) {
  const auto& nodes = context.reading.scan().front_matter.nodes;
  if (field.value.size() > 2 * kLongest) return;
  if (field.node != 0 && nodes[field.node].kind != YamlKind::scalar) return;
  const std::string text = field.node != 0 ? nodes[field.node].value : plain_text(context.text(field.value));
  if (text.empty() || text.size() > kLongest) return;
  const std::string folded = fold_phrase(text);
  const Dialect& dialect = context.reading.dialect();
  if (!is_one_word(folded) || begins_with_listed(folded, listed) || context.reading.values().is_placeholder(text))
    return;
  const auto meant = nearest_listed(folded, listed);
  const bool is_strict = dialect.form.only_values && field.node != 0;
  if (!meant && !is_strict) return;
  Finding& found =
      sink.report(field.value, "'" + text + "' is no " + std::string(role_name(dialect, field.role)) + " that is known",
                  meant ? "did you mean '" + *meant + "'?" : "use one of: " + in_words(listed));
  const auto range = meant ? plain_range(context, field, text) : std::nullopt;
  if (range) found.fixes.push_back(fix_here(context, "write '" + *meant + "'", FixSafety::unsafe, {{*range, *meant}}));
}

void check(const DocumentContext& context, FindingSink& sink) {
  for (const auto& [role, listed] : context.reading.dialect().form.values) {
    for (const RawField& field : context.reading.fields().of(role)) {
      if (field.rank < kSectionPenalty) check_field(context, field, listed, sink);
    }
  }
}

}  // namespace

constinit const Rule kValueNotListed{
    .about = {.id = "MP108",
              .slug = "value-not-listed",
              .since = "0.1.0",
              .group = RuleGroup::form,
              .severity = Severity::warning,
              .fix = FixOffer::unsafe,
              .summary = "a priority, risk level, type or domain that is none of the dialect's words"},
    .check_document = check};

}  // namespace milepost
