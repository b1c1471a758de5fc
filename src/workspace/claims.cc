// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "workspace/claims.h"

#include <xxhash.h>

#include <algorithm>
#include <charconv>
#include <string_view>
#include <utility>

#include "workspace/change_lock.h"

namespace milepost {
namespace {

constexpr std::string_view kMagic = "milepost claim 1\n";
constexpr std::uint64_t kLargestClaim = std::uint64_t{16} << 10U;
constexpr std::size_t kLongestName = 200;
constexpr std::uint32_t kLockWait = 10'000;
constexpr std::uint32_t kFolderMode = 0777;  // the umask takes from it

bool is_line(const std::string& text) {
  return !text.empty() && text.size() <= kLongestName &&
         std::ranges::none_of(text, [](char c) { return static_cast<unsigned char>(c) < ' ' || c == 0x7f; });
}

std::string hex_of(std::string_view key) {
  std::uint64_t hash = XXH3_64bits(key.data(), key.size());
  std::string text(16, '0');
  for (auto digit = text.rbegin(); digit != text.rend(); ++digit, hash >>= 4U) *digit = "0123456789abcdef"[hash & 0xFU];
  return text;
}

// "until: 12" at the start of `rest`, taken off it.
bool take_field(std::string_view& rest, std::string_view name, std::string& into) {
  const std::size_t end = rest.find('\n');
  if (end == std::string_view::npos || !rest.starts_with(name) || !rest.substr(name.size()).starts_with(": "))
    return false;
  into = rest.substr(name.size() + 2, end - name.size() - 2);
  rest.remove_prefix(end + 1);
  return true;
}

bool take_time(std::string_view& rest, std::string_view name, std::int64_t& into) {
  std::string text;
  if (!take_field(rest, name, text)) return false;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), into);
  return error == std::errc() && end == text.data() + text.size();
}

}  // namespace

std::string to_claim_text(const Claim& claim) {
  return std::string(kMagic) + "key: " + claim.key + "\nitem: " + claim.item + "\npath: " + claim.path +
         "\nholder: " + claim.holder + "\nsince: " + std::to_string(claim.since) +
         "\nuntil: " + std::to_string(claim.until) + "\n";
}

bool parse_claim(std::string_view text, Claim& into) {
  if (!text.starts_with(kMagic)) return false;
  text.remove_prefix(kMagic.size());
  return take_field(text, "key", into.key) && take_field(text, "item", into.item) &&
         take_field(text, "path", into.path) && take_field(text, "holder", into.holder) &&
         take_time(text, "since", into.since) && take_time(text, "until", into.until);
}

std::string Claims::path_of(const std::string& key) const { return folder() + "/" + hex_of(key); }

ChangeSite Claims::site(const FileWriter& writer) const { return {files_, writer, state_, {}, kLargestClaim}; }

std::vector<Claim> Claims::load(std::int64_t now) const {
  std::vector<Claim> claims;
  const auto directory = files_.open_directory(folder());
  EntryList entries;
  if (!directory || !(*directory)->list(entries)) return claims;
  ReadBuffer bytes;
  for (const auto& entry : entries.entries()) {
    Claim claim;
    if (entry.kind != FileKind::file || !(*directory)->read(entries.c_name(entry), kLargestClaim, bytes)) continue;
    if (parse_claim(bytes.bytes(), claim) && claim.until > now) claims.push_back(std::move(claim));
  }
  std::ranges::sort(claims,
                    [](const Claim& a, const Claim& b) { return std::pair(a.item, a.key) < std::pair(b.item, b.key); });
  return claims;
}

Claim Claims::find(const std::string& key, std::int64_t now) const {
  ReadBuffer bytes;
  Claim claim;
  const bool holds =
      files_.read(path_of(key), kLargestClaim, bytes) && parse_claim(bytes.bytes(), claim) && claim.until > now;
  return holds ? claim : Claim{};
}

Result<void> Claims::take(const FileWriter& writer, const Claim& wanted) const {
  const bool is_odd = !wanted.path.empty() && wanted.path.find_first_of("\r\n") != std::string::npos;
  if (is_odd || wanted.item.find('\n') != std::string::npos || wanted.key.find('\n') != std::string::npos)
    return fail(ErrorKind::usage, "An item with a line break in its id or path can not be claimed.");
  if (!is_line(wanted.holder))
    return fail(ErrorKind::usage, "The name of who claims must be one line of at most 200 bytes.");
  const ChangeSite place = site(writer);
  const auto lock = ChangeLock::take(place, {"milepost claim", kLockWait});
  if (!lock) return std::unexpected(lock.error());
  Claim claim = wanted;
  if (const Claim held = find(wanted.key, wanted.since); !held.key.empty()) {
    if (held.holder != wanted.holder)
      return fail(ErrorKind::conflict, wanted.item + " is claimed by " + held.holder + ".");
    claim.since = held.since;
  }
  if (auto made = writer.make_folder(folder(), kFolderMode); !made && made.error().trouble != FileTrouble::exists)
    return std::unexpected(to_write_error(made.error(), "made", folder()));
  const std::string path = path_of(claim.key);
  const std::string text = to_claim_text(claim);
  auto stored = unlink_if_there(place, path);
  if (stored) stored = store_new_file(place, {path, text, 0, std::nullopt}, Durability::unsynced);
  if (!stored) return std::unexpected(to_write_error(stored.error(), "written", path));
  return {};
}

Result<Claim> Claims::release(const FileWriter& writer, const Claim& given_up, Force force) const {
  const ChangeSite place = site(writer);
  const auto lock = ChangeLock::take(place, {"milepost release", kLockWait});
  if (!lock) return std::unexpected(lock.error());
  Claim held = find(given_up.key, given_up.since);
  if (held.key.empty()) return fail(ErrorKind::not_found, "Nobody has claimed " + given_up.item + ".");
  if (held.holder != given_up.holder && force == Force::own_only) {
    auto refused = fail(ErrorKind::conflict,
                        given_up.item + " is claimed by " + held.holder + ", not by " + given_up.holder + ".");
    refused.error().hints.emplace_back("--force releases it all the same.");
    return refused;
  }
  const std::string path = path_of(held.key);
  if (auto gone = unlink_if_there(place, path); !gone)
    return std::unexpected(to_write_error(gone.error(), "deleted", path));
  return held;
}

}  // namespace milepost
