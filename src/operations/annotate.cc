// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "operations/annotate.h"

#include <utility>

#include "operations/arguments.h"
#include "operations/edit_item.h"
#include "operations/invoke_change.h"
#include "operations/session.h"

namespace milepost {
namespace {

constexpr Parameter kText{.name = "text",
                          .kind = ParameterKind::text,
                          .value_name = "TEXT",
                          .summary = "what is to stand there, one line",
                          .positional = true,
                          .required = true};
constexpr Parameter kDate{.name = "date",
                          .kind = ParameterKind::date,
                          .value_name = "DATE",
                          .summary = "the day of the entry; today when not given"};
constexpr Parameter kSection{.name = "section",
                             .kind = ParameterKind::text,
                             .value_name = "SECTION",
                             .summary = "kind or title of the section",
                             .values = Values::sections,
                             .default_text = "notes"};
constexpr Parameter kName{.name = "name",
                          .kind = ParameterKind::text,
                          .value_name = "NAME",
                          .summary = "what the link is called: docs, issue, pr, or words of your own",
                          .positional = true,
                          .required = true};
constexpr Parameter kTarget{.name = "target",
                            .kind = ParameterKind::text,
                            .value_name = "TARGET",
                            .summary = "a URL, or a path relative to the document",
                            .positional = true,
                            .required = true};
constexpr auto kLogParameters = with_change_parameters(std::array{kItemParameter, kText, kDate});
constexpr auto kNoteParameters = with_change_parameters(std::array{kItemParameter, kText, kSection});
constexpr auto kLinkParameters = with_change_parameters(std::array{kItemParameter, kName, kTarget});
constexpr std::array kLogExamples{
    Example{"milepost log M3 \"load test moved to May\"", "a line with the date of today"}};
constexpr std::array kNoteExamples{
    Example{"milepost note M3 \"- ask for the second key\" --section risks", "a line at the end of a section"}};
constexpr std::array kLinkExamples{
    Example{"milepost link M3 docs docs/m3.md", "the key links.docs, or a line of the section with links"}};

bool has_links_key(const ParsedDocument& document) {
  const YamlNode* links = document.front_matter.find("links");
  return links != nullptr && links->kind == YamlKind::mapping;
}

}  // namespace

constinit const Operation kLogOperation{.name = "log",
                                        .command = "log",
                                        .group = "Editing",
                                        .summary = "add a line to the changelog",
                                        .description =
                                            "Adds a line to the log of the document, in the order and the form of "
                                            "those that are there. A document without a log\n"
                                            "gets one.",
                                        .parameters = kLogParameters,
                                        .examples = kLogExamples,
                                        .exit_codes = kChangeExitCodes,
                                        .effect = Effect::writes,
                                        .data_schema = kChangeSchema,
                                        .invoke = invoke_change<kLogOperation, add_log>};

constinit const Operation kNoteOperation{.name = "note",
                                         .command = "note",
                                         .group = "Editing",
                                         .summary = "add text to a section",
                                         .description = "Adds a paragraph at the end of a section.",
                                         .parameters = kNoteParameters,
                                         .examples = kNoteExamples,
                                         .exit_codes = kChangeExitCodes,
                                         .effect = Effect::writes,
                                         .data_schema = kChangeSchema,
                                         .invoke = invoke_change<kNoteOperation, add_note>};

constinit const Operation kLinkOperation{.name = "link",
                                         .command = "link",
                                         .group = "Editing",
                                         .summary = "add a link",
                                         .description =
                                             "Sets links.NAME in the front matter where the document keeps its links "
                                             "there, else adds a line to the section with\n"
                                             "links.",
                                         .parameters = kLinkParameters,
                                         .examples = kLinkExamples,
                                         .exit_codes = kChangeExitCodes,
                                         .effect = Effect::writes,
                                         .data_schema = kChangeSchema,
                                         .invoke = invoke_change<kLinkOperation, add_link>};

Result<ChangeAnswer> add_log(Session& session, const Arguments& arguments) {
  return edit_one(session, arguments, kLogOperation, [&](const ChosenItem&) -> Result<std::vector<EditRequest>> {
    const std::string_view date = arguments.text("date");
    return std::vector<EditRequest>{
        AddLog{date.empty() ? to_string(session.today()) : std::string(date), std::string(arguments.text("text"))}};
  });
}

Result<ChangeAnswer> add_note(Session& session, const Arguments& arguments) {
  return edit_one(session, arguments, kNoteOperation, [&](const ChosenItem&) -> Result<std::vector<EditRequest>> {
    const std::string section(arguments.has("section") ? arguments.text("section") : "notes");
    return std::vector<EditRequest>{ChangeSection{section, BodyChange::append, std::string(arguments.text("text"))}};
  });
}

Result<ChangeAnswer> add_link(Session& session, const Arguments& arguments) {
  return edit_one(
      session, arguments, kLinkOperation, [&](const ChosenItem& chosen) -> Result<std::vector<EditRequest>> {
        const std::string name(arguments.text("name"));
        const std::string target(arguments.text("target"));
        if (has_links_key(chosen.document)) return std::vector<EditRequest>{SetField{"key:links." + name, target}};
        return std::vector<EditRequest>{ChangeSection{"links", BodyChange::append, "- [" + name + "](" + target + ")"}};
      });
}

}  // namespace milepost
