// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "operations/renumber.h"

#include <algorithm>
#include <list>
#include <utility>

#include "core/document/normalise/words.h"
#include "core/lifecycle/rename_mentions.h"
#include "operations/arguments.h"
#include "operations/chosen_item.h"
#include "operations/edit_item.h"
#include "operations/invoke_change.h"
#include "operations/move_documents.h"
#include "operations/session.h"

namespace milepost {
namespace {

constexpr Parameter kTo{.name = "to",
                        .kind = ParameterKind::text,
                        .value_name = "NEW-ID",
                        .summary = "the whole new id, of the same kind as the old one",
                        .positional = true,
                        .required = true};
constexpr auto kParameters = with_change_parameters(std::array{kItemParameter, kTo});
constexpr std::array kExamples{Example{"milepost renumber docs/milestones/M5-mole.md M7", "one of two M5 becomes M7"},
                               Example{"milepost renumber M5 M7 -n", "the patch, without writing it"}};

// Every Markdown file that may name the id is parsed; the words are its shortest spellings, so none is missed.
Result<std::vector<std::string>> find_candidates(Session& session, const std::string& id) {
  auto scan = session.scan();
  if (!scan) return std::unexpected(std::move(scan).error());
  const std::size_t digits = id.find_last_not_of("0123456789") + 1;
  std::string number = id.substr(std::min(digits, id.size()));
  number.erase(0, std::min(number.find_first_not_of('0'), number.size()));
  const std::vector<std::string> words{number.empty() ? id : number};
  return session.opened()->find_files_with((*scan)->files, words);
}

Result<PlannedChange> plan_renumber(Session& session, const Arguments& arguments) {
  auto chosen = choose_item(session, arguments.text("id"));
  if (!chosen) return std::unexpected(std::move(chosen).error());
  const Item& item = chosen->stated();
  if (!item.id) return fail(ErrorKind::usage, chosen->path() + " states no id that could be changed");
  const std::string to(arguments.text("to"));
  auto paths = find_candidates(session, item.id->value);
  if (!paths) return std::unexpected(std::move(paths).error());
  if (std::ranges::find(*paths, chosen->path()) == paths->end()) paths->push_back(chosen->path());
  std::list<ParsedDocument> documents;
  std::vector<const ParsedDocument*> borrowed;
  for (const std::string& path : *paths) {
    auto document = load_document(session, path);
    if (!document) return std::unexpected(std::move(document).error());
    borrowed.push_back(&documents.emplace_back(std::move(*document)));
  }
  auto data = load_data_files(session, chosen->path());
  if (!data) return std::unexpected(std::move(data).error());
  auto renamed = plan_rename_mentions(
      {(*session.scan())->corpus, session.opened()->dialects().words().ids, borrowed, *data}, {chosen->key, to});
  if (!renamed) return std::unexpected(std::move(renamed).error());
  PlannedChange planned;
  planned.plan.summary = "renumber " + item.id->value + " " + to;
  planned.plan.files = std::move(renamed->files);
  for (FileChange& change : planned.plan.files) change.intended = {{"mention", to}};
  planned.lines.push_back(item.id->value + " is " + to + " now");
  for (const Mention& mention : renamed->left) {
    planned.remarks.push_back(mention.path + ":" + std::to_string(mention.line) + ": '" + mention.text +
                              "' could mean another one and was left");
  }
  if (auto moved = add_moves(session, renamed->moves, planned); !moved)
    return std::unexpected(std::move(moved).error());
  return planned;
}

}  // namespace

constinit const Operation kRenumberOperation{.name = "renumber",
                                             .command = "renumber",
                                             .group = "Life of a milestone",
                                             .summary = "give a milestone another id, everywhere",
                                             .description =
                                                 "Mends a collision of ids, as after a merge: changes the id of one "
                                                 "milestone in its file name, front matter and\n"
                                                 "headings, and in every link, prerequisite, index row and registry "
                                                 "entry that means it. A mention that could mean\n"
                                                 "another bearer of the old id is left as it is and named.",
                                             .parameters = kParameters,
                                             .examples = kExamples,
                                             .exit_codes = kChangeExitCodes,
                                             .effect = Effect::moves,
                                             .data_schema = kChangeSchema,
                                             .invoke = invoke_change<kRenumberOperation, renumber>};

Result<ChangeAnswer> renumber(Session& session, const Arguments& arguments) {
  if (auto good = check_arguments(kRenumberOperation, arguments); !good)
    return std::unexpected(std::move(good).error());
  auto options = parse_change_options(arguments);
  if (!options) return std::unexpected(std::move(options).error());
  options->planning = Planning::locked;  // the new id must not be taken by two
  return carry_out(session, *options, [&](Session& now) { return plan_renumber(now, arguments); });
}

}  // namespace milepost
