// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "operations/claim.h"

#include <array>
#include <map>

#include "operations/arguments.h"
#include "operations/envelope.h"
#include "operations/item_claims.h"
#include "operations/item_columns.h"
#include "operations/session.h"

namespace milepost {
namespace {

constexpr Parameter kItem{.name = "item",
                          .kind = ParameterKind::text,
                          .value_name = "ID|PATH",
                          .summary = "the item; without one, all claims are listed",
                          .values = Values::ids,
                          .positional = true};
constexpr Parameter kAs{.name = "as",
                        .kind = ParameterKind::text,
                        .value_name = "NAME",
                        .summary = "who it is; else `claims.name`, else the folder of the work tree",
                        .values = Values::owners};
constexpr std::array kClaimParameters{kItem, kAs,
                                      Parameter{.name = "for",
                                                .kind = ParameterKind::text,
                                                .value_name = "DURATION",
                                                .summary = "how long it holds: 30m, 4h, 2d; else `claims.duration`"}};
constexpr std::array kReleaseParameters{
    Parameter{.name = "item",
              .kind = ParameterKind::text,
              .value_name = "ID|PATH",
              .summary = "the item",
              .values = Values::ids,
              .positional = true,
              .required = true},
    kAs, Parameter{.name = "force", .summary = "also when somebody else has claimed it"}};
constexpr std::array kClaimExamples{Example{"milepost claim MS003 --as kim --for 2h", "nobody else gets it until then"},
                                    Example{"milepost claim", "what is claimed, and by whom"}};
constexpr std::array kReleaseExamples{Example{"milepost release MS003", "give it back before its time is up"}};
constexpr std::array<int, 6> kExitCodes{0, 1, 2, 3, 4, 5};
constexpr std::string_view kSchema = R"json({"type":"object","required":["claims"],"properties":{
"claims":{"type":"array","items":{"type":"object","required":["item","path","holder","since","until"],"properties":{
 "item":{"type":"string"},"path":{"type":["string","null"],"description":"null: the item is not in this work tree"},
 "holder":{"type":"string"},"since":{"type":"string"},"until":{"type":"string"}}}}}})json";

Result<ClaimAnswer> list_claims(Session& session, std::int64_t now) {
  auto scan = session.scan();
  if (!scan) return std::unexpected(std::move(scan).error());
  const Corpus& corpus = (*scan)->corpus;
  std::map<std::string, std::string> paths;
  std::vector<Claim> claims = Claims(session.files(), session.root()).load(now);
  if (!claims.empty()) {
    const ClaimKeys keys(corpus);
    for (const ItemKey key : corpus.all_items()) paths.try_emplace(keys.of(key), corpus.document_of(key).path);
  }
  ClaimAnswer answer{{}, true, now};
  for (Claim& one : claims) {
    const auto path = paths.find(one.key);
    answer.claims.push_back({std::move(one), path == paths.end() ? std::nullopt : std::optional(path->second)});
  }
  return answer;
}

// A claim that failed because of another one says how long that one holds.
Error with_holder(Session& session, Error error, ItemKey key, std::int64_t now) {
  if (error.kind != ErrorKind::conflict || !session.scan()) return error;
  const std::vector<Claim> claims = Claims(session.files(), session.root()).load(now);
  if (const Claim* held = ClaimKeys((*session.scan())->corpus).find(claims, key))
    error.hints.push_back("It ends by itself in " + describe_duration(held->until - now) +
                          "; `milepost next` names other work.");
  return error;
}

Result<JsonText> to_json(const Operation& operation, Session& session, const Result<ClaimAnswer>& answer) {
  if (!answer) return std::unexpected(answer.error());
  Envelope envelope(operation.name, session.root());
  JsonWriter& json = envelope.data();
  json.begin_object().key("claims").begin_array();
  for (const ListedClaim& one : answer->claims) write_claim(json, one.claim, one.path);
  json.end_array().end_object();
  return std::move(envelope).finish({}, Outcome::done);
}

}  // namespace

constinit const Operation kClaimOperation{
    .name = "claim",
    .command = "claim",
    .group = "Work",
    .summary = "take an item for a while, so that nobody else does",
    .description =
        "Notes who works on an item and until when, for all work trees of the repository. A claim of somebody else\n"
        "is a conflict (exit 3); one's own is prolonged. It ends by itself. Documents are not changed.",
    .parameters = kClaimParameters,
    .examples = kClaimExamples,
    .exit_codes = kExitCodes,
    .effect = Effect::writes,
    .data_schema = kSchema,
    .invoke = invoke_claim};

constinit const Operation kReleaseOperation{
    .name = "release",
    .command = "release",
    .group = "Work",
    .summary = "give a claimed item back",
    .description = "Ends a claim before its time. Only who has it may do that, unless --force is given.",
    .parameters = kReleaseParameters,
    .examples = kReleaseExamples,
    .exit_codes = kExitCodes,
    .effect = Effect::writes,
    .data_schema = kSchema,
    .invoke = invoke_release};

Result<ClaimAnswer> claim(Session& session, const Arguments& arguments) {
  if (auto good = check_arguments(kClaimOperation, arguments); !good) return std::unexpected(std::move(good).error());
  auto claimer = find_claimer(session, arguments);
  if (!claimer) return std::unexpected(std::move(claimer).error());
  if (arguments.text("item").empty()) return list_claims(session, claimer->now);
  auto scan = session.scan();
  if (!scan) return std::unexpected(std::move(scan).error());
  const Corpus& corpus = (*scan)->corpus;
  auto key = corpus.find(arguments.text("item"));
  if (!key) return std::unexpected(std::move(key).error());
  if (!is_open(corpus.item(*key))) {
    auto refused = fail(ErrorKind::refused, corpus.name_of(*key) + " is closed; there is nothing left to take.");
    refused.error().hints.emplace_back("`milepost reopen` opens it again.");
    return refused;
  }
  auto taken = claim_item(session, *claimer, *key);
  if (!taken) return std::unexpected(with_holder(session, std::move(taken).error(), *key, claimer->now));
  return ClaimAnswer{{{*std::move(taken), corpus.document_of(*key).path}}, false, claimer->now};
}

Result<ClaimAnswer> release(Session& session, const Arguments& arguments) {
  if (auto good = check_arguments(kReleaseOperation, arguments); !good) return std::unexpected(std::move(good).error());
  auto claimer = find_claimer(session, arguments);
  if (!claimer) return std::unexpected(std::move(claimer).error());
  auto scan = session.scan();
  if (!scan) return std::unexpected(std::move(scan).error());
  const Corpus& corpus = (*scan)->corpus;
  auto key = corpus.find(arguments.text("item"));
  if (!key) return std::unexpected(std::move(key).error());
  if (session.writer() == nullptr) return fail(ErrorKind::unavailable, "this part of milepost writes nothing");
  const ClaimKeys keys(corpus);
  const std::vector<Claim> held = Claims(session.files(), session.root()).load(claimer->now);
  const Claim* own = keys.find(held, *key);
  const Claim given_up{own == nullptr ? keys.of(*key) : own->key,
                       corpus.name_of(*key),
                       corpus.document_of(*key).path,
                       claimer->name,
                       claimer->now,
                       claimer->now};
  const auto force = arguments.has("force") ? Claims::Force::any : Claims::Force::own_only;
  auto released = Claims(session.files(), session.root()).release(*session.writer(), given_up, force);
  if (!released) return std::unexpected(std::move(released).error());
  return ClaimAnswer{{{*std::move(released), corpus.document_of(*key).path}}, false, claimer->now};
}

Result<JsonText> invoke_claim(Session& session, const Arguments& arguments) {
  return to_json(kClaimOperation, session, claim(session, arguments));
}

Result<JsonText> invoke_release(Session& session, const Arguments& arguments) {
  return to_json(kReleaseOperation, session, release(session, arguments));
}

}  // namespace milepost
