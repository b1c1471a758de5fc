// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// The catalogue of all rules, sorted by id: the one list that checks, help, configuration, reference pages and editors
// read. A test compares it with the files and pages on disk, both ways. Lookups by word are here, so that every face
// understands the same words and refuses alike.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/rules/rule.h"

namespace milepost {

[[nodiscard]] std::span<const Rule* const> rules();

// By id or slug, whatever the case; nullptr if there is none.
[[nodiscard]] const Rule* find_rule(std::string_view word);
[[nodiscard]] std::size_t index_of(const Rule& rule);

// The rules that a word means, by index: an id, the beginning of ids ("MP3"), a slug, a group, "all". Error: usage,
// with the nearest words as hints.
[[nodiscard]] Result<std::vector<std::size_t>> find_rules(std::string_view word);

// All words that find_rules knows besides beginnings of ids.
[[nodiscard]] std::vector<std::string> rule_words();

// The page of a rule: What, Why, Bad, Good, Fix, Options. Lasts as long as the program.
[[nodiscard]] std::string_view page_of(const Rule& rule);
// "MP301_done_but_open": the name of its files.
[[nodiscard]] std::string file_stem_of(const Rule& rule);

}  // namespace milepost
