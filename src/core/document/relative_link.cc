// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "core/document/relative_link.h"

#include <optional>
#include <vector>

namespace milepost {
namespace {

std::optional<int> hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return std::nullopt;
}

std::string percent_decoded(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '%' && i + 2 < text.size()) {
      const auto high = hex_digit(text[i + 1]);
      const auto low = hex_digit(text[i + 2]);
      if (high && low) {
        out.push_back(static_cast<char>(*high * 16 + *low));
        i += 2;
        continue;
      }
    }
    out.push_back(text[i]);
  }
  return out;
}

bool is_url(std::string_view destination) {
  const std::size_t colon = destination.find(':');
  return colon != std::string_view::npos && colon < destination.find('/') && colon > 1;
}

// Pushes the segments of `path`; false if ".." leaves the root.
bool walk(std::string_view path, std::vector<std::string_view>& segments) {
  while (!path.empty()) {
    const std::size_t slash = path.find('/');
    const std::string_view segment = path.substr(0, slash);
    path = slash == std::string_view::npos ? std::string_view{} : path.substr(slash + 1);
    if (segment.empty() || segment == ".") continue;
    if (segment != "..") {
      segments.push_back(segment);
      continue;
    }
    if (segments.empty()) return false;
    segments.pop_back();
  }
  return true;
}

}  // namespace

std::string resolve_link(std::string_view from, std::string_view destination) {
  destination = destination.substr(0, destination.find_first_of("#?"));
  if (destination.empty() || is_url(destination) || destination.starts_with("//")) return {};
  const std::string decoded = percent_decoded(destination);
  std::vector<std::string_view> segments;
  const std::size_t slash = from.rfind('/');
  if (!decoded.starts_with('/') && slash != std::string_view::npos && !walk(from.substr(0, slash), segments)) return {};
  if (!walk(decoded, segments)) return {};
  std::string path;
  for (const std::string_view segment : segments) {
    if (!path.empty()) path.push_back('/');
    path.append(segment);
  }
  return path;
}

std::string path_from(std::string_view from, std::string_view to) {
  std::size_t common = 0;  // behind the last folder that both share
  for (std::size_t i = 0; i < from.size() && i < to.size() && from[i] == to[i]; ++i)
    if (from[i] == '/') common = i + 1;
  std::string path;
  for (const char c : from.substr(common))
    if (c == '/') path += "../";
  return path + std::string(to.substr(common));
}

}  // namespace milepost
