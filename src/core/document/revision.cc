// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "core/document/revision.h"

#include <xxhash.h>

namespace milepost {

std::uint64_t revision_of(std::string_view bytes) { return XXH3_64bits(bytes.data(), bytes.size()); }

std::string revision_text(std::uint64_t revision) {
  std::string text(16, '0');
  for (std::size_t i = 16; i-- > 0; revision >>= 4U) text[i] = "0123456789abcdef"[revision & 0xFU];
  return text;
}

}  // namespace milepost
