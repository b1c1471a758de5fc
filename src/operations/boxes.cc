// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "operations/boxes.h"

#include <charconv>
#include <utility>

#include "operations/arguments.h"
#include "operations/edit_item.h"
#include "operations/invoke_change.h"
#include "operations/session.h"

namespace milepost {
namespace {

constexpr Parameter kWhich{
    .name = "box",
    .kind = ParameterKind::text,
    .value_name = "BOX",
    .summary = "numbers from 1 in the order of the document (3, 1-4), or a part of the text that only one box has",
    .positional = true,
    .many = true};
constexpr Parameter kSection{.name = "section",
                             .kind = ParameterKind::text,
                             .value_name = "SECTION",
                             .summary = "all boxes of this section: its kind or title",
                             .values = Values::sections};
constexpr Parameter kAll{
    .name = "all", .kind = ParameterKind::flag, .summary = "all boxes of the milestone", .letter = 'a'};
constexpr Parameter kLine{
    .name = "line", .kind = ParameterKind::number, .value_name = "LINE", .summary = "the box on this line of the file"};
constexpr Parameter kReason{.name = "reason",
                            .kind = ParameterKind::text,
                            .value_name = "TEXT",
                            .summary = "why it is put off; stands behind the box",
                            .letter = 'm'};

constexpr auto kTickParameters = with_change_parameters(std::array{kItemParameter, kWhich, kSection, kLine, kAll});
constexpr auto kDeferParameters =
    with_change_parameters(std::array{kItemParameter, kWhich, kSection, kLine, kAll, kReason});
constexpr std::array kTickExamples{
    Example{"milepost tick M3 2", "the second box of M3"},
    Example{"milepost tick M3 \"load test\"", "the box with these words"},
    Example{"milepost tick M3 --section \"Definition of Done\"", "all boxes of a section"}};
constexpr std::array kUntickExamples{Example{"milepost untick M3 2", "the second box of M3 is open again"}};
constexpr std::array kDeferExamples{
    Example{"milepost defer M3 \"load test\" --reason \"no machines before May\"", "put one box off"}};

bool is_number(std::string_view word) {
  return !word.empty() && word.find_first_not_of("0123456789-") == std::string_view::npos && word[0] != '-';
}

// "3" or "1-4".
Result<void> add_numbers(std::string_view word, SetBoxes box, std::vector<EditRequest>& requests) {
  std::uint32_t first = 0;
  const char* const end = word.data() + word.size();
  auto read = std::from_chars(word.data(), end, first);
  std::uint32_t last = first;
  if (read.ec == std::errc() && read.ptr != end && *read.ptr == '-') read = std::from_chars(read.ptr + 1, end, last);
  const bool good = read.ec == std::errc() && read.ptr == end && first > 0 && first <= last && last - first < 10'000;
  if (!good)
    return fail(ErrorKind::usage,
                "'" + std::string(word) + "' is no number of a box; boxes count from 1, and 1-4 means four of them");
  box.choice = BoxChoice::number;
  for (; first <= last; ++first) {
    box.number = first;
    requests.emplace_back(box);
  }
  return {};
}

Result<std::vector<EditRequest>> parse_boxes(const Arguments& arguments, BoxState state) {
  std::vector<EditRequest> requests;
  SetBoxes box{.state = state, .text = {}, .reason = std::string(arguments.text("reason"))};
  for (const std::string& word : arguments.all("box")) {
    if (is_number(word)) {
      if (auto added = add_numbers(word, box, requests); !added) return std::unexpected(std::move(added).error());
      continue;
    }
    box.choice = BoxChoice::text;
    box.text = word;
    requests.emplace_back(box);
  }
  for (const std::string& section : arguments.all("section")) {
    box.choice = BoxChoice::section;
    box.text = section;
    requests.emplace_back(box);
  }
  for (const std::string& line : arguments.all("line")) {
    box.choice = BoxChoice::line;
    std::from_chars(line.data(), line.data() + line.size(), box.number);
    requests.emplace_back(box);
  }
  if (arguments.has("all")) {
    box.choice = BoxChoice::all;
    requests.emplace_back(box);
  }
  if (requests.empty()) {
    auto failure = fail(ErrorKind::usage, "which box? Give its number, a part of its text, --section or --all");
    failure.error().hints.push_back("`milepost show " + std::string(arguments.text("id")) + "` shows them");
    return failure;
  }
  return requests;
}

Result<ChangeAnswer> change_boxes(Session& session, const Arguments& arguments, const Operation& operation,
                                  BoxState state) {
  return edit_one(session, arguments, operation,
                  [&arguments, state](const ChosenItem&) { return parse_boxes(arguments, state); });
}

}  // namespace

constinit const Operation kTickOperation{.name = "tick",
                                         .command = "tick",
                                         .group = "Editing",
                                         .summary = "tick boxes",
                                         .description =
                                             "Ticks boxes of a milestone. Only the byte between the brackets changes, "
                                             "and the date of the last update where\n"
                                             "the document states one.",
                                         .parameters = kTickParameters,
                                         .examples = kTickExamples,
                                         .exit_codes = kChangeExitCodes,
                                         .effect = Effect::writes,
                                         .data_schema = kChangeSchema,
                                         .invoke = invoke_change<kTickOperation, tick>};

constinit const Operation kUntickOperation{
    .name = "untick",
    .command = "untick",
    .group = "Editing",
    .summary = "open ticked boxes again",
    .description = "Opens boxes of a milestone again, also those that were put off.",
    .parameters = kTickParameters,
    .examples = kUntickExamples,
    .exit_codes = kChangeExitCodes,
    .effect = Effect::writes,
    .data_schema = kChangeSchema,
    .invoke = invoke_change<kUntickOperation, untick>};

constinit const Operation kDeferOperation{
    .name = "defer",
    .command = "defer",
    .group = "Editing",
    .summary = "put boxes off, with a reason",
    .description =
        "Marks boxes as put off: the text is struck through and the reason stands behind it. A box that was put off\n"
        "stays open and no longer holds up `complete`.",
    .parameters = kDeferParameters,
    .examples = kDeferExamples,
    .exit_codes = kChangeExitCodes,
    .effect = Effect::writes,
    .data_schema = kChangeSchema,
    .invoke = invoke_change<kDeferOperation, defer>};

Result<ChangeAnswer> tick(Session& session, const Arguments& arguments) {
  return change_boxes(session, arguments, kTickOperation, BoxState::done);
}

Result<ChangeAnswer> untick(Session& session, const Arguments& arguments) {
  return change_boxes(session, arguments, kUntickOperation, BoxState::open);
}

Result<ChangeAnswer> defer(Session& session, const Arguments& arguments) {
  return change_boxes(session, arguments, kDeferOperation, BoxState::deferred);
}

}  // namespace milepost
