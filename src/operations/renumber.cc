// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "operations/renumber.h"

#include <algorithm>
#include <utility>

#include "core/lifecycle/id_sequence.h"
#include "operations/arguments.h"
#include "operations/chosen_item.h"
#include "operations/edit_item.h"
#include "operations/invoke_change.h"
#include "operations/move_documents.h"
#include "operations/new_id.h"
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

// The number that counts: the last one, of "T02_S03" that of the task.
std::string_view counted_digits(std::string_view id) {
  id = without_drawn_digits(id);
  const std::size_t joint = id.find('_');
  if (joint != std::string_view::npos && joint > 1) id = id.substr(0, joint);
  const std::size_t end = id.find_last_of("0123456789") + 1;
  std::size_t begin = end;
  while (begin > 0 && id[begin - 1] >= '0' && id[begin - 1] <= '9') --begin;
  return id.substr(begin, end - begin);
}

// What `new` would not give, nobody shall have.
Result<void> check_range(std::string_view from, std::string_view to) {
  constexpr std::size_t kFixedWidth = 3;
  constexpr std::size_t kMostDigits = 4;
  const std::string_view digits = counted_digits(to);
  const bool is_fixed = counted_digits(from).size() == kFixedWidth && counted_digits(from).front() == '0';
  const std::size_t most = is_fixed ? kFixedWidth : std::max(kMostDigits, counted_digits(from).size());
  const bool is_zero = !digits.empty() && digits.find_first_not_of('0') == std::string_view::npos;
  if (digits.size() <= most && !is_zero) return {};
  return fail(ErrorKind::usage,
              "the number of '" + std::string(to) + "' is out of range; it goes from 1 to " + std::string(most, '9'));
}

Result<PlannedChange> plan_renumber(Session& session, const Arguments& arguments) {
  auto chosen = choose_item(session, arguments.text("id"));
  if (!chosen) return std::unexpected(std::move(chosen).error());
  const Item& item = chosen->stated();
  if (!item.id) return fail(ErrorKind::usage, chosen->path() + " states no id that could be changed");
  const std::string to(arguments.text("to"));
  if (auto good = check_range(item.id->value, to); !good) return std::unexpected(std::move(good).error());
  auto renamed = plan_new_id(session, *chosen, to);
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
