// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// Ignore lists of any bytes: the first line is a path, the rest the list. No crash, no pattern that takes long, and a
// folder in which something matches is one that may hold a match.
#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string_view>

#include "workspace/ignore_rules.h"

namespace {

using milepost::IgnoreRules;
using milepost::PathKind;

void require(bool holds, const char* what) {
  if (holds) return;
  std::fprintf(stderr, "%s\n", what);
  std::abort();
}

// Paths come from a walk: no empty part, no slash at either end.
bool is_walked(std::string_view path) {
  return !path.empty() && path.front() != '/' && path.back() != '/' && path.find("//") == std::string_view::npos;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view all(reinterpret_cast<const char*>(data), size);
  const std::size_t end = std::min(all.find('\n'), all.size());
  const std::string_view path = all.substr(0, end);
  if (!is_walked(path)) return 0;
  const IgnoreRules rules = IgnoreRules::parse(all.substr(end));
  const bool as_file = rules.decide(path, PathKind::file).has_value();
  const bool as_folder = rules.decide(path, PathKind::directory).has_value();
  require(!as_file || as_folder, "a pattern matches files alone");
  const std::size_t slash = path.rfind('/');
  if (as_folder && slash != std::string_view::npos)
    require(rules.may_match_below(path.substr(0, slash)), "a match in a folder that holds none");
  return 0;
}
