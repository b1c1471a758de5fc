// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "core/document/normalise/mojibake.h"

#include <algorithm>
#include <array>
#include <optional>

#include "core/base/byte_block.h"
#include "core/document/normalise/fold.h"

namespace milepost {
namespace {

using CodePage = std::array<char16_t, 128>;  // what the bytes 0x80..0xFF mean

// unicode.org, Public/MAPPINGS/VENDORS/APPLE/ROMAN.TXT.
constexpr CodePage kMacRoman = {
    0x00C4, 0x00C5, 0x00C7, 0x00C9, 0x00D1, 0x00D6, 0x00DC, 0x00E1, 0x00E0, 0x00E2, 0x00E4, 0x00E3, 0x00E5,
    0x00E7, 0x00E9, 0x00E8, 0x00EA, 0x00EB, 0x00ED, 0x00EC, 0x00EE, 0x00EF, 0x00F1, 0x00F3, 0x00F2, 0x00F4,
    0x00F6, 0x00F5, 0x00FA, 0x00F9, 0x00FB, 0x00FC, 0x2020, 0x00B0, 0x00A2, 0x00A3, 0x00A7, 0x2022, 0x00B6,
    0x00DF, 0x00AE, 0x00A9, 0x2122, 0x00B4, 0x00A8, 0x2260, 0x00C6, 0x00D8, 0x221E, 0x00B1, 0x2264, 0x2265,
    0x00A5, 0x00B5, 0x2202, 0x2211, 0x220F, 0x03C0, 0x222B, 0x00AA, 0x00BA, 0x03A9, 0x00E6, 0x00F8, 0x00BF,
    0x00A1, 0x00AC, 0x221A, 0x0192, 0x2248, 0x2206, 0x00AB, 0x00BB, 0x2026, 0x00A0, 0x00C0, 0x00C3, 0x00D5,
    0x0152, 0x0153, 0x2013, 0x2014, 0x201C, 0x201D, 0x2018, 0x2019, 0x00F7, 0x25CA, 0x00FF, 0x0178, 0x2044,
    0x20AC, 0x2039, 0x203A, 0xFB01, 0xFB02, 0x2021, 0x00B7, 0x201A, 0x201E, 0x2030, 0x00C2, 0x00CA, 0x00C1,
    0x00CB, 0x00C8, 0x00CD, 0x00CE, 0x00CF, 0x00CC, 0x00D3, 0x00D4, 0xF8FF, 0x00D2, 0x00DA, 0x00DB, 0x00D9,
    0x0131, 0x02C6, 0x02DC, 0x00AF, 0x02D8, 0x02D9, 0x02DA, 0x00B8, 0x02DD, 0x02DB, 0x02C7,
};

// unicode.org, Public/MAPPINGS/VENDORS/MICSFT/WINDOWS/CP1252.TXT; the five holes as the control characters that
// decoders put there (WHATWG Encoding, windows-1252).
constexpr CodePage kCp1252 = {
    0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152,
    0x008D, 0x017D, 0x008F, 0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122,
    0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178, 0x00A0, 0x00A1, 0x00A2, 0x00A3, 0x00A4, 0x00A5, 0x00A6,
    0x00A7, 0x00A8, 0x00A9, 0x00AA, 0x00AB, 0x00AC, 0x00AD, 0x00AE, 0x00AF, 0x00B0, 0x00B1, 0x00B2, 0x00B3,
    0x00B4, 0x00B5, 0x00B6, 0x00B7, 0x00B8, 0x00B9, 0x00BA, 0x00BB, 0x00BC, 0x00BD, 0x00BE, 0x00BF, 0x00C0,
    0x00C1, 0x00C2, 0x00C3, 0x00C4, 0x00C5, 0x00C6, 0x00C7, 0x00C8, 0x00C9, 0x00CA, 0x00CB, 0x00CC, 0x00CD,
    0x00CE, 0x00CF, 0x00D0, 0x00D1, 0x00D2, 0x00D3, 0x00D4, 0x00D5, 0x00D6, 0x00D7, 0x00D8, 0x00D9, 0x00DA,
    0x00DB, 0x00DC, 0x00DD, 0x00DE, 0x00DF, 0x00E0, 0x00E1, 0x00E2, 0x00E3, 0x00E4, 0x00E5, 0x00E6, 0x00E7,
    0x00E8, 0x00E9, 0x00EA, 0x00EB, 0x00EC, 0x00ED, 0x00EE, 0x00EF, 0x00F0, 0x00F1, 0x00F2, 0x00F3, 0x00F4,
    0x00F5, 0x00F6, 0x00F7, 0x00F8, 0x00F9, 0x00FA, 0x00FB, 0x00FC, 0x00FD, 0x00FE, 0x00FF,
};

std::optional<unsigned> byte_of(const CodePage& page, char32_t c) {
  const auto at = std::ranges::find(page, c, [](char16_t unit) { return static_cast<char32_t>(unit); });
  return at == page.end() ? std::nullopt : std::optional(static_cast<unsigned>(at - page.begin()) + 0x80U);
}

struct Sequence {
  char32_t value = 0;
  std::size_t length = 0;  // in the text as it stands
  unsigned bytes = 0;      // of the character that it was
};

// The character that the code points at `at` were before they were decoded with `page`.
std::optional<Sequence> sequence_at(std::string_view text, std::size_t at, const CodePage& page) {
  CodePoint point = code_point_at(text, at);
  const auto lead = point.value < 0x80 ? std::nullopt : byte_of(page, point.value);
  if (!lead || *lead < 0xC2 || *lead > 0xF4) return std::nullopt;
  const unsigned count = *lead >= 0xF0 ? 4 : *lead >= 0xE0 ? 3 : 2;
  std::string bytes(1, static_cast<char>(static_cast<unsigned char>(*lead)));
  std::size_t here = at + point.length;
  while (bytes.size() < count && here < text.size()) {
    point = code_point_at(text, here);
    const auto next = point.value < 0x80 ? std::nullopt : byte_of(page, point.value);
    if (!next || *next > 0xBF) return std::nullopt;
    bytes += static_cast<char>(static_cast<unsigned char>(*next));
    here += point.length;
  }
  const CodePoint was = code_point_at(bytes, 0);
  if (bytes.size() < count || was.length != count) return std::nullopt;
  return Sequence{was.value, here - at, count};
}

// Signs that nobody writes as a letter with two symbols behind it: dashes, quotes, arrows, box drawing, emoji.
bool is_evidence(const Sequence& sequence) {
  const char32_t c = sequence.value;
  if (sequence.bytes == 4) return c >= 0x1F000 && c <= 0x1FAFF;
  if (sequence.bytes != 3) return false;
  return (c >= 0x2010 && c <= 0x205E) || (c >= 0x20A0 && c <= 0x20BF) || (c >= 0x2190 && c <= 0x23FF) ||
         (c >= 0x2500 && c <= 0x27BF) || (c >= 0x2900 && c <= 0x2BFF);
}

// Once a text is known to be damaged, letters are repaired too.
bool is_likely(const Sequence& sequence) {
  const char32_t c = sequence.value;
  return is_evidence(sequence) || (c >= 0xA0 && c <= 0x24F) || (c >= 0x370 && c <= 0x4FF) || c == 0xFE0F ||
         c == 0x200D || is_cjk(c) || is_letter(c);
}

struct Candidate {
  const CodePage* page;
  std::string_view name;
  std::array<std::string_view, 2> leads;  // how the lead bytes 0xE2 and 0xF0 look
};

constexpr std::array<Candidate, 2> kCandidates = {
    Candidate{&kMacRoman, "Mac-Roman", {"\xE2\x80\x9A", "\xEF\xA3\xBF"}},
    Candidate{&kCp1252, "cp1252", {"\xC3\xA2", "\xC3\xB0"}},
};

std::optional<ByteRange> find_evidence(std::string_view text, const Candidate& candidate) {
  std::optional<ByteRange> first;
  for (const std::string_view lead : candidate.leads) {
    for (std::size_t at = text.find(lead); at != std::string_view::npos; at = text.find(lead, at + 1)) {
      const auto sequence = sequence_at(text, at, *candidate.page);
      if (!sequence || !is_evidence(*sequence)) continue;
      if (!first || at < first->begin)
        first = ByteRange{static_cast<ByteOffset>(at), static_cast<ByteOffset>(at + sequence->length)};
      break;
    }
  }
  return first;
}

}  // namespace

std::optional<MojibakeRepair> repair_mojibake(std::string_view text) {
  if (is_ascii(text)) return std::nullopt;
  for (const Candidate& candidate : kCandidates) {
    const auto first = find_evidence(text, candidate);
    if (!first) continue;
    MojibakeRepair repair{{}, candidate.name, *first};
    for (std::size_t at = 0; at < text.size();) {
      const auto sequence = sequence_at(text, at, *candidate.page);
      const bool repairs = sequence && is_likely(*sequence);
      const std::size_t length = repairs ? sequence->length : code_point_at(text, at).length;
      if (repairs)
        append_utf8(repair.text, sequence->value);
      else
        repair.text.append(text.substr(at, length));
      at += length;
    }
    return repair;
  }
  return std::nullopt;
}

}  // namespace milepost
