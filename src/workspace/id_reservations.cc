// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "workspace/id_reservations.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <string_view>

namespace milepost {
namespace {

constexpr std::uint64_t kLargestFile = std::uint64_t{16} << 20U;
constexpr std::int64_t kKeptFor = std::int64_t{90} * 24 * 3600;

// "<seconds> TAB <id> TAB <path>"
std::optional<IdReservation> parse_line(std::string_view line) {
  IdReservation reservation;
  const auto [end, error] = std::from_chars(line.data(), line.data() + line.size(), reservation.time);
  const std::size_t first = line.find('\t');
  const std::size_t second = first == std::string_view::npos ? first : line.find('\t', first + 1);
  if (error != std::errc() || second == std::string_view::npos || end != line.data() + first) return std::nullopt;
  reservation.id = line.substr(first + 1, second - first - 1);
  reservation.path = line.substr(second + 1);
  return reservation;
}

}  // namespace

std::vector<IdReservation> IdReservations::load() const {
  ReadBuffer bytes;
  std::vector<IdReservation> all;
  if (!files_.read(path_, kLargestFile, bytes)) return all;
  for (std::string_view rest = bytes.bytes(); !rest.empty();) {
    const std::size_t end = rest.find('\n');
    if (end == std::string_view::npos) break;
    if (auto reservation = parse_line(rest.substr(0, end))) all.push_back(*std::move(reservation));
    rest.remove_prefix(end + 1);
  }
  return all;
}

FileResult<void> IdReservations::store(const std::vector<IdReservation>& all) const {
  std::string text;
  for (const IdReservation& one : all) text += std::to_string(one.time) + '\t' + one.id + '\t' + one.path + '\n';
  return files_.store_private(path_, std::array<std::string_view, 1>{text});
}

Result<void> IdReservations::add(const IdReservation& reservation) const {
  const auto breaks = [](const std::string& text) { return text.find_first_of("\t\n") != std::string::npos; };
  if (breaks(reservation.id) || breaks(reservation.path))
    return fail(ErrorKind::usage, "An id and its path can not have a tab or a line break in them.");
  std::vector<IdReservation> all = load();
  std::erase_if(all, [&](const IdReservation& one) { return one.time < reservation.time - kKeptFor; });
  all.push_back(reservation);
  if (auto stored = store(all); !stored)
    return fail(ErrorKind::io, "The id " + reservation.id + " can not be reserved: " + stored.error().reason + ".");
  return {};
}

}  // namespace milepost
