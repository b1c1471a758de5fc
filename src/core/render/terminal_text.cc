// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "core/render/terminal_text.h"

#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <vector>

#include "core/base/utf8.h"

namespace milepost {
namespace {

constexpr char32_t kVariationEmoji = 0xFE0F;
constexpr char32_t kKeycap = 0x20E3;

struct Span {
  char32_t first;
  char32_t last;
};

// Characters that draw nothing and can hide or turn text around: direction marks, overrides and isolates, byte order
// mark, interlinear annotation, tag characters, soft hyphen.
constexpr std::array<Span, 9> kHidden{{{0x80, 0x9F},
                                       {0xAD, 0xAD},
                                       {0x61C, 0x61C},
                                       {0x200E, 0x200F},
                                       {0x202A, 0x202E},
                                       {0x2066, 0x206F},
                                       {0xFEFF, 0xFEFF},
                                       {0xFFF9, 0xFFFB},
                                       {0xE0000, 0xE0FFF}}};

bool is_hidden(char32_t value) {
  return std::any_of(kHidden.begin(), kHidden.end(),
                     [value](const Span& span) { return value >= span.first && value <= span.last; });
}

bool is_blank_like(char32_t value) {
  return value == '\t' || value == '\n' || value == '\r' || value == '\v' || value == '\f' || value == 0x2028 ||
         value == 0x2029 || value == 0x85;
}

bool is_printable_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c >= 0x20 && c < 0x7F; });
}

bool is_regional_indicator(char32_t value) { return value >= 0x1F1E6 && value <= 0x1F1FF; }

// A run of code points that a terminal draws as one thing.
struct Cluster {
  std::size_t end = 0;
  std::size_t width = 0;
};

Cluster cluster_at(std::string_view text, std::size_t at) {
  CodePoint point = code_point_at(text, at);
  std::size_t width = static_cast<std::size_t>(std::max(0, utf8proc_charwidth(static_cast<int>(point.value))));
  const bool flag = is_regional_indicator(point.value);
  if (flag) width = 1;
  std::size_t end = at + point.length;
  int state = 0;
  int members = 1;
  while (end < text.size()) {
    const CodePoint next = code_point_at(text, end);
    if (utf8proc_grapheme_break_stateful(static_cast<int>(point.value), static_cast<int>(next.value), &state)) break;
    if (next.value == kVariationEmoji || next.value == kKeycap) width = 2;
    if (flag && is_regional_indicator(next.value)) width = 2;
    // Long chains of joiners are an attack, not an emoji: they end the cluster, so that cutting stays linear.
    if (++members > 32) break;
    point = next;
    end += next.length;
  }
  return {end, width};
}

// ASCII for the marks that our own output and many documents use.
std::string_view ascii_of(char32_t value) {
  switch (value) {
    case 0x2010:
    case 0x2011:
    case 0x2012:
    case 0x2013:
    case 0x2014:
    case 0x2212:
      return "-";
    case 0x2018:
    case 0x2019:
      return "'";
    case 0x201C:
    case 0x201D:
      return "\"";
    case 0x2026:
      return "...";
    case 0x2190:
      return "<-";
    case 0x2192:
      return "->";
    case 0xA0:
    case 0x202F:
      return " ";
    case 0xB7:
    case 0x2022:
      return "*";
    case 0xDF:
      return "ss";
    case 0x2264:
      return "<=";
    case 0x2265:
      return ">=";
    case 0xD7:
      return "x";
    default:
      return "";
  }
}

void append_ascii_of(std::string& out, char32_t value) {
  if (value < 0x80) return out.push_back(static_cast<char>(value));
  const std::string_view known = ascii_of(value);
  if (!known.empty()) {
    out.append(known);
    return;
  }
  if (utf8proc_charwidth(static_cast<int>(value)) == 0) return;
  std::array<utf8proc_int32_t, 8> parts{};
  const auto count =
      utf8proc_decompose_char(static_cast<int>(value), parts.data(), static_cast<int>(parts.size()),
                              static_cast<utf8proc_option_t>(UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT), nullptr);
  const bool plain = count > 0 && parts[0] < 0x80;
  out.push_back(plain ? static_cast<char>(parts[0]) : '?');
}

std::vector<Cluster> clusters_of(std::string_view text) {
  std::vector<Cluster> clusters;
  for (std::size_t at = 0; at < text.size(); at = clusters.back().end) clusters.push_back(cluster_at(text, at));
  return clusters;
}

std::string cut_end(std::string_view text, std::size_t room) {
  std::size_t used = 0;
  std::size_t at = 0;
  while (at < text.size()) {
    const Cluster cluster = cluster_at(text, at);
    if (used + cluster.width > room) break;
    used += cluster.width;
    at = cluster.end;
  }
  return std::string(text.substr(0, at));
}

std::string cut_start(std::string_view text, std::size_t room) {
  const std::vector<Cluster> clusters = clusters_of(text);
  std::size_t used = 0;
  std::size_t first = clusters.size();
  while (first > 0 && used + clusters[first - 1].width <= room) used += clusters[--first].width;
  const std::size_t at = first == 0 ? 0 : clusters[first - 1].end;
  return std::string(text.substr(at));
}

}  // namespace

std::string to_clean_line(std::string_view text) {
  if (is_printable_ascii(text)) return std::string(text);
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = code_point_at(text, at);
    if (is_blank_like(point.value)) {
      out.push_back(' ');
    } else if (!point.is_valid) {
      append_utf8(out, kReplacementCharacter);
    } else if (point.value >= 0x20 && point.value != 0x7F && !is_hidden(point.value)) {
      out.append(text, at, point.length);
    }
    at += point.length;
  }
  return out;
}

std::string to_ascii(std::string_view text) {
  if (is_printable_ascii(text)) return std::string(text);
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = cluster_at(text, at).end;
    append_ascii_of(out, code_point_at(text, at).value);
    at = end;
  }
  return out;
}

std::size_t display_width(std::string_view text) {
  if (is_printable_ascii(text)) return text.size();
  std::size_t width = 0;
  for (std::size_t at = 0; at < text.size();) {
    const Cluster cluster = cluster_at(text, at);
    width += cluster.width;
    at = cluster.end;
  }
  return width;
}

std::string truncate_to(std::string_view text, std::size_t width, Cut cut, std::string_view ellipsis) {
  if (display_width(text) <= width) return std::string(text);
  const std::size_t mark = display_width(ellipsis);
  if (mark > width) return cut_end(ellipsis, width);
  if (cut == Cut::start) return std::string(ellipsis) + cut_start(text, width - mark);
  std::string kept = cut_end(text, width - mark);
  while (!kept.empty() && kept.back() == ' ') kept.pop_back();
  return kept.append(ellipsis);
}

std::string pad_to(std::string_view text, std::size_t width, Align align) {
  const std::size_t used = display_width(text);
  if (used >= width) return std::string(text);
  const std::string blanks(width - used, ' ');
  return align == Align::left ? std::string(text) + blanks : blanks + std::string(text);
}

}  // namespace milepost
