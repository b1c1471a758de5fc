// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// Template tags: the {{...}} of a template in order, each with its partner. A tag that opens or closes a part, or is a
// comment, takes its whole line with it when nothing else stands there, so that parts leave no holes behind.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"

namespace milepost {

enum class TagKind : std::uint8_t { name, open, open_absent, close, comment };

struct TemplateTag {
  TagKind kind = TagKind::name;
  std::string name;
  std::size_t begin = 0;  // bytes that it takes in the template
  std::size_t end = 0;
  std::size_t partner = 0;  // index of the tag that closes it
};

// Errors: usage with its place.
[[nodiscard]] Result<std::vector<TemplateTag>> scan_template_tags(std::string_view path, std::string_view text);

// Line and column of a byte, for messages.
[[nodiscard]] Place place_in_template(std::string_view path, std::string_view text, std::size_t at);

}  // namespace milepost
