// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// Name patterns: how ids, folders and file names are put together: "{plan}_MS{number:3}_{slug}.md". Variables: plan
// (the parent's id), plan_slug (what the parent's file name begins with), id, number (with a width: number:3), slug,
// Slug, SLUG, slug_ (Title_Case, UPPER_CASE, under_scores), year, month, day, date (YYYYMMDD), folder (the name of the
// folder as it was). Anything else is an error, so that a typing error never becomes a file name.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/base/date.h"
#include "core/base/result.h"

namespace milepost {

struct NameValues {
  std::string plan;
  std::string plan_slug;
  std::string id;
  std::optional<std::uint32_t> number;  // absent: {number} stays as it is
  std::string drawn;                    // follows the number: ".482913"
  std::string slug;
  std::optional<Date> date;
  std::string folder;
};

// Errors: usage (unknown variable, a slash in a value of a file name is replaced by '_' and no error).
[[nodiscard]] Result<std::string> fill_pattern(std::string_view pattern, const NameValues& values);

}  // namespace milepost
