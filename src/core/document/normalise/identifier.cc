// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// Stand-in until the normalisers arrive: folds ASCII case and leading zeros of numbers.
#include "core/document/normalise/identifier.h"
namespace milepost {
std::string fold_identifier(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    char c = text[i];
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
    const bool d = c >= '0' && c <= '9';
    const bool pd = !out.empty() && out.back() >= '0' && out.back() <= '9';
    if (d && c == '0' && !pd && i + 1 < text.size() && text[i + 1] >= '0' && text[i + 1] <= '9') continue;
    out += c;
  }
  return out;
}
}
