// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include <algorithm>
#include <string>
#include <vector>

#include "core/document/fold.h"
#include "core/rules/contexts.h"
#include "core/rules/finding_sink.h"
#include "core/rules/rule_list.h"

namespace milepost {
namespace {

const FieldRule* rule_of(const Dialect& dialect, ItemKind kind, std::string_view key) {
  const auto& own = dialect.kind_keys.at(static_cast<std::size_t>(kind));
  if (const auto found = own.find(key); found != own.end()) return &found->second;
  const auto found = dialect.keys.find(key);
  return found == dialect.keys.end() ? nullptr : &found->second;
}

// The key itself, or another one that says the same: "state" where "status" is asked for.
bool is_there(const DocumentContext& context, ItemKind kind, const std::vector<std::string>& present,
              const std::string& key) {
  if (std::ranges::find(present, key) != present.end()) return true;
  const FieldRule* wanted = rule_of(context.reading.dialect(), kind, key);
  return wanted != nullptr && std::ranges::any_of(present, [&](const std::string& other) {
           const FieldRule* rule = rule_of(context.reading.dialect(), kind, other);
           return rule != nullptr && rule->role == wanted->role;
         });
}

std::string as_key(std::string folded) {
  std::ranges::replace(folded, ' ', '_');
  return folded;
}

void check_keys(const DocumentContext& context, const FormOfKind& form, ItemKind kind, FindingSink& sink) {
  const FrontMatter& front_matter = context.reading.scan().front_matter;
  std::vector<std::string> present;
  std::string buffer;
  for (std::uint32_t i = 1; i < front_matter.nodes.size(); i = front_matter.nodes[i].end)
    present.emplace_back(fold_words(front_matter.nodes[i].key, buffer));
  std::vector<std::string> missing;
  std::size_t by_name = 0;
  for (const FormChoice& choice : form.keys) {
    const auto is_one = [&](const std::string& key) { return is_there(context, kind, present, key); };
    const auto is_named = [&](const std::string& key) { return std::ranges::find(present, key) != present.end(); };
    if (std::ranges::none_of(choice, is_one)) missing.push_back(as_key(choice.front()));
    by_name += std::ranges::any_of(choice, is_named) ? 1 : 0;
  }
  // A document with few of the family's own keys has the form of another one, in the place of this one.
  if (by_name * 2 < form.keys.size()) return;
  const ByteRange opening{front_matter.range.begin, front_matter.yaml.begin};
  for (const std::string& key : missing)
    sink.report(opening, "the key '" + key + "' is missing; documents of this family must have it", "add it");
}

void check(const DocumentContext& context, FindingSink& sink) {
  const Item& item = context.reading.items().front();
  const FormOfKind& form = form_of(context.reading.dialect().form, item.kind);
  const FrontMatter& front_matter = context.reading.scan().front_matter;
  const bool is_readable = !front_matter.nodes.empty() && front_matter.nodes[0].kind == YamlKind::mapping;
  if (is_readable) {
    if (!form.keys.empty()) check_keys(context, form, item.kind, sink);
  } else if (form.front_matter && front_matter.problems.empty() && context.reading.fields().of(Role::status).empty()) {
    sink.report(Spot{{context.document, 0}, {}, 1}, "there is no front matter; documents of this family must have it",
                "begin the file with '---', the keys of the family and '---'");
  }
}

}  // namespace

constinit const Rule kRequiredKey{.about = {.id = "MP113",
                                            .slug = "required-key",
                                            .since = "0.1.0",
                                            .group = RuleGroup::form,
                                            .severity = Severity::warning,
                                            .summary = "front matter that lacks a key which the family demands"},
                                  .check_document = check};

}  // namespace milepost
