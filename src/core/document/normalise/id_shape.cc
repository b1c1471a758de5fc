// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "core/document/normalise/id_shape.h"

#include <algorithm>

#include "core/base/ascii.h"

namespace milepost {
namespace {

constexpr std::size_t kNone = std::string_view::npos;

char upper(char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; }

char char_at(std::string_view text, std::size_t at) { return at < text.size() ? text[at] : '\0'; }

std::size_t hyphen_at(std::string_view text, std::size_t at) {
  if (char_at(text, at) == '-') return 1;
  const std::string_view rest = text.substr(std::min(at, text.size()));
  return rest.starts_with("\xE2\x80\x91") || rest.starts_with("\xE2\x80\x90") ? 3 : 0;
}

// A hyphen or an underscore.
std::size_t joint_at(std::string_view text, std::size_t at) {
  return char_at(text, at) == '_' ? 1 : hyphen_at(text, at);
}

std::size_t digits_end(std::string_view text, std::size_t at) {
  while (at < text.size() && is_digit(text[at])) ++at;
  return at;
}

// Nothing may follow that would make it another word; "M-03.x" is a family of ids, not one.
bool ends_id(std::string_view text, std::size_t at) {
  const char next = char_at(text, at);
  if (is_alnum(next)) return false;
  return !(next == '.' && (char_at(text, at + 1) == 'x' || char_at(text, at + 1) == 'X') &&
           !is_alnum(char_at(text, at + 2)));
}

std::size_t checked(std::string_view text, std::size_t end) { return end != kNone && ends_id(text, end) ? end : kNone; }

bool equals(std::string_view text, std::size_t at, std::string_view letters) {
  if (at + letters.size() > text.size()) return false;
  return std::equal(letters.begin(), letters.end(), text.begin() + static_cast<std::ptrdiff_t>(at),
                    [](char a, char b) { return a == upper(b); });
}

// "EP-20260117-014", "EP-20260117-014/MS003".
std::size_t plan_end(std::string_view text, std::size_t at) {
  if (!equals(text, at, "EP")) return kNone;
  std::size_t here = at + 2;
  for (const std::size_t wanted : {8U, 3U}) {
    const std::size_t hyphen = hyphen_at(text, here);
    const std::size_t end = digits_end(text, here + hyphen);
    if (hyphen == 0 || end - here - hyphen < wanted || end - here - hyphen > 8) return kNone;
    here = end;
  }
  if (char_at(text, here) == '/' && equals(text, here + 1, "MS") && is_digit(char_at(text, here + 3)))
    here = digits_end(text, here + 3);
  return checked(text, here);
}

// "M1", "M-07.04", "M_01", "MS001", "M3.5", "M15-b".
std::size_t milestone_end(std::string_view text, std::size_t at) {
  if (upper(char_at(text, at)) != 'M') return kNone;
  std::size_t here = at + 1;
  const bool steps = upper(char_at(text, here)) == 'S';
  if (steps) ++here;
  here += joint_at(text, here);
  const std::size_t digits = digits_end(text, here) - here;
  // "ms3" in lower case is a time.
  if (digits == 0 || digits > 4 || (steps && digits < 3 && text[at] == 'm')) return kNone;
  return checked(text, number_end(text, here));
}

// One level of "T01_S01_M01": the letters, two digits or more, perhaps a letter. Sets `letter` to the level.
std::size_t level_end(std::string_view text, std::size_t at, char& letter) {
  letter = upper(char_at(text, at));
  if (std::string_view("TSGME").find(letter) == kNone || letter == '\0') return kNone;
  std::size_t here = at + 1;
  if ((letter == 'T' || letter == 'G') && upper(char_at(text, here)) == 'X') ++here;
  const std::size_t end = digits_end(text, here);
  if (end == here || end - here > 4) return kNone;
  const bool suffix = is_ascii_letter(char_at(text, end)) && !is_alnum(char_at(text, end + 1));
  return suffix ? end + 1 : end;
}

// "T01_S01", "S01_M01", "M01-S02", and alone "T01", "GX083", "S03", "E-16".
std::size_t chain_end(std::string_view text, std::size_t at) {
  char letter = '\0';
  std::size_t end = level_end(text, at, letter);
  if (end == kNone) {
    const bool epic = char_at(text, at) == 'E' && hyphen_at(text, at + 1) != 0 &&
                      is_digit(char_at(text, at + 1 + hyphen_at(text, at + 1)));
    return epic ? checked(text, number_end(text, at + 1 + hyphen_at(text, at + 1))) : kNone;
  }
  std::string levels(1, letter);
  for (;;) {
    const std::size_t joint = joint_at(text, end);
    const std::size_t next = joint == 0 ? kNone : level_end(text, end + joint, letter);
    if (next == kNone || levels.find(letter) != kNone || !ends_id(text, next)) break;
    levels += letter;
    end = next;
  }
  // Alone, one digit is too little: S3, T1, E2 are other things.
  const auto digits = std::count_if(text.begin() + static_cast<std::ptrdiff_t>(at),
                                    text.begin() + static_cast<std::ptrdiff_t>(end), is_digit);
  if (levels.size() == 1 && (levels == "M" || digits < 2 || !is_upper(text[at]))) return kNone;
  return checked(text, end);
}

// "UI-M-03.20", "SIM-CAT-M2": areas in capitals (or all in small letters, as in file names) before a milestone.
std::size_t area_end(std::string_view text, std::size_t at) {
  std::size_t here = at;
  bool capitals = true;
  bool small = true;
  for (int areas = 0; areas < 3; ++areas) {
    std::size_t end = here;
    while (is_alnum(char_at(text, end)) && end - here < 9) {
      capitals = capitals && !(is_ascii_letter(text[end]) && !is_upper(text[end]));
      small = small && !is_upper(text[end]);
      ++end;
    }
    const std::size_t hyphen = hyphen_at(text, end);
    if (end == here || end - here > 8 || !is_ascii_letter(text[here]) || hyphen == 0 || !(capitals || small))
      return kNone;
    here = end + hyphen;
    const std::size_t milestone = milestone_end(text, here);
    if (milestone != kNone && is_upper(text[here]) == capitals) return milestone;
  }
  return kNone;
}

// "m-E16-01", "m-svui-01", "m-ec-p3a1".
std::size_t milestone_in_area_end(std::string_view text, std::size_t at) {
  if (upper(char_at(text, at)) != 'M' || hyphen_at(text, at + 1) == 0) return kNone;
  const std::size_t area = at + 1 + hyphen_at(text, at + 1);
  std::size_t end = area;
  while (is_ascii_letter(char_at(text, end)) && end - area < 9) ++end;
  if (end == area || end - area > 8) return kNone;
  end = digits_end(text, end);
  if (hyphen_at(text, end) == 0) return kNone;
  end += hyphen_at(text, end);
  if (upper(char_at(text, end)) == 'P') ++end;
  if (!is_digit(char_at(text, end))) return kNone;
  end = number_end(text, end);
  if (is_ascii_letter(char_at(text, end)) && is_digit(char_at(text, end + 1))) end = digits_end(text, end + 1);
  return checked(text, end);
}

// "#123".
std::size_t issue_end(std::string_view text, std::size_t at) {
  if (char_at(text, at) != '#') return kNone;
  const std::size_t end = digits_end(text, at + 1);
  return end == at + 1 || end - at > 8 ? kNone : checked(text, end);
}

// "Milestone 3", "Phase-01", "sprint_2", "Milestone #4".
std::size_t named_end(std::string_view text, std::size_t at, const IdWords& words) {
  std::size_t end = at;
  while (end < text.size() && end - at < 36) {
    const CodePoint point = code_point_at(text, end);
    if (!is_letter(point.value)) break;
    end += point.length;
  }
  if (end == at || end >= text.size()) return kNone;
  std::size_t number = end;
  if (text[number] == ' ')
    ++number;
  else if (joint_at(text, number) != 0)
    number += joint_at(text, number);
  else if (!is_cjk(code_point_at(text, at).value))
    return kNone;
  if (char_at(text, number) == '#') ++number;
  const std::size_t digits = digits_end(text, number) - number;
  // Most words have no number behind them; only the others are looked up.
  if (digits == 0 || digits > 3 || !words.kinds.find_exact(fold_phrase(text.substr(at, end - at)))) return kNone;
  return checked(text, number_end(text, number));
}

}  // namespace

bool starts_word(std::string_view text, std::size_t at) {
  if (at >= text.size()) return false;
  const char c = text[at];
  if (!is_ascii_letter(c) && c != '#' && (static_cast<unsigned char>(c) & 0xC0U) != 0xC0U) return false;
  return at == 0 || !(is_alnum(text[at - 1]) || (text[at - 1] == '.' && at > 1 && is_alnum(text[at - 2])));
}

std::size_t number_end(std::string_view text, std::size_t at) {
  std::size_t end = digits_end(text, at);
  while (char_at(text, end) == '.' && is_digit(char_at(text, end + 1))) end = digits_end(text, end + 1);
  if (is_ascii_letter(char_at(text, end)) && !is_alnum(char_at(text, end + 1))) {
    // "3a.1" goes on; "3a. Then" does not.
    const bool more = char_at(text, end + 1) == '.' && is_digit(char_at(text, end + 2));
    return more ? digits_end(text, end + 2) : end + 1;
  }
  const std::size_t hyphen = hyphen_at(text, end);
  const bool suffix = hyphen != 0 && is_ascii_letter(char_at(text, end + hyphen)) &&
                      !is_alnum(char_at(text, end + hyphen + 1)) && joint_at(text, end + hyphen + 1) == 0;
  return suffix ? end + hyphen + 1 : end;
}

std::size_t strong_id_end(std::string_view text, std::size_t at, const IdWords& words) {
  if (at >= text.size()) return kNone;
  for (const auto shape : {plan_end, chain_end, milestone_end, area_end, milestone_in_area_end, issue_end})
    if (const std::size_t end = shape(text, at); end != kNone) return end;
  return named_end(text, at, words);
}

std::size_t weak_id_end(std::string_view text, std::size_t at) {
  if (at >= text.size()) return kNone;
  if ((text[at] == 'v' || text[at] == 'V') && is_digit(char_at(text, at + 1)))
    return checked(text, number_end(text, at + 1));
  std::size_t here = at;
  while (is_upper(char_at(text, here))) ++here;
  const std::size_t letters = here - at;
  // "WF2-12.5": a generation behind the area. Not "Q3-2026".
  const std::size_t area = digits_end(text, here);
  const bool has_generation = letters > 1 && area > here && area - here < 3 && hyphen_at(text, area) != 0 &&
                              is_digit(char_at(text, area + hyphen_at(text, area)));
  if (has_generation) here = area;
  const std::size_t hyphen = hyphen_at(text, here);
  const std::size_t digits = digits_end(text, here + hyphen) - here - hyphen;
  if (letters == 0 || letters > 6 || digits == 0 || digits > 5 || (hyphen == 0 && letters > 3)) return kNone;
  if (letters == 1 && digits == 1 && (text[at] == 'Q' || text[at] == 'H')) return kNone;  // quarters and halves
  std::size_t stop = number_end(text, here + hyphen);
  // "ORCH-2c-3a": steps of steps.
  while (hyphen != 0 && letters > 1 && hyphen_at(text, stop) != 0 &&
         is_digit(char_at(text, stop + hyphen_at(text, stop))))
    stop = number_end(text, stop + hyphen_at(text, stop));
  const std::size_t end = checked(text, stop);
  if (end == kNone) return kNone;
  const char next = char_at(text, end);
  const bool parted = end >= text.size() || (next != ' ' && next != ',') || !is_alnum(char_at(text, end + 1));
  return parted || (hyphen != 0 && digits > 1) ? end : kNone;
}

std::string with_plain_hyphens(std::string_view text) {
  if (text.find('\xE2') == std::string_view::npos) return std::string(text);  // all but the ASCII hyphen begin so
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t hyphen = hyphen_at(text, at);
    out += hyphen != 0 ? '-' : text[at];
    at += std::max<std::size_t>(1, hyphen);
  }
  return out;
}

std::string_view to_word(ItemKind kind) {
  switch (kind) {
    case ItemKind::milestone:
      return "milestone";
    case ItemKind::sprint:
      return "sprint";
    case ItemKind::phase:
      return "phase";
    case ItemKind::plan:
      return "plan";
    case ItemKind::overview:
      return "overview";
    case ItemKind::task:
      return "task";
    case ItemKind::epic:
      return "epic";
  }
  return "";
}

}  // namespace milepost
