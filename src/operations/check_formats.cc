// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
#include "operations/check_formats.h"

#include <algorithm>
#include <array>

#include "operations/formats/writers.h"

namespace milepost {
namespace {

constexpr std::array<CheckFormat, 10> kFormats{{{"text"},
                                                {"short", to_short_text},
                                                {"json"},
                                                {"sarif", to_sarif},
                                                {"github", to_github_commands},
                                                {"gitlab", to_gitlab_report},
                                                {"junit", to_junit},
                                                {"checkstyle", to_checkstyle},
                                                {"rdjson", to_rdjson},
                                                {"markdown", to_markdown_table}}};
static_assert(std::ranges::equal(kFormats, kCheckFormats, {}, &CheckFormat::name));

}  // namespace

std::span<const CheckFormat> check_formats() { return kFormats; }

const CheckFormat* find_check_format(std::string_view name) {
  const auto found = std::ranges::find(kFormats, name, &CheckFormat::name);
  return found == kFormats.end() || found->write == nullptr ? nullptr : &*found;
}

}  // namespace milepost
