// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "operations/item_claims.h"

#include <charconv>
#include <chrono>
#include <cstdio>

#include "core/document/normalise/identifier.h"
#include "core/document/path_parts.h"
#include "core/lifecycle/destination.h"
#include "operations/arguments.h"
#include "operations/session.h"

namespace milepost {
namespace {

constexpr std::int64_t kMinute = 60;
constexpr std::int64_t kHour = 60 * kMinute;
constexpr std::int64_t kDay = 24 * kHour;
constexpr std::int64_t kNanoseconds = 1'000'000'000;

// "2026-01-15T12:00:00Z"
std::string to_timestamp(std::int64_t seconds) {
  const std::chrono::sys_seconds time{std::chrono::seconds{seconds}};
  const auto day = std::chrono::floor<std::chrono::days>(time);
  const auto of_day = (time - day).count();
  char clock[16];
  std::snprintf(clock, sizeof clock, "T%02d:%02d:%02dZ", static_cast<int>(of_day / kHour),
                static_cast<int>(of_day / kMinute % 60), static_cast<int>(of_day % 60));
  return to_string(Date::from_days(day)) + clock;
}

// The folders that an item lies in, those left out that say how far it is.
std::string place_of(std::string_view path) {
  std::string place;
  for (std::string_view rest = folder_of(path); !rest.empty();) {
    const std::size_t slash = rest.find('/');
    const std::string_view name = rest.substr(0, slash);
    if (!is_stage_folder(name)) place.append(name).append("/");
    rest = slash == std::string_view::npos ? std::string_view{} : rest.substr(slash + 1);
  }
  return place;
}

std::string place_of(const Corpus& corpus, ItemKey key) { return place_of(corpus.document_of(key).path); }

std::string file_of(const Corpus& corpus, ItemKey key) {
  return std::string(file_name_of(corpus.document_of(key).path));
}

std::string inner_title(const Item& item, ItemKey key) {
  return item.title && key.item > 0 ? item.title->value : std::string();
}

// A whole id of a plan's milestone says where it belongs, wherever it lies.
std::string key_by_id(const Corpus& corpus, ItemKey key) {
  std::string id = fold_identifier(corpus.item(key).id->value);
  return id.find('/') == std::string::npos ? place_of(corpus, key) + "|" + id : id;
}

}  // namespace

const std::string_view kClaimSchema =
    R"json({"type":"object","required":["item","path","holder","since","until"],"properties":{
"item":{"type":"string"},"path":{"type":["string","null"]},"holder":{"type":"string"},
"since":{"type":"string","format":"date-time"},"until":{"type":"string","format":"date-time"}}})json";

ClaimKeys::ClaimKeys(const Corpus& corpus) : corpus_(corpus) {
  for (const ItemKey key : corpus.all_items())
    if (corpus.item(key).id) ++bearers_[key_by_id(corpus, key)];
}

std::string ClaimKeys::of(ItemKey key) const {
  const Item& item = corpus_.item(key);
  if (!item.id) return place_of(corpus_, key) + file_of(corpus_, key) + "|" + inner_title(item, key);
  std::string by_id = key_by_id(corpus_, key);
  const auto bearers = bearers_.find(by_id);
  if (bearers == bearers_.end() || bearers->second == 1) return by_id;
  return by_id + "|" + place_of(corpus_, key) + file_of(corpus_, key) + "|" + inner_title(item, key);
}

const Claim* ClaimKeys::find(const std::vector<Claim>& claims, ItemKey key) const {
  if (claims.empty()) return nullptr;
  const std::string own = of(key);
  for (const Claim& claim : claims)
    if (claim.key == own) return &claim;
  if (!corpus_.item(key).id) return nullptr;
  const std::string by_id = key_by_id(corpus_, key);
  const std::string place = place_of(corpus_.document_of(key).path) + file_of(corpus_, key);
  for (const Claim& claim : claims) {
    const bool has_id = claim.key == by_id || claim.key.starts_with(by_id + "|");
    if (has_id && place_of(claim.path) + std::string(file_name_of(claim.path)) == place) return &claim;
  }
  return nullptr;
}

Result<std::int64_t> parse_claim_duration(std::string_view text) {
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  const std::string_view unit(end, static_cast<std::size_t>(text.data() + text.size() - end));
  const std::int64_t size = unit == "m" ? kMinute : unit == "h" ? kHour : unit == "d" ? kDay : 0;
  constexpr std::int64_t kLongest = 366 * kDay;
  if (error == std::errc() && number > 0 && size > 0 && number <= kLongest / size) return number * size;
  return fail(ErrorKind::usage, "'" + std::string(text) + "' is no duration; write 30m, 4h or 2d (at most a year)");
}

std::string describe_duration(std::int64_t seconds) {
  const std::int64_t minutes = (seconds + kMinute - 1) / kMinute;
  if (minutes < 60) return std::to_string(minutes) + " min";
  const std::int64_t hours = minutes / 60;
  if (hours >= 48) return std::to_string(hours / 24) + " days";
  return std::to_string(hours) + " h" + (minutes % 60 == 0 ? "" : " " + std::to_string(minutes % 60) + " min");
}

Result<Claimer> find_claimer(Session& session, const Arguments& arguments) {
  auto workspace = session.workspace();
  if (!workspace) return std::unexpected(std::move(workspace).error());
  const Config& config = (*workspace)->config();
  auto duration =
      parse_claim_duration(arguments.has("for") ? arguments.text("for") : config.get_text("claims.duration"));
  if (!duration) return std::unexpected(std::move(duration).error());
  Claimer claimer{std::string(arguments.text("as")), session.files().now_ns() / kNanoseconds, *duration};
  if (claimer.name.empty()) claimer.name = config.get_text("claims.name");
  if (claimer.name.empty()) claimer.name = file_name_of((*workspace)->root());
  return claimer;
}

Result<Claim> claim_item(Session& session, const Claimer& claimer, ItemKey key) {
  auto scan = session.scan();
  if (!scan) return std::unexpected(std::move(scan).error());
  if (session.writer() == nullptr) return fail(ErrorKind::unavailable, "this part of milepost writes nothing");
  const Corpus& corpus = (*scan)->corpus;
  Claim claim{
      ClaimKeys(corpus).of(key),     corpus.name_of(key), corpus.document_of(key).path, claimer.name, claimer.now,
      claimer.now + claimer.duration};
  const Claims claims(session.files(), session.root());
  const std::vector<Claim> held = claims.load(claimer.now);
  if (const Claim* other = ClaimKeys(corpus).find(held, key); other != nullptr && other->holder != claimer.name)
    return fail(ErrorKind::conflict, claim.item + " is claimed by " + other->holder + ".");
  if (auto taken = claims.take(*session.writer(), claim); !taken) return std::unexpected(std::move(taken).error());
  return claim;
}

void write_claim(JsonWriter& json, const Claim& claim, const std::optional<std::string>& path) {
  json.begin_object().field("item", claim.item).field("path", path).field("holder", claim.holder);
  json.field("since", to_timestamp(claim.since)).field("until", to_timestamp(claim.until)).end_object();
}

}  // namespace milepost
