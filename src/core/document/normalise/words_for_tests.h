// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// The shipped word lists, read once, for the tests of this folder.
#pragma once

#include <cstdlib>
#include <fstream>
#include <iostream>
#include <sstream>

#include "core/document/normalise/words.h"

namespace milepost {

inline const Words& shipped_words() {
  static const Words words = [] {
    std::ostringstream text;
    text << std::ifstream("src/core/document/dialects/words.toml").rdbuf();
    Words read;
    if (const auto added = read.add(text.str(), "words.toml"); !added || text.str().empty()) {
      std::cerr << "words.toml: " << (added ? "not found; run from the source folder" : added.error().message) << '\n';
      std::abort();
    }
    return read;
  }();
  return words;
}

}  // namespace milepost
